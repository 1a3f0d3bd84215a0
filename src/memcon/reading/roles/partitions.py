"""A number told again by its parts: "12 people, seven women and five men" are twelve."""

from __future__ import annotations

from memcon.times.numerals import number

from ..grammar.dependents import child
from ..grammar.parsed import Parsed
from .filled import Filled

_BESIDE = ("conj", "appos")


def without_parts(p: Parsed, parties: tuple[Filled, ...]) -> tuple[Filled, ...]:
    """The parties without those in a row behind another who are as many as it, and so its parts."""
    parts: set[int] = set()
    for whole in parties:
        count = _count(p, whole.token)
        row = [f for f in parties if f.role == whole.role and f.token > whole.token and _stands_behind(p, f.token, whole.token)]
        counts = [_count(p, f.token) for f in row]
        if count is not None and len(row) > 1 and None not in counts and sum(c for c in counts if c is not None) == count:
            parts |= {f.token for f in row}
    return tuple(f for f in parties if f.token not in parts)


def _count(p: Parsed, token: int) -> float | None:
    told = child(p, token, "nummod")
    return number([p.lower[told]]) if told is not None else None


def _stands_behind(p: Parsed, token: int, whole: int) -> bool:
    """Whether a word hangs on another as one of a row or as what it is called."""
    while p.deps[token] in _BESIDE and p.heads[token] >= whole:
        token = p.heads[token]
        if token == whole:
            return True
    return False
