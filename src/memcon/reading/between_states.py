"""What those of several states do among themselves, the states do: "U.S. and Russian officials met", "Thai and Lao troops clashed"."""

from __future__ import annotations

from .cast import Cast
from .dependents import coordinated
from .filled import Filled, once
from .parsed import Parsed
from .roles import undirected
from .triggers import Trigger

_FIGHTING = frozenset("battle clash fight fighting war skirmish trade exchange".split())


def among_states(p: Parsed, trigger: Trigger, cast: Cast, parties: tuple[Filled, ...]) -> tuple[Filled, ...]:
    """The parties of a contact, a fight or a deal; where it is one group of several states and nobody else, these states.

    A group is one party in all else that it does and undergoes, as it is annotated. Who talks to whom is asked of states.
    """
    fights = trigger.entry.type == "ASSAULT" and p.lemmas[trigger.head] in _FIGHTING
    mutual = fights or undirected(trigger.entry.type, trigger.entry.mode) or trigger.entry.type in ("AGREE", "COOPERATE")
    actors = [f for f in parties if f.role == "actor"]
    if not mutual or len(actors) != 1 or any(f.role == "recipient" for f in parties):
        return parties
    states = _states_of(p, actors[0].token, cast)
    if len(states) < 2:
        return parties
    return (*once(Filled("actor", n, t, actors[0].slot) for t in states for n in cast.of(t)), *(f for f in parties if f.role != "actor"))


def _states_of(p: Parsed, noun: int, cast: Cast) -> list[int]:
    """The words for several states before a plural: "Thai and Cambodian troops"."""
    if p.tags[noun] != "NNS":
        return []
    rows = [coordinated(p, c) for c in p.children[noun] if p.deps[c] in ("amod", "nmod", "compound", "poss") and c < noun]
    return next((r for r in rows if len(r) > 1 and all(any(cast.entities[n].kind == "state" for n in cast.of(t)) for t in r)), [])
