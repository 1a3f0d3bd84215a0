"""Where a report was filed: "LIMA, March 4 (Agency) --". Nobody speaks of it by a pronoun."""

from __future__ import annotations

from collections.abc import Collection

from ..grammar.parsed import Parsed
from ..parse.sentences import is_dateline

_LONGEST = 20  # tokens


def datelines(p: Parsed) -> frozenset[int]:
    """The numbers of the sentences that are datelines.

    >>> from memcon.reading.parse.parsing import parser
    >>> sorted(datelines(parser().parse("LIMA, March 4 (XYZ) - Rebels attacked a base. It burned.")))
    [0]
    """
    short = [(number, first, end) for number, (first, end) in enumerate(p.sentences) if 1 < end - first <= _LONGEST]
    return frozenset(number for number, first, end in short if is_dateline(p.text, p.starts[first], p.ends[end - 1]))


def filed_from(p: Parsed, filed: Collection[int], first: int, end: int) -> bool:
    """Whether a name is the town that begins one of the datelines, whose numbers are given: "Clinton" below "CLINTON --".

    >>> from memcon.reading.parse.parsing import parser
    >>> p = parser().parse("CLINTON -- A Clinton couple was arrested.")
    >>> filed_from(p, datelines(p), 3, 4), filed_from(p, datelines(p), 4, 5)
    (True, False)
    """
    name = p.lower[first : first + 1] if end - first > 1 and not p.words[end - 1][:1].isalpha() else p.lower[first:end]
    towns = ((start, stop) for start, stop in (p.sentences[number] for number in filed) if p.words[start].isupper())
    return any(p.lower[start : min(stop, start + len(name))] == name for start, stop in towns)
