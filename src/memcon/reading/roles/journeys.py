"""Whom a journey is to, and in whose company: where it goes is no party, and who is travelled with goes along."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from memcon.actors.genders import given_name_gender
from memcon.ontology.words import words

from ..coreference.cast import Cast
from ..grammar.dependents import is_verb
from ..grammar.parsed import Parsed
from ..grammar.syntax import prepositional
from ..setting.place_phrases import Spot
from ..triggers.slots import fill
from ..triggers.triggers import Trigger
from .filled import Filled


def is_goal(p: Parsed, trigger: Trigger, token: int, slot: str, cast: Cast) -> bool:
    """Whether what stands behind a journey tells only where it goes, or with whom: "flew to Kenya with two aides".

    Who visits a state has it for a host; who travels to one has not. In the annotated windows, passages and reports of our own, test part
    left out, a state or capital behind "to" on a verb of travelling is a host 11 times of 153, another name never of 27. Who is named by
    what they are ("went to her colleague") may be.
    """
    mention = cast.mention(token)
    if trigger.entry.mode != "visit" or mention is None:
        return False
    if slot == "with":
        return token in _beside(p, trigger)
    travels = is_verb(p, trigger.head)
    if slot == "obj":
        return mention.capital or (travels and p.lemmas[trigger.head] in words("travel_verbs"))  # "left Chad"
    if slot.removeprefix("support-") not in ("to", "for"):
        return False
    return mention.capital or (mention.form == "name" and (travels or mention.unknown))


def goes_to(p: Parsed, trigger: Trigger, token: int, cast: Cast) -> bool:
    """Whether somebody whom the encoder takes for a host is only where a journey goes: a capital, or what stands in the act's own slots."""
    mention = cast.mention(token)
    if trigger.entry.mode != "visit" or mention is None:
        return False
    if _is_met_before(p, trigger.head, token):
        return True
    slots = (slot for slot in ("to", "obj") if token in fill(p, trigger.head, slot, trigger.tokens))
    return mention.capital or any(is_goal(p, trigger, token, slot, cast) for slot in slots)


def _is_met_before(p: Parsed, verb: int, token: int) -> bool:
    """Whether somebody is met, or called, before a journey: "spoke with Rey before flying to Lima"."""
    link = p.heads[verb]
    return p.deps[verb] == "pcomp" and p.lower[link] == "before" and token < link and token in p.subtree(p.heads[link])


def is_of_another_land(p: Parsed, trigger: Trigger, token: int, cast: Cast) -> bool:
    """Whether somebody whom the encoder takes for a host is of another state than that of a journey's end: "go to Lima if Chad agrees"."""
    if trigger.entry.mode != "visit":
        return False
    goals = (t for slot in ("to", "obj") for t in fill(p, trigger.head, slot, trigger.tokens) if t != token)
    lands = {cast.entities[n].country for t in goals for n in cast.of(t) if cast.entities[n].kind == "state"} - {None}
    hosts = {cast.entities[n].country for n in cast.of(token) if cast.entities[n].kind == "state"} - {None}
    return bool(lands and hosts) and lands.isdisjoint(hosts)


def is_homeward(p: Parsed, trigger: Trigger, countries: Collection[str | None], cast: Cast) -> bool:
    """Whether a journey only leads home, to where its traveller is from: "returned home", "returned to Lima". It is no visit.

    `countries` are those of the travellers.
    """
    verb = trigger.head
    if trigger.entry.mode != "visit" or not is_verb(p, verb) or p.lemmas[verb] not in _GOING_BACK:
        return False
    if any(p.lower[c] == "home" for c in p.children[verb]):
        return True
    goals = (cast.mention(t) for t in prepositional(p, verb, "to")) if p.lemmas[verb] == "return" else ()
    homes = {m.identity.country for m in goals if m is not None and m.identity is not None and m.kind == "state"} - {None}
    return bool(homes & set(countries))


def is_mere_departure(p: Parsed, trigger: Trigger, actors: Collection[int], cast: Cast) -> bool:
    """Whether one who bears no arms only leaves a place: "the envoy left Chad", not "the troops left Chad". It is no withdrawal."""
    withdraws = (trigger.entry.type, trigger.entry.mode) == ("RETREAT", "withdraw")
    if not withdraws or p.lemmas[trigger.head] not in ("leave", "depart") or not actors:
        return False
    people = [cast.entities[n] for n in actors]
    sectors = {m.identity.sector for e in people for m in e.mentions if m.identity is not None}
    return all(e.kind == "person" for e in people) and not sectors & _OF_ARMS


_OF_ARMS = frozenset(("MIL", "REB", "UAF", "SPY"))
_GOING_BACK = frozenset("return go come fly head travel drive sail".split())


def is_left(trigger: Trigger, token: int, slot: str, cast: Cast) -> bool:
    """Whether a country or town is only where forces leave: "withdrew from Syria", "from the area"."""
    mention = cast.mention(token)
    if trigger.entry.type != "RETREAT" or slot != "from" or mention is None:
        return False
    return mention.kind in ("state", "place") or mention.unknown or cast.lemma(token) in words("place_nouns")


def no_traveller(trigger: Trigger, token: int, cast: Cast) -> bool:
    """Whether a name before a journey that is nobody's known ("a Sabbath flight") is no party to it."""
    mention = cast.mention(token)
    return trigger.entry.mode == "visit" and mention is not None and mention.identity is None and mention.kind == "organisation"


def fellow_travellers(p: Parsed, trigger: Trigger, cast: Cast) -> list[int]:
    """Who is travelled with: "flew to Lima with two aides"; they are companions 25 times of 33 (as counted for `is_goal`)."""
    if trigger.entry.mode != "visit":
        return []
    return [t for t in _beside(p, trigger) if any(cast.entities[n].kind in ("person", "group") for n in cast.of(t))]


def _beside(p: Parsed, trigger: Trigger) -> list[int]:
    """The nouns behind the word "with" that hangs on a verb of travelling."""
    return prepositional(p, trigger.head, "with") if is_verb(p, trigger.head) else []


def without_sights(p: Parsed, trigger: Trigger, parties: Sequence[Filled], spots: Iterable[Spot], cast: Cast) -> tuple[Filled, ...]:
    """The parties of a visit without what is only looked at or gone to: "toured a field hospital", "visited Kofo".

    In the annotated windows, passages and reports of our own, test part left out, such towns and buildings are never a host.
    """
    if trigger.entry.mode != "visit":
        return tuple(parties)
    places = {t for s in spots for t in range(s.first, s.end)}
    return tuple(f for f in parties if f.role != "recipient" or not _is_sight(p, trigger, f, places, cast))


def _is_sight(p: Parsed, trigger: Trigger, filled: Filled, places: Collection[int], cast: Cast) -> bool:
    """Whether a town, a building or a name that is nobody's known is what a traveller goes to see."""
    entity, token = cast.entities[filled.entity], filled.token
    if entity.kind in ("state", "armed_group") or (entity.kind == "person" and entity.titles):
        return False
    gone_to = is_verb(p, trigger.head) and token in fill(p, trigger.head, "obj", trigger.tokens)
    if p.lemmas[token] in words("scenes") | words("place_nouns") - {"country"}:
        return not p.tags[token].startswith("NNP")
    mention = cast.mention(token)
    if not gone_to or mention is None or mention.form != "name" or mention.identity is not None:
        return False
    return token in places or (all(m.name[1] - m.name[0] == 1 for m in entity.mentions) and not given_name_gender(p.words[token]))
