"""Names in a picture that do not lie on one another: the first ones have the room, those that find none are left to the tables."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import repeat
from math import copysign

LETTER, LINE = 7.2, 15.0
"""Pixels that a letter of a label is wide and a line of it high."""
Point = tuple[float, float]


def free_places(named: Iterable[tuple[Point, str]], offsets: Iterable[float], sizes: Iterable[float] | None = None) -> list[float | None]:
    """For each mark, in the order of its weight, how far above (negative) or below it its name stands, the first of `offsets` that is free;
    None where none is. `sizes` are how much farther the names of the marks stand, one for each.

    >>> free_places([((10, 10), "Goris"), ((14, 12), "Tegh"), ((12, 11), "Kapan"), ((300, 10), "Baku")], (-14, 20))
    [-14.0, 20.0, None, -14.0]
    """
    taken: list[tuple[float, float, float, float]] = []
    found: list[float | None] = []
    tried = tuple(offsets)
    for ((x, y), name), size in zip(named, repeat(0.0) if sizes is None else sizes, strict=False):
        half = len(name) * LETTER / 2
        for offset in (one + copysign(size, one) for one in tried):
            box = (x - half, y + offset - LINE / 2, x + half, y + offset + LINE / 2)
            if not any(box[0] < right and left < box[2] and box[1] < bottom and top < box[3] for left, top, right, bottom in taken):
                taken.append(box)
                found.append(offset)
                break
        else:
            found.append(None)
    return found
