"""Which status stands of those that reports give an event."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

REAL = ("happened", "ongoing")
"""What took place, or does."""


def standing(told: Iterable[tuple[str, str]]) -> str:
    """The status that stands after (day of publication, status) of each telling.

    What was planned or offered and is later told as done was done, whatever the number of reports that announced it; a denial of what
    others assert as done weighs as many tellings as it has. Where nothing is told as done, the latest word stands.

    >>> standing([("2019-09-03", "planned"), ("2019-09-03", "planned"), ("2019-09-05", "happened")])
    'happened'
    >>> standing([("2019-09-08", "planned"), ("2019-09-09", "denied")]), standing([("2019-09-03", "happened"), ("2019-09-03", "denied")])
    ('denied', 'happened')
    """
    ordered = sorted(told)
    counts = Counter(status for _, status in ordered)
    done = {status: counts[status] for status in REAL if counts[status]}
    if done and sum(done.values()) >= counts["denied"]:
        return max(done, key=lambda status: done[status])
    if done:
        return "denied"
    latest = Counter(status for day, status in ordered if day == ordered[-1][0])
    return max(sorted(latest), key=lambda status: (status != "denied", latest[status]))
