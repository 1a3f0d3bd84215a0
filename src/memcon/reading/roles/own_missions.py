"""A state's own missions and envoys abroad: who closes or reopens its embassy in another country, or calls its ambassador home from there,
does it to that country, and not to the embassy or the ambassador."""

from __future__ import annotations

from collections.abc import Sequence

from ..coreference.cast import Cast
from ..grammar.dependents import is_verb
from ..grammar.parsed import Parsed
from ..grammar.syntax import is_passive, objects, prepositional
from ..setting.place_phrases import Spot
from ..triggers.triggers import Trigger
from .filled import Filled

_MISSIONS = frozenset("embassy consulate mission legation".split())
_CLOSED_OR_OPENED = frozenset(("SANCTION", "SUPPORT"))
_ENVOYS = frozenset("ambassador envoy consul diplomat attache attaché charge chargé".split())
_OF_A_STATE = ("amod", "compound", "nmod", "poss")


def is_own_mission(p: Parsed, trigger: Trigger, token: int) -> bool:
    """Whether a word is a mission that nobody but who closes it is told to have, or an own envoy: "shut its embassy", "recalled its
    envoy", not "shut the Chadian embassy"."""
    if trigger.entry.type not in _CLOSED_OR_OPENED or not is_verb(p, trigger.head) or token not in objects(p, trigger.head):
        return False
    if p.lemmas[token] in _ENVOYS:
        return trigger.entry.mode == "withdraw" and any(p.deps[c] == "poss" and p.tags[c] == "PRP$" for c in p.children[token])
    if p.lemmas[token] not in _MISSIONS:
        return False
    of_whom = [c for c in p.children[token] if p.deps[c] in _OF_A_STATE or p.lower[c] == "of"]
    return all(p.tags[c] == "PRP$" for c in of_whom)


def with_host_of_mission(p: Parsed, trigger: Trigger, parties: tuple[Filled, ...], spots: Sequence[Spot], cast: Cast) -> tuple[Filled, ...]:
    """The parties; who closes or reopens a mission of its own does it to the state where that is: "closed its consulate in Lome", "recalled
    its envoys to Chad and Togo"."""
    missions = [o for o in objects(p, trigger.head) if is_own_mission(p, trigger, o)]
    whose = {n: c for o in missions for c in p.children[o] if p.tags[c] == "PRP$" for n in cast.of(c)}
    if whose and not any(f.role == "actor" for f in parties) and is_passive(p, trigger.head):  # "its own envoy had been recalled"
        called = tuple(Filled("actor", number, token, "owner") for number, token in whose.items())
        parties = (*called, *(f for f in parties if f.entity not in whose))
    if any(f.role == "recipient" for f in parties) or not missions:
        return parties
    own = {cast.entities[f.entity].country for f in parties if f.role == "actor"}
    sent_to = [t for held in (*missions, trigger.head) for word in ("to", "in", "from") for t in prepositional(p, held, word)]
    hosts = {n: t for t in sent_to for n in cast.of(t) if cast.entities[n].kind == "state" and cast.entities[n].country not in own}
    if not hosts:
        for spot in spots:
            states = [e.number for e in cast.entities if e.kind == "state" and e.country == spot.place.country and e.country not in own]
            if not states and (mention := cast.mention(spot.end - 1)) is not None and mention.capital:
                states = [n for n in cast.of(spot.end - 1) if cast.entities[n].country not in own]
            if states and spot.place.country:
                hosts = {states[0]: spot.end - 1}
                break
    return (*parties, *(Filled("recipient", number, token, "host") for number, token in hosts.items()))
