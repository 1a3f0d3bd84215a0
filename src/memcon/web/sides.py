"""One event as several reports tell it: quotes for each value, the reports side by side, where they agree and where not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from memcon.analysis.quotes import Quote
from memcon.analysis.windows import days_of
from memcon.exports.columns import stated
from memcon.merging import Merged, Telling
from memcon.merging.merged import Value
from memcon.merging.settled import ROLES
from memcon.merging.statuses import REAL
from memcon.model import Event, Span
from memcon.model.boundary import span_json

from .words import web_address

FIELDS = ("type", "mode", "status", "when", "where", "country", "position", *ROLES, "source")
SINGLE = ("type", "mode", "status", "when", "where", "country", "position")
"""Fields of which an event has one value, so that two are a conflict."""
_AHEAD = ("planned", "offered")


def telling_dict(telling: Telling, quote: Quote) -> dict[str, Any]:
    """One report's account: who published it, its sentence, and each value that it states with the words."""
    w, event = telling.witness, telling.event
    return {
        "report": w.id,
        "outlet": w.outlet,
        "published": w.published,
        "url": web_address(w.url),
        "title": w.title,
        "copy_of": w.copy_of,
        "event": event.id,
        "summary": event.summary,
        "status": event.status,
        "confidence": round(float(event.confidence), 3),
        "sentence": _sentence(quote, event),
        "stated": [{"path": path, **span_json(span)} for path, span in stated(telling)],
        "evidence": [
            {"path": e.path, "by": e.by, "p": round(float(e.p), 3), "spans": [span_json(span) for span in e.spans]} for e in event.evidence
        ],
        "sources": [
            {
                "kind": s.kind,
                "name": s.name,
                "stance": s.stance,
                "words": s.source.quote if s.source else None,
                "cue": s.cue.quote if s.cue else None,
            }
            for s in event.sources
        ],
    }


def quotes_of(found: Merged, field: str, value: str) -> list[dict[str, Any]]:
    """The words from which each report's value of a field was read."""
    made = []
    for telling in found.tellings:
        for span in _spans(telling.event, field, value):
            if span.end > span.start:
                made.append({"report": telling.witness.id, **span_json(span)})
    return [one for at, one in enumerate(made) if one not in made[:at]]


def cells(found: Merged) -> list[dict[str, Any]]:
    """The reports side by side: for each field what each report says, and whether all that speak agree."""
    rows = []
    for field in FIELDS:
        said = [_said(telling.event, field) for telling in found.tellings]
        if any(said):
            stands = [set(one) for one in said if one]
            agree = all(one == stands[0] for one in stands)
            row = {"field": field, "said": said, "agree": agree, "single": field in SINGLE, "speak": len(stands)}
            rows.append({**row, "fits": not agree and _fits(found, field, list(dict.fromkeys(value for one in said for value in one)))})
    return rows


def conflicts(found: Merged) -> list[dict[str, Any]]:
    """Fields of one value for which reports give several that cannot all be true, unless a person decided."""
    return differing(found, found.values)


def differing(found: Merged, values: Mapping[str, Sequence[Value]]) -> list[dict[str, Any]]:
    """The same, of values that were worked out already."""
    return [
        {"field": name, "values": [v.value for v in values[name]]}
        for name in SINGLE
        if len(values.get(name, ())) > 1
        and name not in found.corrected
        and name != "where"
        and not _fits(found, name, [v.value for v in values[name]])
    ]


def _fits(found: Merged, field: str, values: Sequence[str]) -> bool:
    """Whether values that differ go together: announced and then done, a month and a day of it."""
    if field == "status":
        told = [(one.event.status, one.witness.published or "") for one in found.tellings]
        ahead = [day for status, day in told if status in _AHEAD]
        done = [day for status, day in told if status in REAL]
        return len(ahead) + len(done) == len(told) and bool(done) and all(one and one <= other for one in ahead for other in done)
    if field == "when":
        days = [days_of(value) for value in values]
        firsts, lasts = [first for first, _ in days if first], [last for _, last in days if last]
        return not firsts or not lasts or max(firsts) <= min(lasts)
    return False


def _said(event: Event, field: str) -> list[str]:
    if field == "when":
        return [w.edtf for w in (event.when, *(o for o in event.when_other if o.contradicts)) if w]
    if field in ("where", "country"):
        told = (event.where.name if field == "where" else event.where.country) if event.where else None
        return [told] if told else []
    if field in ROLES:
        return [party.name for party in event.parties(field)]
    if field == "source":
        named = ((s.name or (s.source.quote if s.source else ""), s.stance) for s in event.sources)
        return list(dict.fromkeys(f"{name} (denies)" if stance == "denies" else name for name, stance in named if name))
    told = getattr(event, field)
    return [told] if told else []


def _spans(event: Event, field: str, value: str) -> Iterable[Span]:
    if field in ROLES:
        parties = event.parties(field)
        fits = [party for party in parties if party.name == value] or [p for p in parties if set(p.name.split()) & set(value.split())]
        return [party.mention for party in fits]
    if field == "when":
        return [w.span for w in (event.when, *event.when_other) if w and w.edtf == value]
    if field in ("where", "country"):
        fits_where = event.where and value in (event.where.name, event.where.country)
        return [event.where.span] if event.where and fits_where else []
    if field == "source":
        name = value.removesuffix(" (denies)")
        found = [s for s in event.sources if name in (s.name, s.source.quote if s.source else None)]
        return [span for s in found for span in (s.source, s.cue) if span]
    if getattr(event, field, None) != value:
        return []
    seen = [span for e in event.evidence if e.path == f"/{field}" for span in e.spans]
    return seen or event.triggers


def _sentence(quote: Quote, event: Event) -> list[dict[str, Any]]:
    """The sentence in parts, the triggers marked."""
    words, marks = quote.words, [" ".join(t.quote.split()) for t in event.triggers]
    at, parts = 0, []
    for mark in marks:
        start = words.find(mark, at) if mark else -1
        if start >= 0:
            parts += [{"words": words[at:start], "marked": False}, {"words": mark, "marked": True}]
            at = start + len(mark)
    return [part for part in [*parts, {"words": words[at:], "marked": False}] if part["words"]]
