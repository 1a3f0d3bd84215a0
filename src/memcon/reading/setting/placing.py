"""Where each act took place: the place names that belong to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from memcon.model import Span
from memcon.ontology.words import words

from ..grammar.dependents import is_verb
from ..grammar.noun_phrases import commemorated
from ..grammar.parsed import Parsed
from ..grammar.syntax import clause, subject, support
from ..triggers.backers import backs
from ..triggers.hosts import Hosts
from ..triggers.triggers import Trigger
from .occasion_places import WORDS, OccasionPlaces
from .place_phrases import AT, TOWARDS, Spot, head_of, preposition_token
from .topics import is_of_a_topic

# Acts whose goal is their place: a journey, help that is brought, an attack.
_GOAL_IS_PLACE = frozenset(("CONSULT", "AID", "MOBILIZE", "ASSAULT", "PROTEST"))
_WIDE = ("country", "region", "world")
_DEEDS = frozenset("ASSAULT COERCE PROTEST SANCTION MOBILIZE".split())
_BY_LOCALS = ("COERCE", "ACCUSE")
_TAKEN = ("abduct", "deport", "expel")  # those who are taken away were where they are taken from
_OTHER_TIMES = ("after", "before", "following", "since", "until")
_GOINGS = ("come", "visit", "drive", "sail", "be", "send", "dispatch")
_AT_JOURNEYS_END = frozenset("CONSULT AGREE SUPPORT AID VOTE COOPERATE REQUEST ACCUSE".split())


def place(p: Parsed, found: Sequence[Spot], triggers: Sequence[Trigger], hosts: Hosts) -> list[list[Spot]]:
    """The places of each trigger, the narrowest first."""
    places: list[list[Spot]] = [[] for _ in triggers]
    for spot in found:
        for number in hosts.of(spot.first, spot.end):
            trigger = triggers[number]
            link = preposition_token(p, spot)
            elsewhere = commemorated(p, trigger.head) and (link is None or p.heads[link] != trigger.head)
            how = "" if elsewhere else _fits(p, spot, trigger)
            if how:
                number = _deed_between(p, triggers, number, spot)  # noqa: PLW2901
                hosted = [n for n, t in enumerate(triggers) if how == "host" and support(p, t.head) == (trigger.head, "obj")]
                for other in (number, *hosted):
                    places[other].append(replace(spot, how=how))
    occasions = OccasionPlaces(p, found, triggers)
    for number, trigger in enumerate(triggers):
        if not places[number]:
            told = _where_clause(p, found, trigger) or occasions.of(trigger)
            told = told or _end_of_journey(p, found, trigger) or _of_locals(p, found, trigger)
            places[number] += [told] if told is not None else []
    for one in places:
        taken = any(s.how == "goal.target" and s.place.kind not in _WIDE for s in one)  # "captured the town of X in Mali"
        one.sort(key=lambda s: (taken and s.place.kind in _WIDE, s.how.startswith("goal"), s.place.kind in _WIDE, s.first))
    return places


def within_the_first(spots: list[Spot]) -> list[Spot]:
    """The places of an event, a land that comes first behind a town in it: "Chad has hosted talks in Moundou"."""
    if not spots or spots[0].place.kind != "country":
        return spots
    inside = [s for s in spots if s.place.kind not in _WIDE and s.place.country == spots[0].place.country]
    return [*inside, *(s for s in spots if s not in inside)]


def _deed_between(p: Parsed, triggers: Sequence[Trigger], number: int, spot: Spot) -> int:
    """Of words and the deed that they are about, the deed has the place behind it: "condemned the killing of a man in X"."""
    words_said = triggers[number]
    if words_said.entry.type not in WORDS or words_said.head > spot.first or not is_verb(p, words_said.head):
        return number
    for other, deed in enumerate(triggers):
        behind = words_said.head < deed.head < spot.first and p.heads[deed.head] == words_said.head and p.deps[deed.head] == "dobj"
        if behind and deed.entry.type in _DEEDS:
            return other
    return number


def _where_clause(p: Parsed, found: Sequence[Spot], trigger: Trigger) -> Spot | None:
    """The place that a clause with "where" tells more of: "in Tehran, where the president received him"."""
    verb = clause(p, trigger.head)
    if not is_verb(p, trigger.head) and _is_only_spoken_of(p, trigger, verb):
        return None
    if p.deps[verb] == "relcl" and any(p.lower[c] == "where" for c in p.children[verb]):
        noun = p.heads[verb]
        above = p.heads[p.heads[noun]]  # "Kofo, 30 miles south of Maroua, where": Kofo
        if p.deps[noun] == "pobj" and p.lower[p.heads[noun]] in ("of", "from") and p.lower[above] in words("compass"):
            while p.deps[above] in ("appos", "npadvmod", "advmod", "amod", "nmod") and p.lemmas[above] not in words("place_nouns"):
                above = p.heads[above]
            noun = above
        for spot in found:
            if spot.first <= noun < spot.end:
                return replace(spot, how="clause.where")
    return None


def _is_only_spoken_of(p: Parsed, trigger: Trigger, verb: int) -> bool:
    """Whether a noun of action is not what a clause tells: "where victims of the bombing were buried", "where they discussed the war"."""
    above, how = support(p, trigger.head)
    spoken_of = (how == "obj" and p.lemmas[verb] in words("discussing_verbs")) or how in ("of", "about", "over", "against")
    return above != verb or (spoken_of and trigger.entry.type in _DEEDS)


def _end_of_journey(p: Parsed, found: Sequence[Spot], trigger: Trigger) -> Spot | None:
    """Where the journey ends on which someone goes for an act: "flew to X to meet Y", "went to X for talks"."""
    if trigger.entry.type not in _AT_JOURNEYS_END:
        return None
    if is_verb(p, trigger.head):
        aim = trigger.head if p.deps[trigger.head] in ("advcl", "xcomp", "acl") and p.tags[trigger.head] == "VB" else None
        goes = p.heads[aim] if aim is not None else None
    else:
        verb, how = support(p, trigger.head)
        goes = verb if how == "for" else None
    if goes is None or p.lemmas[goes] not in {*words("travel_verbs"), *_GOINGS}:
        return None
    if any(p.deps[c] == "mark" and p.lower[c] in ("before", "after") for c in p.children[goes]):
        return None  # "spoke to her before he flew to X to brief her": who briefs whom is open
    for spot in found:
        above = preposition_token(p, spot)
        goal = above is not None and p.heads[above] == goes and spot.preposition in (*TOWARDS, "in", "at")
        if goal or (p.deps[spot.end - 1] == "dobj" and p.heads[spot.end - 1] == goes):
            return replace(spot, how="journey")
    return None


def _fits(p: Parsed, spot: Spot, trigger: Trigger) -> str:
    entry = trigger.entry
    if spot.preposition == "of" and backs(p, head_of(p, spot.first, spot.end)):
        return ""  # "with the support of Togo"
    speech = entry.type in WORDS and p.lemmas[trigger.head] not in words("signing_verbs")
    if speech and spot.place.kind == "water":
        return ""  # "writes in The Atlantic" names a magazine
    if spot.preposition == "at" and spot.place.kind == "country":
        return ""  # "fired rockets at X" names the target
    if spot.preposition in AT or (spot.preposition == "on" and entry.type in _DEEDS and _is_site(p, spot)):
        if before_or_after(p, spot, trigger):
            return ""
        # "discussed the war in Ukraine", "urged calm in Syria": the topic's place, unless it hangs on the act's own verb
        topical = speech or (_discusses(p, trigger) and spot.place.kind in ("country", "region"))
        topical = topical or (entry.type == "CONSULT" and is_of_a_topic(p, spot, trigger.head))
        if topical and not _hangs_on(p, spot, trigger):
            return ""
        return f"preposition.{spot.preposition}"
    if entry.type == "CONSULT" and spot.preposition == "" and _hosts(p, spot, trigger):
        return "host"
    if entry.type == "RETREAT" and spot.preposition == "" and p.deps[head_of(p, spot.first, spot.end)] == "dobj":  # "fled the capital"
        return "goal.left" if p.heads[head_of(p, spot.first, spot.end)] in trigger.tokens else ""
    goes = entry.mode in ("visit", "meeting", "multilateral") or entry.type in ("AID", "MOBILIZE", "PROTEST")
    if spot.preposition == "from" and (entry.type == "RETREAT" or (entry.mode in _TAKEN and _is_left(p, spot, trigger))):
        return "preposition.from"
    if entry.mode in ("meeting", "multilateral") and is_of_a_topic(p, spot, trigger.head) and not _hangs_on(p, spot, trigger):
        return ""  # "exchanged views on the road to X"
    if spot.preposition in TOWARDS and entry.type in _GOAL_IS_PLACE and goes and not _owns(p, spot):
        return f"goal.{spot.preposition}"
    if entry.mode == "visit" and spot.preposition == "" and is_verb(p, trigger.head):
        if p.lemmas[trigger.head] == "leave":  # "left X for Y"
            return ""
        head = head_of(p, spot.first, spot.end)
        if p.deps[head] in ("compound", "amod", "nmod", "poss"):  # "toured Kandahar province", and not "the US envoy toured"
            head = p.heads[head]
            return "goal.object" if p.deps[head] in ("dobj", "pobj", "conj") else ""
        return "goal.object" if p.deps[head] not in ("nsubj", "nsubjpass") else ""
    if entry.mode == "visit" and spot.preposition == "between" and is_verb(p, trigger.head):  # "shuttled between X and Y"
        return "goal.between"
    told_of = entry.type in ("ASSAULT", "PROTEST") or (entry.type == "CONSULT" and spot.place.place is not None)  # "the Lisbon summit"
    if told_of and spot.preposition == "" and _names(p, spot, trigger):
        return "scene.modifier"
    if entry.type == "ASSAULT" and spot.preposition in ("on", "against", "of", ""):
        head = head_of(p, spot.first, spot.end)
        while p.deps[head] == "conj" and p.tags[p.heads[head]].startswith("NNP"):
            head = p.heads[head]  # "struck X and Y"
        blamed = spot.preposition == "on" and p.lemmas[p.heads[trigger.head]] == "blame"  # "blamed the attack on X"
        if entry.frame == "fall" and p.deps[head] == "nsubj":  # "X fell to the rebels"
            return "goal.target"
        link = preposition_token(p, spot)
        if spot.preposition == "of" and link is not None and p.lower[p.heads[link]] in words("compass"):
            return ""  # "a town south of X"
        another = spot.preposition == "" and not _is_its_object(p, head, trigger)  # "tariffs hitting X after the attack"
        return "goal.target" if p.deps[head] in ("pobj", "dobj", "nsubjpass") and not blamed and not another else ""
    return ""


def _is_site(p: Parsed, spot: Spot) -> bool:
    """Whether a place is, or names, what something happens on: "on the Nairobi harbour road", "on Main Street"."""
    head = head_of(p, spot.first, spot.end)
    above = p.heads[head]
    named = p.deps[head] in ("compound", "nmod", "poss") and p.deps[above] == "pobj" and p.lemmas[above].lower() in words("sites")
    return named or (p.deps[head] == "pobj" and p.lower[head] in words("sites"))


def _of_locals(p: Parsed, found: Sequence[Spot], trigger: Trigger) -> Spot | None:
    """Where those are who act there: "Lima police dispersed a rally and arrested ten", "a Lima court convicted him"."""
    if trigger.entry.type not in _BY_LOCALS and trigger.entry.mode not in ("convict", "crowd-control"):
        return None
    for noun in subject(p, clause(p, trigger.head)):
        if p.lemmas[noun].lower() in words("local_bodies"):
            inside = range(*p.edges[noun])
            near = (s for s in found if s.first in inside and p.heads[head_of(p, s.first, s.end)] == noun and s.preposition == "")
            told = next((s for s in near if s.place.kind in ("city", "district")), None)
            if told is not None:
                return replace(told, how="locals")
    return None


def _is_its_object(p: Parsed, head: int, trigger: Trigger) -> bool:
    """Whether a noun is what an act is done to, or what is subjected to it: "shelled X", "subjected X to shelling"."""
    verb = p.heads[head]
    return verb in trigger.tokens or head in p.subtree(trigger.head) or support(p, trigger.head) in ((verb, "to"), (verb, "with"))


def _is_left(p: Parsed, spot: Spot, trigger: Trigger) -> bool:
    """Whether a place is left, and not just where somebody comes from: "abducted a priest from Kano", not "from Spain"."""
    if trigger.entry.mode == "abduct":
        return spot.place.kind != "country"
    above = p.heads[p.heads[head_of(p, spot.first, spot.end)]]
    return above in trigger.tokens or is_verb(p, above)


def before_or_after(p: Parsed, spot: Spot, trigger: Trigger) -> bool:
    """Whether a place is that of something before or after an act: "after two days in Lima she left"."""
    at = head_of(p, spot.first, spot.end)
    for above in p.ancestors(at):
        if above in trigger.tokens or is_verb(p, above):
            return False
        if p.deps[above] == "prep" and p.lower[above] in _OTHER_TIMES:
            return True
    return False


def _hosts(p: Parsed, spot: Spot, trigger: Trigger) -> bool:
    """Whether an act is held where its host is: "Geneva hosted the talks"."""
    head = head_of(p, spot.first, spot.end)
    verb = p.heads[head]
    told = verb in trigger.tokens or support(p, trigger.head) == (verb, "obj")
    return p.deps[head] == "nsubj" and p.lemmas[verb] == "host" and is_verb(p, verb) and told


def _owns(p: Parsed, spot: Spot) -> bool:
    """Whether a place only tells whose something is: "turned to Chile's ambitions", not "to Chile's capital"; "envoy to Chile Ann Lee"."""
    head, above = head_of(p, spot.first, spot.end), preposition_token(p, spot)
    if above is not None and p.deps[p.heads[above]] == "nmod" and p.lemmas[p.heads[above]] in words("office_nouns"):
        return True
    return p.deps[head] == "poss" and p.lemmas[p.heads[head]] not in words("whose_places")


def _discusses(p: Parsed, trigger: Trigger) -> bool:
    """Whether a contact is told by what was spoken of: "they discussed the situation around X"."""
    return trigger.entry.type == "CONSULT" and is_verb(p, trigger.head) and p.lemmas[trigger.head] in words("discussing_verbs")


def _names(p: Parsed, spot: Spot, trigger: Trigger) -> bool:
    """Whether the place names a deed that is aimed at nothing besides: "the Paris attacks"."""
    noun = trigger.head
    if is_verb(p, noun) or any(p.lower[c] in ("on", "against") for c in p.children[noun]):
        return False
    own = range(spot.first, spot.end)
    named = [t for t in own if p.heads[t] == noun and p.deps[t] in ("compound", "nmod") and p.tags[t].startswith("NNP")]
    return any(not p.words[t].replace(".", "").isupper() for t in named)  # "a U.S. strike" says whose


def _hangs_on(p: Parsed, spot: Spot, trigger: Trigger) -> bool:
    head = head_of(p, spot.first, spot.end)
    above = p.heads[head] if p.deps[head] == "advmod" else p.heads[p.heads[head]]  # "said here"
    verb, _ = support(p, trigger.head)
    return above in trigger.tokens or above == verb


def span(p: Parsed, spot: Spot) -> Span:
    """The words of a place; of "there" the name that it stands for, as with parties told by a pronoun."""
    first, end = spot.meant or (spot.first, spot.row[1] if spot.row is not None else spot.end)
    return p.span(first, end - 1)
