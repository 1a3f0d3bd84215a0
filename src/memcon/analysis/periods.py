"""Days, weeks, months and years as rows of a panel."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from memcon.times import interval

UNITS = ("day", "week", "month", "year")
UNDATED = "undated"
"""The name of the row for what no period is known of."""


def iso_day(text: str | None) -> date | None:
    """The day that a text begins with, None where it is none.

    >>> iso_day("2022-03-05T10:00"), iso_day(None)
    (datetime.date(2022, 3, 5), None)
    """
    try:
        return date.fromisoformat((text or "")[:10])
    except ValueError:
        return None


def period_of(day: date, unit: str) -> str:
    """The name of the day, week (ISO 8601, from Monday), month or year that holds a day.

    >>> [period_of(date(2021, 1, 1), unit) for unit in UNITS]
    ['2021-01-01', '2020-W53', '2021-01', '2021']
    """
    if unit == "day":
        return day.isoformat()
    if unit == "week":
        year, week, _ = day.isocalendar()
        return f"{year:04}-W{week:02}"
    return day.isoformat()[: 7 if unit == "month" else 4]


def beginning(edtf: str | None) -> tuple[date, date] | None:
    """The first and last day on which what an EDTF value tells of may have begun; None where it is not told or has no beginning.

    >>> beginning("2022-02-24/.."), beginning("2022-03")
    ((datetime.date(2022, 2, 24), datetime.date(2022, 2, 24)), (datetime.date(2022, 3, 1), datetime.date(2022, 3, 31)))
    >>> beginning("../2019") is None
    True
    """
    head = (edtf or "..").split("/", maxsplit=1)[0]
    if head == "..":
        return None
    try:
        days = interval(head)
    except ValueError:
        return None
    return (days.first, days.last) if days.first and days.last else None


def period_told(edtf: str | None, unit: str) -> str | None:
    """The period in which an event began; None unless the value leaves no doubt which: a month has a year but no day.

    >>> period_told("2022-03", "month"), period_told("2022-03", "day"), period_told("2022-03-05/2022-04-01", "month")
    ('2022-03', None, '2022-03')
    """
    days = beginning(edtf)
    if days is None:
        return None
    first, last = (period_of(day, unit) for day in days)
    return first if first == last else None


def periods(first: date, last: date, unit: str) -> Iterator[str]:
    """The names of all periods from one day to another, both included.

    >>> list(periods(date(2022, 2, 28), date(2022, 3, 1), "month")), list(periods(date(2022, 3, 6), date(2022, 3, 7), "week"))
    (['2022-02', '2022-03'], ['2022-W09', '2022-W10'])
    """
    if unit == "year":
        yield from (f"{year:04}" for year in range(first.year, last.year + 1))
    elif unit == "month":
        months = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
        yield from (f"{month // 12:04}-{month % 12 + 1:02}" for month in months)
    else:
        step = 1 if unit == "day" else 7
        start = first if unit == "day" else first - timedelta(min(first.weekday(), first.toordinal() - 1))
        yield from (period_of(date.fromordinal(day), unit) for day in range(start.toordinal(), last.toordinal() + 1, step))
