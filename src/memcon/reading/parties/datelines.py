"""Where a report was filed: "LIMA, March 4 (Agency) --". Nobody speaks of it by a pronoun."""

from __future__ import annotations

from collections.abc import Collection

from ..grammar.parsed import Parsed
from ..parse.sentences import is_dateline

_LONGEST = 20  # tokens
_OPENING = 5  # sentences


def datelines(p: Parsed) -> frozenset[int]:
    """The numbers of the sentences that are datelines.

    >>> from memcon.reading.parse.parsing import parser
    >>> sorted(datelines(parser().parse("LIMA, March 4 (XYZ) - Rebels attacked a base. It burned.")))
    [0]
    """
    short = [(number, first, end) for number, (first, end) in enumerate(p.sentences) if 1 < end - first <= _LONGEST]
    return frozenset(number for number, first, end in short if is_dateline(p.text, p.starts[first], p.ends[end - 1]))


def bylines(p: Parsed) -> frozenset[int]:
    """The numbers of the first sentences that only tell who wrote the report: "By Ana Rey in Lima".

    >>> from memcon.reading.parse.parsing import parser
    >>> sorted(bylines(parser().parse("Rebels attack base\\n\\nBy Ana Rey in Lima\\n\\nRebels attacked a base. By Monday it burned.")))
    [1]
    """
    short = [(n, first, end) for n, (first, end) in enumerate(p.sentences[:_OPENING]) if 1 < end - first <= _LONGEST]
    return frozenset(n for n, first, end in short if p.lower[first] == "by" and _is_of_writers(p, first, end))


def _is_of_writers(p: Parsed, first: int, end: int) -> bool:
    """Whether a line that begins with "By" is one of its own, and holds a name or "our" and no verb or stop."""
    alone = p.words[end - 1] not in (".", "!", "?") and "\n" in p.text[p.ends[end - 1] : p.ends[end - 1] + 2]
    opens = first == 0 or "\n" in p.text[p.ends[first - 1] : p.starts[first]]
    named = p.tags[first + 1].startswith("NNP") or p.lower[first + 1] in ("our", "a", "staff") or p.words[first + 1].isupper()
    return alone and opens and named and not any(p.tags[t] in ("VBD", "VBZ", "VBP", "MD") for t in range(first, end))


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
