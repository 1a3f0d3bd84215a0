"""Record <-> JSON text of the contract `memcon/1`. The shape stands in `schema`; here it meets the dataclasses."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import ValidationError

from .event import Code, Event, Evidence, Order, Party, Source, When, Where
from .record import SCHEMA, Attribution, Entity, Location, MadeBy, Record, Time
from .report import Report
from .schema import (
    CodeShape,
    EventShape,
    EvidenceShape,
    RecordShape,
    ReportShape,
    SourceShape,
    SpanShape,
    WhenShape,
    WhereShape,
    schema,
)
from .span import Span

__all__ = ["dumps", "event_from_dict", "event_to_dict", "from_dict", "loads", "schema", "shape_problems", "to_dict"]

PLACES = 3
_SURROGATE = re.compile("[\ud800-\udfff]")
_SURROGATE_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")


def dumps(record: Record, indent: int | None = None) -> str:
    """The record as JSON text; the same record gives the same text.

    Keys stand in the contract's order, absent optional values are left out (`null` where the contract says so), probabilities are
    rounded to three places, a lone surrogate is escaped so that the text can always be written as UTF-8. ValueError if the text holds
    a high surrogate followed by a low one, which JSON cannot tell from the one character that they would make.

    >>> dumps(Record(Report("r", "Nothing."), made_by=MadeBy("0.1.0")))[:36]
    '{"schema": "memcon/1", "report": {"i'
    """
    text = json.dumps(to_dict(record), ensure_ascii=False, indent=indent, allow_nan=False)
    if _SURROGATE_PAIR.search(text):
        raise ValueError("the text holds a surrogate pair as two code points: decode it as UTF-16 first")
    return _SURROGATE.sub(lambda m: f"\\u{ord(m[0]):04x}", text)


def loads(text: str) -> Record:
    """The record in the JSON text that `dumps` wrote; ValueError says what is wrong with any other text.

    >>> loads("[]")
    Traceback (most recent call last):
    ValueError: not a record: a JSON object is wanted, this is a list
    """
    try:
        data = json.loads(text, parse_constant=_no_constant)
    except RecursionError as error:
        raise ValueError("not JSON that memcon can read: it is nested too deeply") from error
    except json.JSONDecodeError as error:
        raise ValueError(f"not JSON: {error.msg} in line {error.lineno}, column {error.colno}") from error
    return from_dict(data)


def from_dict(data: object) -> Record:
    """The record in parsed JSON. ValueError if its shape is not the contract's or the hash is not that of the text.

    >>> from_dict(to_dict(Record(Report("r", "Nothing."), made_by=MadeBy("0.1.0")))).report.text
    'Nothing.'
    """
    problems = shape_problems(data)
    if problems:
        more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
        path, message = problems[0]
        raise ValueError(f"not a record: {path + ': ' if path else ''}{message}{more}")
    shape = RecordShape.model_validate(data)
    record = _record(shape)
    if record.report.sha256 != shape.report.sha256:
        raise ValueError("not a record: report/sha256: it is not the hash of report/text")
    return record


def event_to_dict(event: Event) -> dict[str, Any]:
    """One event as the contract writes it."""
    return _event_json(event)


def event_from_dict(data: object) -> Event:
    """One event of the contract; pydantic's ValidationError (a ValueError) where its shape is another."""
    return _event(EventShape.model_validate(data))


def shape_problems(data: object) -> list[tuple[str, str]]:
    """Where parsed JSON departs from the contract's shape, as (path, message); empty if nowhere.

    >>> shape_problems({"schema": "memcon/1", "report": {"id": 1}, "events": [], "made_by": {"memcon": "0.1.0"}})[0]
    ('report/id', 'a string is wanted, this is a number')
    """
    if not isinstance(data, Mapping):
        return [("", f"a JSON object is wanted, this is {_kind(data)}")]
    if data.get("schema") != SCHEMA:
        return [
            ("schema", f"{SCHEMA!r} is wanted, this is {data.get('schema')!r}" if "schema" in data else f"missing ({SCHEMA!r} is wanted)")
        ]
    try:
        RecordShape.model_validate(data)
    except ValidationError as error:
        return [("/".join(str(part) for part in one["loc"] if part not in ("str", "CodeShape")), _message(one)) for one in error.errors()]
    return []


_WANTED = {
    "string_type": "a string",
    "int_type": "a whole number",
    "float_type": "a number",
    "list_type": "a list",
    "model_type": "an object",
    "dict_type": "an object",
}


def _message(error: Any) -> str:
    kind = str(error["type"])
    if kind in _WANTED:
        return f"{_WANTED[kind]} is wanted, this is {_kind(error['input'])}"
    if kind == "missing":
        return "missing"
    if kind == "extra_forbidden":
        return "the contract has no such field"
    message = str(error["msg"])
    return f"{message[:1].lower()}{message[1:]}, this is {error['input']!r}"


def _kind(value: object) -> str:
    if value is None:
        return "null"
    names = {bool: "true or false", str: "a string", int: "a number", float: "a number", list: "a list", dict: "an object"}
    return names.get(type(value), type(value).__name__)


def _no_constant(name: str) -> None:
    raise ValueError(f"not JSON: {name} is no JSON value")


def to_dict(record: Record) -> dict[str, Any]:
    """The record as the JSON value that `dumps` writes.

    >>> list(to_dict(Record(Report("r", "Nothing."))))[:3]
    ['schema', 'report', 'events']
    """
    report = record.report
    return {
        "schema": SCHEMA,
        "report": {
            "id": report.id,
            **_stated(title=report.title, published=report.published, outlet=report.outlet, url=report.url, language=report.language),
            "sha256": report.sha256,
            "text": report.text,
        },
        "events": [_event_json(e) for e in record.events],
        "attributions": [
            {"id": a.id, "parent": a.parent, "kind": a.kind, "source": _spans(a.source), "cue": _spans(a.cue), "content": _spans(a.content)}
            for a in record.attributions
        ],
        "times": [{"type": t.type, "value": t.value, "start": t.start, "end": t.end, "quote": t.quote} for t in record.times],
        "places": [
            {
                "name": x.name,
                **_stated(country=x.country, lat=x.lat, lon=x.lon, geonames=x.geonames),
                "start": x.start,
                "end": x.end,
                "quote": x.quote,
            }
            for x in record.places
        ],
        "entities": [{"id": n.id, **_identity(n), "mentions": _spans(n.mentions)} for n in record.entities],
        "made_by": {"memcon": record.made_by.memcon, "models": dict(sorted(record.made_by.models)), "config": record.made_by.config},
    }


def _event_json(event: Event) -> dict[str, Any]:
    return {
        "id": event.id,
        "type": event.type,
        "mode": event.mode,
        "status": event.status,
        **_stated(position=event.position),
        "summary": event.summary,
        "triggers": _spans(event.triggers),
        "participants": [_party_json(p) for p in event.participants],
        "when": _when_json(event.when) if event.when else None,
        **({"when_other": [_when_json(w) for w in event.when_other]} if event.when_other else {}),
        **({"order": [{"relation": o.relation, "event": o.event} for o in event.order]} if event.order else {}),
        "where": _where_json(event.where) if event.where else None,
        **_stated(duration=event.duration),
        **({"about": _spans(event.about)} if event.about else {}),
        **({"purpose": _spans(event.purpose)} if event.purpose else {}),
        "sources": [_source_json(s) for s in event.sources],
        "evidence": [{"path": e.path, "spans": _spans(e.spans), "by": e.by, "p": round(float(e.p), PLACES)} for e in event.evidence],
        **({"codes": {c.scheme: _code_json(c) for c in event.codes}} if event.codes else {}),
        "confidence": round(float(event.confidence), PLACES),
    }


def _stated(**values: object) -> dict[str, object]:
    return {name: value for name, value in values.items() if value is not None}


def _identity(who: Party | Entity) -> dict[str, object]:
    return {"name": who.name, "kind": who.kind, **_stated(wikidata=who.wikidata, country=who.country, sector=who.sector, office=who.office)}


def _party_json(party: Party) -> dict[str, object]:
    return {"role": party.role, **_stated(entity=party.entity), **_identity(party), "mention": span_json(party.mention)}


def _when_json(when: When) -> dict[str, object]:
    told = {"edtf": when.edtf, "span": span_json(when.span), "how": when.how}
    return told | ({"contradicts": True} if when.contradicts else {})


def _where_json(where: Where) -> dict[str, object]:
    known = _stated(place=where.place, country=where.country, lat=where.lat, lon=where.lon, geonames=where.geonames)
    return {"name": where.name, **known, "span": span_json(where.span)}


def _source_json(source: Source) -> dict[str, object]:
    return {
        "kind": source.kind,
        **_stated(name=source.name, attribution=source.attribution),
        "source": span_json(source.source) if source.source else None,
        "cue": span_json(source.cue) if source.cue else None,
        "stance": source.stance,
    }


def _code_json(code: Code) -> str | dict[str, object]:
    if code.mode or code.contexts or code.scheme == "plover":
        return {"type": code.value, "mode": code.mode, "contexts": list(code.contexts)}
    return code.value


def span_json(span: Span) -> dict[str, object]:
    """A span as JSON.

    >>> span_json(Span(8, 11, "met"))
    {'start': 8, 'end': 11, 'quote': 'met'}
    """
    return {"start": span.start, "end": span.end, "quote": span.quote}


def _spans(spans: Iterable[Span]) -> list[dict[str, object]]:
    return [span_json(s) for s in spans]


def _record(shape: RecordShape) -> Record:
    return Record(
        report=_report(shape.report),
        events=tuple(_event(e) for e in shape.events),
        attributions=tuple(
            Attribution(a.id, a.kind, _tuple(a.source), _tuple(a.cue), _tuple(a.content), a.parent) for a in shape.attributions
        ),
        times=tuple(Time(t.type, t.value, t.start, t.end, t.quote) for t in shape.times),
        places=tuple(Location(x.name, x.start, x.end, x.quote, x.country, x.lat, x.lon, x.geonames) for x in shape.places),
        entities=tuple(Entity(n.id, n.name, n.kind, _tuple(n.mentions), n.wikidata, n.country, n.sector, n.office) for n in shape.entities),
        made_by=MadeBy(shape.made_by.memcon, tuple(sorted(shape.made_by.models.items())), shape.made_by.config),
    )


def _report(shape: ReportShape) -> Report:
    return Report(shape.id, shape.text, shape.title, shape.published, shape.outlet, shape.url, shape.language)


def _event(shape: EventShape) -> Event:
    return Event(
        id=shape.id,
        type=shape.type,
        mode=shape.mode,
        status=shape.status,
        triggers=_tuple(shape.triggers),
        participants=tuple(
            Party(p.role, p.name, p.kind, _span(p.mention), p.entity, p.wikidata, p.country, p.sector, p.office) for p in shape.participants
        ),
        when=_when(shape.when) if shape.when else None,
        when_other=tuple(_when(w) for w in shape.when_other),
        order=tuple(Order(o.relation, o.event) for o in shape.order),
        where=_where(shape.where) if shape.where else None,
        position=shape.position,
        summary=shape.summary,
        duration=shape.duration,
        about=_tuple(shape.about),
        purpose=_tuple(shape.purpose),
        sources=tuple(_source(s) for s in shape.sources),
        evidence=tuple(_evidence(e) for e in shape.evidence),
        confidence=shape.confidence,
        codes=tuple(_code(scheme, code) for scheme, code in shape.codes.items()),
    )


def _when(shape: WhenShape) -> When:
    return When(shape.edtf, _span(shape.span), shape.how, shape.contradicts)


def _where(shape: WhereShape) -> Where:
    return Where(shape.name, _span(shape.span), shape.place, shape.country, shape.lat, shape.lon, shape.geonames)


def _source(shape: SourceShape) -> Source:
    source, cue = (_span(s) if s else None for s in (shape.source, shape.cue))
    return Source(shape.kind, shape.name, shape.attribution, source, cue, shape.stance)


def _evidence(shape: EvidenceShape) -> Evidence:
    return Evidence(shape.path, _tuple(shape.spans), shape.by, shape.p)


def _code(scheme: str, code: str | CodeShape) -> Code:
    return Code(scheme, code) if isinstance(code, str) else Code(scheme, code.type, code.mode, tuple(code.contexts))


def _span(shape: SpanShape) -> Span:
    return Span(shape.start, shape.end, shape.quote)


def _tuple(shapes: Iterable[SpanShape]) -> tuple[Span, ...]:
    return tuple(_span(s) for s in shapes)
