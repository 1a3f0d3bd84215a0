"""POLECAT's forty columns, tab-separated (Halterman and others 2023; PLOVER types, contexts and scores).

A row is an actor and a recipient. A contact that nobody hosts has, by PLOVER's manual, actors only: here each stands once on either side.
An event's date stays empty unless a report gives it to the day. VOTE and STATEMENT, which PLOVER has not, are left out, and so is what is
denied or only possible, since the table has no status.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import permutations, product
from typing import BinaryIO

from memcon.codes import NAMES, country, plover, plover_score, quad, sides
from memcon.merging import Merged
from memcon.merging.settled import Settled
from memcon.model import Party

from .delimited import Cell, write_tsv
from .dyads import sayable
from .form import Written

COLUMNS = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts",
    "Actor Name", "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title", "Actor Name Raw",
    "Wikipedia Actor ID",
    "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector", "Recipient Sectors", "Recipient Title",
    "Recipient Name Raw", "Wikipedia Recipient ID",
    "Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename", "Feature Type",
    "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language", "Version",
)  # fmt: skip
VERSION = "memcon/1"


def write(events: Iterable[Merged], out: BinaryIO, *, raw: bool = False) -> Written:
    """Write the events with a line of column names."""
    kept, left_out = list(events), list[str]()
    write_tsv(out, COLUMNS, _rows(kept, left_out), raw=raw)
    return Written(len(kept) - len(left_out), tuple(left_out))


def _rows(events: Iterable[Merged], left_out: list[str]) -> Iterator[list[Cell]]:
    for one in sayable(events, left_out):
        coded = plover(one.event.type, one.event.mode, one.event.status)
        found = _pairs(one)
        if coded is None or not found:
            left_out.append(one.id)
            continue
        score, number = plover_score(coded.type, coded.mode), quad(coded.type)
        day = one.day.isoformat() if one.day else None
        class_name = NAMES[number].upper() if number else None
        start: list[Cell] = [one.id, day, coded.type, coded.mode, score.value if score else None, class_name]
        for actor, recipient in found:
            yield [*start, ";".join(one.codes["plover"].contexts), *_party(actor), *_party(recipient), *_place(one), *_story(one)]


def _pairs(one: Settled) -> list[tuple[Party | None, Party | None]]:
    actors, recipients = sides(one.event.type, one.event.mode, one.event.participants)
    if recipients:
        return list(product(actors or (None,), recipients))
    if len(actors) > 1 and one.event.type == "CONSULT":
        return list(permutations(actors, 2))
    return [(actor, None) for actor in actors]


def _party(party: Party | None) -> list[Cell]:
    if party is None:
        return [None] * 8
    codes = country(party.country)
    raw = party.mention.quote or party.name
    return [party.name, party.country, codes.cow if codes else None, party.sector, party.sector, party.office, raw, party.wikidata]


def _place(one: Settled) -> list[Cell]:
    where = one.event.where
    if where is None:
        return [None] * 10
    return [where.name, where.place, None, None, where.country, where.lat, where.lon, where.geonames, where.span.quote or where.name, None]


def _story(one: Settled) -> list[Cell]:
    witness = one.merged.lead.witness
    people = ";".join(dict.fromkeys(p.name for p in one.event.participants if p.kind == "person"))
    others = ";".join(dict.fromkeys(p.name for p in one.event.participants if p.kind in ("organisation", "armed_group")))
    places = one.event.where.name if one.event.where else None
    return [witness.outlet, witness.published, people, others, places, None, VERSION]
