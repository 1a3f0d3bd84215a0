"""PLOVER's own coding of an event, where the codebook departs from it (CODEBOOK 1.1; PLOVER manual 0.9, "AGREE")."""

from __future__ import annotations

from dataclasses import dataclass

_PROMISED = frozenset(("CONSULT", "SUPPORT", "COOPERATE", "AID"))
_NOT_YET = frozenset(("planned", "offered"))
_OWN = frozenset(("VOTE", "STATEMENT"))


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
    >>> plover("VOTE", "", "happened") is None
    True
    """
    if type in _OWN:
        return None
    if type in _PROMISED and status in _NOT_YET:
        return Plover("AGREE", "", "plover.promised")
    own_mode = "" if type == "CONSULT" and mode in ("mediation", "multilateral", "message") else mode
    return Plover(type, own_mode, "plover.same")
