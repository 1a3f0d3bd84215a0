"""`memcon find`, `memcon list` and `memcon show`: events of a store."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from .marks import status_mark
from .queries import query_of
from .stores import DEFAULT, DbOption, opened
from .terminal import emit, fail, one_line, warn

if TYPE_CHECKING:
    from memcon.merging import Merged, Telling

NOTHING = 1
LimitOption = Annotated[int, typer.Option(min=1, help="At most so many events.")]
JsonOption = Annotated[bool, typer.Option("--json", help="One JSON object a line.")]


def find(
    query: Annotated[
        list[str] | None,
        typer.Argument(metavar="QUERY", help='As in: type:consult who:putin after:2022-03-01 place:moscow text:"field hospital".'),
    ] = None,
    db: DbOption = DEFAULT,
    limit: LimitOption = 1000,
    facets: Annotated[bool, typer.Option("--facets", help="Count by type, status, country and year instead.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Find events of a store. Terms are FIELD:VALUE; words without a field are looked for in the events.

    Commas part alternatives, a minus before a term excludes. Exit code 1 if nothing is found.
    """
    from memcon.store import query as asked
    from memcon.store.shadow import shadowed_all
    from memcon.store.tellings import merged

    words = query_of(query)
    with opened(db) as store, store.reading() as connection:
        try:
            if facets:
                counts = asked.facets(connection, words)
                emit(json.dumps(counts, ensure_ascii=False) + "\n" if as_json else "\n".join(_facet_lines(counts)) + "\n")
                return
            numbers = asked.find(connection, words, limit)
        except asked.QueryError as error:
            fail(str(error), "see memcon find --help")
        for start in range(0, len(numbers), 200):
            for one in shadowed_all(connection, merged(connection, numbers[start : start + 200])):
                emit(json.dumps(as_object(one), ensure_ascii=False) + "\n" if as_json else line_of(one) + "\n")
    if not numbers:
        warn("no event is found")
        raise typer.Exit(NOTHING)
    if len(numbers) == limit:
        warn(f"these are the first {limit}: --limit gives more, if there are")


def list_(db: DbOption = DEFAULT, limit: LimitOption = 1000, as_json: JsonOption = False) -> None:
    """List all events of a store in order of time."""
    find([], db, limit, False, as_json)


def show(
    ident: Annotated[str, typer.Argument(metavar="ID", help="An event's id, present or former, or a report's.")],
    db: DbOption = DEFAULT,
    as_json: JsonOption = False,
) -> None:
    """Show one event: every value with the reports that give it, the words, and why they tell of one. Or one report, whole."""
    from memcon.store.tellings import weighings

    with opened(db) as store:
        event = store.event(ident)
        if event is not None:
            emit(json.dumps(as_object(event), ensure_ascii=False) + "\n" if as_json else "\n".join(_page(event)) + "\n")
            if not as_json:
                with store.reading() as connection:
                    for one in weighings(connection, event.id):
                        pair = " – ".join(f"{report} {local}" for report, local in (one.one, one.other))
                        emit(f"  one event ({one.score:.2f}): {pair}: {one_line('; '.join(one.reasons))}\n")
            return
        report = store.report(ident)
        record = store.record(ident)
        if report is None or record is None:
            fail(f"there is neither an event nor a report {one_line(ident)}", "memcon list shows the ids of events")
        if as_json:
            emit(record.to_json() + "\n")
            return

        from .memo import memo_text

        emit(memo_text(record, for_screen=True) + "\n" + report.text + "\n")


def as_object(one: Merged) -> dict[str, Any]:
    """A merged event as `--json` prints it: its values by field with the reports that give them, corrections, the reports."""
    return {
        "id": one.id,
        "replaced": list(one.replaced),
        "type": one.best("type"),
        "mode": one.best("mode") or "",
        "status": one.best("status"),
        "values": {
            name: [{"value": v.value, "reports": list(v.reports), "support": v.support} for v in values]
            for name, values in one.values.items()
        },
        "corrected": dict(one.corrected),
        "reports": [
            {"id": t.witness.id, "outlet": t.witness.outlet, "published": t.witness.published, "event": t.event.id} for t in one.tellings
        ],
    }


def line_of(one: Merged) -> str:
    """An event in a line: id, status, what happened, how many reports tell it and how many deny it; without a day, when it was told."""
    if not one.tellings:
        return f"{one.id}  (no report tells it any more)"
    from memcon.merging.settled import told_as
    from memcon.reading.record.date_words import date_words

    status = one.best("status") or ""
    reports = len({t.witness.id for t in one.tellings})
    denying = len({t.witness.id for t in one.tellings if t.event.status == "denied"})
    marks = [f"{reports} reports"] if reports > 1 else []
    if denying and status != "denied":
        marks.append(f"{denying} {'denies' if denying == 1 else 'deny'} it")
    published = [day for t in one.tellings if (day := (t.witness.published or "")[:10])]
    if published and one.best("when") is None:
        marks.append(f"told {date_words(min(published))}")
    many = f"  [{', '.join(marks)}]" if marks else ""
    return f"{one.id}  {status_mark(status):11} {one_line(told_as(one).summary)}{many}"


def _page(one: Merged) -> Iterator[str]:
    yield line_of(one)
    if one.replaced:
        yield f"formerly also {', '.join(one.replaced)}"
    width = max((len(name) for name in one.values), default=0)
    for name, values in one.values.items():
        for number, value in enumerate(values):
            told = f"{one_line(value.value)}  ({', '.join(value.reports)})"
            yield f"  {name if number == 0 else '':{width}}  {told}"
    for telling in one.tellings:
        yield f"  {witness_of(telling)}: “{'” … “'.join(one_line(t.quote) for t in telling.event.triggers)}”"


def witness_of(telling: Telling) -> str:
    """A report as a witness, in words."""
    w = telling.witness
    copy = f", copy of {w.copy_of}" if w.copy_of else ""
    return f"{w.id} ({one_line(w.outlet or 'outlet unknown')}, {w.published or 'undated'}{copy}) {telling.event.id}"


def _facet_lines(counts: dict[str, dict[str, int]]) -> Sequence[str]:
    return [f"{name}: {', '.join(f'{value} {count}' for value, count in values.items()) or 'none'}" for name, values in counts.items()]
