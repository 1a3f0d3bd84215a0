"""Years and what is longer or named after them: "1998", "'98", "44 BC", "the 1990s", "the 20th century", "last summer"."""

from __future__ import annotations

import re
from datetime import date

from ..calendar import SEASON_START, Period, make_date
from ..lexicon import words
from ..reading import Circumstances, Match, Reading


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


def year(match: Match, at: Circumstances) -> Reading | None:
    """A year in four digits. A bare one outside 1900 to 2059 must stand behind a preposition."""
    value = year_in(match, at)
    if value is None:
        return None
    if match.options.get("guard"):
        tokens = at.tokens
        before = tokens.words[match.first - 1] if match.first else ""
        after = tokens.words[match.last] if match.last < len(tokens) else ""
        if before in (
            "$",
            "£",
            "€",
            "¥",
            "#",
            "no",
            "no.",
            "number",
            "about",
            "some",
            "nearly",
            "almost",
            "than",
            "page",
            "room",
            "flight",
        ):
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


def era_year(match: Match, _at: Circumstances) -> Reading | None:
    """A year with its era: 44 BC, AD 79, 476 CE."""
    number = match.number("int")
    if number is None or not 1 <= number <= 9999:
        return None
    if match.value("era") == "BC":
        return Reading("DATE", f"BC{int(number):04d}")
    return Reading.of(Period.year(int(number)), anchored=False)


def spoken_year(match: Match, _at: Circumstances) -> Reading | None:
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
    if match.has("decade") or match.has("decade2"):
        digits = re.sub(r"\D", "", (match.words("decade") or match.words("decade2"))[-1])
        value = int(digits) if len(digits) == 4 else century_of(int(digits), at.published)
    else:
        value = century_of(int(match.value("decadeword")) * 10, at.published)
    return Reading.of(Period.of("decade", make_date(value, 1, 1)), anchored=False)


def century(match: Match, _at: Circumstances) -> Reading | None:
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


def year_pair(match: Match, _at: Circumstances) -> tuple[tuple[int, int, Reading], ...] | None:
    """2014-15: two years, where the second is the later one of the same century."""
    first, short = int(match.words("year")[0]), match.words("short")[0]
    if not 1900 <= first <= 2059 or len(short) != 2 or int(short) <= first % 100:
        return None
    second = Period.year(first // 100 * 100 + int(short))
    return (
        (match.first, match.first + 1, Reading.of(Period.year(first), anchored=False)),
        (match.last - 1, match.last, Reading.of(second, anchored=False)),
    )
