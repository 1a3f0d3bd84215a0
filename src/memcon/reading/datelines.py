"""Where a report was filed: "LIMA, March 4 (Agency) --". Nobody speaks of it by a pronoun."""

from __future__ import annotations

from .parsed import Parsed
from .sentences import is_dateline

_LONGEST = 20  # tokens


def datelines(p: Parsed) -> frozenset[int]:
    """The numbers of the sentences that are datelines.

    >>> from memcon.reading.parsing import parser
    >>> sorted(datelines(parser().parse("LIMA, March 4 (XYZ) - Rebels attacked a base. It burned.")))
    [0]
    """
    short = [(number, first, end) for number, (first, end) in enumerate(p.sentences) if 1 < end - first <= _LONGEST]
    return frozenset(number for number, first, end in short if is_dateline(p.text, p.starts[first], p.ends[end - 1]))
