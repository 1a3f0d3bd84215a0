"""EDTF values as intervals of days: read, compare, widen. Only the forms that the codebook writes are read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from .calendar import FIRST_SEASON, SEASONS, OutOfCalendarError, Period, make_date

_POINT = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T\d\d(?::\d\d(?::\d\d)?)?(?:Z|[+-]\d\d:\d\d)?)?)?)?\Z")


@dataclass(frozen=True, slots=True)
class Interval:
    """First and last day, both included; None where that side is open."""

    first: date | None
    last: date | None

    def contains(self, other: Interval) -> bool:
        """Whether every day of `other` is a day of this one.

        >>> interval("2022-03").contains(interval("2022-03-05"))
        True
        """
        left = self.first is None or (other.first is not None and self.first <= other.first)
        right = self.last is None or (other.last is not None and other.last <= self.last)
        return left and right

    def overlaps(self, other: Interval) -> bool:
        """Whether the two share a day: times that may be of one event.

        >>> interval("2022-02-24/..").overlaps(interval("2022-02"))
        True
        """
        left = self.last is None or other.first is None or other.first <= self.last
        right = self.first is None or other.last is None or self.first <= other.last
        return left and right

    @property
    def days(self) -> int | None:
        """How many days it has; None where a side is open."""
        return None if self.first is None or self.last is None else (self.last - self.first).days + 1


def point(text: str) -> Period | None:
    """The day, month, season or year that an EDTF point names (a time of day is let pass); None where there is no such.

    Seasons are the northern ones of meteorology: 21 is March to May, 22 June to August, 23 September to November, 24 December to February
    of the next year.

    >>> point("2022-03").last, point("2022-21").last
    (datetime.date(2022, 3, 31), datetime.date(2022, 5, 31))
    """
    found = _POINT.match(text)
    if found is None:
        return None
    try:
        if found[3]:
            return Period("day", make_date(int(found[1]), int(found[2]), int(found[3])))
        if found[2] and FIRST_SEASON <= int(found[2]) < FIRST_SEASON + len(SEASONS):
            return Period.season(int(found[1]), SEASONS[int(found[2]) - FIRST_SEASON])
        if found[2]:
            return Period("month", make_date(int(found[1]), int(found[2]), 1))
        return Period.year(int(found[1]))
    except OutOfCalendarError:
        return None


def interval(edtf: str) -> Interval:
    """The days of an EDTF value; ValueError where it is none of the codebook's forms.

    A season has the days that `point` gives it.

    >>> interval("2022-02-21/2022-02-27").days, interval("../2018-10").last, interval("2015-24").last
    (7, datetime.date(2018, 10, 31), datetime.date(2016, 2, 29))
    """
    sides = edtf.split("/")
    ends = [None if side == ".." else point(side) for side in sides]
    if len(sides) > 2 or any(end is None and side != ".." for end, side in zip(ends, sides, strict=True)) or sides == [".."]:
        raise ValueError(f"not an EDTF day, month, season, year or interval: {edtf!r}")
    first, last = ends[0], ends[-1]
    return Interval(first.start if first else None, last.last if last else None)


def finer(a: str, b: str) -> str:
    """Of two EDTF values the one that says more: the shorter, a closed one before an open one; the first where they say as much.

    >>> finer("2022-03", "2022-03-05")
    '2022-03-05'
    """
    size_a, size_b = interval(a).days, interval(b).days
    if size_b is None or (size_a is not None and size_a <= size_b):
        return a
    return b


def opened(edtf: str) -> str | None:
    """From its first day on, written as precisely as it was: `2014` gives `2014/..`; None where it has no beginning.

    >>> opened("2014"), opened("2022-02-21/2022-02-27"), opened("../2018")
    ('2014/..', '2022-02-21/..', None)
    """
    first = edtf.split("/", maxsplit=1)[0]
    return None if first == ".." else f"{first}/.."


def closed(edtf: str) -> str | None:
    """Up to its last day: `2018-10` gives `../2018-10`; None where it has no end.

    >>> closed("2018-10"), closed("2022-02-21/2022-02-27")
    ('../2018-10', '../2022-02-27')
    """
    last = edtf.rsplit("/", maxsplit=1)[-1]
    return None if last == ".." else f"../{last}"


def before(edtf: str) -> str | None:
    """All time before it: the day, month, season or year before its first, and what was earlier.

    >>> before("2018"), before("2022-03-01")
    ('../2017', '../2022-02-28')
    """
    first = point(edtf.split("/", maxsplit=1)[0])
    try:
        return f"../{first.shift(-1).edtf}" if first else None
    except OutOfCalendarError:
        return None


def after(edtf: str) -> str | None:
    """All time after it.

    >>> after("2022-02-28"), after("2022-02-21/2022-02-27")
    ('2022-03-01/..', '2022-02-28/..')
    """
    last = point(edtf.rsplit("/", maxsplit=1)[-1])
    try:
        return f"{last.shift(1).edtf}/.." if last else None
    except OutOfCalendarError:
        return None
