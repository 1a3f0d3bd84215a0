"""Mediations between other sides: "hosted talks between Chad and Togo ... mediates between Chad and the rebels"."""

from __future__ import annotations

from collections.abc import Sequence

from ..acts.acts import Act
from ..coreference.cast import Cast
from ..grammar.parsed import Parsed
from .comparing import like
from .group import Group

_TWO = 2


def between_others(_: Parsed, told: Sequence[Act], group: Group, cast: Cast) -> bool:
    """Whether two mediations each name two sides, one of whom at least is none of the other's.

    >>> from memcon.reading.pipeline import Report, read
    >>> text = "Oman hosted talks between Chad and Togo in May. Oman mediates between Togo and Peru."
    >>> sum(e.mode == "mediation" for e in read(Report("r", text, published="2022-03-05")).events)
    2
    """
    if group.type != "CONSULT" or "mediation" not in {a.mode for a in told} or "mediation" not in {a.mode for a in group.acts}:
        return False
    ours, theirs = ([sides for a in some if len(sides := _sides(a)) >= _TWO] for some in (told, group.acts))
    return bool(ours and theirs) and all(_are_others(one, other, cast) for one in ours for other in theirs)


def _sides(act: Act) -> set[int]:
    return {f.entity for f in act.parties if f.role == "recipient"}


def _are_others(one: set[int], other: set[int], cast: Cast) -> bool:
    return all(any(not any(like(x, y, cast) for y in b) for x in a) for a, b in ((one, other), (other, one)))
