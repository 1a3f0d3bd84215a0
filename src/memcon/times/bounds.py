"""What the words before an expression make of it: since, until, by, before, after; and pairs of expressions that are one stretch."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from .calendar import OutOfCalendarError, Period, add, add_months
from .edtf import after, before, closed, interval, opened, point
from .timex import Timex

_MODIFIERS = r"(?:(?:at\s+least|about|around|early|late|mid|the|the\s+(?:start|beginning|end|middle)\s+of|on|as\s+long\s+ago\s+as)\s+)*\Z"
_RELATIONS = [
    (name, re.compile(rf"\b(?:{words})\s+{_MODIFIERS}", re.I))
    for name, words in (
        ("since", r"(?:ever\s+)?since|(?:starting|beginning|effective)(?:\s+(?:in|on|from))?|as\s+from"),
        ("since", r"(?:effect|force|appl(?:y|ies)|valid)\s+(?:as\s+)?(?:from|of)"),
        ("since", r"(?:that|which)\s+(?:began|started|broke\s+out)(?:\s+(?:in|on))?"),
        ("until", r"until|till|up\s+until|up\s+to|through"),
        ("by", r"by|no\s+later\s+than|not\s+later\s+than|within"),
        ("before", r"before|ahead\s+of|prior\s+to|in\s+advance\s+of"),
        ("after", r"after|following"),
    )
]  # fmt: skip
_NEAR = re.compile(rf"\b(?:shortly|just|soon|right|hours?|minutes?|moments?)\s+(?:after|before)\s+{_MODIFIERS}", re.I)
_ON_THE_DAY = re.compile(r"\d{4}-\d\d-\d\d(?:T\S+)?\Z")
_COUNTED = re.compile(rf"\b(?:days?|weeks?|months?|years?)\s+(?:after|before)\s+{_MODIFIERS}", re.I)
_FROM = re.compile(rf"\bfrom\s+{_MODIFIERS}", re.I)
_ONWARD = re.compile(r"\s+(?:on|onwards?)\b", re.I)
_POSSESSIVE = re.compile(r"['’]s\b")
_LINK = re.compile(r"\s*(?:to|until|till|through|-|–|—)\s*(?:the\s+)?\Z", re.I)
_AND = re.compile(r"\s+and\s+\Z", re.I)
_SIDE_BY_SIDE = re.compile(r"\s*(?:,|,?\s*(?:and|or|to|until|till|through)|-|–|—)\s*(?:the\s+)?\Z", re.I)
_MONTHS = ("month", "month and day", "day and month")
_ON_THE_DAY_OR_MONTH = re.compile(r"\d{4}-\d\d(?:-\d\d)?\Z")
_BETWEEN = re.compile(rf"\bbetween\s+{_MODIFIERS}", re.I)
_END = re.compile(r"(?:the\s+)?(?:end|close|rest|year-?end|\w+['’]s\s+end)\b|late\b", re.I)
REACH = 60


def relation(text: str, timex: Timex) -> str | None:
    """`since`, `until`, `by`, `before` or `after`, from the words before an expression; None where none of them governs it.

    >>> from memcon.times import find
    >>> text = "The ban, in force since 2014, must end by May 2019."
    >>> [relation(text, timex) for timex in find(text, "2018-04-04")]
    ['since', 'by']
    """
    lead = text[max(0, timex.start - REACH) : timex.start]
    following = text[timex.end : timex.end + 10]
    if _POSSESSIVE.match(following):
        return None
    for name, pattern in _RELATIONS:
        if pattern.search(lead):
            return name
    return "since" if _FROM.search(lead) and _ONWARD.match(following) else None


def open_from(timex: Timex) -> str | None:
    """The EDTF of all time from an expression on: `2014/..` for "2014"; None where it has no EDTF.

    >>> from memcon.times import find
    >>> open_from(find("since 2014")[0])
    '2014/..'
    """
    return opened(timex.edtf) if timex.edtf else None


def bounded(text: str, timex: Timex) -> str | None:
    """The EDTF that an expression has with the words before it: "since 2014" is `2014/..`, "by May 2019" is `../2019-05`.

    >>> from memcon.times import find
    >>> text = "The ban, in force since 2014, must end by May 2019."
    >>> [bounded(text, timex) for timex in find(text, "2018-04-04")]
    ['2014/..', '../2019-05']
    >>> text = "It began shortly after 7 a.m. on Tuesday."
    >>> bounded(text, find(text, "2022-03-05")[0])
    '2022-03-01T07'
    """
    edtf = timex.edtf
    if edtf is None or ".." in edtf:
        return edtf
    name = relation(text, timex)
    if name in ("before", "after") and _ON_THE_DAY.match(edtf):
        near = _NEAR.search(text[max(0, timex.start - REACH) : timex.start]) is not None
        if near or "T" in edtf:  # "shortly after 7 a.m. on Tuesday" is that hour, "after 7 a.m. on Tuesday" that day
            eve = point(edtf[:10]) if name == "before" and edtf.endswith("T00") else None  # "just before midnight"
            return eve.shift(-1).edtf if eve is not None else edtf if near else edtf.split("T")[0]
    if name == "before" and _END.match(timex.quote):
        name = "by"
    change = {"since": opened, "until": closed, "by": closed, "before": before, "after": after}.get(name or "")
    return change(edtf) if change else edtf


def at_a_distance(text: str, timex: Timex) -> bool:
    """Whether what is dated is only so far from an expression: "two days after April 15".

    >>> from memcon.times import find
    >>> text = "They left two days after April 15."
    >>> [at_a_distance(text, timex) for timex in find(text, "2022-03-05")]
    [False, True]
    """
    return _COUNTED.search(text[max(0, timex.start - REACH) : timex.start]) is not None


def start_of_count(day: date, number: int, unit: str = "day") -> date:
    """The first day of a count whose `number`-th unit is (or holds) `day`: the tenth day on 5 March began on 24 February.

    `unit` is day, week, month or year; `number` counts from 1, ValueError below.

    >>> start_of_count(date(2022, 3, 5), 10)
    datetime.date(2022, 2, 24)
    """
    if number < 1:
        raise ValueError(f"a count begins with 1, not {number}")
    return add(day, unit, -(number - 1))


@dataclass(frozen=True, slots=True)
class Range:
    """A stretch named by its two ends: "from Monday to Thursday", "between April 3 and 6"."""

    start: int
    end: int
    edtf: str
    quote: str
    first: Timex
    last: Timex


def ranges(text: str, found: Sequence[Timex]) -> list[Range]:
    """The pairs of neighbouring expressions that are the ends of one stretch of time.

    >>> from memcon.times import find
    >>> text = "They met in Vienna from Monday to Thursday."
    >>> [(r.quote, r.edtf) for r in ranges(text, find(text, "2022-03-05"))]
    [('Monday to Thursday', '2022-02-28/2022-03-03')]
    """
    out = []
    for a, b in pairwise(found):
        if a.edtf is None or b.edtf is None or "/" in a.edtf + b.edtf or not is_pair(text, a, b):
            continue
        first, last = interval(a.edtf).first, interval(b.edtf).last
        if first is not None and last is not None and first <= last:
            out.append(Range(a.start, b.end, f"{a.edtf}/{b.edtf}", text[a.start : b.end], a, b))
    return out


def is_pair(text: str, a: Timex, b: Timex) -> bool:
    """Whether two neighbouring expressions are the ends of one stretch, going by the words between and before them."""
    if a.type not in ("DATE", "TIME") or b.type not in ("DATE", "TIME") or a.end > b.start:
        return False
    between = text[a.end : b.start]
    lead = text[max(0, a.start - REACH) : a.start]
    return _LINK.match(between) is not None or (_AND.match(between) is not None and _BETWEEN.search(lead) is not None)


def with_year_of(text: str, a: Timex, b: Timex) -> Timex:
    """The first of two expressions side by side, in the year that the second states for both: "from 13 May to 15 May 2016".

    A month or day that comes behind the second in the calendar is of the year before: "between November and March 2014".

    >>> from memcon.times import find
    >>> [t.edtf for t in find("He was there between November and March 2014.", "2024-05-06")]
    ['2013-11', '2014-03']
    """
    if a.rule not in _MONTHS or not a.anchored or a.edtf is None or b.anchored or b.edtf is None or b.type != a.type:
        return a
    if not _SIDE_BY_SIDE.match(text[a.end : b.start]) or not _ON_THE_DAY_OR_MONTH.match(b.edtf) or a.edtf[:4] == b.edtf[:4]:
        return a
    year = int(b.edtf[:4])
    for told in (year, year - 1):
        moved = f"{told:04d}{a.edtf[4:]}"
        try:
            first, last = interval(moved).first, interval(b.edtf).last
        except ValueError:  # 29 February
            return a
        if first is not None and last is not None and first <= last:
            return replace(a, edtf=moved, value=a.value.replace(a.edtf[:4], moved[:4], 1), anchored=False)
    return a


def later_end(a: Timex, b: Timex) -> Timex | None:
    """The second end of a stretch moved on where it was read as before the first: "from Monday to Thursday" said on a Tuesday.

    Only worked-out weekdays and months move, by a week or a year. None where nothing is to be changed.
    """
    if not b.anchored or a.edtf is None or b.edtf is None or "/" in a.edtf + b.edtf:
        return None
    first, last = interval(a.edtf).first, interval(b.edtf).first
    if first is None or last is None or first <= last:
        return None
    try:
        if b.rule == "weekday" and b.value[:10] == b.edtf:
            moved = Period("day", add(last, "week", 1))
        elif b.rule in ("month", "month and day", "day and month"):
            moved = Period("month" if len(b.edtf) == 7 else "day", add_months(last, 12))
        else:
            return None
    except OutOfCalendarError:
        return None
    return replace(b, value=moved.value + b.value[len(b.edtf) :], edtf=moved.edtf) if moved.start >= first else None
