"""Windows of time, and how precisely an EDTF value tells when something was."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from memcon.times import interval

from .plain import Plain

PRECISIONS = ("day", "week", "interval", "month", "season", "year", "open", "undated")
_WEEK = 7


class WindowError(ValueError):
    """A window that cannot be; the message says why."""


@dataclass(frozen=True, slots=True)
class Window(Plain):
    """The days from `first` to `last`, both included; None where it is open.

    >>> Window.of("2019-09", None)
    Window(first=datetime.date(2019, 9, 1), last=None)
    """

    first: date | None = None
    last: date | None = None

    @classmethod
    def of(cls, first: str | date | None = None, last: str | date | None = None) -> Window:
        """The window from a day, month or year to another, as EDTF text or days. WindowError where that is none."""
        made = cls(_bound(first, "first"), _bound(last, "last"))
        if made.first and made.last and made.first > made.last:
            raise WindowError(f"the window ends ({made.last}) before it begins ({made.first})")
        return made

    def holds(self, first: date | None, last: date | None) -> bool:
        """Whether something that was between these days (None: open) may have been in the window.

        >>> Window.of("2019-09-02", "2019-09-16").holds(date(2019, 9, 16), None)
        True
        """
        return (self.last is None or first is None or first <= self.last) and (self.first is None or last is None or last >= self.first)

    def __bool__(self) -> bool:
        return self.first is not None or self.last is not None


def _bound(told: str | date | None, side: str) -> date | None:
    if isinstance(told, datetime):
        return told.date()
    if told is None or isinstance(told, date):
        return told
    try:
        days = interval(told)
    except ValueError:
        days = None
    found = None if days is None or "/" in told else days.first if side == "first" else days.last
    if found is None:
        raise WindowError(f"{told!r} is no day, month or year: write 2019-09-02, 2019-09 or 2019")
    return found


def precision(edtf: str | None) -> str:
    """How precisely a time is told: one of PRECISIONS. `open` is what has no end or no beginning.

    >>> [precision(one) for one in ("2019-09-04", "2019-09-02/2019-09-08", "2019-09-04/2019-09-05", "2019-09-04/..", None)]
    ['day', 'week', 'interval', 'open', 'undated']
    >>> precision("2019-09"), precision("2019-23"), precision("2019")
    ('month', 'season', 'year')
    """
    if not edtf:
        return "undated"
    edtf = _plain(edtf)
    try:
        days = interval(edtf)
    except ValueError:
        return "undated"
    if days.first is None or days.last is None:
        return "open"
    if days.days == 1:
        return "day"
    if "/" in edtf:
        return "week" if days.days == _WEEK and days.first.isoweekday() == 1 else "interval"
    return "year" if len(edtf) == 4 else "season" if edtf[5:7] > "12" else "month"


def days_of(edtf: str | None) -> tuple[date | None, date | None]:
    """First and last day of a time; None where open or not told.

    >>> days_of("2019-09-04/..")
    (datetime.date(2019, 9, 4), None)
    """
    try:
        found = interval(_plain(edtf)) if edtf else None
    except ValueError:
        found = None
    return (found.first, found.last) if found else (None, None)


def from_to(first: date | str | None, last: date | str | None) -> str:
    """The first and the last day of something in words, as far as they are told.

    >>> from_to("2019-09-02", date(2019, 9, 4)), from_to("2019-09-02", "2019-09-02"), from_to(None, None), from_to("2019-09-02", None)
    ('2019-09-02 to 2019-09-04', '2019-09-02', 'undated', 'from 2019-09-02')
    """
    if first and last:
        return str(first) if str(first) == str(last) else f"{first} to {last}"
    return f"from {first}" if first else f"until {last}" if last else "undated"


def _plain(edtf: str) -> str:
    """Without EDTF's marks of doubt: about when it was is when it is drawn."""
    return edtf.replace("?", "").replace("~", "").replace("%", "")
