"""Which types and modes may name one act in two reports (codebook 4: type, medium)."""

from __future__ import annotations

from functools import cache

SPEECH = frozenset(("STATEMENT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT"))
"""Acts of words: a speaker does many a day, so that only the words tell them apart."""
PHYSICAL = frozenset(("ASSAULT", "PROTEST", "MOBILIZE", "COERCE"))
"""Acts at a place, many of a kind a day."""
_NEIGHBOURS = (
    ("AGREE", "CONSULT"), ("AGREE", "SUPPORT"), ("AGREE", "COOPERATE"), ("AGREE", "AID"), ("AID", "COOPERATE"), ("CONCEDE", "RETREAT"),
    ("AGREE", "RETREAT"), ("SANCTION", "COERCE"), ("STATEMENT", "REQUEST"), ("STATEMENT", "ACCUSE"), ("STATEMENT", "SUPPORT"),
    ("STATEMENT", "THREATEN"), ("STATEMENT", "REJECT"), ("ACCUSE", "REQUEST"), ("COERCE", "ASSAULT"), ("PROTEST", "ASSAULT"),
)  # fmt: skip
_NEAR = frozenset(frozenset(pair) for pair in _NEIGHBOURS)
_MEDIA = frozenset(frozenset(pair) for pair in (("meeting", "multilateral"), ("meeting", "mediation"), ("multilateral", "mediation")))
_WAYS_OF_HARM = frozenset(
    ("targeted", "destroy", "firearms", "explosives", "suicide-attack", "aerial", "drone", "heavy-weapons", "unconventional", "primitive")
)
_UNREST = frozenset(("demo", "riot", "obstruct", "vandalize"))
_LOOSE = frozenset(("REQUEST", "REJECT", "ACCUSE", "THREATEN", "AID", "MOBILIZE"))
"""Types whose modes are shades, read differently from the same words."""


@cache
def neighbours(type: str) -> frozenset[str]:
    """The types that a report may give where another gives this one, itself included.

    >>> sorted(neighbours("CONSULT"))
    ['AGREE', 'CONSULT']
    """
    return frozenset(t for pair in _NEAR if type in pair for t in pair) | {type}


def same_medium(type: str, a: str, b: str) -> bool | None:
    """Whether two modes can be of one act; None where it depends on the place (a visit and a meeting during it).

    >>> same_medium("CONSULT", "call", "meeting"), same_medium("CONSULT", "visit", "meeting"), same_medium("ASSAULT", "aerial", "drone")
    (False, None, True)
    """
    if a == b or not a or not b or type in _LOOSE:
        return True
    if type == "CONSULT":
        if frozenset((a, b)) in _MEDIA:
            return True
        return None if "visit" in (a, b) and {a, b} & {"meeting", "multilateral"} else False
    return {a, b} <= _WAYS_OF_HARM or {a, b} <= _UNREST
