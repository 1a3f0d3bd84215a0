"""The date on which a report was published."""

from __future__ import annotations

import re
from datetime import date, datetime

from .errors import IntakeError

_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")


def published_date(value: date | str | None) -> str | None:
    """The date that the caller names, as an ISO date; IntakeError if it is none.

    >>> published_date("2022-03-05"), published_date(date(2022, 3, 5)), published_date(None)
    ('2022-03-05', '2022-03-05', None)
    """
    if value is None:
        return None
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    found = stated_date(value)
    if found is None:
        raise IntakeError(f"{value!r} is not a date", "give the day of publication as YYYY-MM-DD, as in 2022-03-05")
    return found


def stated_date(value: str) -> str | None:
    """The day in a date or time as people and pages write it (`2022-03-05T10:00Z`, `5 March 2022`), or None.

    A day with its month in figures alone (`05/03/2022`) is none: it means two days.

    >>> stated_date("5 March 2022"), stated_date("Mar. 5, 2022"), stated_date("2022-02-30"), stated_date("05/03/2022")
    ('2022-03-05', '2022-03-05', None, None)
    """
    value = value.strip()
    iso = re.fullmatch(r"(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}.*)?", value)
    try:
        if iso:
            return date.fromisoformat(iso[1]).isoformat()
        words = re.fullmatch(r"(\d{1,2}) ([A-Za-z]{3,9})\.?,? (\d{4})", value)
        if words:
            return date(int(words[3]), _month(words[2]), int(words[1])).isoformat()
        words = re.fullmatch(r"([A-Za-z]{3,9})\.? (\d{1,2}),? (\d{4})", value)
        if words:
            return date(int(words[3]), _month(words[1]), int(words[2])).isoformat()
    except ValueError:
        pass
    return None


def _month(name: str) -> int:
    found = [number for number, month in enumerate(_MONTHS, 1) if month.startswith(name.lower())]
    if len(found) != 1:
        raise ValueError(f"no month {name}")
    return found[0]
