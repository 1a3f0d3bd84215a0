"""Which of the places that share a name a report means: how prominent each is, the countries of the report, and the places named beside it.

Weights are in powers of ten: one more is a place ten times as populous.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from .place import Candidate

EARTH_KM = 6371.0
PROMINENCE = {"country": 9.2, "world": 9.0, "region": 7.0, "water": 7.0, "landmark": 7.0, "land": 6.8, "city": 6.0, "district": 5.0}
"""Weight of a place of our own tables by kind."""
LEAST_PEOPLE = 100
CAPITAL = 1.5
SPELLING = 0.8
"""Our own table of spellings says which place a name means in the news."""
FIRST_LEVEL = 0.3
DISTRICT = -1.0
OTHER_NAME = -1.5
SECOND = -3.0
CHIEF, CHIEF_OTHER = 0.03, 0.1
"""Share of an area's people from which a city of the area's name is its chief city; of a city that is so called only also."""
HINT_FIRST, HINT_STEP, HINT_LEAST = 2.5, 0.3, 0.8
"""What a country of the report adds: the first named, each step down the list, and what the last still adds."""
NAMESAKES = {"USA": 0.2}
"""Countries that hold a namesake of nearly every city say little about which one is meant: what their hint is worth for a settlement."""
METONYMS = frozenset({"USA", "GBR", "RUS", "CHN", "FRA", "BEL"})
METONYM = 0.3
"""These countries' capitals mostly stand for governments: what they are worth as neighbours."""
NEAR_KM = 80.0
CONTEXT_MOST, CONTEXT_HALF = 5.5, 1.0
SAME_COUNTRY, IN_COUNTRY, IN_REGION = 0.2, 0.4, 1.0
NEARBY_DEGREES = 6.0
"""Of latitude: places farther apart are not near."""
UNPLACED = frozenset({"country", "world", "water"})
"""Kinds too large to be near a place."""
RIVALS = 20
"""Of an ambiguous neighbour, this many of its meanings are tried."""
UNLIKELY = 0.3
"""What a neighbour's unlikely meaning still counts: places that fit together make each other likely."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Another toponym of the report: its key and its likeliest meanings."""

    key: str
    meanings: tuple[tuple[Candidate, float], ...]
    """Each meaning with its weight as a witness, 0..1."""


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
    if candidate.capital and candidate.match != "other":
        weight += CAPITAL
    if candidate.match == "spelling" and candidate.kind == "city":
        weight += SPELLING
    weight += {"other": OTHER_NAME, "second": SECOND}.get(candidate.match, 0.0)
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
        return area.match == "other" and share >= CHIEF_OTHER and city.region == area.region
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
    share = shares([prominence(c) for c in ranked])
    least = 0.0 if ranked and is_metonym(ranked[0]) else UNLIKELY
    return Neighbour(key, tuple((c, least + (1.0 - least) * part) for c, part in zip(ranked, share, strict=True)))


def is_metonym(candidate: Candidate) -> bool:
    """Whether a name mostly stands for a government: then it tells little about where the places beside it lie.

    >>> is_metonym(Candidate("Moscow", "Moscow", "RUS", 55.75, 37.62, 524901, "city", "RU.48", 10_381_222, "main", capital=True))
    True
    """
    return candidate.capital and candidate.country in METONYMS


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
        return IN_COUNTRY * NAMESAKES.get(whole.country or "", 1.0) if whole.kind == "country" else IN_REGION
    same = SAME_COUNTRY * NAMESAKES.get(one.country or "", 1.0) if one.country is not None and one.country == other.country else 0.0
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None or one.kind in UNPLACED or other.kind in UNPLACED:
        return same
    if abs(one.lat - other.lat) > NEARBY_DEGREES:
        return same
    distance = kilometres(one.lat, one.lon, other.lat, other.lon)
    near = 1.0 / (1.0 + (distance / NEAR_KM) ** 2)
    return max(same, near * METONYM if is_metonym(other) else near)


def context(candidate: Candidate, neighbours: Collection[Neighbour]) -> float:
    """What the places named beside it add to a candidate's weight."""
    return added(sum(max((affinity(candidate, meaning) * weight for meaning, weight in near.meanings), default=0.0) for near in neighbours))


def added(total: float) -> float:
    """What witnesses that speak so much for a place add to its weight: ever less, the more there are.

    >>> added(0.0), added(1.0), round(added(50.0), 1)
    (0.0, 2.75, 5.5)
    """
    return CONTEXT_MOST * (1.0 - math.exp2(-total / CONTEXT_HALF))


def hint(candidate: Candidate, countries: Sequence[str]) -> float:
    """What the countries of the report, the most important first, add to a candidate's weight."""
    if candidate.country is None or candidate.country not in countries:
        return 0.0
    worth = NAMESAKES.get(candidate.country, 1.0) if candidate.kind in ("city", "district") and not candidate.capital else 1.0
    return worth * max(HINT_LEAST, HINT_FIRST - HINT_STEP * countries.index(candidate.country))
