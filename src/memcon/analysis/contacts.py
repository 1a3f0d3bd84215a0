"""Who was in contact with whom: the pairs of an act, and what is known of the order of two contacts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations, product

from memcon.merging.statuses import REAL

from .acts import Act
from .plain import Plain
from .who import Actor

CONTACT = "CONSULT"
CONTACTS = f"type:{CONTACT.lower()}"
"""The query for contacts."""
LEVELS = ("person", "state")
_NOUNS = ("call", "meeting", "visit", "message", "contact", "mediation")
_ONE_WAY = ("message",)
_TOGETHER = ("multilateral",)
"""Media in which the recipients were in contact with one another too: whoever "met A and B" or "called A and B" may have done so in
turn."""


@dataclass(frozen=True, slots=True)
class Pair(Plain):
    """Two parties in one contact, by node id. `a` is the actor where one side acts on the other (`directed`), else the first by id."""

    a: str
    b: str
    directed: bool
    act: Act

    def other(self, one: str) -> str:
        """The one of the two who is not `one`."""
        return self.b if one == self.a else self.a


def media_words(media: Mapping[str, int]) -> str:
    """How many contacts there were by each medium.

    >>> media_words({"call": 2, "meeting": 1, "multilateral": 2})
    '2 calls, 1 meeting, 2 multilateral'
    """
    return ", ".join(f"{number} {medium}{'s' if number > 1 and medium in _NOUNS else ''}" for medium, number in media.items())


def node(level: str) -> Callable[[Actor], str]:
    """What stands for an actor in a network: itself, or the state that it acts for (who acts for none stays itself)."""
    if level not in LEVELS:
        raise ValueError(f"there is no network by {level!r}; there are {', '.join(LEVELS)}")
    return (lambda actor: actor.id) if level == "person" else (lambda actor: actor.side)


def pairs(act: Act, of: Callable[[Actor], str]) -> tuple[Pair, ...]:
    """The pairs between whom a contact took place; none inside one side.

    An actor and a recipient are in contact, and so are two actors. Two recipients are at a conference alone: who called or met A and B may
    have done so one after the other, and to take that for direct talks between A and B would be the worst of errors here.

    >>> from .acts import Part
    >>> def part(role, code): return Part(role, Actor(f"state:{code}", code, "state", code, "GOV", None, code))
    >>> parts = (part("actor", "FIN"), part("recipient", "ISL"), part("recipient", "NOR"))
    >>> act = Act("m1", "CONSULT", "call", "happened", None, None, None, None, None, None, parts, (), 1)
    >>> [(pair.a, pair.b) for pair in pairs(act, node("state"))]
    [('FIN', 'ISL'), ('FIN', 'NOR')]
    """
    actors, recipients = act.of("actor"), act.of("recipient")
    found = [(one, other, True) for one, other in product(actors, recipients)]
    found += [(one, other, False) for one, other in combinations(actors, 2)]
    if act.mode in _TOGETHER:
        found += [(one, other, False) for one, other in combinations(recipients, 2)]
    made: dict[frozenset[str], Pair] = {}
    for one, other, directed in found:
        a, b = of(one), of(other)
        if a != b and one.side != other.side:
            first, second = (a, b) if directed else (min(a, b), max(a, b))
            made.setdefault(frozenset((a, b)), Pair(first, second, directed, act))
    return tuple(made.values())


def contacts(acts: Iterable[Act], statuses: Iterable[str] = REAL) -> tuple[Act, ...]:
    """The contacts among acts that have one of these statuses."""
    wanted = frozenset(statuses)
    return tuple(act for act in acts if act.type == CONTACT and act.status in wanted)


def carries(pair: Pair, source: str) -> bool:
    """Whether what `source` knows could pass to the other: both ways in all media but a message, which goes from actor to recipient."""
    return source in (pair.a, pair.b) and (pair.act.mode not in _ONE_WAY or not pair.directed or source == pair.a)
