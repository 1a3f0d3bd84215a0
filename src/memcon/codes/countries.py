"""Countries in the codes of research data: Correlates of War, Gleditsch and Ward, ISO, FIPS, the names of ICEWS (`data/countries.tsv`)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from .tables import rows


@dataclass(frozen=True, slots=True)
class Country:
    """A country's codes; None where a list has not got it. `numeric` and `fips` are text: `004` keeps its zeros."""

    iso3: str
    name: str
    iso2: str | None
    numeric: str | None
    cow: int | None
    cow_code: str | None
    gw: int | None
    fips: str | None
    icews: str
    cameo: str


def country(iso3: str | None) -> Country | None:
    """The codes of a country by ISO 3166-1 alpha-3 (XKX for Kosovo); None for what is no country.

    >>> [(c.cow, c.gw) for c in map(country, ("USA", "DEU", "YEM", "SRB", "PSE"))]
    [(2, 2), (255, 260), (679, 678), (345, 340), (None, None)]
    """
    return _by("iso3").get(iso3 or "")


def by_name(name: str) -> Country | None:
    """The country of a name as ICEWS writes it, or as our list of states does.

    >>> by_name("Russian Federation").iso3, by_name("Atlantis")
    ('RUS', None)
    """
    return _by("icews").get(name) or _by("name").get(name)


def by_fips(code: str) -> Country | None:
    """The country of a FIPS 10-4 code, as GDELT gives places.

    >>> by_fips("GM").iso3
    'DEU'
    """
    return _by("fips").get(code)


def by_cameo(code: str) -> Country | None:
    """The country of a CAMEO country code (`ROM` is Romania).

    >>> by_cameo("ROM").iso3
    'ROU'
    """
    return _by("cameo").get(code) or country(code)


@cache
def _by(field: str) -> dict[str, Country]:
    return {str(key): one for one in _all() if (key := getattr(one, field)) is not None}


@cache
def _all() -> tuple[Country, ...]:
    return tuple(
        Country(
            r["iso3"],
            r["name"],
            r["iso2"] or None,
            r["numeric"] or None,
            int(r["cow"]) if r["cow"] else None,
            r["cow_code"] or None,
            int(r["gw"]) if r["gw"] else None,
            r["fips"] or None,
            r["icews"] or r["name"],
            r["cameo"] or r["iso3"],
        )
        for r in rows("countries")
    )
