"""Which offices of the sources are kept, and what they are called (`office_patterns.tsv`).

Rank: 1 heads of state and government, 2 foreign and defence ministers and heads of organisations, 3 other main offices, 4 the rest.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

# Deputies that are kept although the words that mark junior offices stand in their title.
KEPT = re.compile(r"^(deputy minister (of|for) (foreign|defen)|white house|federal )")


@cache
def patterns() -> tuple[re.Pattern[str], tuple[tuple[re.Pattern[str], str, str, str, int], ...]]:
    """What is left out, and (pattern, class, office, sector, rank) in order."""
    lines = (Path(__file__).parent / "office_patterns.tsv").read_text("utf-8").splitlines()[2:]
    table = [line.split("\t") for line in lines]
    drop = next(re.compile(row[0]) for row in table if row[1] == "drop")
    return drop, tuple((re.compile(row[0]), row[1], row[2], row[3], int(row[4])) for row in table if row[1] != "drop")


def classify(position: str) -> tuple[str, str, str, int] | None:
    """(class, office, sector, rank) of a position of the sources, or None where it is not kept.

    >>> classify("Minister of Foreign Affairs"), classify("Deputy Minister of Culture")
    (('foreign minister', 'foreign minister', 'GOV', 2), None)
    """
    position = position.lower().strip()
    drop, table = patterns()
    if drop.search(position) and not KEPT.match(position):
        return None
    for pattern, kind, office, sector, rank in table:
        if pattern.search(position):
            return (kind, office or position, sector, rank) if rank else None
    return None
