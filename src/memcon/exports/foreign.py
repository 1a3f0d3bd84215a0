"""Reading other data sets' tables of events as merged events: ICEWS, POLECAT, GDELT 2.

Each row is an event with one telling, without words: nothing in it has a span, its evidence says `given:` and the data set. CAMEO codes are
read by `codes/data/cameo.tsv`; the given code is kept.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from operator import itemgetter

from memcon.codes import by_cameo, by_fips, by_name, country, meaning
from memcon.merging import Merged, Telling, Witness
from memcon.merging.settled import NO_WORDS
from memcon.model import Code, Event, Evidence, Party, When, Where
from memcon.times.edtf import interval

from . import gdelt, icews, polecat
from .delimited import unguarded

_EMPTY = frozenset(("", "NA", "None", "NULL", "nan"))
_SECTORS = {name: sector for sector, name in icews.SECTORS.items()} | {
    "Executive": "GOV", "Executive Office": "GOV", "Foreign Ministry": "GOV", "Cabinet": "GOV", "Rebel": "REB", "Dissident": "OPP",
    "Criminals / Gangs": "CRM", "Protestors / Popular Opposition / Mobs": "CVL", "Lower House": "LEG", "Upper House": "LEG",
    "Medical / Health NGOs": "NGO", "Regional Diplomatic IGOs": "IGO", "Global Diplomatic IGOs": "IGO", "Marines": "MIL", "Army": "MIL",
    "Exiles": "OPP", "Legal": "JUD", "Education": "EDU",
}  # fmt: skip
_MODES = {("CONSULT", "phone"): "call", ("CONSULT", "third-party"): "meeting"}
_SIDES = (("actor", "Actor"), ("recipient", "Recipient"))
Row = Mapping[str, str]


def read_icews(data: bytes) -> Iterator[Merged]:
    """The events of an ICEWS table with a line of names; ValueError where a column that is needed is missing."""
    for row in _rows(data, icews.COLUMNS, named=True):
        known = meaning(row["CAMEO Code"])
        if known is None or not known.type:
            continue
        parties = [
            Party(role, name, "state" if name == given else "", NO_WORDS, None, None, _named(given), _sector(row[f"{side} Sectors"]))
            for role, side in (("actor", "Source"), ("recipient", "Target"))
            if (name := row[f"{side} Name"]) and (given := row[f"{side} Country"], True)
        ]
        place = row["City"] or row["Province"] or row["Country"]
        where = _where(place, row["City"], _named(row["Country"]), row["Latitude"], row["Longitude"])
        witness = Witness(f"icews:{row['Story ID'] or row['Event ID']}", row["Publisher"] or None)
        code = Code("cameo", known.code)
        yield _event("icews", row["Event ID"], known.type, known.mode, row["Event Date"], parties, where, witness, code)


def read_polecat(data: bytes) -> Iterator[Merged]:
    """The events of a POLECAT table with a line of names. Rows of one event that follow one another are its pairs of parties."""
    for number, rows in groupby(_rows(data, polecat.COLUMNS, named=True), key=itemgetter("Event ID")):
        pairs = list(rows)
        row = pairs[0]
        type, mode = row["Event Type"].upper(), row["Event Mode"].lower()
        sides = [[_polecat_party(one, role, side) for one in pairs if one[f"{side} Name"]] for role, side in _SIDES]
        actors, recipients = (list(dict.fromkeys(side)) for side in sides)
        if len(pairs) > 1 and {one.name for one in actors} == {one.name for one in recipients}:
            recipients = []  # a contact that nobody hosts: each stands once on either side
        place = row["Placename"] or row["City"] or row["Country"]
        where = _where(place, row["City"], _iso3(row["Country"]), row["Latitude"], row["Longitude"], row["GeoNames ID"])
        witness = Witness(f"polecat:{number}", row["Source"] or None, row["Publication Date"] or None)
        contexts = tuple(one.strip() for one in row["Contexts"].replace(",", ";").split(";") if one.strip())
        own = _MODES.get((type, mode), mode)
        code = Code("plover", type, mode, contexts)
        yield _event("polecat", number, type, own, row["Event Date"], [*actors, *recipients], where, witness, code)


def _polecat_party(row: Row, role: str, side: str) -> Party:
    wikidata, land = _wikidata(row[f"Wikipedia {side} ID"]), _iso3(row[f"{side} Country"])
    sector, title = row[f"Primary {side} Sector"] or None, row[f"{side} Title"] or None
    return Party(role, row[f"{side} Name"], "", NO_WORDS, None, wikidata, land, sector, title)


def read_gdelt2(data: bytes) -> Iterator[Merged]:
    """The events of a GDELT 2 table of events (61 columns, no line of names). ValueError where a row has other columns."""
    for row in _rows(data, gdelt.COLUMNS, named=False):
        known = meaning(row["EventCode"])
        if known is None or not known.type:
            continue
        parties = []
        for role, side in (("actor", "Actor1"), ("recipient", "Actor2")):
            name = row[f"{side}Name"] or row[f"{side}Code"]
            state = by_cameo(row[f"{side}CountryCode"])
            sector = row[f"{side}KnownGroupCode"] or row[f"{side}Type1Code"] or None
            if name:
                parties.append(Party(role, name, "", NO_WORDS, None, None, state.iso3 if state else None, sector))
        land = by_fips(row["ActionGeo_CountryCode"])
        full = row["ActionGeo_FullName"]
        city = full.split(",")[0] if row["ActionGeo_Type"] in ("3", "4") else ""
        where = _where(city or full, city, land.iso3 if land else None, row["ActionGeo_Lat"], row["ActionGeo_Long"])
        day = row["SQLDATE"]
        url, added = row["SOURCEURL"] or None, row["DATEADDED"]
        published = f"{added[:4]}-{added[4:6]}-{added[6:8]}" if len(added) >= len("20220305") else None
        witness = Witness(url or f"gdelt:{row['GLOBALEVENTID']}", None, published, url)
        edtf = f"{day[:4]}-{day[4:6]}-{day[6:8]}" if day else ""
        yield _event("gdelt", row["GLOBALEVENTID"], known.type, known.mode, edtf, parties, where, witness, Code("cameo", known.code))


def _event(
    data_set: str,
    number: str,
    type: str,
    mode: str,
    day: str,
    parties: Iterable[Party],
    where: Where | None,
    witness: Witness,
    code: Code,
) -> Merged:
    by = f"given:{data_set}"
    event = Event(
        id="e1",
        type=type,
        mode=mode,
        status="happened",
        triggers=(),
        participants=tuple(parties),
        when=_when(day, by),
        where=where,
        evidence=(Evidence("/type", (), by, 1.0), Evidence("/status", (), by, 1.0), Evidence(f"/codes/{code.scheme}", (), by, 1.0)),
        confidence=1.0,
        codes=(code,),
    )
    return Merged(f"{data_set}:{number}", (Telling(witness, event),))


def _rows(data: bytes, columns: tuple[str, ...], *, named: bool) -> Iterator[dict[str, str]]:
    lines = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter="\t", quoting=csv.QUOTE_NONE)
    names = list(columns)
    for number, line in enumerate(lines, 1):
        if number == 1 and named:
            names = [name.strip('"') for name in line]
            missing = [name for name in columns if name not in names]
            if missing:
                raise ValueError(f"line 1: no such table: the column {missing[0]!r} is missing")
            continue
        if not line:
            continue
        if len(line) != len(names):
            raise ValueError(f"line {number}: {len(names)} columns are wanted, this has {len(line)}")
        cells = (unguarded(cell) for cell in line)
        yield {name: "" if cell in _EMPTY else cell for name, cell in zip(names, cells, strict=True)}


def _when(day: str, by: str) -> When | None:
    try:
        interval(day)
    except ValueError:
        return None
    return When(day, NO_WORDS, by)


def _where(name: str, city: str, iso3: str | None, lat: str, lon: str, geonames: str = "") -> Where | None:
    if not name:
        return None
    position = _number(lat, 90), _number(lon, 180)
    both = position if None not in position else (None, None)
    return Where(name, NO_WORDS, city or None, iso3, *both, int(geonames) if geonames.isascii() and geonames.isdigit() else None)


def _number(text: str, most: int) -> float | None:
    try:
        value = float(text)
    except ValueError:
        return None
    return value if -most <= value <= most else None


def _named(name: str) -> str | None:
    known = by_name(name)
    return known.iso3 if known else None


def _iso3(code: str) -> str | None:
    return code if country(code) else _named(code)


def _sector(sectors: str) -> str | None:
    return next((_SECTORS[name] for name in sectors.split(",") if name in _SECTORS), None)


def _wikidata(value: str) -> str | None:
    return value if value[:1] == "Q" and value[1:].isdigit() else None
