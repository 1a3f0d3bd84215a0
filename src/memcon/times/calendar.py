"""Calendar units as values: a day, week, month, quarter, year and so on, with what comes before and after it."""

from __future__ import annotations

import calendar as _calendar
from dataclasses import dataclass
from datetime import date, timedelta

DAYS = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}
MONTHS = {"month": 1, "quarter": 3, "season": 3, "half": 6, "year": 12, "decade": 120, "century": 1200, "millennium": 12000}
UNIT_OF_CODE = {
    "D": "day", "N": "day", "W": "week", "WE": "weekend", "F": "fortnight", "M": "month", "Q": "quarter",
    "Y": "year", "DE": "decade", "CE": "century", "ML": "millennium",
}  # fmt: skip
SEASONS = ("SP", "SU", "FA", "WI")
SEASON_START = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
FIRST_SEASON = 21  # EDTF writes spring as month 21


class OutOfCalendarError(ValueError):
    """A date that no calendar has, such as February 30, or one beyond the years 1 to 9999."""


@dataclass(frozen=True, slots=True)
class Period:
    """One calendar unit, named by `unit` and by its first day.

    >>> Period.of("week", date(2022, 3, 5))
    Period(unit='week', start=datetime.date(2022, 2, 28))
    >>> Period.of("week", date(2022, 3, 5)).shift(-1).edtf
    '2022-02-21/2022-02-27'
    >>> Period.of("quarter", date(2022, 3, 5)).value
    '2022-Q1'
    """

    unit: str
    start: date

    @classmethod
    def of(cls, unit: str, day: date) -> Period:
        """The unit that holds `day`; a weekend is the one at the end of the day's week."""
        year, month = day.year, day.month
        try:
            if unit == "day":
                return cls(unit, day)
            if unit in ("week", "fortnight"):
                return cls(unit, day - timedelta(day.weekday()))
            if unit == "weekend":
                return cls(unit, day + timedelta(5 - day.weekday()))
            if unit in ("month", "quarter", "half"):
                size = MONTHS[unit]
                return cls(unit, date(year, (month - 1) // size * size + 1, 1))
            if unit == "season":
                return cls(unit, date(year - (month < 3), month // 3 * 3 or 12, 1))
            if unit == "century":
                return cls(unit, date((year - 1) // 100 * 100 + 1, 1, 1))
            if unit == "millennium":
                return cls(unit, date((year - 1) // 1000 * 1000 + 1, 1, 1))
            return cls(unit, date(year // 10 * 10 if unit == "decade" else year, 1, 1))
        except (ValueError, OverflowError) as error:
            raise OutOfCalendarError(str(error)) from None

    @classmethod
    def season(cls, year: int, code: str) -> Period:
        """A season (`SP`, `SU`, `FA`, `WI`) as northern meteorology has it: spring begins in March, winter lasts from December to February.

        >>> Period.season(2015, "WI").edtf, Period.season(2015, "WI").last
        ('2015-24', datetime.date(2016, 2, 29))
        """
        return cls("season", make_date(year, SEASON_START[code], 1))

    @classmethod
    def year(cls, year: int) -> Period:
        """A year, 1 to 9999; OutOfCalendarError otherwise."""
        return cls.of("year", make_date(year, 1, 1))

    @property
    def last(self) -> date:
        """The unit's last day."""
        if self.unit in ("weekend", "fortnight", "week", "day"):
            return _add_days(self.start, 1 if self.unit == "weekend" else DAYS[self.unit] - 1)
        try:
            return add_months(self.start, MONTHS[self.unit]) - timedelta(1)
        except OutOfCalendarError:
            return date.max

    @property
    def value(self) -> str:
        """The TimeML value: `2022-03-05`, `2022-W09`, `2022-W09-WE`, `2022-Q1`, `199` (a decade), `19` (a century)."""
        start, year = self.start, f"{self.start.year:04d}"
        iso = start.isocalendar()
        written = {
            "day": start.isoformat(),
            "week": f"{iso[0]:04d}-W{iso[1]:02d}",
            "fortnight": f"{iso[0]:04d}-W{iso[1]:02d}",
            "weekend": f"{iso[0]:04d}-W{iso[1]:02d}-WE",
            "month": f"{year}-{start.month:02d}",
            "quarter": f"{year}-Q{(start.month + 2) // 3}",
            "half": f"{year}-H{(start.month + 5) // 6}",
            "season": f"{year}-{SEASONS[start.month // 3 - 1]}",
            "year": year,
            "decade": year[:3],
            "century": year[:2],
            "millennium": year[:1],
        }
        return written[self.unit]

    @property
    def edtf(self) -> str:
        """The same as EDTF: a day, month, season or year, or an interval of days, months or years."""
        if self.unit in ("day", "month", "year"):
            return self.value
        if self.unit == "season":
            return f"{self.start.year:04d}-{FIRST_SEASON + self.start.month // 3 - 1}"
        last = self.last
        if self.unit in DAYS:
            return f"{self.start.isoformat()}/{last.isoformat()}"
        if self.unit in ("quarter", "half"):
            return f"{self.start.year:04d}-{self.start.month:02d}/{last.year:04d}-{last.month:02d}"
        return f"{self.start.year:04d}/{last.year:04d}"

    def shift(self, count: int) -> Period:
        """The unit `count` units later; earlier where negative."""
        if self.unit in DAYS:
            return Period(self.unit, _add_days(self.start, DAYS[self.unit] * count))
        return Period(self.unit, add_months(self.start, MONTHS[self.unit] * count))

    def as_unit(self, unit: str) -> Period:
        """The unit of another size that holds this one's first day."""
        return Period.of(unit, self.start)


def make_date(year: int, month: int, day: int) -> date:
    """A date; OutOfCalendarError where there is no such day.

    >>> make_date(2022, 2, 30)
    Traceback (most recent call last):
    memcon.times.calendar.OutOfCalendarError: no day 30 in 2022-02
    """
    try:
        return date(year, month, day)
    except (ValueError, OverflowError):
        raise OutOfCalendarError(f"no day {day} in {year:04d}-{month:02d}") from None


def _add_days(day: date, count: int) -> date:
    try:
        return day + timedelta(count)
    except OverflowError:
        raise OutOfCalendarError(f"{count} days from {day} is beyond the calendar") from None


def add_months(day: date, count: int) -> date:
    """The same day of the month `count` months on, or that month's last day where it is shorter.

    >>> add_months(date(2022, 8, 31), -6)
    datetime.date(2022, 2, 28)
    """
    index = day.year * 12 + day.month - 1 + count
    year, month = divmod(index, 12)
    if not 1 <= year <= 9999:
        raise OutOfCalendarError(f"{count} months from {day} is beyond the calendar")
    return date(year, month + 1, min(day.day, _calendar.monthrange(year, month + 1)[1]))


def add(day: date, unit: str, count: int) -> date:
    """The day `count` units on, in exact days or months.

    >>> add(date(2022, 3, 5), "week", -2)
    datetime.date(2022, 2, 19)
    """
    if unit in DAYS:
        return _add_days(day, DAYS[unit] * count)
    return add_months(day, MONTHS[unit] * count)


def easter(year: int) -> date:
    """Western Easter Sunday of a year (the anonymous Gregorian computus).

    >>> easter(2022)
    datetime.date(2022, 4, 17)
    """
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    ell = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 19 * ell) // 433
    month = (h + ell - 7 * m + 90) // 25
    return make_date(year, month, (h + ell - 7 * m + 33 * month + 19) % 32)


def nth_weekday(year: int, month: int, weekday: int, which: int) -> date:
    """The `which`-th weekday (1 Monday .. 7 Sunday) of a month, counted from the end where negative.

    >>> nth_weekday(1999, 11, 4, 4)
    datetime.date(1999, 11, 25)
    """
    if which > 0:
        first = make_date(year, month, 1)
        return _add_days(first, (weekday - 1 - first.weekday()) % 7 + 7 * (which - 1))
    last = make_date(year, month, _calendar.monthrange(year, month)[1])
    return _add_days(last, -((last.weekday() - weekday + 1) % 7) + 7 * (which + 1))
