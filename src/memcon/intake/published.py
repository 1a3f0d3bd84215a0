"""The date on which a report was published."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime

from .errors import IntakeError

_DATELINE = re.compile(
    r"^[ \t]*[A-Z][A-Z.'’\- ]+(?:, [A-Z][A-Za-z.'’\- ]*)?,? (?:[A-Z][a-z]+day,? )?"
    r"([A-Z][a-z]{2,8}\.? \d{1,2},? \d{4}|\d{1,2} [A-Z][a-z]{2,8}\.?,? \d{4})"
    r"[ \t]*(?:[(/\[][^()/\[\]\n]{2,40}[)/\]])?[ \t]*(?:--|[-–—:])\s",
    re.MULTILINE,
)
_DAY_NAME = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
_WEEKDAY, _TIME = rf"(?:{_DAY_NAME}\.?,? )?", rf"(?:,? {_DAY_NAME})?(?:,? (?:at )?\d{{1,2}}:\d{{2}}.*)?"
_ISO = re.compile(r"(\d{4})([-/.]?)(\d{2})\2(\d{2})(?:[T ]\d.*|\d{6}|Z|[+-]\d{2}:?\d{2})?")
_DAY_FIRST = re.compile(rf"{_WEEKDAY}(\d{{1,2}})(?:st|nd|rd|th)?[ -]([a-z]{{3,9}})\.?,?[ -](\d{{4}}){_TIME}", re.IGNORECASE)
_MONTH_FIRST = re.compile(rf"{_WEEKDAY}([a-z]{{3,9}})\.? (\d{{1,2}})(?:st|nd|rd|th)?,? (\d{{4}}){_TIME}", re.IGNORECASE)
_FIGURES = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?:,? \d{1,2}:\d{2}.*)?")
_MONTHS_IN_A_YEAR = 12
_NONE_GIVEN = 1_000  # rows without a day, from which on a table is taken to give none
_OPENING = 6  # lines that may hold the headline, the byline and the dateline, blank ones too
_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")


def is_missing(value: object) -> bool:
    """Whether a value is one of those that tables of Python have for none (None, NaN, pandas' NaT and NA).

    >>> is_missing(None), is_missing(float("nan")), is_missing("")
    (True, True, False)
    """
    return value is None or (not isinstance(value, str) and str(value) in ("nan", "NaT", "<NA>"))


def named(outlet: object) -> str | None:
    """The outlet that the caller names, None for none; IntakeError if it is no text.

    >>> named("Ynet"), named(float("nan"))
    ('Ynet', None)
    """
    if is_missing(outlet):
        return None
    if not isinstance(outlet, str):
        raise IntakeError(f"{outlet!r} is no name of an outlet", "give it as text")
    return outlet


def published_date(value: date | str | None, day_first: bool | None = None) -> str | None:
    """The date that the caller names, as an ISO date; IntakeError if it is none. `day_first` as for `stated_date`.

    >>> published_date("2022-03-05"), published_date(date(2022, 3, 5)), published_date(None)
    ('2022-03-05', '2022-03-05', None)
    """
    if is_missing(value):
        return None
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    found = None if isinstance(value, int | float) else stated_date(str(value), day_first)  # also a day of numpy
    if found is None:
        why = ": it may mean two days" if means_two_days(str(value)) else ""
        raise IntakeError(f"{value!r} is not a date{why}", "give the day of publication as YYYY-MM-DD, as in 2022-03-05")
    return found


def stated_date(value: str, day_first: bool | None = None) -> str | None:
    """The day in a date or time as people, pages and feeds write it (`2022-03-05T10:00Z`, `5 March 2022`), or None.

    A day with its month in figures behind or before it (`05/03/2022`) is none if it means two days; `day_first` says which is meant.

    >>> stated_date("5 March 2022"), stated_date("Mar. 5, 2022"), stated_date("2022-02-30"), stated_date("20220305")
    ('2022-03-05', '2022-03-05', None, '2022-03-05')
    >>> stated_date("Sat, 05 Mar 2022 10:00:00 GMT"), stated_date("March 5, 2022 Saturday")
    ('2022-03-05', '2022-03-05')
    >>> stated_date("05/03/2022"), stated_date("25/03/2022"), stated_date("05/03/2022", day_first=True)
    (None, '2022-03-25', '2022-03-05')
    """
    value = " ".join(value.split())
    try:
        if iso := _ISO.fullmatch(value):
            return date(int(iso[1]), int(iso[3]), int(iso[4])).isoformat()
        if words := _DAY_FIRST.fullmatch(value):
            return date(int(words[3]), _month(words[2]), int(words[1])).isoformat()
        if words := _MONTH_FIRST.fullmatch(value):
            return date(int(words[3]), _month(words[1]), int(words[2])).isoformat()
        if figures := _FIGURES.fullmatch(value):
            one, other, year = int(figures[1]), int(figures[3]), int(figures[4])
            first = in_figures(value) if day_first is None else day_first
            if first or first is False or one == other:
                return date(year, other if first else one, one if first else other).isoformat()
    except ValueError:
        pass
    return None


def in_figures(value: str) -> bool | None:
    """Whether the day stands before the month in a day in figures, as one above twelve tells; None where neither is, or for others.

    >>> in_figures("25/03/2022"), in_figures("03/25/2022"), in_figures("05/03/2022"), in_figures("2022-03-05")
    (True, False, None, None)
    """
    found = _FIGURES.fullmatch(value.strip())
    if found is None:
        return None
    one, other = int(found[1]), int(found[3])
    return None if max(one, other) <= _MONTHS_IN_A_YEAR else one > other


def order_of(days: Iterable[object]) -> bool | None:
    """Whether days in figures are written with the day first, as those with one above twelve tell; None where they do not, or where the
    first of them is written otherwise.

    >>> order_of(["05/03/2022", "25/03/2022"]), order_of(["05/03/2022", "06/03/2022"]), order_of(["03/25/2022", "25/03/2022"])
    (True, None, None)
    """
    told: set[bool] = set()
    without = 0
    for day in days:
        if is_missing(day) or (isinstance(day, str) and not day.strip()):
            without += 1
            if without == _NONE_GIVEN:
                break
            continue
        if not isinstance(day, str) or not _FIGURES.fullmatch(day.strip()):
            break
        if (first := in_figures(day)) is not None:
            told.add(first)
    return told.pop() if len(told) == 1 else None


def means_two_days(value: str) -> bool:
    """Whether a day in figures means another one as Americans write it.

    >>> means_two_days("05/03/2022"), means_two_days("25/03/2022")
    (True, False)
    """
    return stated_date(value) is None and None not in (stated_date(value, day_first=True), stated_date(value, day_first=False))


def filed_on(text: str) -> str | None:
    """The day that a report's dateline gives with its year ("LIMA, March 4, 2022 (XYZ) -- ..."), or None.

    The town stands in capitals and begins one of the first lines; what "Friday" is in the report counts from that day.

    >>> filed_on("Talks end\\n\\nLIMA, Peru, March 4, 2022 (XYZ) -- Rebels left."), filed_on("LIMA, March 4 (XYZ) -- Rebels left.")
    ('2022-03-04', None)
    """
    opening = "\n".join(text.split("\n", _OPENING)[:_OPENING])
    found = _DATELINE.search(opening)
    return stated_date(found[1]) if found else None


def _month(name: str) -> int:
    found = [number for number, month in enumerate(_MONTHS, 1) if month.startswith(name.lower())]
    if len(found) != 1:
        raise ValueError(f"no month {name}")
    return found[0]
