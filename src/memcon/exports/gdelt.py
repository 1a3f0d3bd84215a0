"""GDELT 2's tables without a line of names: the 61 columns of events and the 16 of mentions (GDELT event codebook 2.0, February 2015).

Left empty is what a record does not hold: tone, ethnic and religious codes, GNS feature ids, districts. SQLDATE and what follows from it
stay empty unless a report gives the day; GDELT itself falls back on the day of publication.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import BinaryIO
from urllib.parse import urlsplit

from memcon.codes import country, goldstein, quad_of_cameo
from memcon.merging import Merged
from memcon.merging.settled import web_address
from memcon.model import Party, Where

from .delimited import Cell, write_tsv
from .dyads import Dyad, dyads
from .form import Written

_ACTOR = (
    "Code",
    "Name",
    "CountryCode",
    "KnownGroupCode",
    "EthnicCode",
    "Religion1Code",
    "Religion2Code",
    "Type1Code",
    "Type2Code",
    "Type3Code",
)
_GEO = ("Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
COLUMNS = (
    "GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate",
    *(f"Actor1{name}" for name in _ACTOR),
    *(f"Actor2{name}" for name in _ACTOR),
    "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale",
    "NumMentions", "NumSources", "NumArticles", "AvgTone",
    *(f"Actor1Geo_{name}" for name in _GEO),
    *(f"Actor2Geo_{name}" for name in _GEO),
    *(f"ActionGeo_{name}" for name in _GEO),
    "DATEADDED", "SOURCEURL",
)  # fmt: skip
MENTIONS = (
    "GLOBALEVENTID", "EventTimeDate", "MentionTimeDate", "MentionType", "MentionSourceName", "MentionIdentifier", "SentenceID",
    "Actor1CharOffset", "Actor2CharOffset", "ActionCharOffset", "InRawText", "Confidence", "MentionDocLen", "MentionDocTone",
    "MentionDocTranslationInfo", "Extras",
)  # fmt: skip
_COUNTRY, _WORLD_CITY = 1, 4
_GROUPS = frozenset(("IGO", "NGO"))


def write(events: Iterable[Merged], out: BinaryIO, *, raw: bool = False) -> Written:
    """Write the table of events."""
    kept, left_out = list(events), list[str]()
    write_tsv(out, None, (_row(dyad) for dyad in dyads(kept, left_out)), raw=raw)
    return Written(len(kept) - len(left_out), tuple(left_out))


def write_mentions(events: Iterable[Merged], out: BinaryIO, *, raw: bool = False) -> Written:
    """Write the table of mentions: a row for each report of each row of the table of events."""
    kept, left_out = list(events), list[str]()
    write_tsv(out, None, (row for dyad in dyads(kept, left_out) for row in _mentions(dyad)), raw=raw)
    return Written(len(kept) - len(left_out), tuple(left_out))


def fraction(day: date) -> float:
    """The year with the part of it that has gone by, as GDELT counts it: months of thirty days.

    >>> fraction(date(2022, 3, 5))
    2022.2603
    """
    return round(day.year + (day.month * 30 + day.day) / 365, 4)


def actor_code(party: Party) -> str:
    """The party's CAMEO code: state and role.

    >>> from memcon.merging.settled import NO_WORDS
    >>> actor_code(Party("actor", "Bennett", "person", NO_WORDS, country="ISR", sector="GOV"))
    'ISRGOV'
    """
    codes = country(party.country)
    sector = party.sector or ""
    parts = (codes.cameo if codes else party.country or "", sector)
    return "".join(reversed(parts) if sector in _GROUPS else parts)


def _row(dyad: Dyad) -> list[Cell]:
    one, code = dyad.one, dyad.code
    day = one.day
    dates: list[Cell] = [day.strftime("%Y%m%d"), day.strftime("%Y%m"), day.strftime("%Y"), fraction(day)] if day else [None] * 4
    event = [None, code, code[:3], code[:2], quad_of_cameo(code), goldstein(code)]
    witnesses = one.witnesses
    counts = [
        sum(max(1, len(t.event.triggers)) for t in one.merged.tellings),
        len({w.outlet or w.id for w in witnesses}),
        len(witnesses),
        None,
    ]
    known = sorted(w.published for w in witnesses if w.published)
    url = next((w.url for w in (one.merged.lead.witness, *witnesses) if web_address(w.url)), None)
    geo = [*_place(dyad.source), *_place(dyad.target), *_action(one.event.where)]
    return [
        dyad.whole_number,
        *dates,
        *_actor(dyad.source),
        *_actor(dyad.target),
        *event,
        *counts,
        *geo,
        _stamp(known[0] if known else None),
        url,
    ]


def _actor(party: Party | None) -> list[Cell]:
    if party is None:
        return [None] * 10
    codes = country(party.country)
    group = party.sector if party.sector in _GROUPS else None
    role = None if group else party.sector
    return [actor_code(party), party.name.upper(), codes.cameo if codes else None, group, None, None, None, role, None, None]


def _place(party: Party | None) -> list[Cell]:
    codes = country(party.country) if party and party.kind == "state" else None
    return [_COUNTRY, codes.name, codes.fips, codes.fips, None, None, None, None] if codes else [None] * 8


def _action(where: Where | None) -> list[Cell]:
    if where is None:
        return [None] * 8
    codes = country(where.country)
    whole = codes is not None and where.place is None and where.name == codes.name
    name = where.name if whole or not codes else f"{where.place or where.name}, {codes.name}"
    fips = codes.fips if codes else None
    return [_COUNTRY if whole else _WORLD_CITY, name, fips, None, None, where.lat, where.lon, None]


def _mentions(dyad: Dyad) -> Iterator[list[Cell]]:
    day = dyad.one.day
    for telling in dyad.one.merged.tellings:
        witness, told = telling.witness, telling.event
        named = {p.name: p.mention.start for p in told.participants if p.mention.end}
        offsets: list[Cell] = [
            named.get(dyad.source.name, -1),
            named.get(dyad.target.name, -1) if dyad.target else -1,
            told.triggers[0].start if told.triggers else -1,
        ]
        times: list[Cell] = [day.strftime("%Y%m%d000000") if day else None, _stamp(witness.published)]
        url = web_address(witness.url)
        kind, address = (1, url) if url else (2, witness.id)
        name = urlsplit(url).hostname if url else witness.outlet
        sure = round(told.confidence * 100)
        yield [dyad.whole_number, *times, kind, name, address, None, *offsets, 1, sure, None, None, None, None]


def _stamp(published: str | None) -> str | None:
    return published.replace("-", "")[:8].ljust(14, "0") if published else None
