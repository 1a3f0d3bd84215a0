"""Entries of a report that is written as the day goes on, each begun with the time: "13:30 The emir has left.\n\n11:50 The envoy ..."."""

from __future__ import annotations

import re

from .parsed import Parsed

_CLOCK = re.compile(r"(?:[01]?\d|2[0-3])[:.h][0-5]\d\b")
_FEWEST = 3


def entry_starts(p: Parsed) -> dict[int, int]:
    """For each sentence of such a report the first one of its entry; empty for other reports.

    >>> from memcon.reading.parse.parsing import parser
    >>> entry_starts(parser().parse("13:30 He left.\\n\\n12:10 She came. He sat.\\n\\n11:00 They met."))
    {0: 0, 1: 1, 2: 1, 3: 3}
    >>> entry_starts(parser().parse("He left. She came."))
    {}
    """
    begun: dict[int, int] = {}
    first = None
    for number, (start, _) in enumerate(p.sentences):
        before = p.text[: p.starts[start]].rstrip(" ")
        if (not before or before.endswith("\n")) and _CLOCK.match(p.text, p.starts[start]):
            first = number
        if first is not None:
            begun[number] = first
    return begun if len(set(begun.values())) >= _FEWEST else {}
