"""Weekdays and the words for days around the publication date."""

from __future__ import annotations

from datetime import date, timedelta

from ..bounds import start_of_count
from ..calendar import Period, add
from ..reading import Circumstances, Match, Reading


def nearest(weekday: int, published: date, tense: str) -> date:
    """The day that a bare weekday means: today if it is that day, else the last one, or the next one where the future is spoken of.

    >>> nearest(6, date(2022, 3, 3), "past"), nearest(6, date(2022, 3, 3), "near")
    (datetime.date(2022, 2, 26), datetime.date(2022, 3, 5))
    """
    back = (published.isoweekday() - weekday) % 7
    if back == 0:
        return published
    ahead = tense == "future" or (tense == "near" and 7 - back < back)
    return published + timedelta(7 - back) if ahead else published - timedelta(back)


def _with_part(match: Match, day: Period) -> Reading:
    if match.has("partday"):
        return Reading("TIME", f"{day.value}T{match.value('partday')}", day.edtf, True, day)
    return Reading.of(day)


def weekday(match: Match, at: Circumstances) -> Reading | None:
    """Monday, last Monday, next Monday, Monday night, Monday of last week, the night of Monday."""
    if match.has("dayword"):
        return dayword(match, at)
    number = int(match.value("weekday"))
    if at.published is None:
        part = "T" + match.value("partday") if match.has("partday") else ""
        return Reading("TIME" if part else "DATE", f"XXXX-WXX-{number}{part}")
    published = at.published
    if match.has("week"):
        monday = Period.of("week", published).shift({"last": -1, "next": 1}.get(match.words("week")[0], 0)).start
        return _with_part(match, Period("day", monday + timedelta(number - 1)))
    if match.has("back"):
        day = published - timedelta((published.isoweekday() - number) % 7 or 7)
    elif match.has("on"):
        day = published + timedelta((number - published.isoweekday()) % 7 or 7)
    elif match.has("this"):
        day = Period.of("week", published).start + timedelta(number - 1)
    else:
        tense = at.tense(match.first, match.last)
        day = (at.same_weekday(number) if tense in ("", "near") else None) or nearest(number, published, tense)
    if match.has("ahead"):
        day = add(day, "week", 1)
    return _with_part(match, Period("day", day))


def dayword(match: Match, at: Circumstances) -> Reading | None:
    """today, yesterday, tomorrow, tonight; with a part of the day; the day before yesterday."""
    part = "NI" if match.words("dayword")[0] == "tonight" else match.value("partday") if match.has("partday") else None
    suffix = "T" + part if part else ""
    if at.published is None:
        return Reading("TIME" if part else "DATE", "XXXX-XX-XX" + suffix)
    shift = int(match.value("dayword")) + int(match.options.get("shift", "0"))
    day = Period("day", add(at.published, "day", shift))
    return Reading("TIME" if part else "DATE", day.value + suffix, day.edtf, True, day)


def recent_day(match: Match, _at: Circumstances) -> Reading | None:
    """a recent Tuesday, a recent afternoon: one that is not known."""
    part = f"T{match.value('partday')}" if match.has("partday") else ""
    day = f"XXXX-WXX-{match.value('weekday')}" if match.has("weekday") else "XXXX-XX-XX"
    return Reading("TIME" if part else "DATE", day + part)


def part_of_day(match: Match, at: Circumstances) -> Reading | None:
    """this morning, last night, that evening, in the evening, the following morning, the early hours of Saturday."""
    which, part = match.options["day"], match.value("partday")
    if which == "narrated":
        narrated = at.recall_narrated(match.first) if at.tense(match.first, match.last) == "past" else None
        if narrated is None:
            return None
        return Reading("TIME", f"{narrated.value}T{part}", narrated.edtf, True, narrated)
    if which == "told":
        told = at.recall_day(match.first, match.last)
        if told is None or told.unit != "day":
            return Reading("TIME", f"XXXX-XX-XXT{part}")
        day = told
    elif at.published is None:
        return Reading("TIME", f"XXXX-XX-XXT{part}")
    else:
        day = Period("day", at.published)
    day = day.shift(int(match.options.get("shift", "0")))
    return Reading("TIME", f"{day.value}T{part}", day.edtf, True, day)


def overnight(match: Match, at: Circumstances) -> Reading | None:
    """overnight: the night that ends on the day of the report; one that is to come is not known."""
    if at.published is None or at.tense(match.first, match.last) == "future":
        return Reading("TIME", "XXXX-XX-XXTNI")
    day = Period("day", at.published)
    eve = day.shift(-1)
    return Reading("TIME", f"{eve.value}TNI", f"{eve.edtf}/{day.edtf}", True)


def nth_day(match: Match, at: Circumstances) -> Reading | tuple[tuple[int, int, Reading], ...] | None:
    """its tenth day on Saturday: the day that is counted, and from the count the day when it began (the EDTF is open from there).

    Where the day stands before the count ("today is the eighth day of") they are two expressions.
    """
    number, unit = match.number("ordinal"), match.unit("unit1")
    if number is None or unit not in ("D", "W", "M", "Y") or number > 400:
        return None
    if at.published is None:
        return Reading("DATE", "XXXX-XX-XX")
    if match.has("weekday"):
        day = nearest(int(match.value("weekday")), at.published, at.tense(match.first, match.last))
    else:
        day = add(at.published, "day", int(match.value("dayword")))
    name = {"D": "day", "W": "week", "M": "month", "Y": "year"}[unit]
    begun = start_of_count(day, int(number), name)
    start = Period.of(name, begun).start
    coarse = start.isoformat()[: {"D": 10, "W": 10, "M": 7, "Y": 4}[unit]]
    today = Period("day", day)
    counted = Reading("DATE", today.value, f"{coarse}/..", True, today)
    named = "weekday" if match.has("weekday") else "dayword"
    if match.found.start(named) > match.found.start("ordinal"):
        return counted
    return (
        (match.found.start(named), match.found.end(named), Reading.of(today)),
        (match.found.start("ordinal"), match.found.end("unit1"), counted),
    )
