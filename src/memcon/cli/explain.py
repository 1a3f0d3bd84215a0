"""`memcon explain`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from memcon.model import Event, Evidence, Record, Span

from .files import load_json
from .stores import DEFAULT, DbOption
from .terminal import emit, fail, one_line, warn

_LONGEST = 100
_INDENT = "    "


def explain(
    target: Annotated[
        str,
        typer.Argument(
            metavar="FILE.json|ID", help="A record that memcon read --json wrote, or -; or an event's id in a store.", show_default=False
        ),
    ],
    event: Annotated[str | None, typer.Argument(metavar="EVENT", help="Of a record: an event's id, as in e3.", show_default=False)] = None,
    db: DbOption = DEFAULT,
) -> None:
    """Tell, for every value of an event, which words of the report and which rule, model or table gave it, and how sure that is.

    Of an event of a store: besides, why its reports tell of one event (the pairs as they were weighed), the values side by side, and what
    people decided.
    """
    if event is None:
        if target == "-" or target.endswith(".json") or Path(target).is_file():
            raise typer.BadParameter(f"which EVENT of {one_line(target)}? As in: memcon explain report.json e3")
        from .account import explain_stored

        explain_stored(target, db)
        return
    _explain_record(Path(target), event)


def _explain_record(file: Path, event: str) -> None:
    from memcon.model.boundary import from_dict
    from memcon.verification import verify

    data = load_json(file)
    try:
        record = from_dict(data)
    except ValueError as error:
        fail(f"{file}: {error}", f"memcon verify {file} says all that does not hold")
    problems = verify(data)
    if problems:
        warn(f"this record does not verify ({len(problems)} problem{'' if len(problems) == 1 else 's'}): memcon verify {file} says why")
    chosen = next((e for e in record.events if e.id == event), None)
    if chosen is None:
        known = ", ".join(e.id for e in record.events) or "none"
        fail(f"the record has no event {event!r}", f"its events are: {known}")
    emit("\n".join(explanation(record, chosen)) + "\n")


def explanation(record: Record, event: Event) -> Iterator[str]:
    """The lines that explain an event: each value, what gave it, and the words with their offsets."""
    from memcon.model.boundary import to_dict
    from memcon.reading.record.summary import summary

    values = next(e for e in to_dict(record)["events"] if e["id"] == event.id)
    text = record.report.text
    yield f"{one_line(event.id)}: {one_line(event.summary or summary(event))}"
    yield f"confidence {event.confidence:.3f}: how likely a careful reader has this event, of this type"
    yield from _stated(text, "triggers", "the words that name the act", event.triggers)
    for number, party in enumerate(event.participants):
        yield from _stated(text, f"participants/{number}", f"{party.role}: {party.name} ({party.kind})", (party.mention,))
    for name, when in (("when", event.when), *((f"when_other/{n}", w) for n, w in enumerate(event.when_other))):
        if when:
            flag = ", contradicts when" if when.contradicts else ""
            yield from _stated(text, name, f"{when.edtf}{f' ({when.how})' if when.how else ''}{flag}", (when.span,))
    if event.where:
        yield from _stated(text, "where", event.where.name, (event.where.span,))
    for name, spans in (("about", event.about), ("purpose", event.purpose)):
        if spans:
            yield from _stated(text, name, "verbatim", spans)
    for number, source in enumerate(event.sources):
        words = tuple(span for span in (source.source, source.cue) if span)
        link = f", attribution {source.attribution}" if source.attribution else ""
        yield from _stated(
            text, f"sources/{number}", f"{source.kind} {source.stance}{f': {source.name}' if source.name else ''}{link}", words
        )
    for order in event.order:
        yield ""
        yield f"order: {order.relation} {one_line(order.event)}"
    for entry in event.evidence:
        yield from _evidenced(text, entry, _value(values, entry.path))


def _stated(text: str, name: str, value: str, spans: tuple[Span, ...]) -> Iterator[str]:
    yield ""
    yield f"{name}: {one_line(value)}"
    yield from _words(text, spans)


def _evidenced(text: str, entry: Evidence, value: object) -> Iterator[str]:
    yield ""
    yield f"{one_line(entry.path.lstrip('/'))}: {one_line(_shown(value))}"
    yield f"{_INDENT}by {one_line(entry.by)}, p {entry.p:.3f}"
    yield from _words(text, entry.spans)


def _words(text: str, spans: tuple[Span, ...]) -> Iterator[str]:
    from .excerpts import excerpt

    for span in spans:
        words = excerpt(text, [span], longest=_LONGEST) if text else f"“{one_line(span.quote)}” (the store does not hold the text)"
        if text or span.quote:
            yield f"{_INDENT}{span.start}..{span.end} {words}"


def _value(event: object, pointer: str) -> object:
    value = event
    for raw in pointer.split("/")[1:]:
        key = raw.replace("~1", "/").replace("~0", "~")
        if isinstance(value, dict):
            value = value.get(key)
        elif isinstance(value, list) and key.isdecimal() and int(key) < len(value):
            value = value[int(key)]
        else:
            return None
    return value


def _shown(value: object) -> str:
    """A value on one line; of a part with values of its own, those that are plain."""
    if isinstance(value, dict):
        return ", ".join(f"{key} {inner}" for key, inner in value.items() if isinstance(inner, str | int | float) and inner != "") or "-"
    return "-" if value is None else str(value)
