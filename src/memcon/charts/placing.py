"""Where events took place, for a map: places as points, countries where no more is told; what is not located is counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from memcon.actors import registry
from memcon.analysis.acts import Act
from memcon.analysis.plain import Plain
from memcon.analysis.quotes import events_of
from memcon.analysis.remembered import remembered
from memcon.analysis.subjects import Subject, acts_about
from memcon.analysis.windows import Window
from memcon.places import gazetteer
from memcon.store import Store

MOST = 400


@dataclass(frozen=True, slots=True)
class Spot(Plain):
    """A place with its events. `precision` is `place` (a settlement, a sea: a point) or `country` (the point is its middle)."""

    name: str
    country: str | None
    precision: str
    lat: float
    lon: float
    events: tuple[str, ...]
    statuses: dict[str, int]


@dataclass(frozen=True, slots=True)
class Places(Plain):
    """The places of events, those with most events first; `nowhere` are the events of which no report tells a place that is known."""

    subject: str
    spots: tuple[Spot, ...]
    nowhere: tuple[str, ...]
    left_out: int = 0

    @property
    def located(self) -> int:
        """How many events have a place."""
        return sum(len(one.events) for one in self.spots)


def located(store: Store, about: Subject | None = None, window: Window | None = None) -> Places:
    """Where the events about a subject took place within a window. Worked out once for each state of the store.

    >>> with Store.open(None) as store:
    ...     located(store).spots
    ()
    """
    about, window = about or Subject(), window or Window()
    return remembered(store, ("places", about, window), lambda: _located(store, about, window))


def _located(store: Store, about: Subject, window: Window) -> Places:
    found: dict[tuple[str | None, str | None], list[Act]] = {}
    nowhere = []
    for act in acts_about(store, about, window):
        if act.place or act.country:
            found.setdefault((act.place, act.country), []).append(act)
        else:
            nowhere.append(act.id)
    points = _points(store, {place: [one.id for one in its] for place, its in found.items() if place[0]})
    spots: dict[tuple[str, str | None, str], Spot] = {}
    for (place, country), its in found.items():
        point = points.get((place, country))
        middle = _middle(country) if point is None else None
        if point is None and middle is None:
            nowhere += [one.id for one in its]
            continue
        known = registry().states.by_iso.get(country or "")
        name = place if point is not None and place else known.name if known else country or ""
        precision = "place" if point is not None else "country"
        lat, lon = point or middle or (0.0, 0.0)
        before = spots.get((name, country, precision))
        events = (*(before.events if before else ()), *(one.id for one in its))
        statuses = Counter(one.status for one in its) + Counter(before.statuses if before else {})
        spots[name, country, precision] = Spot(name, country, precision, lat, lon, events, dict(statuses.most_common()))
    ranked = sorted(spots.values(), key=lambda one: (-len(one.events), one.precision, one.name))
    return Places(about.title, tuple(ranked[:MOST]), tuple(nowhere), max(0, len(ranked) - MOST))


def _points(
    store: Store, wanted: dict[tuple[str | None, str | None], list[str]]
) -> dict[tuple[str | None, str | None], tuple[float, float]]:
    """Place and country -> where it lies, as the first telling says that knows."""
    of = {numbers[0]: place for place, numbers in wanted.items()}
    found: dict[tuple[str | None, str | None], tuple[float, float]] = {}
    for number, event in events_of(store, list(of)).items():
        for telling in event.tellings:
            where = telling.event.where
            if where and where.lat is not None and where.lon is not None and (where.place or where.name) == of[number][0]:
                found.setdefault(of[number], (where.lat, where.lon))
    return found


def _middle(country: str | None) -> tuple[float, float] | None:
    known = registry().states.by_iso.get(country or "")
    if known is None:
        return None
    place = gazetteer().resolve(known.name)
    return (place.lat, place.lon) if place and place.lat is not None and place.lon is not None else None


def every(places: Sequence[Spot]) -> list[dict[str, object]]:
    """The spots as rows of a table."""
    return [
        {
            "place": one.name,
            "country": one.country,
            "precision": one.precision,
            "lat": one.lat,
            "lon": one.lon,
            "events": len(one.events),
            "statuses": one.statuses,
        }
        for one in places
    ]
