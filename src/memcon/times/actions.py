"""The readings that rules can ask for, by name."""

from __future__ import annotations

from collections.abc import Callable

from .normalise import clock, dates, finance, lengths, parts, relative, weekdays, years
from .reading import Circumstances, Match, Reading

Part = tuple[int, int, Reading]
Action = Callable[[Match, Circumstances], "Reading | tuple[Part, ...] | None"]

_DATES: tuple[Action, ...] = (
    dates.iso,
    dates.slash,
    dates.month_day,
    dates.day_pair,
    dates.month,
    dates.part_of_month,
    dates.day_of_month,
    dates.week_of,
)
_YEARS: tuple[Action, ...] = (
    *(years.year, years.year_pair, years.era_year, years.spoken_year, years.decade, years.century, years.season),
    *(finance.part_of_year, finance.reporting_period, finance.fiscal_year, finance.same_unit),
)
_DAYS: tuple[Action, ...] = (
    weekdays.weekday,
    weekdays.dayword,
    weekdays.part_of_day,
    weekdays.overnight,
    weekdays.recent_day,
    weekdays.nth_day,
    clock.clock,
    clock.holiday,
)
_RELATIVE: tuple[Action, ...] = (
    *(relative.deictic, relative.ago, relative.from_told, relative.told, relative.told_weekday),
    *(relative.stretch, relative.deadline, relative.in_so_long, relative.unknown),
)
_LENGTHS: tuple[Action, ...] = (
    lengths.duration,
    lengths.duration_pair,
    lengths.one_unit,
    lengths.repeated,
    lengths.rate,
    lengths.fixed,
    lengths.nothing,
    parts.units_of,
    parts.added,
)

ACTIONS: dict[str, Action] = {action.__name__: action for action in (*_DATES, *_YEARS, *_DAYS, *_RELATIVE, *_LENGTHS)}
