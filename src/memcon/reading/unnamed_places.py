"""Where an act was that no named place is told of: "outside the parliament", "at a checkpoint"; the words alone, and the country, if the
report tells of one only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from memcon.ontology.words import words
from memcon.places import Place

from .acts import Act
from .dependents import is_verb
from .group import Group
from .mentions import Mentions
from .parsed import Parsed
from .place_phrases import Spot
from .syntax import prepositions, support
from .unlisted_places import WORDS_ALONE, only_country

_AT = frozenset("in at near inside outside on".split())
_SCORE = 0.5
_DONE_THERE = frozenset("ASSAULT PROTEST COERCE CONSULT AID VOTE MOBILIZE".split())


def with_unnamed_places(p: Parsed, groups: Sequence[Group], spots: Sequence[Spot], mentions: Mentions) -> list[Group]:
    """The events; deeds and contacts without a place have the building or spot that stands with their own words."""
    country = only_country(mentions, (s.place for s in spots))
    for group in groups:
        if group.type not in _DONE_THERE or any(a.spots for a in group.acts):
            continue
        for number, act in enumerate(group.acts):
            if (spot := _scene(p, act, country)) is not None:
                group.acts[number] = replace(act, spots=(spot,))
                break
    return list(groups)


def _scene(p: Parsed, act: Act, country: str | None) -> Spot | None:
    """What stands behind a preposition of place on an act's verb, or on its noun."""
    head = act.trigger.head
    verb = head if is_verb(p, head) else support(p, head)[0]
    for at in dict.fromkeys((head, *([verb] if verb is not None else []))):
        for word, noun in prepositions(p, at):
            if word in _AT and p.lemmas[noun].lower() in words("scenes") and noun not in act.trigger.tokens:
                first = min(t for t in (noun, *p.children[noun]) if t <= noun)
                name = p.phrase(first, noun + 1)
                place = Place(name, None, country, None, None, None, "landmark", WORDS_ALONE, _SCORE)
                return Spot(first, noun + 1, place, word, "scene")
    return None
