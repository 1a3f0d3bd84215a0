"""A record, an event and what a query found, as a notebook shows them: one piece of HTML each, without script or style sheet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from memcon.merging import Merged
from memcon.merging.settled import settle
from memcon.model import Event, Record, Span
from memcon.reading.parse.sentences import sentences
from memcon.reading.record.date_words import date_words
from memcon.reading.record.summary import summary

from .html import link, text

MARKS = {"happened": "●", "ongoing": "◐", "planned": "○", "offered": "◇", "possible": "?", "denied": "✕"}
_HEAD = "<thead><tr><th scope='col'>status</th><th scope='col'>when</th><th scope='col'>what</th><th scope='col'>words</th></tr></thead>"
_MOST = 100
_LONGEST = 220


def record_html(record: Record) -> str:
    """A record: where it is from, and its events in the order of the text.

    >>> from memcon.model import MadeBy, Report
    >>> record_html(Record(Report("r1", "It rained.", outlet="<b>Gazette"), made_by=MadeBy("0.1.0")))
    '<div><p><strong>r1</strong> · &lt;b&gt;Gazette · undated</p><p>No event was found in this report.</p></div>'
    """
    report = record.report
    day = _day(report.published)
    head = f"<p><strong>{link(report.url, report.title or report.id)}</strong> · {text(report.outlet or 'outlet unknown')} · {day}</p>"
    if not record.events:
        return f"<div>{head}<p>No event was found in this report.</p></div>"
    bounds = sentences(report.text)
    rows = [_row(one, _sentence(report.text, bounds, one.triggers)) for one in record.events]
    return f"<div>{head}{_table(rows)}</div>"


def event_html(event: Event) -> str:
    """One event as a report tells it, with the words of each value."""
    parties = [(p.role.replace("_", " "), p.name, p.mention.quote) for p in event.participants]
    times = [("time", w.edtf, w.span.quote) for w in (event.when, *event.when_other) if w]
    places = (
        [("place", ", ".join(part for part in (event.where.name, event.where.country) if part), event.where.span.quote)]
        if event.where
        else []
    )
    acts = [("type", f"{event.type}{f'/{event.mode}' if event.mode else ''}", " … ".join(t.quote for t in event.triggers))]
    sources = [("source", f"{s.name or s.kind} {s.stance}", s.source.quote if s.source else "") for s in event.sources]
    rows = [
        f"<tr><th scope='row'>{text(a)}</th><td>{text(b)}</td><td><q>{text(c)}</q></td></tr>"
        for a, b, c in (*acts, *parties, *times, *places, *sources)
    ]
    return f"<div><p>{_status(event.status)} {text(event.summary or summary(event))}</p><table><tbody>{''.join(rows)}</tbody></table></div>"


def merged_html(event: Merged) -> str:
    """An event of the world: its values with how many independent reports give them."""
    if not event.tellings:
        return f"<div><p>{text(event.id)}: no report tells of it any more.</p></div>"
    right = settle(event).event
    rows = [
        f"<tr><th scope='row'>{text(name.replace('_', ' '))}</th><td>{text(v.value)}</td><td>{v.support}</td>"
        f"<td>{text(', '.join(v.reports))}</td></tr>"
        for name, values in event.values.items()
        for v in values
    ]
    columns = "".join(f"<th scope='col'>{name}</th>" for name in ("field", "value", "support", "reports"))
    head = f"<thead><tr>{columns}</tr></thead>"
    title = f"<p>{_status(right.status)} <strong>{text(right.summary)}</strong> {text(event.id)}</p>"
    return f"<div>{title}<table>{head}<tbody>{''.join(rows)}</tbody></table></div>"


def found_html(events: Sequence[Merged]) -> str:
    """What a query found, the first hundred."""
    rows = []
    for one in events[:_MOST]:
        if one.tellings:
            words = " … ".join(t.quote for t in one.lead.event.triggers)
            rows.append(_row(settle(one).event, words, f"{text(one.id)} "))
    more = f"<p>and {len(events) - _MOST} more</p>" if len(events) > _MOST else ""
    return f"<div><p>{len(events)} event{'' if len(events) == 1 else 's'}</p>{_table(rows)}{more}</div>"


def _row(event: Event, words: str, before: str = "") -> str:
    when = _day(event.when.edtf if event.when else None)
    return f"<tr><td>{_status(event.status)}</td><td>{when}</td><td>{before}{text(summary(event))}</td><td><q>{text(words)}</q></td></tr>"


def _table(rows: Iterable[str]) -> str:
    return f"<table>{_HEAD}<tbody>{''.join(rows)}</tbody></table>"


def _status(status: str) -> str:
    return f"<span>{MARKS.get(status, '·')} {text(status)}</span>"


def _day(edtf: str | None) -> str:
    return text(date_words(edtf) or edtf) if edtf else "undated"


def _sentence(words: str, bounds: Sequence[tuple[int, int]], spans: Sequence[Span]) -> str:
    if not spans:
        return ""
    start, end = next(((a, b) for a, b in bounds if a <= spans[0].start < b), (spans[0].start, spans[0].end))
    shown = " ".join(words[start:end].split())
    return shown if len(shown) <= _LONGEST else shown[:_LONGEST].rsplit(" ", 1)[0] + " …"
