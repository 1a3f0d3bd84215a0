"""Calendar units seen from the publication date, or from the last date mentioned: "last week", "two years ago", "the day before"."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise

from ..calendar import UNIT_OF_CODE, OutOfCalendarError, Period, add
from ..reading import UNKNOWN, Circumstances, Match, Reading
from .lengths import APPROXIMATE, length

_COUNTS = frozenset("time times first second third fourth fifth once twice low high rise fall increase".split())
_DURING = frozenset("for over during within throughout in".split())
CLOCK_UNITS = frozenset({"H", "MIN", "S"})
JUST_BEGUN = {"year": 60, "quarter": 20, "month": 7}  # days
_REACH = 8  # tokens from a superlative to the length of time: "the fiercest storm on this coast in ten years"
_SUPERLATIVES = frozenset(
    "worst best most first biggest largest deadliest bloodiest heaviest highest lowest longest strongest fiercest greatest gravest".split()
)


def deictic(match: Match, at: Circumstances) -> Reading | None:
    """last week, this month, next year, earlier this week, the end of the year, the current quarter, the previous month."""
    unit = UNIT_OF_CODE.get(match.unit("unit1"))
    if unit is None or (match.has("edge") and match.unit("unit1") == "N"):
        return None  # "in the middle of the night"
    shift = int(match.options.get("shift", "0"))
    if match.has("rel"):
        word = match.words("rel")[-1]
        shift = -1 if word in ("last", "past", "previous", "preceding", "prior") else 1 if word in ("next", "coming", "upcoming") else 0
    if at.published is None:
        return Reading.unresolved(unit)
    if unit == "day" and shift:
        return None
    here = Period.of(unit, at.published)
    if unit == "weekend":
        here, shift = _weekend(match, at, shift)
    if unit == "day":
        here = Period("day", at.published)
    if shift == 0 and _has_just_begun(match, at, here):
        shift = -1
    period = here.shift(shift)
    reading = Reading.of(period)
    if shift and unit in ("week", "month", "year") and _is_stretch(match, at):
        # "the past week", "for the next month" are the days up to publication or from it on, though TimeML writes a calendar unit.
        grain = "month" if unit == "year" else "day"
        ends = sorted((add(at.published, unit, shift), at.published))
        return Reading(reading.type, reading.value, "/".join(Period.of(grain, day).value for day in ends), True, None)
    return _within(match, at, reading, period) if shift == 0 and match.has("early") else reading


def _is_stretch(match: Match, at: Circumstances) -> bool:
    words = at.tokens.words
    if match.words("rel") == ["past"]:
        return True
    return match.first > 0 and words[match.first] == "the" and words[match.first - 1] in _DURING


def _has_just_begun(match: Match, at: Circumstances, here: Period) -> bool:
    """Whether the end of the unit that is told of must be the end of the one before: "by year's end it had won", written in January."""
    if match.has("rel") or at.published is None or here.unit not in JUST_BEGUN or at.tense(match.first, match.last) != "past":
        return False
    ends = match.value("edge") == "END" and match.words("edge") != ["rest"] if match.has("edge") else "end" in match.words("end")
    return ends and (at.published - here.start).days < JUST_BEGUN[here.unit]


def _weekend(match: Match, at: Circumstances, shift: int) -> tuple[Period, int]:
    assert at.published is not None
    here = Period.of("weekend", at.published)
    if shift == -1 and at.published.isoweekday() >= 6:
        return here, -1
    if shift == 0 and at.published.isoweekday() < 5 and at.tense(match.first, match.last) != "future":
        return here, -1
    return here, shift


def _within(match: Match, at: Circumstances, reading: Reading, period: Period) -> Reading:
    """Earlier this week is Monday to the day before publication, later this week the day after to Sunday; longer units stay whole."""
    word = match.words("early")[0]
    if period.unit != "week" or at.published is None or word not in ("earlier", "later"):
        return reading
    if word == "earlier":
        first, last = period.start, at.published - timedelta(1)
    else:
        first, last = at.published + timedelta(1), period.last
    if first > last:
        return reading
    edtf = first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
    return Reading(reading.type, reading.value, edtf, True, period)


def ago(match: Match, at: Circumstances) -> Reading | None:
    """seven years ago, two weeks ago, an hour ago, years ago, three days from now: as coarse as the unit."""
    code, sign = match.unit(), int(match.options.get("sign", "-1"))
    count = match.number("num") if match.has("num") else 1 if match.has("one") else None
    if match.has("couple"):
        count = 2
    if match.has("halved"):
        count = 0.5
    if match.has("half") and count is not None:
        count += 0.5
    if count is None:
        return Reading("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF")
    if code in CLOCK_UNITS:
        name = "DATE" if at.published is None else "TIME"
        return Reading(
            name, UNKNOWN["day"] if at.published is None else f"{at.published.isoformat()}TXX:XX", None, at.published is not None
        )
    unit = UNIT_OF_CODE[code]
    if at.published is None:
        return Reading.unresolved("year" if unit in ("decade", "century") else unit)
    if count != int(count):
        if unit == "year":
            unit, count = "month", count * 12
        elif unit in ("decade", "century"):
            unit, count = "year", count * (10 if unit == "decade" else 100)
        else:
            return Reading("DATE", "PAST_REF")
    steps = sign * int(count)
    if unit == "quarter" or (code == "Y" and at.quarter is not None and not at.half_year and match.options.get("quarter") and steps == -1):
        base = at.quarter or Period.of("quarter", at.published)
        return Reading.of(base.shift(steps * (4 if code == "Y" else 1)))
    day = add(at.published, unit, steps)
    coarse = {"decade": "year", "century": "year", "weekend": "weekend", "fortnight": "week"}.get(unit, unit)
    return Reading.of(Period.of("day" if match.has("exact") else coarse, day))


def from_told(match: Match, at: Circumstances) -> Reading | None:
    """three days later, a year earlier, the day before, the following month: counted from the last date mentioned."""
    if match.has("vague"):
        return Reading("DURATION", length(None, match.unit("vague")))
    code, sign = match.unit(), int(match.options.get("sign", "1"))
    count = match.number("num") if match.has("num") else None if match.has("few") else 1
    if match.has("later") and match.words("later")[0] in ("earlier", "before", "previously", "previous"):
        sign = -1
    if code == "Y" and at.quarter is not None and not at.half_year and match.options.get("quarter") and count == 1:
        return Reading.of(at.quarter.shift(4 * sign))
    if at.half_year and match.options.get("quarter") and at.published is not None:
        return Reading.of(Period.of("year", at.published).shift(sign))
    if code in CLOCK_UNITS or (match.has("few") and count is None):
        return Reading("DURATION", length(count, code))
    unit = UNIT_OF_CODE[code]
    last = at.recall()
    if sign < 0 and last is not None and at.published is not None and last.start > at.published:  # "is to leave on Friday. A day earlier"
        last = at.recall_day(match.first, match.last)
    if last is None and at.published is not None and match.options.get("else") == "published":
        last = Period("day", at.published)
    if last is None:
        return Reading.unresolved("year" if unit in ("decade", "century") else unit)
    if count is None or count != int(count):
        return Reading("DURATION", length(count, code))
    size = {
        "day": 0,
        "week": 1,
        "weekend": 1,
        "fortnight": 1,
        "month": 2,
        "quarter": 3,
        "half": 4,
        "year": 5,
        "decade": 6,
        "century": 7,
        "millennium": 8,
    }
    if size.get(unit, 9) < size.get(last.unit, 9):
        return Reading(
            "DATE", f"{last.value}-{'XX-XX' if last.unit == 'year' and unit == 'day' else 'XX'}" if last.unit != "week" else "XXXX-XX-XX"
        )
    if size[unit] > size.get(last.unit, 0):
        # A year after a day or a month is that day or month, not the whole year.
        moved = add(last.start, unit, sign * int(count))
        exact = unit in ("year", "month", "week") and last.unit in ("day", "month")
        return Reading.of(Period.of(last.unit if exact and match.options.get("exact") else unit, moved))
    return Reading.of(last.as_unit(unit).shift(sign * int(count)))


def told(match: Match, at: Circumstances) -> Reading | None:
    """that day, that year, the same month: the last date mentioned, in the unit named."""
    if match.has("same"):  # "by that time"
        last = at.recall_day(match.first, match.last)
        return Reading.of(last) if last is not None and last.unit in ("day", "month", "year") else None
    unit = UNIT_OF_CODE.get(match.unit("unit1"))
    if unit is None:
        return None
    last = at.recall_day(match.first, match.last) if unit == "day" else at.recall()
    if match.options.get("else") == "published" and at.published is not None and (last is None or last.unit != "day"):
        at.recalled = None
        return Reading.of(Period("day", at.published))
    if last is None:
        return Reading.unresolved(unit)
    order = ("day", "week", "month", "quarter", "half", "year", "decade", "century")
    if last.unit in order and unit in order and order.index(unit) < order.index(last.unit):
        return Reading.unresolved(unit)
    return Reading.of(last.as_unit(unit))


def stretch(match: Match, at: Circumstances) -> Reading | None:
    """the past three months, the next two weeks: a duration, and the days that it covers seen from publication."""
    code, count = match.unit(), match.number("num") if match.has("num") else 1 if match.options.get("one") else None
    value = length(2 if match.has("couple") else count, code)
    back = match.has("back")
    if at.published is None or count is None or count != int(count) or code in CLOCK_UNITS or APPROXIMATE & set(match.words("approx")):
        return Reading("DURATION", value)
    if at.tokens.words[match.last : match.last + 1] == ["of"]:
        return Reading("DURATION", value)  # "the last two weeks of the war"
    if (not back and not match.has("on")) or {"previous", "preceding", "prior"} & set(match.words("back")):
        return Reading("DURATION", value)
    unit = UNIT_OF_CODE[code]
    try:
        other = add(at.published, unit, int(count) * (-1 if back else 1))
    except OutOfCalendarError:
        return Reading("DURATION", value)
    grain = "day" if unit in ("day", "week", "weekend", "fortnight") else "month" if unit in ("month", "quarter") else "year"
    first, last = sorted((Period.of(grain, other), Period.of(grain, at.published)), key=lambda p: p.start)
    return Reading("DURATION", value, first.value if first == last else f"{first.value}/{last.value}", True)


def deadline(match: Match, at: Circumstances) -> Reading | None:
    """within six months: the length, and the latest time by which it must be, as coarse as the unit."""
    code, count = match.unit(), match.number("num")
    value = length(count, code)
    after = at.tokens.words[match.last] if match.last < len(at.tokens) else ""
    if at.published is None or count is None or count != int(count) or code in CLOCK_UNITS or after in ("of", "after", "before", "from"):
        return Reading("DURATION", value)
    if (at.tense(match.first, match.last) == "past" and after not in (".", ",")) or _was_to_be(at.tokens.words[: match.first]):
        return Reading("DURATION", value)
    unit = UNIT_OF_CODE[code]
    day = add(at.published, unit, int(count))
    coarse = "day" if unit in ("day", "week", "weekend", "fortnight") else "month" if unit in ("month", "quarter") else "year"
    return Reading("DURATION", value, f"../{Period.of(coarse, day).value}", True)


def _was_to_be(before: list[str]) -> bool:
    """Whether words tell what was to come at a time before: "was to leave within sixty days" is counted from then."""
    near = before[-_REACH:]
    return any(one in ("was", "were") and two == "to" for one, two in pairwise(near))


def unknown(match: Match, _at: Circumstances) -> Reading | None:
    """the day before the vote: a day that hangs on an event, whose own date is not known here."""
    unit = UNIT_OF_CODE.get(match.unit("unit1"))
    return Reading.unresolved(unit) if unit is not None and unit != "decade" else None


def told_weekday(match: Match, at: Circumstances) -> Reading | None:
    """the following Monday, the previous Monday: counted from the last day mentioned."""
    number = int(match.value("weekday"))
    last = at.recall_day(match.first, match.last)
    if last is None or last.unit != "day":
        return Reading("DATE", f"XXXX-WXX-{number}")
    day = last.start
    if match.has("same"):
        return Reading.of(Period("day", day)) if day.isoweekday() == number else Reading("DATE", f"XXXX-WXX-{number}")
    ahead = (number - day.isoweekday()) % 7 or 7
    return Reading.of(Period("day", add(day, "day", ahead if match.has("next") else ahead - 7 if ahead < 7 else -7)))


def in_so_long(match: Match, at: Circumstances) -> Reading | None:
    """in two weeks: a length; where the future is spoken of, the time that it leads to, as coarse as the unit."""
    code, count = match.unit(), 2 if match.has("couple") else match.number("num") if match.has("num") else None
    if count is None and match.words("few") == []:
        count = 1
    value = length(count, code)
    before = at.tokens.words[match.first - 2] if match.first > 1 else ""
    if at.published is None or count is None or count != int(count) or code in CLOCK_UNITS or before in _COUNTS:
        return Reading("DURATION", value)
    beside = at.tokens.words[max(0, match.first - _REACH) : match.first]
    if at.tense(match.first, match.last) != "future" or _SUPERLATIVES & set(beside):
        return Reading("DURATION", value)
    unit = UNIT_OF_CODE[code]
    coarse = {"decade": "year", "century": "year", "weekend": "week", "fortnight": "week"}.get(unit, unit)
    return Reading("DURATION", value, Period.of(coarse, add(at.published, unit, int(count))).edtf, True)
