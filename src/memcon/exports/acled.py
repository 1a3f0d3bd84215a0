"""ACLED-like rows: political violence, protest and what goes with it in ACLED's 31 columns of 2023 (ACLED codebook).

Which event becomes which of ACLED's types stands in `_KINDS`; contacts, words and aid are none of them and are left out. ACLED's own
judgements that a report cannot show (region, administrative units, fatalities, source scale) stay empty.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from memcon.codes import country
from memcon.merging import Merged
from memcon.merging.settled import Settled
from memcon.model import Party

from .delimited import Cell, write_csv
from .dyads import sayable
from .form import Written

COLUMNS = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type",
    "actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting",
    "iso", "region", "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision",
    "source", "source_scale", "notes", "fatalities", "tags", "timestamp",
)  # fmt: skip
_REMOTE, _CIVILIANS, _STRATEGIC = "Explosions/Remote violence", "Violence against civilians", "Strategic developments"
_KINDS = {
    ("PROTEST", "riot"): ("Riots", "Violent demonstration"),
    ("PROTEST", "vandalize"): ("Riots", "Violent demonstration"),
    ("PROTEST", ""): ("Protests", "Peaceful protest"),
    ("ASSAULT", "aerial"): (_REMOTE, "Air/drone strike"),
    ("ASSAULT", "drone"): (_REMOTE, "Air/drone strike"),
    ("ASSAULT", "heavy-weapons"): (_REMOTE, "Shelling/artillery/missile attack"),
    ("ASSAULT", "explosives"): (_REMOTE, "Remote explosive/landmine/IED"),
    ("ASSAULT", "suicide-attack"): (_REMOTE, "Suicide bomb"),
    ("ASSAULT", "unconventional"): (_REMOTE, "Chemical weapon"),
    ("ASSAULT", "abduct"): (_CIVILIANS, "Abduction/forced disappearance"),
    ("ASSAULT", "sexual"): (_CIVILIANS, "Sexual violence"),
    ("ASSAULT", "crowd-control"): ("Protests", "Excessive force against protesters"),
    ("ASSAULT", "destroy"): (_STRATEGIC, "Looting/property destruction"),
    ("ASSAULT", ""): (_CIVILIANS, "Attack"),
    ("COERCE", "arrest"): (_STRATEGIC, "Arrests"),
    ("RETREAT", "ceasefire"): (_STRATEGIC, "Agreement"),
}
_INTER = {
    **dict.fromkeys(("GOV", "MIL", "COP", "SPY"), "State forces"),
    **dict.fromkeys(("UAF", "CRM"), "Political militia"),
    **dict.fromkeys(("CVL", "REF", "MED", "BUS", "EDU", "REL", "NGO", "LAB", "AGR", "OPP", "PTY"), "Civilians"),
    "REB": "Rebel group",
    "IGO": "External/Other forces",
}
_ARMED = frozenset(("State forces", "Rebel group", "Political militia", "External/Other forces"))
_WEEK = 7


def write(events: Iterable[Merged], out: BinaryIO, *, raw: bool = False) -> Written:
    """Write the events as CSV with a line of column names."""
    kept, left_out = list(events), list[str]()
    write_csv(out, COLUMNS, _rows(kept, left_out), raw=raw)
    return Written(len(kept) - len(left_out), tuple(left_out))


def kind(type: str, mode: str, first: str, second: str) -> tuple[str, str] | None:
    """ACLED's type and sub-type of an act between actors of two kinds (`State forces`, `Civilians` ...); None for what ACLED has not.

    >>> kind("ASSAULT", "firearms", "State forces", "Rebel group"), kind("ASSAULT", "firearms", "Rebel group", "Civilians")
    (('Battles', 'Armed clash'), ('Violence against civilians', 'Attack'))
    >>> kind("CONSULT", "meeting", "State forces", "State forces") is None
    True
    """
    if type == "ASSAULT" and mode in ("", "firearms", "primitive") and first in _ARMED and second in _ARMED:
        return ("Battles", "Armed clash")
    return _KINDS.get((type, mode)) or (_KINDS.get((type, "")) if type in ("ASSAULT", "PROTEST") else None)


def _rows(events: Iterable[Merged], left_out: list[str]) -> Iterator[list[Cell]]:
    for one in sayable(events, left_out):
        event = one.event
        sides = [list(event.parties(role)) for role in ("actor", "recipient")]
        if not sides[1] and event.type == "ASSAULT":
            sides = [sides[0][:1], sides[0][1:]]
        first, second = ([p.name for p in side] for side in sides)
        inter1, inter2 = (_inter(side[0], event.type, bool(n)) if side else "" for n, side in enumerate(sides))
        found = kind(event.type, event.mode, inter1, inter2) if event.status in ("happened", "ongoing") else None
        if found is None or not (first or second):
            left_out.append(one.id)
            continue
        disorder = {"Protests": "Demonstrations", "Riots": "Demonstrations", _STRATEGIC: _STRATEGIC}.get(found[0], "Political violence")
        targeting = "Civilian targeting" if disorder == "Political violence" and "Civilians" in (inter1, inter2) else None
        actors: list[Cell] = [*(first[:1] or [""]), "; ".join(first[1:]), inter1, *(second[:1] or [""]), "; ".join(second[1:]), inter2]
        interaction = "-".join(one for one in (inter1, inter2) if one)
        yield [_id(one), *_time(one), disorder, *found, *actors, interaction, targeting, *_place(one), *_notes(one)]


def _id(one: Settled) -> str:
    return f"{(one.event.where.country if one.event.where else None) or ''}{one.id}"


def _inter(party: Party, type: str, recipient: bool) -> str:
    if type == "PROTEST" and not recipient:
        return "Protesters"
    if party.kind == "armed_group":
        return _INTER.get(party.sector or "", "Rebel group")
    return _INTER.get(party.sector or "", "State forces" if party.kind == "state" else "Civilians" if party.kind == "group" else "")


def _time(one: Settled) -> list[Cell]:
    first, last = one.first_day, one.last_day
    if first is None:
        return [None, None, None]
    days = (last - first).days + 1 if last else None
    precision = 1 if one.day else 2 if days is not None and days <= _WEEK else 3
    return [first.isoformat(), first.year, precision]


def _place(one: Settled) -> list[Cell]:
    where = one.event.where
    codes = country(where.country) if where else None
    if where is None:
        return [None] * 10
    exact = where.place is not None or (where.geonames is not None and codes is not None and where.name != codes.name)
    number = int(codes.numeric) if codes and codes.numeric else None
    return [
        number,
        None,
        codes.name if codes else None,
        None,
        None,
        None,
        where.place or where.name,
        where.lat,
        where.lon,
        1 if exact else 3,
    ]


def _notes(one: Settled) -> list[Cell]:
    outlets = "; ".join(dict.fromkeys(w.outlet or w.id for w in one.witnesses))
    return [outlets, None, one.event.summary or one.title, None, None, None]
