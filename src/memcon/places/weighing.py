"""Which of the places that share a name a report means: how prominent each is, the countries of the report, and the places named beside it.

Weights are in powers of ten: one more is a place ten times as populous.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from .place import Candidate

EARTH_KM = 6371.0
PROMINENCE = {"country": 8.3, "world": 8.3, "region": 7.0, "water": 7.0, "landmark": 7.0, "land": 6.8, "city": 6.0, "district": 5.0}
"""Weight of a place of our own tables by kind."""
LEAST_PEOPLE = 100
CAPITAL = 1.5
SPELLING = 0.8
"""Our own table of spellings says which place a name means in the news."""
FIRST_LEVEL = 0.3
DISTRICT = -1.0
OTHER_NAME = -1.5
SECOND = -2.0
CHIEF, CHIEF_OTHER = 0.03, 0.1
"""Share of an area's people from which a city of the area's name is its chief city; of a city that is so called only also."""
HINT_FIRST, HINT_STEP, HINT_LEAST = 2.0, 0.4, 0.6
"""What a country of the report adds: the first named, each step down the list, and what the last still adds."""
NEAR_KM = 80.0
CONTEXT_MOST, CONTEXT_HALF = 4.5, 1.2
SAME_COUNTRY, IN_COUNTRY, IN_REGION = 0.12, 0.4, 1.0
RIVALS = 20
"""Of an ambiguous neighbour, this many of its meanings are tried."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Another toponym of the report: its key and its likeliest meanings with their shares."""

    key: str
    meanings: tuple[tuple[Candidate, float], ...]


def prominence(candidate: Candidate) -> float:
    """How likely the place is meant where nothing else is known.

    >>> prominence(Candidate("Paris", "Paris", "FRA", 48.9, 2.35, 1, "city", "FR.11", 2_000_000, "main", capital=True)) > 7
    True
    """
    weight = math.log10(max(candidate.population, LEAST_PEOPLE))
    if candidate.kind == "country":
        weight = PROMINENCE["country"]
    elif candidate.kind == "region":
        weight += FIRST_LEVEL
    elif candidate.kind == "district":
        weight += DISTRICT
    if candidate.capital:
        weight += CAPITAL
    weight += {"other": OTHER_NAME, "spelling": SPELLING, "second": SECOND}.get(candidate.match, 0.0)
    return max(weight, PROMINENCE[candidate.kind]) if candidate.match == "table" else weight


def before_their_regions(candidates: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """The candidates, each region or district that is called after its chief city marked as bearing the name second: a bare "Aleppo" is
    the city. Areas of our own tables are left as they are."""
    cities = [c for c in candidates if c.kind == "city"]

    def named_after(area: Candidate) -> bool:
        return area.kind in ("region", "district") and area.match != "table" and any(chief(city, area) for city in cities)

    return tuple(replace(c, match="second") if named_after(c) else c for c in candidates)


def chief(city: Candidate, area: Candidate) -> bool:
    """Whether an area of the same name may be called after the city."""
    if city.country != area.country and (city.match != "table" or area.lat is None or city.lat is None):
        return False
    share = city.population / max(area.population, 1)
    if city.match == "other":
        return share >= CHIEF_OTHER and city.region == area.region
    return share >= CHIEF and (city.region == area.region or city.match == "table")


def shares(weights: Sequence[float]) -> list[float]:
    """Weights as shares of one."""
    if not weights:
        return []
    top = max(weights)
    powers = [10.0 ** (weight - top) for weight in weights]
    total = sum(powers)
    return [power / total for power in powers]


def neighbour(key: str, candidates: Sequence[Candidate]) -> Neighbour:
    """A toponym as context for others."""
    ranked = sorted(candidates, key=prominence, reverse=True)[:RIVALS]
    return Neighbour(key, tuple(zip(ranked, shares([prominence(c) for c in ranked]), strict=True)))


def kilometres(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Great-circle distance of two points in degrees.

    >>> round(kilometres(48.85, 2.35, 51.5, -0.12))
    343
    """
    a, b = math.radians(lat), math.radians(other_lat)
    half = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(math.radians(other_lon - lon) / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(half)))


def within(part: Candidate, whole: Candidate) -> bool:
    """Whether one place is known to lie in the other, a country or a first-level region."""
    if whole.kind == "country":
        return part.country is not None and part.country == whole.country and part.kind != "country"
    return whole.kind == "region" and bool(whole.region) and part.region == whole.region and part.kind != "region"


def affinity(one: Candidate, other: Candidate) -> float:
    """0..1, how much one place in a report speaks for the other."""
    if one.geonames is not None and one.geonames == other.geonames:
        return 0.0
    if within(one, other) or within(other, one):
        whole = other if within(one, other) else one
        return IN_COUNTRY if whole.kind == "country" else IN_REGION
    same = SAME_COUNTRY if one.country is not None and one.country == other.country else 0.0
    areas = ("country", "world", "water")
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None or one.kind in areas or other.kind in areas:
        return same
    if abs(one.lat - other.lat) > 6:
        return same
    distance = kilometres(one.lat, one.lon, other.lat, other.lon)
    return max(same, 1.0 / (1.0 + (distance / NEAR_KM) ** 2))


def context(candidate: Candidate, neighbours: Collection[Neighbour]) -> float:
    """What the places named beside it add to a candidate's weight."""
    total = 0.0
    for near in neighbours:
        total += max((affinity(candidate, meaning) * (0.3 + 0.7 * share) for meaning, share in near.meanings), default=0.0)
    return CONTEXT_MOST * (1.0 - 2.0 ** (-total / CONTEXT_HALF))


def hint(candidate: Candidate, countries: Sequence[str]) -> float:
    """What the countries of the report, the most important first, add to a candidate's weight."""
    if candidate.country is None or candidate.country not in countries:
        return 0.0
    return max(HINT_LEAST, HINT_FIRST - HINT_STEP * countries.index(candidate.country))
