"""What a place is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A place that a name was resolved to.

    `name` is the place's own name in English; `place` the settlement that holds it (a city holds itself; None for areas);
    `country` ISO 3166-1 alpha-3, None where none or several hold it, or where it is unsettled who does; `lat` and `lon` degrees
    (WGS 84), for areas a point within; `geonames` the GeoNames id; `kind` one of country, region, district, city, landmark, water,
    land, world; `how` the rule or table that chose it; `score` 0..1, how sure; `note` what a reader should know (disputes).

    >>> Place("Kremlin", "Moscow", "RUS", 55.752, 37.617, None, "landmark", "table:seats", 1.0).place
    'Moscow'
    """

    name: str
    place: str | None
    country: str | None
    lat: float | None
    lon: float | None
    geonames: int | None
    kind: str
    how: str
    score: float
    note: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name may mean, with what weighing needs: `population`, `region` (first-level area, such as `US.TX`), and whether
    the name is the place's main one or another of its names (`match`: main, other, table)."""

    name: str
    place: str | None
    country: str | None
    lat: float | None
    lon: float | None
    geonames: int | None
    kind: str
    region: str
    population: int
    match: str
    table: str = ""
    note: str = ""
    capital: bool = False
