"""A time expression: where it stands and what it means."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .calendar import FIRST_SEASON
from .edtf import interval

_WRITTEN = (
    ("week", re.compile(r"\d{4}-W\d\d\Z")),
    ("quarter", re.compile(r"\d{4}-Q\d\Z")),
    ("half", re.compile(r"\d{4}-H\d\Z")),
    ("decade", re.compile(r"\d{3}\Z")),
    ("century", re.compile(r"\d\d\Z")),
)
_WEEK = 7


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression of a text.

    `start` and `end` are code points of the text, end exclusive. `type` is DATE, TIME, DURATION or SET and `value` the value as in
    TimeML's TIMEX3, with an X for every digit that is not known. `edtf` is the day, month, year or interval that it names
    (`2022-03-05`, `2022-02-21/2022-02-27`), None where it names none or where that is not known. `rule` names the rule that read it.
    `anchored` says that the value was worked out from the publication date or from another date of the text, which then is the one that
    `counted_from` is in, a code point of the text.
    """

    start: int
    end: int
    type: str
    value: str
    edtf: str | None
    rule: str
    quote: str
    anchored: bool = False
    counted_from: int | None = None

    @property
    def precision(self) -> str | None:
        """How fine the time is: `time`, `day`, `week`, `month`, `season`, `quarter`, `half`, `year`, `decade`, `century`, `interval` for
        any other stretch, `open` for one without a beginning or an end; None where `edtf` is None. A part of a day is a `time`.

        >>> from memcon.times import find
        >>> [t.precision for t in find("He left on Monday at 6 p.m., last week, in 2014, last summer or recently.", "2022-03-05")]
        ['day', 'time', 'week', 'year', 'season', None]
        """
        if self.edtf is None:
            return None
        if ".." in self.edtf:
            return "open"
        if "/" not in self.edtf:
            return self._of_point(self.edtf)
        written = next((name for name, pattern in _WRITTEN if pattern.match(self.value)), "interval")
        return "interval" if written == "week" and interval(self.edtf).days != _WEEK else written

    def _of_point(self, edtf: str) -> str:
        if self.type == "TIME" and "T" in self.value:
            return "time"
        day, mark, _ = edtf.partition("T")
        month = day[5:7]
        return "time" if mark else "day" if day[8:] else "year" if not month else "season" if int(month) >= FIRST_SEASON else "month"
