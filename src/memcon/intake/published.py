"""The date on which a report was published."""

from __future__ import annotations

import re
from datetime import date, datetime

from .errors import IntakeError

_DATELINE = re.compile(
    r"^[ \t]*[A-Z][A-Z.'’\- ]+(?:, [A-Z][A-Za-z.'’\- ]*)?,? (?:[A-Z][a-z]+day,? )?"
    r"([A-Z][a-z]{2,8}\.? \d{1,2},? \d{4}|\d{1,2} [A-Z][a-z]{2,8}\.?,? \d{4})"
    r"[ \t]*(?:[(/\[][^()/\[\]\n]{2,40}[)/\]])?[ \t]*(?:--|[-–—:])\s",
    re.MULTILINE,
)
_WEEKDAY, _TIME = r"(?:[A-Za-z]{3,9}\.?, )?", r"(?:,? (?:at )?\d{1,2}:\d{2}.*)?"
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


def published_date(value: date | str | None) -> str | None:
    """The date that the caller names, as an ISO date; IntakeError if it is none.

    >>> published_date("2022-03-05"), published_date(date(2022, 3, 5)), published_date(None)
    ('2022-03-05', '2022-03-05', None)
    """
    if is_missing(value):
        return None
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    found = stated_date(str(value))  # also a day of numpy
    if found is None:
        raise IntakeError(f"{value!r} is not a date", "give the day of publication as YYYY-MM-DD, as in 2022-03-05")
    return found


def stated_date(value: str) -> str | None:
    """The day in a date or time as people, pages and feeds write it (`2022-03-05T10:00Z`, `5 March 2022`), or None.

    A day with its month in figures alone (`05/03/2022`) is none: it means two days.

    >>> stated_date("5 March 2022"), stated_date("Mar. 5, 2022"), stated_date("2022-02-30"), stated_date("05/03/2022")
    ('2022-03-05', '2022-03-05', None, None)
    >>> stated_date("Sat, 05 Mar 2022 10:00:00 GMT"), stated_date("Saturday, March 5, 2022")
    ('2022-03-05', '2022-03-05')
    """
    value = value.strip()
    iso = re.fullmatch(r"(\d{4}-\d{2}-\d{2})(?:[T ]\d.*|Z|[+-]\d{2}:?\d{2})?", value)
    try:
        if iso:
            return date.fromisoformat(iso[1]).isoformat()
        words = re.fullmatch(rf"{_WEEKDAY}(\d{{1,2}}) ([A-Za-z]{{3,9}})\.?,? (\d{{4}}){_TIME}", value)
        if words:
            return date(int(words[3]), _month(words[2]), int(words[1])).isoformat()
        words = re.fullmatch(rf"{_WEEKDAY}([A-Za-z]{{3,9}})\.? (\d{{1,2}}),? (\d{{4}}){_TIME}", value)
        if words:
            return date(int(words[3]), _month(words[1]), int(words[2])).isoformat()
    except ValueError:
        pass
    return None


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
