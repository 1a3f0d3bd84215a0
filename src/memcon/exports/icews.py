"""ICEWS' twenty columns, tab-separated, as on the Dataverse (doi:10.7910/DVN/28075): CAMEO dyads, mutual acts once either way.

An event's date stays empty unless a report gives it to the day.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO

from memcon.codes import country, icews_intensity, meaning
from memcon.merging import Merged
from memcon.model import Party

from .delimited import Cell, write_tsv
from .dyads import Dyad, dyads
from .form import Written

COLUMNS = (
    "Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code", "Intensity",
    "Target Name", "Target Sectors", "Target Country", "Story ID", "Sentence Number", "Publisher",
    "City", "District", "Province", "Country", "Latitude", "Longitude",
)  # fmt: skip
SECTORS = {
    "GOV": "Government", "MIL": "Military", "COP": "Police", "SPY": "Intelligence",
    "JUD": "Judicial", "LEG": "Legislative / Parliamentary",
    "ELI": "Elite",
    "OPP": "Opposition Major Party (Out Of Government)", "PTY": "Parties", "REB": "Insurgents", "UAF": "Unidentified Forces",
    "CVL": "General Population / Civilian / Social", "BUS": "Business", "LAB": "Labor", "MED": "Media", "EDU": "Education",
    "REL": "National Religious", "REF": "Refugees / Displaced", "CRM": "Criminals / Gangs", "AGR": "Agricultural",
    "NGO": "Nongovernmental Organizations / Activists", "INT": "Global", "IGO": "International Government Organization",
}  # fmt: skip
"""PLOVER sector -> its nearest among ICEWS' sectors."""


def write(events: Iterable[Merged], out: BinaryIO, *, raw: bool = False) -> Written:
    """Write the events with a line of column names; a code such as 042 keeps its zero."""
    kept, left_out = list(events), list[str]()
    write_tsv(out, COLUMNS, (_row(dyad) for dyad in dyads(kept, left_out)), raw=raw)
    return Written(len(kept) - len(left_out), tuple(left_out))


def _row(dyad: Dyad) -> list[Cell]:
    one, known = dyad.one, meaning(dyad.code)
    witness, where = one.merged.lead.witness, one.event.where
    day = one.day.isoformat() if one.day else None
    place: list[Cell] = [where.place or where.name, None, None, _country(where.country), where.lat, where.lon] if where else [None] * 6
    act: list[Cell] = [known.name if known else None, dyad.code, icews_intensity(dyad.code)]
    return [dyad.id, day, *_party(dyad.source), *act, *_party(dyad.target), witness.id, None, witness.outlet, *place]


def _party(party: Party | None) -> list[Cell]:
    return [party.name, SECTORS.get(party.sector or ""), _country(party.country)] if party else [None] * 3


def _country(iso3: str | None) -> str | None:
    known = country(iso3)
    return known.icews if known else iso3
