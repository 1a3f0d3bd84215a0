"""Our own tables of places (`data/*.tsv`): countries, disputed areas, seas, seats of power, and how names are also spelt.

Most tables have the columns name, variants (separated by `|`), kind, place, country (ISO 3166-1 alpha-3), lat, lon, geonames, note, source.
`spellings.tsv` (variant, name, country, kind, source) and `english.tsv` (name, country, kind, English name, source) speak of places of
the compiled gazetteer; `demonyms.tsv` (word, name, source) of places of the other tables; `common.tsv` (word, what it is, source) lists
what is hardly ever meant as a place; `cues.tsv` (words, country, source) what tells of one country's towns; `codes.tsv` (ISO 3166-1
alpha-2, alpha-3, source) the codes of countries. Empty lines and lines that begin with `#` are skipped.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from .names import fold
from .place import Candidate

TABLES = ("countries", "disputed", "areas", "waters", "seats", "world")

TOWN = 30_000
"""A settlement of our tables is taken before GeoNames' namesakes; of kind `town` it counts as one of so many inhabitants only."""


@dataclass(frozen=True, slots=True)
class Spelling:
    """Another spelling of a place of the compiled gazetteer."""

    name: str
    country: str
    kind: str


def lines(table: str, columns: int) -> Iterator[list[str]]:
    """The rows of a table. ValueError names the line that has not `columns` columns."""
    text = (files("memcon.places") / "data" / f"{table}.tsv").read_text("utf-8")
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip() and not line.startswith("#"):
            row = line.split("\t")
            if len(row) != columns:
                raise ValueError(f"{table}.tsv, line {number}: {len(row)} columns, not {columns}")
            yield row


@cache
def own_places() -> dict[str, tuple[Candidate, ...]]:
    """Every place of our own tables under the key of each of its names.

    >>> [place.country for place in own_places()["burma"]]
    ['MMR']
    """
    found: dict[str, list[Candidate]] = {}
    for table in TABLES:
        for name, variants, kind, place, country, lat, lon, geonames, note, _source in lines(table, 10):
            town = kind == "town"
            candidate = Candidate(
                name=name,
                place=place or (name if town or kind == "city" else None),
                country=country or None,
                lat=float(lat) if lat else None,
                lon=float(lon) if lon else None,
                geonames=int(geonames) if geonames else None,
                kind="city" if town else kind,
                region="",
                population=TOWN if town else 0,
                match="main" if town else "table",
                table=table,
                note=note,
            )
            for variant in [name, *variants.split("|")]:
                entries = found.setdefault(fold(variant), [])
                if candidate not in entries:
                    entries.append(candidate)
    found.pop("", None)
    return {key: tuple(entries) for key, entries in found.items()}


@cache
def spellings() -> dict[str, tuple[Spelling, ...]]:
    """Other spellings by key.

    >>> spellings()["kiev"][0].name
    'Kyiv'
    """
    found: dict[str, list[Spelling]] = {}
    for variant, name, country, kind, _source in lines("spellings", 5):
        found.setdefault(fold(variant), []).append(Spelling(name, country, kind))
    return {key: tuple(entries) for key, entries in found.items()}


@cache
def english_names() -> dict[tuple[str, str, str], str]:
    """What newspapers call a place, by its name in the compiled gazetteer, country and kind.

    >>> english_names()["Makkah", "SAU", "city"]
    'Mecca'
    """
    return {(name, country, kind): english for name, country, kind, english, _source in lines("english", 5)}


@cache
def demonyms() -> dict[str, str]:
    """The key of the place that an adjective or a word for people tells of, by the word's key.

    >>> demonyms()["israeli"]
    'israel'
    """
    return {fold(word): fold(name) for word, name, _source in lines("demonyms", 3)}


@cache
def common_words() -> frozenset[str]:
    """Keys of capitalised words that are hardly ever meant as a place.

    >>> "march" in common_words()
    True
    """
    return frozenset(fold(word) for word, _what, _source in lines("common", 3))


@cache
def iso3() -> dict[str, str]:
    """ISO 3166-1 alpha-3 codes by alpha-2 code.

    >>> iso3()["SY"]
    'SYR'
    """
    return {two: three for two, three, _source in lines("codes", 3)}
