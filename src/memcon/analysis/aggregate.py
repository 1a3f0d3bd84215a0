"""Events counted by who, where, what and when: a panel with a row for every period and group, those without an event too.

What is counted of a row: events; reports of the period, the denominator; events by type, class and status; Goldstein values and PLOVER
scores summed, each with the number of events that have one. An event with several values of a dimension (two dyads) counts in each of
their rows, one with none in a row without a value.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import product

from sqlalchemy import select

from memcon.codes import Coded, codes_of, country
from memcon.merging import Merged
from memcon.merging.settled import settled
from memcon.model import Event
from memcon.ontology.codebook import codebook
from memcon.store import Store
from memcon.store.schema import reports as report_table

from .periods import UNDATED, UNITS, beginning, iso_day, period_of, period_told, periods
from .sides import dyads, numbers, sides

Cell = str | int | float | None
Value = tuple[str | None, ...]
Key = tuple[Value, ...]
DIMENSIONS = ("dyad", "actor", "recipient", "country", "type", "status", *UNITS)
LARGEST = 2_000_000
_CLASSES = ("1", "2", "3", "4")
_SCORES = {"goldstein": "goldstein", "plover": "plover_score"}


class AggregateError(ValueError):
    """A panel that cannot be made; the message says why."""


@dataclass(frozen=True, slots=True)
class Published:
    """A report for the denominator: its day of publication where it is known, and whether it is a copy of another."""

    day: date | None
    copy: bool = False


@dataclass(frozen=True, slots=True)
class Panel:
    """Rows of counts under `columns`. `events` were counted; `outside` began before or after the window and were not."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    events: int
    outside: int

    def records(self) -> list[dict[str, Cell]]:
        """Each row as column -> value."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]


def reports_of(store: Store) -> list[Published]:
    """All reports of a store, for the denominator.

    >>> with Store.open(None) as store:
    ...     reports_of(store)
    []
    """
    with store.reading() as connection:
        rows = connection.execute(select(report_table.c.published, report_table.c.copy_of)).all()
    return [Published(iso_day(row.published), row.copy_of is not None) for row in rows]


def aggregate(
    events: Iterable[Merged],
    by: Sequence[str],
    reports: Iterable[Published] = (),
    first: date | None = None,
    last: date | None = None,
    *,
    states: bool = False,
) -> Panel:
    """Events counted by dimensions (see DIMENSIONS; at most one of day, week, month, year).

    The window runs from `first` to `last`, or else over the days of the events. Every group that has an event gets a row for every
    period of the window; what is not dated finely enough gets a row `undated`. With `states`, who acts for no state is no side of
    anything. AggregateError where that cannot be done.

    >>> from memcon.merging import Telling, Witness
    >>> from memcon.model import Span, When
    >>> def told(number, edtf):
    ...     when = When(edtf, Span(0, 1, "x")) if edtf else None
    ...     return Merged(number, (Telling(Witness("r"), Event("e1", "CONSULT", "visit", "happened", (), when=when)),))
    >>> panel = aggregate([told("m1", "2022-01-05"), told("m2", "2022-03"), told("m3", None)], ["month"])
    >>> [(row["month"], row["events"], row["goldstein"]) for row in panel.records()]
    [('2022-01', 1, 1.9), ('2022-02', 0, 0.0), ('2022-03', 1, 1.9), ('undated', 1, 1.9)]
    """
    if first and last and first > last:
        raise AggregateError(f"the window ends ({last}) before it begins ({first})")
    by = tuple(dict.fromkeys(by))
    unit = _unit(by)
    groups = tuple(one for one in by if one != unit)
    counts: dict[tuple[Key, str], _Counts] = {}
    kinds, statuses = dict.fromkeys(codebook().types), dict.fromkeys(codebook().statuses)
    found = [replace(known.event, codes=tuple(c.code for c in known.codes.values())) for known in settled(events)]
    spans = {id(event): beginning(event.when.edtf if event.when else None) for event in found}
    inside = [event for event in found if _inside(spans[id(event)], first, last)]
    for event in inside:
        kinds.setdefault(event.type), statuses.setdefault(event.status)
        period = (period_told(event.when.edtf if event.when else None, unit) or UNDATED) if unit else ""
        told = _Told.of(event)
        for key in dict.fromkeys(product(*(_values(event, name, states) for name in groups))):
            counts.setdefault((key, period), _Counts()).add(told)
    days = [day for event in inside for day in spans[id(event)] or () if unit and period_told(event.when.edtf, unit)]  # type: ignore[union-attr]
    window = (first or min(days, default=None), last or max(days, default=None))
    rows_of = list(periods(*window, unit)) if unit and window[0] and window[1] else [] if unit else [""]  # type: ignore[arg-type]
    keys = sorted({key for key, _ in counts}, key=_order) or ([()] if not groups else [])
    if len(keys) * len(rows_of) > LARGEST:
        raise AggregateError(f"{len(keys)} groups in {len(rows_of)} periods are too many rows: take a shorter window or longer periods")
    denominators = _denominators(reports, unit, first, last)
    rows = []
    for key in keys:
        for period in [*rows_of, *([UNDATED] if (key, UNDATED) in counts else [])]:
            one = counts.get((key, period), _NONE)
            values = _cells(by, dict(zip(groups, key, strict=True)), unit, period)
            rows.append((*values, one.events, *denominators.get(period, (0, 0)), *one.cells(kinds, statuses)))
    return Panel(
        (*_named(by), "events", "reports", "originals", *_measures(kinds, statuses)), tuple(rows), len(inside), len(found) - len(inside)
    )


@dataclass(frozen=True, slots=True)
class _Told:
    """What is counted of one event."""

    type: str
    status: str
    quad: str | None
    scores: Mapping[str, float]

    @classmethod
    def of(cls, event: Event) -> _Told:
        cameo = next((Coded("cameo", code.value, "record") for code in event.codes if code.scheme == "cameo"), None)
        given = {code.scheme: code.value for code in codes_of(event, known=cameo)}
        scores = {name: float(given[scheme]) for name, scheme in _SCORES.items() if scheme in given}
        return cls(event.type, event.status, given.get("quad"), scores)


class _Counts:
    """The counts of one row."""

    __slots__ = ("classes", "events", "kinds", "scored", "statuses", "sums")

    def __init__(self) -> None:
        self.events = 0
        self.kinds: dict[str, int] = {}
        self.classes: dict[str, int] = {}
        self.statuses: dict[str, int] = {}
        self.sums = dict.fromkeys(_SCORES, 0.0)
        self.scored = dict.fromkeys(_SCORES, 0)

    def add(self, told: _Told) -> None:
        self.events += 1
        self.kinds[told.type] = self.kinds.get(told.type, 0) + 1
        self.statuses[told.status] = self.statuses.get(told.status, 0) + 1
        if told.quad:
            self.classes[told.quad] = self.classes.get(told.quad, 0) + 1
        for name, value in told.scores.items():
            self.sums[name] += value
            self.scored[name] += 1

    def cells(self, kinds: Iterable[str], statuses: Iterable[str]) -> list[Cell]:
        counted = [(self.kinds, kinds), (self.classes, _CLASSES), (self.statuses, statuses)]
        scores: list[Cell] = [one for name in _SCORES for one in (round(self.sums[name], 3), self.scored[name])]
        return [*(table.get(name, 0) for table, names in counted for name in names), *scores]


_NONE = _Counts()


def _measures(kinds: Iterable[str], statuses: Iterable[str]) -> list[str]:
    scores = [one for name in _SCORES for one in (name, f"{name}_events")]
    return [*(f"type_{one}" for one in kinds), *(f"quad_{one}" for one in _CLASSES), *(f"status_{one}" for one in statuses), *scores]


def _unit(by: Sequence[str]) -> str | None:
    if not by:
        raise AggregateError(f"nothing to count by; there are {', '.join(DIMENSIONS)}")
    for name in by:
        if name not in DIMENSIONS:
            raise AggregateError(f"there is no counting by {name!r}; there are {', '.join(DIMENSIONS)}")
    units = [name for name in by if name in UNITS]
    if len(units) > 1:
        raise AggregateError(f"only one of {', '.join(UNITS)} at a time, not {' and '.join(units)}")
    return units[0] if units else None


def _values(event: Event, name: str, states: bool) -> Sequence[Value]:
    """The event's values of a dimension; one empty value where it has none."""
    if name in ("dyad", "actor", "recipient"):
        found: list[Value] = list(dyads(event)) if name == "dyad" else [(one,) for one in sides(event, name)]
        known = [value for value in found if not states or all(country(one) for one in value)]
        return known or [(None, None) if name == "dyad" else (None,)]
    if name == "country":
        return [(event.where.country if event.where else None,)]
    return [(event.type if name == "type" else event.status,)]


def _named(by: Sequence[str]) -> list[str]:
    coded = {"dyad": ("dyad_1", "dyad_2"), "actor": ("actor",), "recipient": ("recipient",), "country": ("country",)}
    return [
        column
        for name in by
        for one in coded.get(name, (name,))
        for column in ([one, f"{one}_cow", f"{one}_gw"] if name in coded else [one])
    ]


def _cells(by: Sequence[str], key: Mapping[str, Value], unit: str | None, period: str) -> list[Cell]:
    cells: list[Cell] = []
    for name in by:
        if name == unit:
            cells.append(period)
        elif name in ("type", "status"):
            cells += key[name]
        else:
            cells += [cell for one in key[name] for cell in (one, *numbers(one))]
    return cells


def _inside(days: tuple[date, date] | None, first: date | None, last: date | None) -> bool:
    """Whether what began on one of these days may have begun in the window; what has no day is let in."""
    return days is None or ((first is None or days[1] >= first) and (last is None or days[0] <= last))


def _denominators(reports: Iterable[Published], unit: str | None, first: date | None, last: date | None) -> dict[str, tuple[int, int]]:
    """Period -> its reports, and those of them that are no copies. In `undated` are the reports without a day."""
    found: dict[str, tuple[int, int]] = {}
    for report in reports:
        if report.day and ((first and report.day < first) or (last and report.day > last)):
            continue
        period = "" if not unit else period_of(report.day, unit) if report.day else UNDATED
        whole, own = found.get(period, (0, 0))
        found[period] = (whole + 1, own + (not report.copy))
    return found


def _order(key: Key) -> list[tuple[bool, str]]:
    return [(one is None, one or "") for value in key for one in value]
