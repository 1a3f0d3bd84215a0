"""Dates that name a day or a month: "March 5", "5 March 2022", "last May", "the 15th", "the week of March 14"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from ..calendar import OutOfCalendarError, Period, add, make_date
from ..lexicon import known_days
from ..reading import Circumstances, Match, Reading
from .years import century_of, year_in

MONTH_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_ISO = re.compile(r"(\d{4})[-/](\d\d)[-/](\d\d)(?:[t ](\d\d):(\d\d)(?::(\d\d))?(?:\.\d+)?(z|[+-]\d\d:?\d\d)?)?")


def iso(match: Match, _at: Circumstances) -> Reading | None:
    """2022-03-05 or 2022-03-05T10:30Z."""
    found = _ISO.match(match.words("iso")[0])
    if found is None:
        return None
    try:
        day = Period("day", make_date(int(found[1]), int(found[2]), int(found[3])))
    except OutOfCalendarError:
        return Reading("DATE", "XXXX-XX-XX")
    if found[4] is None:
        return Reading.of(day, anchored=False)
    if int(found[4]) > 24 or int(found[5]) > 59:
        return None
    clock = f"{day.value}T{found[4]}:{found[5]}"
    return Reading("TIME", clock, clock, False, day)


def slash(match: Match, at: Circumstances) -> Reading | None:
    """3/25/2022: read only where one order alone is possible, or both agree; 25.3.2022 has the day first."""
    word = match.words("slash")[0]
    a, b, year_text = word.replace(".", "/").split("/")
    year = int(year_text) if len(year_text) == 4 else century_of(int(year_text), at.published)
    orders = {(int(b), int(a))} if "." in word else {(int(a), int(b)), (int(b), int(a))}
    days = set()
    for month, day in orders:
        try:
            days.add(make_date(year, month, day))
        except OutOfCalendarError:
            continue
    if len(days) == 1:
        return Reading.of(Period("day", days.pop()), anchored=False)
    return Reading("DATE", f"{year:04d}-XX-XX") if days else Reading("DATE", "XXXX-XX-XX")


def nearest_year(month: int, day: int, published: date, tense: str, whole_month: bool) -> date:
    """The date with this month and day that the words must mean, seen from the publication date."""
    choices = []
    for year in range(published.year - 1, published.year + 2):
        try:
            choices.append(make_date(year, month, day))
        except OutOfCalendarError:
            continue
    if not choices:
        for year in (published.year + away for n in range(2, 9) for away in (-n, n)):  # February 29 may be eight years off
            try:
                choices.append(make_date(year, month, day))
            except OutOfCalendarError:
                continue
    reference = published.replace(day=1) if whole_month else published

    def distance(choice: date) -> float:
        away = (choice - reference).days
        if whole_month:
            if away == 0:
                return 0
            if tense == "future":
                return away if away > 0 else 8 * -away
            return -away if away < 0 else away * (4 if tense == "past" else 1.5)
        if away > 0:
            return away * {"future": 0.5, "past": 3.0}.get(tense, 1.4)
        return -away * {"future": 2.5, "past": 0.8}.get(tense, 1.0)

    return min(choices, key=distance)


def month_day(match: Match, at: Circumstances) -> Reading | None:
    """A month and a day of it, with or without the year; the year without one is the nearest that the tense allows."""
    reading = _month_day(match, at)
    if reading is None or not match.has("partday"):
        return reading
    return replace(reading, type="TIME", value=f"{reading.value}T{match.value('partday')}")


def _month_day(match: Match, at: Circumstances) -> Reading | None:
    month = int(match.value("month"))
    group = match.words("dm")
    number = match.number("dm")
    if number is None or not group:
        return None
    day, year = int(number), year_in(match, at)
    told = told_year(match, at)
    year = told if told is not None else year
    if match.has("rel") and at.published is not None:
        year = at.published.year + {"last": -1, "next": 1}.get(match.words("rel")[0], 0)
    if not 1 <= day <= MONTH_DAYS[month - 1]:
        return Reading("DATE", "XXXX-XX-XX")
    if year is not None:
        try:
            full = make_date(year, month, day)
        except OutOfCalendarError:
            return Reading("DATE", "XXXX-XX-XX")
        at.name(full)
        return Reading.of(Period("day", full), anchored=match.has("rel") or told is not None)
    known = known_days().get((month, day))
    if known and match.last < len(at.tokens) and at.tokens.words[match.last] in known[1]:
        return Reading.of(Period("day", make_date(known[0], month, day)), anchored=False)
    if match.has("back") and at.published:
        choice = nearest_year(month, day, at.published, "past", False)
        if choice >= at.published:
            choice = make_date(choice.year - 1, month, min(day, 28) if month == 2 else day)
        return Reading.of(Period("day", choice))
    if at.published is None:
        last = at.recall()
        if last is not None and last.unit in ("day", "month", "year"):
            return Reading.of(Period("day", make_date(last.start.year, month, min(day, 28) if month == 2 else day)))
        return Reading("DATE", f"XXXX-{month:02d}-{day:02d}")
    tense = at.tense(match.first, match.last, lean=True)
    choice = at.same_day(month, day, tense) or nearest_year(month, day, at.published, tense, False)
    at.name(choice)
    return Reading.of(Period("day", choice))


def month(match: Match, at: Circumstances) -> Reading | None:
    """A month, with its year, with "last" or "next", or the one that the tense means."""
    number, year = int(match.value("month")), year_in(match, at)
    told = told_year(match, at)
    if told is not None:
        return Reading.of(Period.of("month", make_date(told, number, 1)))
    if year is not None:
        return Reading.of(Period.of("month", make_date(year, number, 1)), anchored=False)
    if match.has("rel"):
        if at.published is None:
            return Reading("DATE", f"XXXX-{number:02d}")
        shift = {"last": -1, "next": 1}.get(match.words("rel")[0], 0)
        return Reading.of(Period.of("month", make_date(at.published.year + shift, number, 1)))
    if at.published is None:
        return Reading("DATE", f"XXXX-{number:02d}")
    now = Period.of("month", at.published).start
    if match.has("back"):
        return Reading.of(Period.of("month", make_date(now.year - (number >= now.month), number, 1)))
    if match.has("on"):
        return Reading.of(Period.of("month", make_date(now.year + (number <= now.month), number, 1)))
    if match.has("this"):
        return Reading.of(Period.of("month", make_date(now.year, number, 1)))
    return Reading.of(Period.of("month", nearest_year(number, 1, at.published, at.tense(match.first, match.last, lean=True), True)))


def told_year(match: Match, at: Circumstances) -> int | None:
    """The year that "of that year" means behind a month: that of the last date mentioned."""
    last = at.recall() if match.has("told") else None
    return last.start.year if last is not None and last.unit in ("day", "week", "month", "quarter", "half", "year") else None


def day_pair(match: Match, at: Circumstances) -> tuple[tuple[int, int, Reading], ...] | None:
    """April 24 and 25; 14 to 15 March: two expressions, the second with the first one's month or the first with the second's."""
    number, year = int(match.value("month")), year_in(match, at)
    days = [match.number("dm"), match.number("dm2")]
    if any(day is None or not 1 <= day <= MONTH_DAYS[number - 1] for day in days):
        return None
    readings: list[Reading] = []
    for day in days:
        assert day is not None
        if year is None and at.published is None:
            readings.append(Reading("DATE", f"XXXX-{number:02d}-{int(day):02d}"))
            continue
        try:
            if year is not None:
                found = make_date(year, number, int(day))
            else:
                assert at.published is not None
                found = nearest_year(number, int(day), at.published, at.tense(match.first, match.last), False)
        except OutOfCalendarError:
            return None
        readings.append(Reading.of(Period("day", found), anchored=year is None))
    first_end = max(match.found.end("dm"), match.found.end("month") if match.found.start("month") < match.found.start("dm") else 0)
    return ((match.first, first_end, readings[0]), (match.found.start("dm2"), match.last, readings[1]))


def day_of_month(match: Match, at: Circumstances) -> Reading | None:
    """the 15th: of the month that the tense means."""
    number = match.number("dm")
    if number is None:
        return None
    if at.published is None:
        return Reading("DATE", f"XXXX-XX-{int(number):02d}")
    here = Period.of("month", at.published)
    future = at.tense(match.first, match.last) == "future"
    if future and number < at.published.day:
        here = here.shift(1)
    elif not future and number > at.published.day:
        here = here.shift(-1)
    return Reading.of(Period("day", make_date(here.start.year, here.start.month, int(number))))


def week_of(match: Match, at: Circumstances) -> Reading | None:
    """the week of March 14: the week that holds the day."""
    day = month_day(match, at)
    if day is None or day.period is None:
        return Reading("DATE", "XXXX-WXX")
    return Reading.of(day.period.as_unit("week"), anchored=day.anchored)


def part_of_month(match: Match, at: Circumstances) -> Reading | None:
    """the first week of April, the last day of February: days counted from the month's first or last."""
    whole = month(match, at)
    number = 1 if match.has("final") else match.number("ordinal")
    if whole is None or number is None or not 1 <= number <= (31 if match.unit("unit1") == "D" else 5):
        return None
    if whole.period is None:
        return Reading.unresolved("day" if match.unit("unit1") == "D" else "week")
    size = 1 if match.unit("unit1") == "D" else 7
    begins, ends = whole.period.start, whole.period.last
    first = add(ends, "day", 1 - size) if match.has("final") else add(begins, "day", (int(number) - 1) * size)
    last = min(add(first, "day", size - 1), ends)
    if first > ends:
        return Reading("DATE", "XXXX-XX-XX")
    if size == 1:
        return Reading.of(Period("day", first), anchored=whole.anchored)
    week = Period.of("week", first)
    return Reading("DATE", week.value, f"{first.isoformat()}/{last.isoformat()}", whole.anchored, week)
