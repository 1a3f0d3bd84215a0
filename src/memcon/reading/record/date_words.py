"""EDTF dates and ISO durations in the words of a note: `2022-03-05` as "Sat 5 Mar 2022"."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d(?::\d\d)?)(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?)?)?)?([?~%]?)")
_DURATION = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?")
_UNITS = ("year", "month", "week", "day", "hour", "minute", "second")


def date_words(edtf: str, preposition: bool = False) -> str:
    """An EDTF date or interval in words, with the preposition that joins a day, month or year to a sentence if asked; other text as it is.

    >>> [date_words(e, True) for e in ("2022-03-05", "2022-03", "2022-02-24/..", "../2018-03-31")]
    ['on Sat 5 Mar 2022', 'in Mar 2022', 'since Thu 24 Feb 2022', 'by Sat 31 Mar 2018']
    >>> date_words("2022-03-05T19:19-05:00", True)
    'on Sat 5 Mar 2022, 19:19'
    >>> date_words("2022-02-21/2022-02-27"), date_words("2022-02-28/2022-03-04")
    ('21–27 Feb 2022', '28 Feb – 4 Mar 2022')
    """
    first, slash, last = edtf.partition("/")
    if not slash:
        return f"{'on' if edtf.partition('T')[0].count('-') == 2 else 'in'} {_one(edtf)}" if preposition else _one(edtf)
    if last in ("", ".."):
        return f"since {_one(first)}"
    if first in ("", ".."):
        return f"by {_one(last)}"
    return _interval(first, last)


def _one(edtf: str) -> str:
    match = _DATE.fullmatch(edtf)
    if match is None:
        return edtf
    year, month, day, time, mark = match.groups()
    words = year
    if month:
        number = int(month)
        name = _MONTHS[number - 1] if 1 <= number <= 12 else _SEASONS.get(number, month)
        words = f"{name} {year}"
    if day:
        try:
            words = f"{_DAYS[date(int(year), int(month), int(day)).weekday()]} {int(day)} {words}"
        except ValueError:
            return edtf
    if time:
        words += f", {time if ':' in time else time + ':00'}"
    return f"about {words}" if mark else words


def _interval(first: str, last: str) -> str:
    if not (_DATE.fullmatch(first) and _DATE.fullmatch(last)):
        return f"{_one(first)} – {_one(last)}"
    a, b = first.partition("T")[0].split("-"), last.partition("T")[0].split("-")
    if len(a) == len(b) == 3 and a[:2] == b[:2]:
        return f"{int(a[2])}–{int(b[2])} {_one('-'.join(b[:2]))}"
    if len(a) == len(b) == 3 and a[0] == b[0]:
        return f"{int(a[2])} {_MONTHS[int(a[1]) - 1]} – {int(b[2])} {_one('-'.join(b[:2]))}"
    if len(a) == len(b) == 2 and a[0] == b[0]:
        return f"{_one(first).split()[0]}–{_one(last)}"
    return f"{_one(first)} – {_one(last)}"


def duration_words(iso: str) -> str:
    """An ISO 8601 duration in words; other text as it is.

    >>> duration_words("PT3H"), duration_words("P1DT30M"), duration_words("PT1.5H")
    ('3 hours', '1 day 30 minutes', 'PT1.5H')
    """
    match = _DURATION.fullmatch(iso)
    parts = [(int(count), unit) for count, unit in zip(match.groups(), _UNITS, strict=True) if count] if match else []
    return " ".join(f"{count} {unit}{'' if count == 1 else 's'}" for count, unit in parts) or iso


def first_day(edtf: str) -> str:
    """What puts dates in order: the first day of a date or interval, or the last if it has no beginning, as ISO text.

    >>> sorted(["2022-03", "2022-03-05", "../2022-02-24", "2022-02-21/2022-02-27"], key=first_day)
    ['2022-02-21/2022-02-27', '../2022-02-24', '2022-03', '2022-03-05']
    """
    first, _, last = edtf.partition("/")
    stated = last if first in ("", "..") else first
    return re.sub(r"[?~%]", "", stated)
