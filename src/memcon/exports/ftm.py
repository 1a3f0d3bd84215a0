"""FollowTheMoney JSON lines (https://followthemoney.tech/): events, parties, articles, and Documentation between events and articles."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from memcon.codes import country
from memcon.merging import Merged, Witness
from memcon.merging.settled import Settled, settled, web_address
from memcon.model import Party

from .delimited import clean
from .form import Written
from .parties import Keys, keys

_SCHEMATA = {"person": "Person", "state": "PublicBody", "organisation": "Organization", "armed_group": "Organization"}
Entity = dict[str, object]


def write(events: Iterable[Merged], out: BinaryIO, *, raw: bool = False) -> Written:  # noqa: ARG001 (no table)
    """Write each entity once, a line each; the same thing has the same id in each export."""
    kept = list(events)
    stand = list(settled(kept))
    seen = set()
    of = keys(stand)
    for one in stand:
        for entity in _entities(one, of):
            if entity["id"] not in seen:
                seen.add(entity["id"])
                out.write(clean(json.dumps(entity, ensure_ascii=False, sort_keys=True)).encode() + b"\n")
    held = {one.id for one in stand}
    return Written(len(stand), tuple(event.id for event in kept if event.id not in held))


def entity_id(kind: str, key: str) -> str:
    """The id of an entity: a hash of what identifies it.

    >>> entity_id("event", "m1")
    'memcon-event-2e62a4ce1a6c'
    """
    return f"memcon-{kind}-{hashlib.sha1(f'{kind}/{key}'.encode('utf-8', 'surrogatepass'), usedforsecurity=False).hexdigest()[:12]}"


def _entities(one: Settled, of: Keys) -> Iterator[Entity]:
    event, where = one.event, one.event.where
    states = dict.fromkeys(code for p in event.participants if (code := _country(p.country)))
    dates = [event.when.edtf] if event.when and len(event.when.edtf) in (4, 7, 10) and "/" not in event.when.edtf else []
    codes = [f"{scheme}:{code.value}" for scheme, code in one.codes.items()]
    yield _entity(
        "Event",
        entity_id("event", one.id),
        name=[one.title],
        summary=[event.summary],
        date=dates,
        startDate=[one.first_day.isoformat() if one.first_day else ""],
        endDate=[one.last_day.isoformat() if one.last_day else ""],
        location=[where.name if where else ""],
        country=[_country(where.country)] if where and _country(where.country) else list(states),
        involved=[entity_id("party", of(one, p)) for p in event.participants],
        recordId=[one.id],
        keywords=[event.type, event.mode, event.status, *codes],
        sourceUrl=[web_address(w.url) or "" for w in one.witnesses],
        proof=[entity_id("report", w.id) for w in one.witnesses],
    )
    for party in event.participants:
        yield _party(party, of(one, party))
    for witness in one.witnesses:
        yield _report(witness)
        yield _entity(
            "Documentation",
            entity_id("documentation", f"{one.id}/{witness.id}"),
            document=[entity_id("report", witness.id)],
            entity=[entity_id("event", one.id)],
            role=["copy" if witness.copy_of else "report"],
            date=[(witness.published or "")[:10]],
        )


def _party(party: Party, key: str) -> Entity:
    schema = _SCHEMATA.get(party.kind, "LegalEntity")
    office = {"position": [party.office or ""]} if schema == "Person" else {}
    return _entity(
        schema,
        entity_id("party", key),
        name=[party.name],
        country=[_country(party.country)],
        wikidataId=[party.wikidata or ""],
        keywords=[party.sector or ""],
        **office,
    )


def _report(witness: Witness) -> Entity:
    return _entity(
        "Article",
        entity_id("report", witness.id),
        title=[witness.title or ""],
        publishedAt=[(witness.published or "")[:10]],
        publisher=[witness.outlet or ""],
        sourceUrl=[web_address(witness.url) or ""],
        notes=[f"report {witness.id}"],
    )


def _entity(schema: str, key: str, **properties: list[str]) -> Entity:
    known = {name: list(dict.fromkeys(value for value in values if value)) for name, values in properties.items()}
    return {"id": key, "schema": schema, "properties": {name: values for name, values in known.items() if values}}


def _country(iso3: str | None) -> str:
    known = country(iso3)
    return (known.iso2 or "").lower() if known else ""
