"""What rules work with: a match, the circumstances it is read in, and the reading that comes out."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from re import Match as ReMatch

from .calendar import Period
from .lexicon import words
from .numerals import number
from .tense import ends_sentence, tense
from .tokens import Tokens

UNKNOWN = {
    "day": "XXXX-XX-XX", "week": "XXXX-WXX", "fortnight": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "quarter": "XXXX-QX",
    "half": "XXXX-HX", "year": "XXXX", "decade": "XXX", "century": "XX", "millennium": "X",
}  # fmt: skip
REMEMBERED, SENTENCES, NEAR_BY, A_WEEK, A_YEAR = 8, 2, 80, 7, 366
_BOUNDS = frozenset("since from until till by before through".split())


@dataclass(frozen=True, slots=True)
class Reading:
    """A TIMEX3 type and value, the EDTF, whether another date was needed, and the calendar unit that later words can refer to."""

    type: str
    value: str
    edtf: str | None = None
    anchored: bool = False
    period: Period | None = None

    @classmethod
    def of(cls, period: Period, anchored: bool = True, kind: str = "DATE") -> Reading:
        """The reading that is just a calendar unit."""
        return cls(kind, period.value, period.edtf, anchored, period)

    @classmethod
    def unresolved(cls, unit: str) -> Reading:
        """A calendar unit that nothing tells: all X."""
        return cls("DATE", UNKNOWN[unit], None, False)


@dataclass(frozen=True, slots=True)
class Told:
    """A calendar unit that the text has named, and the first token of its name."""

    period: Period
    first: int


@dataclass(slots=True)
class Circumstances:
    """What is known at a place in the text: publication date, the dates mentioned so far, those of a month and day by these, the last
    quarter named, and whether six or nine months were reported on since. `recalled` is the mentioned date that the reading at hand has
    asked for."""

    published: date | None
    tokens: Tokens
    told: list[Told] = field(default_factory=list)
    named: dict[tuple[int, int], date] = field(default_factory=dict)
    recalled: Told | None = None
    quarter: Period | None = None
    half_year: bool = False
    tenses: dict[int, str] = field(default_factory=dict)

    def tell(self, period: Period, first: int) -> None:
        """Keep a date that the text names at token `first`."""
        self.told = [*self.told[1 - REMEMBERED :], Told(period, first)]

    def name(self, day: date) -> None:
        """Keep a day that the text names by month and day."""
        self.named[day.month, day.day] = day

    def same_day(self, month: int, day: int, tense: str) -> date | None:
        """The day that was named by this month and day before, if it is not a year off and does not lie behind where the future is told."""
        found = self.named.get((month, day))
        if found is None or self.published is None or abs((found - self.published).days) > A_YEAR:
            return None
        return None if tense == "future" and found < self.published else found

    def same_weekday(self, weekday: int) -> date | None:
        """The day less than a week off that was named by month and day before and is this weekday."""
        days = (day for day in reversed(self.named.values()) if day.isoweekday() == weekday)
        return next((day for day in days if self.published is not None and abs((day - self.published).days) < A_WEEK), None)

    def recall(self) -> Period | None:
        """The last date mentioned."""
        self.recalled = self.told[-1] if self.told else None
        return self.recalled.period if self.recalled else None

    def recall_near(self, first: int) -> Period | None:
        """The last day up to publication that was mentioned in the sentence of token `first` or in the two before."""
        words, ends, before = self.tokens.words, 0, first
        for told in reversed(self.told):
            ends += sum(ends_sentence(words, n) and not ends_sentence(words, n - 1) for n in range(max(1, told.first), before))
            before = told.first
            if ends > SENTENCES:
                return None
            if told.period.unit == "day" and self.published is not None and told.period.start <= self.published:
                self.recalled = told
                return told.period
        return None

    def recall_narrated(self, first: int) -> Period | None:
        """The day that "in the evening" at token `first` is of: one mentioned just before, or the only day that the text has told of."""
        near = self.recall_near(first)
        days = {told.period.start: told for told in self.told if told.period.unit == "day"}
        if near is not None or len(days) != 1:
            return near
        self.recalled = next(iter(days.values()))
        done = self.published is not None and self.recalled.period.start <= self.published
        return self.recalled.period if done else None

    def recall_day(self, first: int, last: int) -> Period | None:
        """The date that "that evening", at tokens `first` to `last`, hangs on: the last one mentioned, but the last of the main line
        where that one only bounds something ("since 2014") or lies ahead while the past is told."""
        self.recall()
        choices = [self.told[-1]] if self.told else []
        choices += [t for t in reversed(self.told[:-1]) if t.period.unit == "day" and first - t.first <= NEAR_BY]
        self.recalled = next((t for t in choices if not self._aside(t, first, last)), self.recalled)
        return self.recalled.period if self.recalled else None

    def _aside(self, told: Told, first: int, last: int) -> bool:
        if self.tokens.words[told.first - 1 : told.first] and self.tokens.words[told.first - 1] in _BOUNDS:
            return True
        return self.published is not None and told.period.start > self.published and self.tense(first, last) != "future"

    def tense(self, first: int, last: int, lean: bool = False) -> str:
        """`past`, `future` or the empty string, from the words around tokens `first` to `last`."""
        if first not in self.tenses:
            self.tenses[first] = tense(self.tokens.words, first, last, lean)
        return self.tenses[first]


@dataclass(frozen=True, slots=True)
class Match:
    """A rule's match: tokens `first` to `last` (exclusive), and its named groups."""

    found: ReMatch[str]
    tokens: Tokens
    options: dict[str, str]

    @property
    def first(self) -> int:
        """The first token's number."""
        return self.found.start()

    @property
    def last(self) -> int:
        """The number of the token after the last."""
        return self.found.end()

    def has(self, name: str) -> bool:
        """Whether the rule has a group of this name and it matched."""
        return self._span(name) is not None

    def _span(self, name: str) -> tuple[int, int] | None:
        groups = self.found.re.groupindex
        for key in (name, f"{name}__2", f"{name}__3", f"{name}__4"):
            if key not in groups:
                return None
            if self.found[key] is not None:
                return self.found.span(key)
        return None

    def words(self, name: str) -> list[str]:
        """A group's tokens in small letters; empty where it did not match."""
        span = self._span(name)
        if span is None:
            return []
        first, last = span
        return self.tokens.words[first:last]

    def value(self, name: str) -> str:
        """What the lexicon gives a group's word: the group's name, less a final digit, is the class. KeyError where it did not match."""
        group = self.words(name)
        table = words()
        for key in (name, name.rstrip("0123456789_")):
            if key in table:
                return next(table[key][word] for word in group if word in table[key])
        raise KeyError(name)

    def unit(self, name: str = "unit") -> str:
        """The code of the unit (`D`, `W`, `H`, ...) in a group."""
        table = words()
        for word in self.words(name):
            code = table["unit1"].get(word) or table["unitn"].get(word)
            if code:
                return code
        raise KeyError(name)

    def number(self, name: str) -> float | None:
        """A group's number, None where it has none that is exact."""
        return number(self.words(name))
