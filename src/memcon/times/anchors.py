"""The day that a report is written from: its dateline's, where it has one, else the day of publication."""

from __future__ import annotations

import re
from datetime import date

from .calendar import OutOfCalendarError, make_date
from .lexicon import words

LONGEST_LAG = 4
_DATELINE = re.compile(
    r"""^[^\S\n]*
    (?P<place>[A-Z][A-Z'’.\-]{2,}(?:[ ][A-Z'’.\-]+)*(?:/[A-Z][A-Z .'’\-]+)?(?:,[ ][^\s,][^,\n(]{1,30})?),[ ]
    (?P<month>[A-Z][a-z]{2,8})\.?[ ](?P<day>\d{1,2})(?:,[ ](?P<year>\d{4}))?
    [ ]?(?:\(|--|[-–—_:])""",
    re.X | re.M,
)
HEAD = 1500


def dateline(text: str, published: date | None) -> date | None:
    """The date of the dateline ("WASHINGTON, March 3 (Reuters) -"), its year taken from publication; None where there is none.

    >>> dateline("WASHINGTON, March 3 (Reuters) - The envoy left.", date(2022, 3, 4))
    datetime.date(2022, 3, 3)
    """
    found = _DATELINE.search(text, 0, HEAD)
    if found is None:
        return None
    table = words()["month"]
    month = table.get(found["month"].lower())
    if month is None or (found["year"] is None and published is None):
        return None
    try:
        if found["year"]:
            return make_date(int(found["year"]), int(month), int(found["day"]))
        assert published is not None
        day = make_date(published.year, int(month), int(found["day"]))
        return make_date(published.year - 1, int(month), int(found["day"])) if (day - published).days > LONGEST_LAG else day
    except OutOfCalendarError:
        return None


def reference(text: str, published: date | None) -> date | None:
    """The day that "today" means: the dateline's if it is at most four days before publication, else the publication's, else None.

    >>> reference("WASHINGTON, March 3 (Reuters) - The envoy left today.", date(2022, 3, 4))
    datetime.date(2022, 3, 3)
    >>> reference("The envoy left today.", None) is None
    True
    """
    if published is None:
        return None
    day = dateline(text, published)
    return day if day is not None and 0 <= (published - day).days <= LONGEST_LAG else published
