"""Stretches that are part of a named whole, and lengths told in several units."""

from __future__ import annotations

from datetime import timedelta

from ..calendar import UNIT_OF_CODE, OutOfCalendarError, Period, add
from ..lexicon import words
from ..numerals import number
from ..reading import Circumstances, Match, Reading
from .dates import month
from .lengths import CODES, length
from .years import year_in

_GRAIN = {"day": "day", "week": "day", "fortnight": "day", "month": "month", "quarter": "month"}
_ORDER = ("Y", "M", "D", "H", "MIN", "S")
_IN_DAYS = {"W": 7, "F": 14}


def units_of(match: Match, at: Circumstances) -> Reading | None:
    """the last three months of 2015, the first two weeks of December: a length, and the days of the whole that it covers."""
    code, count = match.unit("unitn"), 2 if match.has("couple") else match.number("num") if match.has("num") else None
    plain = Reading("DURATION", length(count, code))
    whole, anchored = _whole(match, at)
    unit = UNIT_OF_CODE.get(code, "")
    if whole is None or unit not in _GRAIN or count is None or count != int(count):
        return plain
    try:
        if match.has("final"):
            first, last = add(whole.last + timedelta(1), unit, -int(count)), whole.last
        else:
            first, last = whole.start, add(whole.start, unit, int(count)) - timedelta(1)
    except (OutOfCalendarError, OverflowError):
        return plain
    if first < whole.start or last > whole.last:
        return plain
    ends = [Period.of(_GRAIN[unit], day).value for day in (first, last)]
    return Reading("DURATION", plain.value, "/".join(dict.fromkeys(ends)), anchored)


def _whole(match: Match, at: Circumstances) -> tuple[Period | None, bool]:
    if match.has("month"):
        named = month(match, at)
        return (named.period, named.anchored) if named is not None else (None, False)
    year = year_in(match, at)
    if year is not None:
        return Period.year(year), False
    if at.published is None:
        return None, False
    shift = {"last": -1, "next": 1}.get(match.words("rel")[0], 0) if match.has("rel") else 0
    return Period.of(match.words("whole")[0], at.published).shift(shift), True


def added(match: Match, _at: Circumstances) -> Reading | tuple[()] | None:
    """4 hours, 31 minutes, 53 seconds; two years and three months: one length where the units fall. An age is none."""
    table = words()
    amounts: dict[str, int] = {}
    group: list[str] = []
    last = -1
    for word in match.tokens.words[match.first : match.last]:
        code = table["unit1"].get(word) or table["unitn"].get(word)
        if code is None:
            group.append(word)
            continue
        count, group = number([w for w in group if w not in (",", "and")]), []
        own, times = ("D", _IN_DAYS[code]) if code in _IN_DAYS else (CODES[code][1] if code in ("DE", "CE") else code, CODES[code][2])
        place = _ORDER.index(own) * 2 + (code == own) if own in _ORDER else -1
        if count is None or count != int(count) or place <= last:
            return None
        last = place
        amounts[own] = amounts.get(own, 0) + int(count) * times
    if match.has("old"):
        return ()
    day = "".join(f"{amounts[code]}{CODES[code][1]}" for code in _ORDER[:3] if code in amounts)
    clock = "".join(f"{amounts[code]}{CODES[code][1]}" for code in _ORDER[3:] if code in amounts)
    return Reading("DURATION", f"P{day}{'T' + clock if clock else ''}")
