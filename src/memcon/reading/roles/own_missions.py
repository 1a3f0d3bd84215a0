"""A state's own missions abroad: who closes its embassy in another country turns on that country, and not on the embassy."""

from __future__ import annotations

from collections.abc import Sequence

from ..coreference.cast import Cast
from ..grammar.dependents import is_verb
from ..grammar.parsed import Parsed
from ..grammar.syntax import objects
from ..setting.place_phrases import Spot
from ..triggers.triggers import Trigger
from .filled import Filled

_MISSIONS = frozenset("embassy consulate mission legation".split())
_OF_A_STATE = ("amod", "compound", "nmod", "poss")


def is_own_mission(p: Parsed, trigger: Trigger, token: int) -> bool:
    """Whether a word is a mission that nobody but who closes it is told to have: "shut its embassy", not "shut the Chadian embassy"."""
    if trigger.entry.type != "SANCTION" or not is_verb(p, trigger.head) or p.lemmas[token] not in _MISSIONS:
        return False
    if token not in objects(p, trigger.head):
        return False
    of_whom = [c for c in p.children[token] if p.deps[c] in _OF_A_STATE or p.lower[c] == "of"]
    return all(p.tags[c] == "PRP$" for c in of_whom)


def with_host_of_mission(p: Parsed, trigger: Trigger, parties: tuple[Filled, ...], spots: Sequence[Spot], cast: Cast) -> tuple[Filled, ...]:
    """The parties; who closes a mission of its own does it to the state where that is: "Peru closed its consulate in Lome"."""
    if any(f.role == "recipient" for f in parties) or not any(is_own_mission(p, trigger, o) for o in objects(p, trigger.head)):
        return parties
    own = {cast.entities[f.entity].country for f in parties if f.role == "actor"}
    for spot in spots:
        hosts = [e.number for e in cast.entities if e.kind == "state" and e.country == spot.place.country and e.country not in own]
        if hosts and spot.place.country:
            return (*parties, Filled("recipient", hosts[0], spot.end - 1, "host"))
    return parties
