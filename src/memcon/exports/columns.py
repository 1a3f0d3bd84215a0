"""The tables of an export by kind: events, parties, values, codes, sources, reports, and the evidence for it all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from memcon.codes import country
from memcon.merging import Merged, Telling
from memcon.merging.settled import Settled, settle
from memcon.model import Span

from .delimited import Cell
from .parties import Keys, keys

COLUMNS: dict[str, dict[str, str]] = {
    "events": {
        "event": "string", "type": "string", "mode": "string", "status": "string", "position": "string", "when": "string",
        "first_day": "string", "last_day": "string", "place": "string", "settlement": "string", "country": "string", "lat": "number",
        "lon": "number", "geonames": "integer", "duration": "string", "summary": "string", "confidence": "number", "reports": "integer",
        "independent": "integer", "judgement": "string", "replaced": "string",
    },
    "parties": {
        "event": "string", "role": "string", "party": "string", "name": "string", "kind": "string", "wikidata": "string",
        "country": "string", "sector": "string", "office": "string", "cow": "integer", "gw": "integer",
    },
    "values": {
        "event": "string", "field": "string", "value": "string", "support": "integer", "reports": "string", "corrected": "string",
    },
    "codes": {"event": "string", "scheme": "string", "code": "string", "mode": "string", "contexts": "string", "rule": "string"},
    "sources": {
        "event": "string", "report": "string", "kind": "string", "name": "string", "stance": "string", "source": "string", "cue": "string",
    },
    "reports": {
        "report": "string", "outlet": "string", "published": "string", "url": "string", "title": "string", "copy_of": "string",
    },
    "evidence": {
        "event": "string", "report": "string", "mention": "string", "path": "string", "start": "integer", "end": "integer",
        "quote": "string", "by": "string", "p": "number",
    },
}  # fmt: skip
"""Table -> its columns with their types (those of a Frictionless table schema)."""


@dataclass(slots=True)
class Tables:
    """The rows of each table, in the order of `COLUMNS`."""

    rows: dict[str, list[list[Cell]]] = field(default_factory=lambda: {name: [] for name in COLUMNS})
    events: int = 0


def tables(events: Iterable[Merged]) -> Tables:
    """The events as tables; lists within a cell are separated by `; `.

    >>> from memcon.merging import Witness
    >>> from memcon.model import Event
    >>> told = tables([Merged("m1", (Telling(Witness("r"), Event("e1", "CONSULT", "visit", "happened", ())),))])
    >>> [row[1:3] for row in told.rows["codes"]][:2]
    [['plover', 'CONSULT'], ['cameo', '042']]
    """
    made = Tables()
    reports: dict[str, list[Cell]] = {}
    stand = [settle(merged) for merged in events if merged.tellings]
    of = keys(stand)
    for one in stand:
        merged = one.merged
        made.events += 1
        made.rows["events"].append(_event(one))
        made.rows["parties"] += _parties(one, of)
        for name, values in merged.values.items():
            corrected = merged.corrected.get(name)
            made.rows["values"] += [[merged.id, name, v.value, v.support, "; ".join(v.reports), corrected] for v in values]
        for code in one.codes.values():
            made.rows["codes"].append([merged.id, code.scheme, code.value, code.mode, "; ".join(code.contexts), code.rule])
        for telling in merged.tellings:
            made.rows["sources"] += _sources(merged.id, telling)
            made.rows["evidence"] += _evidence(merged.id, telling)
        for w in one.witnesses:
            reports.setdefault(w.id, [w.id, w.outlet, w.published, w.url, w.title, w.copy_of])
    made.rows["reports"] = list(reports.values())
    return made


def _event(one: Settled) -> list[Cell]:
    event, where = one.event, one.event.where
    first, last = (day.isoformat() if day else None for day in (one.first_day, one.last_day))
    place: list[Cell] = [where.name, where.place, where.country, where.lat, where.lon, where.geonames] if where else [None] * 6
    witnesses = one.witnesses
    independent = len({w.copy_of or w.id for w in witnesses})
    known: list[Cell] = [one.id, event.type, event.mode, event.status, event.position, event.when.edtf if event.when else None, first, last]
    rest: list[Cell] = [event.duration, event.summary, round(event.confidence, 3), len(witnesses), independent]
    return [*known, *place, *rest, one.merged.judgement, "; ".join(one.merged.replaced)]


def _parties(one: Settled, of: Keys) -> Iterator[list[Cell]]:
    for p in one.event.participants:
        codes = country(p.country)
        numbers: list[Cell] = [codes.cow, codes.gw] if codes else [None, None]
        yield [one.id, p.role, of(one, p), p.name, p.kind, p.wikidata, p.country, p.sector, p.office, *numbers]


def _sources(event: str, telling: Telling) -> Iterator[list[Cell]]:
    for s in telling.event.sources:
        words = [span.quote if span else None for span in (s.source, s.cue)]
        yield [event, telling.witness.id, s.kind, s.name, s.stance, *words]


def _evidence(event: str, telling: Telling) -> Iterator[list[Cell]]:
    told = telling.event
    start: list[Cell] = [event, telling.witness.id, told.id]
    for path, span in stated(telling):
        yield [*start, path, span.start, span.end, span.quote, "words", None]
    for e in told.evidence:
        p = round(float(e.p), 3)
        if not e.spans:
            yield [*start, e.path, None, None, None, e.by, p]
        for span in e.spans:
            yield [*start, e.path, span.start, span.end, span.quote, e.by, p]


def stated(telling: Telling) -> Iterator[tuple[str, Span]]:
    """The values that a report states in so many words: a JSON pointer within the event, and the span."""
    told = telling.event
    found = [(f"/triggers/{i}", span) for i, span in enumerate(told.triggers)]
    found += [(f"/participants/{i}", p.mention) for i, p in enumerate(told.participants)]
    found += [("/when", told.when.span)] if told.when else []
    found += [("/where", told.where.span)] if told.where else []
    found += [(f"/about/{i}", span) for i, span in enumerate(told.about)]
    found += [(f"/purpose/{i}", span) for i, span in enumerate(told.purpose)]
    for i, s in enumerate(told.sources):
        found += [(f"/sources/{i}/{name}", span) for name, span in (("source", s.source), ("cue", s.cue)) if span]
    return (pair for pair in found if pair[1].end > pair[1].start)
