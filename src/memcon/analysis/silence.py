"""Dyads that talked and stopped: since when, and how unusual that is for them.

The days between one contact of a dyad and the next are its gaps. The silence is the time from its last contact to the day that is asked
about. `p` is the chance of one as long, were it drawn from the same hat as the earlier gaps: (1 + earlier gaps at least as long) / (1 +
earlier gaps)
(Phipson and Smyth 2010), so few contacts can never make it small; contacts come in bursts (Barabási 2005), which is why no rate is
assumed. A silence of the record need not be one of the parties: `heard` counts what is told of either in the meantime.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from statistics import median

from sqlalchemy import func, select

from memcon.store import Store
from memcon.store.schema import reports

from .acts import Act
from .contacts import contacts, node, pairs
from .plain import Plain
from .remembered import remembered
from .subjects import Subject, acts_about
from .who import Actors, actors
from .windows import Window

LEAST = 3


@dataclass(frozen=True, slots=True)
class Silence(Plain):
    """A dyad that is silent for longer than ever before: its last contact (`event`), the days since, the usual (median) and the longest
    earlier gap, how often it was that long before, and what is told of either since (`heard`)."""

    a: str
    b: str
    a_name: str
    b_name: str
    contacts: int
    last: date
    event: str
    days: int
    usual: float
    longest: int
    p: float
    heard: int


def silences(
    store: Store, about: Subject | None = None, window: Window | None = None, *, level: str = "state", least: int = LEAST
) -> tuple[Silence, ...]:
    """The dyads silent at the window's end (else on the day of the latest report) for longer than between any two contacts before.

    Dyads with fewer than `least` days of contact are left out. The most unusual stand first.

    >>> with Store.open(None) as store:
    ...     silences(store)
    ()
    """
    about, window = about or Subject(), window or Window()

    def work() -> tuple[Silence, ...]:
        end = window.last or latest(store)
        return silences_of(acts_about(store, about, window), actors(store), end, level=level, least=least) if end else ()

    return remembered(store, ("silences", about, window, level, least), work)


def latest(store: Store) -> date | None:
    """The day of the latest report; None where no report has a day."""
    with store.reading() as connection:
        day = connection.scalar(select(func.max(reports.c.published)))
    try:
        return date.fromisoformat((day or "")[:10])
    except ValueError:
        return None


def silences_of(found: Sequence[Act], known: Actors, end: date, *, level: str = "state", least: int = LEAST) -> tuple[Silence, ...]:
    """The silent dyads among these acts on a day."""
    of = node(level)
    talked: dict[tuple[str, str], dict[date, str]] = {}
    for act in contacts(found):
        if act.day is None or act.day > end:
            continue
        for pair in pairs(act, of):
            talked.setdefault((min(pair.a, pair.b), max(pair.a, pair.b)), {})[act.day] = act.id
    silent = [one for pair, days in talked.items() if len(days) >= least and (one := _silence(pair, days, known, end, found, level))]
    return tuple(sorted(silent, key=lambda one: (one.p, -one.days / max(one.usual, 1), one.a, one.b)))


def _silence(pair: tuple[str, str], days: dict[date, str], known: Actors, end: date, found: Sequence[Act], level: str) -> Silence | None:
    ordered = sorted(days)
    gaps = [(later - earlier).days for earlier, later in pairwise(ordered)]
    since = (end - ordered[-1]).days
    if since <= max(gaps):
        return None
    p = (1 + sum(gap >= since for gap in gaps)) / (1 + len(gaps))
    of = node(level)
    heard = sum(
        act.first is not None and ordered[-1] + timedelta(days=1) <= act.first <= end and any(of(part.who) in pair for part in act.parts)
        for act in found
    )
    a, b = pair
    return Silence(
        a, b, known.label(a), known.label(b), len(ordered), ordered[-1], days[ordered[-1]], since, float(median(gaps)), max(gaps),
        round(p, 3), heard,
    )  # fmt: skip
