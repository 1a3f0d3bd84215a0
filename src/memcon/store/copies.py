"""Reports that repeat one another nearly word for word: wire copies and updates. One source with many outlets is not many sources.

Samples of five-word shingles that are the same in like texts, with banding (after Broder 1997; Leskovec, Rajaraman & Ullman, Mining of
Massive Datasets, ch. 3; the sample by consistent hashing, Karger et al. 1997): reports that share a band are compared in full. Where one
repeats most of another it is its copy, though it may say more (an update).
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from collections.abc import Iterable
from itertools import cycle

from sqlalchemy import Connection, bindparam, insert, select, update

from .schema import bands, reports

_WORD = re.compile(r"\w+")
SHINGLE = 5
BANDS = 16
ROWS = 3
"""A pair of likeness s shares a band with probability 1 - (1 - s^3)^16: .10 at .2, .87 at .5, .999 at .7."""
LIKE = 0.6
HELD = 0.8
"""A report is another's copy from this Jaccard likeness on, or if it holds so much of the other (or the other of it)."""
_LARGEST = (1 << 61) - 1
_SHORTEST = 20
_NOTE = insert(bands)
_SHARING = select(bands.c.report).where(bands.c.key.in_(bindparam("keys", expanding=True)))


def shingles(text: str) -> frozenset[int]:
    """Hashes of the runs of five words of a text, in lower case; empty for a text of fewer than twenty words.

    >>> len(shingles("Talks were held.")), len(shingles("one two three four five " * 5))
    (0, 5)
    """
    words = _WORD.findall(text.lower())
    if len(words) < _SHORTEST:
        return frozenset()
    runs = (" ".join(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1))
    return frozenset(int.from_bytes(hashlib.blake2b(run.encode("utf-8", "surrogatepass"), digest_size=8).digest()) >> 3 for run in runs)


def band_keys(found: frozenset[int]) -> list[int]:
    """The keys of a text's bands; texts much alike share at least one."""
    if not found:
        return []
    circles = [sorted((one * turn) & _LARGEST for one in found) for turn in _TURNS]
    next_ones = [circle[bisect_right(circle, point) % len(circle)] for circle, point in zip(cycle(circles), _POINTS, strict=False)]
    told = (f"{at}:{'.'.join(map(str, next_ones[at * ROWS : (at + 1) * ROWS]))}" for at in range(BANDS))
    return [int.from_bytes(hashlib.blake2b(one.encode(), digest_size=6).digest()) for one in told]


def note_bands(connection: Connection, number: str, found: frozenset[int]) -> list[int]:
    """Note a report's bands, by which others like it find it; gives them."""
    keys = list(dict.fromkeys(band_keys(found)))
    if keys:
        connection.execute(_NOTE, [{"key": key, "report": number} for key in keys])
    return keys


def likeness(one: frozenset[int], other: frozenset[int]) -> tuple[float, float]:
    """How alike two texts are (Jaccard), and how much of the shorter the longer holds; both 0..1.

    >>> likeness(frozenset((1, 2, 3)), frozenset((1, 2, 3, 4, 5, 6)))
    (0.5, 1.0)
    """
    if not one or not other:
        return 0.0, 0.0
    shared = len(one & other)
    return shared / len(one | other), shared / min(len(one), len(other))


def link(connection: Connection, number: str, text: str) -> str | None:
    """Note a new report's bands, and of which report it is a copy: the earliest published of those like it, or the first that came in.

    Returns that report's id. Where the new one is itself the earliest, the others become its copies.
    """
    found = shingles(text)
    keys = note_bands(connection, number, found)
    if not keys:
        return None
    near = {row.report for row in connection.execute(_SHARING, {"keys": keys})} - {number}
    like: dict[str, float] = {}
    for other in sorted(near):
        body = connection.execute(select(reports.c.text).where(reports.c.id == other)).scalar()
        jaccard, held = likeness(found, shingles(body or ""))
        if jaccard >= LIKE or held >= HELD:
            like[other] = round(max(jaccard, held), 3)
    if not like:
        return None
    first = _first(connection, [number, *like])
    for other in (number, *like):
        if other != first:
            share = like.get(other, max(like.values()))
            connection.execute(update(reports).where(reports.c.id == other).values(copy_of=first, likeness=share))
    connection.execute(update(reports).where(reports.c.id == first).values(copy_of=None, likeness=None))
    return first


def _first(connection: Connection, numbers: Iterable[str]) -> str:
    """The report that the others repeat: their own original where there is one, else the earliest."""
    columns = (reports.c.id, reports.c.published, reports.c.added, reports.c.copy_of)
    rows = connection.execute(select(*columns).where(reports.c.id.in_(list(numbers)))).all()
    originals = {row.copy_of for row in rows if row.copy_of}
    candidates = connection.execute(select(*columns).where(reports.c.id.in_([*originals, *(row.id for row in rows)]))).all()
    return str(min(candidates, key=lambda row: (row.published or "9999", row.added, row.id)).id)


_DRAWN = [int.from_bytes(hashlib.sha256(f"memcon {at}".encode()).digest()[:8]) >> 3 for at in range(BANDS * ROWS + 2 * ROWS)]
_POINTS, _TURNS = _DRAWN[: BANDS * ROWS], [one | 1 for one in _DRAWN[BANDS * ROWS :]]
"""Points on circles of hashes, the same in every store. The hash that comes next after a point is the same in two texts as often as the
texts are alike, as the least hash of a reordering would be; but it is found by bisection. A few circles keep the draws apart."""
