"""The readings that rules can ask for, by name."""

from __future__ import annotations

from collections.abc import Callable

from .normalise import clock, dates, finance, lengths, relative, weekdays
from .reading import Circumstances, Match, Reading

Part = tuple[int, int, Reading]
Action = Callable[[Match, Circumstances], "Reading | tuple[Part, ...] | None"]

ACTIONS: dict[str, Action] = {
    action.__name__: action
    for action in (
        dates.iso, dates.slash, dates.month_day, dates.day_pair, dates.month, dates.year, dates.year_pair, dates.day_of_month, dates.week_of, dates.era_year, dates.spoken_year, dates.decade,
        dates.century, dates.season, finance.part_of_year, finance.reporting_period, finance.fiscal_year, weekdays.weekday,
        weekdays.dayword, weekdays.part_of_day, weekdays.nth_day, relative.deictic, relative.ago, relative.from_told, relative.told,
        relative.stretch, relative.deadline, relative.unknown, relative.told_weekday, lengths.duration, lengths.one_unit, lengths.repeated, lengths.rate, lengths.fixed, lengths.nothing,
        clock.clock, clock.holiday,
    )
}  # fmt: skip
