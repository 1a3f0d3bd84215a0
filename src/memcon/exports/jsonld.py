"""JSON-LD 1.1: events as schema.org Events, the words they rest on as W3C Web Annotations, where it all came from as PROV-O.

Vocabularies: https://schema.org/Event, https://www.w3.org/TR/annotation-vocab/ (TextQuoteSelector, TextPositionSelector; offsets count code
points), https://www.w3.org/TR/prov-o/. The context stands in the file: reading it needs no network. What the vocabularies have no word for
(type, status, role) stands under `urn:memcon:`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO
from urllib.parse import quote

from memcon.merging import Merged, Witness
from memcon.merging.settled import Settled, settled, web_address
from memcon.model import Party

from .columns import stated
from .delimited import clean
from .form import Written
from .parties import Keys, keys

CONTEXT: dict[str, Any] = {
    "schema": "https://schema.org/",
    "oa": "http://www.w3.org/ns/oa#",
    "prov": "http://www.w3.org/ns/prov#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "memcon": "urn:memcon:vocabulary:",
    "id": "@id",
    "type": "@type",
}
_KINDS = {"person": "schema:Person", "state": "schema:Country", "organisation": "schema:Organization", "armed_group": "schema:Organization"}


def write(events: Iterable[Merged], out: BinaryIO, *, raw: bool = False) -> Written:  # noqa: ARG001 (no table)
    """Write one graph of all events, parties, reports and annotations."""
    kept = list(events)
    stand = list(settled(kept))
    nodes: dict[str, dict[str, Any]] = {}
    of = keys(stand)
    for one in stand:
        for node in _nodes(one, of):
            nodes.setdefault(node["id"], node)
    text = json.dumps({"@context": CONTEXT, "@graph": list(nodes.values())}, ensure_ascii=False, allow_nan=False, indent=1)
    out.write(clean(text).encode() + b"\n")
    held = {one.id for one in stand}
    return Written(len(stand), tuple(event.id for event in kept if event.id not in held))


def iri(kind: str, name: str) -> str:
    """The IRI of a thing of ours.

    >>> iri("party", "person:a b@")
    'urn:memcon:party:person%3Aa%20b%40'
    """
    return f"urn:memcon:{kind}:{quote(clean(name), safe='')}"


def _nodes(one: Settled, of: Keys) -> Iterator[dict[str, Any]]:
    event = one.event
    yield _event(one, of)
    for party in event.participants:
        yield _party(party, of(one, party))
    for witness in one.witnesses:
        yield _report(witness)
    for number, telling in enumerate(one.merged.tellings):
        report = iri("report", telling.witness.id)
        for path, span in stated(telling):
            yield {
                "id": iri("annotation", f"{one.id}/{number}{path}"),
                "type": "oa:Annotation",
                "oa:motivatedBy": {"id": "oa:identifying"},
                "oa:hasBody": {"id": iri("event", one.id)},
                "memcon:path": path,
                "oa:hasTarget": {
                    "type": "oa:SpecificResource",
                    "oa:hasSource": {"id": report},
                    "oa:hasSelector": [
                        {
                            "type": "oa:TextPositionSelector",
                            "oa:start": _number(span.start),
                            "oa:end": _number(span.end),
                        },
                        {"type": "oa:TextQuoteSelector", "oa:exact": span.quote},
                    ],
                },
            }


def _event(one: Settled, of: Keys) -> dict[str, Any]:
    event, where = one.event, one.event.where
    made: dict[str, Any] = {
        "id": iri("event", one.id),
        "type": ["schema:Event", "prov:Entity"],
        "schema:identifier": one.id,
        "schema:name": one.title,
        "memcon:type": event.type,
        "memcon:status": event.status,
        "prov:wasDerivedFrom": [{"id": iri("report", w.id)} for w in one.witnesses],
    }
    roles = {"actor": "schema:actor", "recipient": "schema:attendee"}
    for role in dict.fromkeys(p.role for p in event.participants):
        made[roles.get(role, f"memcon:{role}")] = [{"id": iri("party", of(one, p))} for p in event.parties(role)]
    for name, value in (("memcon:mode", event.mode), ("schema:description", event.summary), ("memcon:position", event.position)):
        if value:
            made[name] = value
    for name, day in (("schema:startDate", one.first_day), ("schema:endDate", one.last_day)):
        if day:
            made[name] = {"@value": day.isoformat(), "@type": "xsd:date"}
    if event.when:
        made["memcon:when"] = event.when.edtf
    if where:
        place: dict[str, Any] = {"type": "schema:Place", "schema:name": where.name}
        if where.country:
            place["schema:addressCountry"] = where.country
        if where.lat is not None and where.lon is not None:
            place["schema:geo"] = {"type": "schema:GeoCoordinates", "schema:latitude": where.lat, "schema:longitude": where.lon}
        if where.geonames is not None:
            place["schema:sameAs"] = {"id": f"https://sws.geonames.org/{where.geonames}/"}
        made["schema:location"] = place
    made["memcon:code"] = [
        {"type": "schema:DefinedTerm", "schema:inDefinedTermSet": c.scheme, "schema:termCode": c.value, "memcon:rule": c.rule}
        for c in one.codes.values()
    ]
    return made


def _party(party: Party, key: str) -> dict[str, Any]:
    made: dict[str, Any] = {
        "id": iri("party", key),
        "type": [_KINDS.get(party.kind, "schema:Thing"), "prov:Agent"],
        "schema:name": party.name,
    }
    if party.wikidata:
        made["schema:sameAs"] = {"id": f"http://www.wikidata.org/entity/{party.wikidata}"}
    for name, value in (("schema:jobTitle", party.office), ("memcon:country", party.country), ("memcon:sector", party.sector)):
        if value:
            made[name] = value
    return made


def _report(witness: Witness) -> dict[str, Any]:
    made: dict[str, Any] = {
        "id": iri("report", witness.id),
        "type": ["schema:NewsArticle", "prov:Entity"],
        "schema:identifier": witness.id,
    }
    known = {"schema:headline": witness.title, "schema:publisher": witness.outlet, "schema:url": web_address(witness.url)}
    made |= {name: value for name, value in known.items() if value}
    if witness.published:
        made["schema:datePublished"] = {"@value": witness.published, "@type": "xsd:date"}
    if witness.copy_of:
        made["prov:wasQuotedFrom"] = {"id": iri("report", witness.copy_of)}
    return made


def _number(value: int) -> dict[str, str]:
    return {"@value": str(value), "@type": "xsd:nonNegativeInteger"}
