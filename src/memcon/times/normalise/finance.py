"""Quarters, halves and fiscal years."""

from __future__ import annotations

from ..calendar import Period, add, make_date
from ..reading import Circumstances, Match, Reading
from .years import year_in

_PART = {"quarter": ("Q", 3), "half": ("H", 6)}


def part_of_year(match: Match, at: Circumstances) -> Reading | None:
    """the third quarter, the first half of 2021, last year's fourth quarter, Q3 2020: the latest that has begun, or by tense."""
    size = match.options["size"]
    letter, months = _PART[size]
    number = 12 // months if match.has("final") else match.number("ordinal")
    if number is None or not 1 <= number <= 12 // months:
        return None
    fiscal = match.has("fiscal")
    year, anchored = year_in(match, at), False
    if year is None:
        if at.published is None:
            return Reading("DATE", f"XXXX-{letter}{int(number)}")
        anchored, year = True, at.published.year
        if match.has("rel"):
            year += {"last": -1, "next": 1}.get(match.words("rel")[0], 0)
        else:
            first, last = (int(number) - 1) * months + 1, int(number) * months
            tense = at.tense(match.first, match.last)
            future, past = tense == "future", tense == "past"
            ahead, behind = first - at.published.month, at.published.month + 12 - last
            if first > at.published.month and not future and (past or behind <= ahead):
                year -= 1
            elif future and last < at.published.month - 6:
                year += 1
    period = Period.of(size, make_date(year, (int(number) - 1) * months + 1, 1))
    if size == "quarter":
        at.half_year = False
        if at.quarter is None or at.published is None or period.last < at.published:
            at.quarter = period
    return Reading("DATE", period.value, None if fiscal else period.edtf, anchored, period)


def reporting_period(match: Match, at: Circumstances) -> Reading | None:
    """the latest quarter, the quarter, the period, the year-ago quarter: counted from the last quarter that was named."""
    back = int(match.options.get("years", "0"))
    year = year_in(match, at)
    if year is not None:
        if at.quarter is None or at.half_year:
            return Reading.of(Period.year(year), anchored=False)
        same = at.quarter.shift(4 * (year - at.quarter.start.year))
        return Reading("DATE", same.value, same.edtf, True)
    if at.quarter is None or (at.half_year and match.options.get("else") == "year"):
        if match.options.get("else") == "year" and at.published is not None:
            return Reading.of(Period.of("year", at.published).shift(-back))
        return None
    period = at.quarter.shift(-4 * back)
    return Reading("DATE", period.value, period.edtf, True, None)


def same_unit(match: Match, at: Circumstances) -> Reading | None:
    """the same month a year ago, the corresponding period last year: the unit that was told, in the other year."""
    unit = match.words("span")[0]
    told = at.recall()
    if unit in ("quarter", "period", "stretch") and at.quarter is not None and not at.half_year:
        at.recalled, told = None, at.quarter
    elif told is not None and unit in ("month", "week"):
        told = told.as_unit(unit) if told.unit in ("day", "week", "month") else None
    elif told is not None and told.unit == "day":
        told = None
    if told is None or told.unit not in ("week", "month", "quarter"):
        at.recalled = None
        year = year_in(match, at)
        if year is None:
            return Reading.of(Period.of("year", at.published).shift(-1)) if at.published else Reading.unresolved("year")
        return Reading.of(Period.year(year), anchored=False)
    year = year_in(match, at)
    steps = -1 if year is None else year - told.start.year
    return Reading.of(Period.of(told.unit, add(told.start, "year", steps)))


def fiscal_year(match: Match, at: Circumstances) -> Reading | None:
    """fiscal 1989: the name of the year, whose days are not known."""
    year = year_in(match, at)
    return Reading("DATE", f"{year:04d}") if year is not None else None
