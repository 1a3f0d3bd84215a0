"""PLOVER's own coding of an event, where the codebook departs from it (docs/codebook.md 1.1; PLOVER manual 0.9).

A promised or offered act of CONSULT, SUPPORT, COOPERATE or AID is AGREE ("AGREE"). Who visits is the actor and the host the recipient, and
where nobody hosts all are actors ("CONSULT"); the record does the same, except that it lets a counterpart be the recipient.
"""

from __future__ import annotations

from dataclasses import dataclass

from memcon.model import Party

_PROMISED = frozenset(("CONSULT", "SUPPORT", "COOPERATE", "AID"))
_NOT_YET = frozenset(("planned", "offered"))
_OWN = frozenset(("VOTE", "STATEMENT"))
# Our modes that PLOVER spells otherwise or has not.
_MODES = {
    ("CONSULT", "call"): "phone",
    ("CONSULT", "message"): "phone",
    ("CONSULT", "meeting"): "",
    ("CONSULT", "mediation"): "",
    ("AID", "humanitarian"): "",
    ("AID", "military"): "",
    ("AID", "economic"): "",
    ("AID", "asylum"): "",
    ("THREATEN", "sanction"): "restrict",
}
_SIDES = ("actor", "recipient")


@dataclass(frozen=True, slots=True)
class Plover:
    """A PLOVER type and mode, and the named rule that gave them."""

    type: str
    mode: str
    rule: str


def plover(type: str, mode: str, status: str) -> Plover | None:
    """The PLOVER coding of a type, mode and status; None for the types that PLOVER does not have.

    >>> plover("AID", "humanitarian", "planned")
    Plover(type='AGREE', mode='', rule='plover.promised')
    >>> plover("CONSULT", "call", "happened")
    Plover(type='CONSULT', mode='phone', rule='plover.mode')
    >>> plover("VOTE", "", "happened") is None
    True
    """
    if type in _OWN:
        return None
    if type in _PROMISED and status in _NOT_YET:
        return Plover("AGREE", "", "plover.promised")
    if (type, mode) in _MODES:
        return Plover(type, _MODES[type, mode], "plover.mode")
    return Plover(type, mode, "plover.same")


def sides(type: str, mode: str, participants: tuple[Party, ...]) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Actors and recipients as PLOVER wants them: at a contact that nobody hosts, all are actors.

    A visit keeps its host as the recipient, mediation those mediated between.

    >>> from memcon.model import Span
    >>> both = tuple(Party(role, name, "person", Span(0, 1, "X")) for role, name in (("actor", "Bennett"), ("recipient", "Putin")))
    >>> [len(side) for side in sides("CONSULT", "meeting", both)], [len(side) for side in sides("CONSULT", "visit", both)]
    ([2, 0], [1, 1])
    """
    actors, recipients = (tuple(p for p in participants if p.role == role) for role in _SIDES)
    if type == "CONSULT" and mode not in ("visit", "mediation"):
        return actors + recipients, ()
    return actors, recipients
