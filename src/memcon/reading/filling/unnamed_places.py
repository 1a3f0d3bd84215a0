"""Where an act was that no known place is told of: "outside the parliament", "at a checkpoint", "at Kofo"; the words alone, and the
country, if the report tells of one only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from memcon.ontology.words import words
from memcon.places import Place, gazetteer

from ..acts.acts import Act
from ..grammar.dependents import child, is_verb
from ..grammar.parsed import Parsed
from ..grammar.syntax import prepositions, support
from ..joining.group import Group
from ..parties.mentions import Mentions
from ..setting.place_phrases import TOWN, Spot
from ..setting.unlisted_places import WORDS_ALONE, only_country

_AT = frozenset("in at near inside outside on".split())
_WITHIN = frozenset("in at on inside".split())
_BESIDE = frozenset("near outside around along".split())  # what stands behind these is a place, whatever it is
_BY_NAMES = frozenset("at near off outside".split())
_NAMES = ("ORG", "PERSON", "FAC", "")
_SCORE = 0.5
_HELD = {
    "PROTEST": frozenset("block occupy blockade barricade".split()),
    "ASSAULT": frozenset("storm take retake recapture occupy overrun capture".split()),
    "RETREAT": frozenset("flee abandon vacate".split()),
    "CONSULT": frozenset("visit tour inspect".split()),
}
"""Verbs by type of act whose object is where it takes place: "blocked the road", "stormed the prison"."""
_DONE_THERE = frozenset("ASSAULT PROTEST COERCE CONSULT AID VOTE MOBILIZE".split())


def with_unnamed_places(p: Parsed, groups: Sequence[Group], spots: Sequence[Spot], mentions: Mentions) -> list[Group]:
    """The events; deeds and contacts without a place have the building or spot that stands with their own words, any act a name there."""
    country = only_country(mentions, (s.place for s in spots))
    for group in groups:
        if any(a.spots for a in group.acts):
            continue
        for number, act in enumerate(group.acts):
            if (spot := _scene(p, act, mentions, country)) is not None:
                group.acts[number] = replace(act, spots=(spot,))
                break
    return list(groups)


def _scene(p: Parsed, act: Act, mentions: Mentions, country: str | None) -> Spot | None:
    """What stands behind a preposition of place on an act's verb, or on its noun; of what is held or visited, the place that is."""
    head = act.trigger.head
    verb = head if is_verb(p, head) else support(p, head)[0]
    for at in dict.fromkeys((head, *([verb] if verb is not None else []))):
        for word, noun in prepositions(p, at):
            flown_in = act.type == "AID" and word == "in" and child(p, noun, "nummod") is not None  # "flew in two field hospitals"
            aimed_at = p.heads[noun] in act.trigger.tokens[1:] or _is_person_of(act, noun, mentions)  # "lashed out at Rey"
            if noun in act.trigger.tokens or p.labels[noun] in ("DATE", "TIME") or flown_in or aimed_at:
                continue
            if _is_name_of_place(p, word, noun) or (act.type in _DONE_THERE and _is_scene(p, word, noun, mentions)):
                return place_of_words(p, noun, word, country)
    held = child(p, head, "dobj", "nsubjpass") if p.lemmas[head] in _HELD.get(act.type, ()) and is_verb(p, head) else None
    return place_of_words(p, held, "", country) if held is not None and p.lemmas[held].lower() in words("scenes") else None


def _is_person_of(act: Act, noun: int, mentions: Mentions) -> bool:
    """Whether a noun is for a person who takes part in the act: "took slams at Rey"."""
    return mentions.kind(noun) == "person" and any(f.token == noun for f in act.parties)


def place_of_words(p: Parsed, noun: int, link: str, country: str | None) -> Spot:
    """A noun as a place, with the words before it that are its own; of a name the place that is known by it, if one is."""
    first = min(t for t in (noun, *p.children[noun]) if t <= noun)
    if p.deps[first] == "poss" and p.labels[first] in ("DATE", "TIME"):  # "at last year's Oslo Forum"
        first = min((t for t in range(first + 1, noun) if p.deps[t] != "case"), default=noun)
    place = Place(p.phrase(first, noun + 1), None, country, None, None, None, "landmark", WORDS_ALONE, _SCORE)
    return Spot(first, noun + 1, _known(p, first, noun, country) or place, link, "scene")


def _known(p: Parsed, first: int, noun: int, country: str | None) -> Place | None:
    """The place of a name that stands where places do, though the recogniser takes it for something else: "at Davos", "at NATO
    headquarters", "at the Aso Rock villa"."""
    begins = next((t for t in range(first, noun) if p.tags[t] != "DT"), noun)
    named = p.tags[noun].startswith("NNP")
    if not named and p.tags[begins] != "NNP":
        return None
    names = [p.phrase(begins, noun + 1), *([p.phrase(begins, noun)] if not named and p.lemmas[noun] in words("scenes") else [])]
    least = TOWN if named else None  # of what is called by a common noun our own tables tell
    name = next((one for one in names if gazetteer().is_place(one, least)), None)
    return gazetteer().resolve(name, (country,) if country else ()) if name is not None else None


def _is_scene(p: Parsed, word: str, noun: int, mentions: Mentions) -> bool:
    """Whether a common noun is a place at which things are done: a building or spot, or what something is near to or outside of."""
    lemma = p.lemmas[noun].lower()
    if (word in _AT and lemma in words("scenes")) or (word in _WITHIN and lemma in words("scenes_besides")):
        return True
    return word in _BESIDE and p.tags[noun] in ("NN", "NNS") and mentions.kind(noun) not in ("person", "group")


def _is_name_of_place(p: Parsed, word: str, noun: int) -> bool:
    """Whether a name stands where a place does, whatever the recogniser takes it for: "at Kofo", "off Cape Rey", "on Rey Bridge"."""
    if not p.tags[noun].startswith("NNP"):
        return False
    return (word in _BY_NAMES and p.labels[noun] in _NAMES) or (word == "on" and p.labels[noun] == "FAC")
