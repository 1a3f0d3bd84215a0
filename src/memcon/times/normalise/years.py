"""Years and what is longer or named after them: "1998", "'98", "44 BC", "the 1990s", "the 20th century", "last summer"."""

from __future__ import annotations

import re
from datetime import date

from ..calendar import Period, make_date
from ..lexicon import words
from ..reading import Circumstances, Match, Reading
from ..tokens import Tokens

NEARER = 3  # how many times nearer a coming season must be to be meant where no tense tells


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
        if before in _NUMBERED:
            return None
        if before in ("-", "–", "/", ".") and match.first > 1 and tokens.words[match.first - 2][-1:].isdigit():
            return Reading.of(Period.year(value), anchored=False) if 1900 <= value <= 2059 else None
        if before in _OWNERS and after in words()["make"]:
            return None  # "a 2000 Mercury Sable"
        if after in _OF_PEOPLE and match.last + 1 < len(tokens):
            after = tokens.words[match.last + 1]
        if after == "%" or (after in words()["counted"] and (before not in ("in", "since", "during", "until") or value < 1900)):
            return None
        if not 1900 <= value <= 2059 and before not in _BEFORE_YEAR:
            return None
    return Reading.of(Period.year(value), anchored=False)


_NUMBERED = frozenset("$ £ € ¥ # no no. number about some nearly almost than page room flight".split())
_BEFORE_YEAR = frozenset("in since by until till before after from to of during between around circa the early late mid".split())
_OF_PEOPLE = frozenset("registered likely eligible american british young local new more other".split())
_OWNERS = frozenset("a an his her their my our your 's".split())


def is_in_name(tokens: Tokens, last: int) -> bool:
    """Whether the words up to token `last` begin a name: the last of them and the next one are capitalised, a blank between.

    >>> from memcon.times import find
    >>> [t.quote for t in find("21st Century Fox was split in the 21st century.")]
    ['the 21st century']
    """
    if last >= len(tokens) or tokens.starts[last] - tokens.ends[last - 1] != 1:
        return False
    text = tokens.text
    return text[tokens.starts[last - 1]].isupper() and text[tokens.starts[last]].isupper()


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


def century(match: Match, at: Circumstances) -> Reading | None:
    """the 20th century."""
    number = match.number("ordinal")
    if number is None or not 1 <= number <= 30:
        return None
    if match.words("ordinal")[0][0].isdigit() and is_in_name(at.tokens, match.last):
        return None  # "21st Century Fox"
    first = Period.of("century", make_date((int(number) - 1) * 100 + 1, 1, 1))
    return Reading("DATE", f"{int(number) - 1:02d}", first.edtf, False, first)


def season(match: Match, at: Circumstances) -> Reading | None:
    """last summer, the winter of 1944, this spring: northern seasons. A bare one is the latest that has begun, or the next to end."""
    code, value = match.value("season"), year_in(match, at)
    if value is not None:
        found = Period.season(value, code)
        return Reading("DATE", found.value, found.edtf)
    if at.published is None:
        return Reading("DATE", f"XXXX-{code}")
    now = at.published
    latest = Period.season(now.year, code)
    if latest.start > now:
        latest = Period.season(now.year - 1, code)
    coming = Period.season(latest.start.year + 1, code)
    running = latest.last >= now
    if match.has("back"):
        found = Period.season(latest.start.year - running, code)
    elif match.has("on"):
        found = coming
    elif match.has("this"):
        # A winter lies in two years: until midsummer "this winter" is the last one.
        same = latest if latest.start.year == now.year or (code == "WI" and now - latest.last < coming.start - now) else coming
        found = latest if running else same
    else:
        tense = at.tense(match.first, match.last)
        near = tense == "" and (coming.start - now) * NEARER < now - latest.last
        found = coming if not running and (tense == "future" or near) else latest
    return Reading("DATE", found.value, found.edtf, True)


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
