"""Dates that name a month, a year or more: "March 5", "5 March 2022", "the 1990s", "the third quarter"."""

from __future__ import annotations

import re
from datetime import date

from ..calendar import SEASON_START, OutOfCalendarError, Period, make_date
from ..lexicon import known_days, words
from ..reading import Circumstances, Match, Reading

MONTH_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[t ](\d\d):(\d\d)(?::(\d\d))?(?:\.\d+)?(z|[+-]\d\d:?\d\d)?)?")


def century_of(two_digits: int, published: date | None) -> int:
    """The year that two digits mean: the latest not more than ten years after publication (after 2029 where that is unknown)."""
    limit = (published.year if published else 2019) + 10
    return limit - (limit - two_digits) % 100


def year_in(match: Match, at: Circumstances, name: str = "yr") -> int | None:
    """The year in a group, two-digit ones ("'98") set in their century; None where the group is empty."""
    group = match.words(name)
    if not group:
        return None
    digits = group[0].lstrip("'’‘")
    return century_of(int(digits), at.published) if len(digits) == 2 else int(digits)


def iso(match: Match, at: Circumstances) -> Reading | None:
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
        for year in (published.year - 2, published.year - 3, published.year + 2, published.year + 3):
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
                return away if away > 0 else 3 * -away
            return -away if away < 0 else 4 * away
        if away > 0:
            return away * {"future": 0.5, "past": 4.0}.get(tense, 1.4)
        return -away * {"future": 2.5, "past": 0.7}.get(tense, 1.0)

    return min(choices, key=distance)


def month_day(match: Match, at: Circumstances) -> Reading | None:
    """A month and a day of it, with or without the year; the year without one is the nearest that the tense allows."""
    month = int(match.value("month"))
    group = match.words("dm")
    number = match.number("dm")
    if number is None or not group:
        return None
    day, year = int(number), year_in(match, at)
    if not 1 <= day <= MONTH_DAYS[month - 1]:
        return Reading("DATE", "XXXX-XX-XX")
    if year is not None:
        try:
            return Reading.of(Period("day", make_date(year, month, day)), anchored=False)
        except OutOfCalendarError:
            return Reading("DATE", "XXXX-XX-XX")
    known = known_days().get((month, day))
    if known and match.last < len(at.tokens) and at.tokens.words[match.last] in known[1]:
        return Reading.of(Period("day", make_date(known[0], month, day)), anchored=False)
    if match.has("back") and at.published:
        choice = nearest_year(month, day, at.published, "past", False)
        if choice >= at.published:
            choice = make_date(choice.year - 1, month, min(day, 28) if month == 2 else day)
        return Reading.of(Period("day", choice))
    if at.published is None:
        if at.last is not None and at.last.unit in ("day", "month", "year"):
            return Reading.of(Period("day", make_date(at.last.start.year, month, min(day, 28) if month == 2 else day)))
        return Reading("DATE", f"XXXX-{month:02d}-{day:02d}")
    return Reading.of(Period("day", nearest_year(month, day, at.published, at.tense(match.first, match.last), False)))


def month(match: Match, at: Circumstances) -> Reading | None:
    """A month, with its year, with "last" or "next", or the one that the tense means."""
    number, year = int(match.value("month")), year_in(match, at)
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
    return Reading.of(Period.of("month", nearest_year(number, 1, at.published, at.tense(match.first, match.last), True)))


def year(match: Match, at: Circumstances) -> Reading | None:
    """A year in four digits. A bare one outside 1900 to 2059 must stand behind a preposition."""
    value = year_in(match, at)
    if value is None:
        return None
    if match.options.get("guard"):
        tokens = at.tokens
        before = tokens.words[match.first - 1] if match.first else ""
        after = tokens.words[match.last] if match.last < len(tokens) else ""
        if before in ("$", "£", "€", "¥", "#", "no", "no.", "number", "about", "some", "nearly", "almost", "than", "page", "room", "flight"):
            return None
        if before in ("-", "–", "/", ".") and match.first > 1 and tokens.words[match.first - 2][-1:].isdigit():
            return Reading.of(Period.year(value), anchored=False) if 1900 <= value <= 2059 else None
        if after == "%" or (after in _COUNTED and (before not in ("in", "since", "during", "until") or value < 1900)):
            return None
        if not 1900 <= value <= 2059 and before not in _BEFORE_YEAR:
            return None
    return Reading.of(Period.year(value), anchored=False)


_BEFORE_YEAR = frozenset("in since by until till before after from to of during between around circa the early late mid".split())
_COUNTED = frozenset(
    "people troops soldiers men women children civilians refugees km miles kilometers kilometres meters metres feet tons tonnes dollars "
    "euros pounds points homes houses jobs workers members employees students prisoners fighters police officers votes cases deaths "
    "shares barrels years days hours minutes weeks months others rockets tanks vehicles migrants families bodies hp rpm gmt utc".split()
)


def era_year(match: Match, at: Circumstances) -> Reading | None:
    """A year with its era: 44 BC, AD 79, 476 CE."""
    number = match.number("int")
    if number is None or not 1 <= number <= 9999:
        return None
    if match.value("era") == "BC":
        return Reading("DATE", f"BC{int(number):04d}", f"{'-' if number > 1 else ''}{int(number) - 1:04d}")
    return Reading.of(Period.year(int(number)), anchored=False)


def spoken_year(match: Match, at: Circumstances) -> Reading | None:
    """nineteen ninety-six; two thousand one; the year two thousand."""
    table = words()
    if match.has("thousands"):
        extra = match.number("extra") if match.has("extra") else 0
        return Reading.of(Period.year(int(2000 + (extra or 0))), anchored=False)
    head = int(table["cardinal"][match.words("head")[0]])
    tail = match.number("tail")
    if tail is None or tail >= 100:
        return None
    whole = Period.year(head * 100 + int(tail))
    if match.has("month"):
        whole = Period.of("month", make_date(whole.start.year, int(match.value("month")), 1))
    return Reading.of(whole, anchored=False)


def decade(match: Match, at: Circumstances) -> Reading | None:
    """the 1990s, the '80s, the nineties, the late 1970s."""
    if match.has("decade"):
        digits = re.sub(r"\D", "", match.words("decade")[0])
        value = int(digits) if len(digits) == 4 else century_of(int(digits), at.published)
    else:
        value = century_of(int(match.value("decadeword")) * 10, at.published)
    return Reading.of(Period.of("decade", make_date(value, 1, 1)), anchored=False)


def century(match: Match, at: Circumstances) -> Reading | None:
    """the 20th century."""
    number = match.number("ordinal")
    if number is None or not 1 <= number <= 30:
        return None
    first = Period.of("century", make_date((int(number) - 1) * 100 + 1, 1, 1))
    return Reading("DATE", f"{int(number) - 1:02d}", first.edtf, False, first)


def season(match: Match, at: Circumstances) -> Reading | None:
    """last summer, the winter of 1944, this spring. Seasons differ by place, so there is no EDTF (CODEBOOK 1.6)."""
    code, value = match.value("season"), year_in(match, at)
    if value is None:
        if at.published is None:
            return Reading("DATE", f"XXXX-{code}")
        value, begins = at.published.year, SEASON_START[code]
        if match.has("back"):
            value -= at.published.month < begins + 3
        elif match.has("on"):
            value += at.published.month >= begins
        elif not match.has("this") and at.tense(match.first, match.last) != "future":
            value -= at.published.month < begins
    return Reading("DATE", f"{value:04d}-{code}", None, not match.has("yr"))


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


def year_pair(match: Match, at: Circumstances) -> tuple[tuple[int, int, Reading], ...] | None:
    """2014-15: two years, where the second is the later one of the same century."""
    first, short = int(match.words("year")[0]), match.words("short")[0]
    if not 1900 <= first <= 2059 or len(short) != 2 or int(short) <= first % 100:
        return None
    second = Period.year(first // 100 * 100 + int(short))
    return (
        (match.first, match.first + 1, Reading.of(Period.year(first), anchored=False)),
        (match.last - 1, match.last, Reading.of(second, anchored=False)),
    )


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
