"""`memcon ask` and `memcon diff`: a question answered from the record; what changed in it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from .find import NOTHING, JsonOption, as_object, line_of, witness_of
from .stores import DEFAULT, DbOption, opened
from .terminal import emit, fail, one_line

if TYPE_CHECKING:
    from memcon.merging import Merged
    from memcon.store.asking import Question

_SHOWN = 20


def ask(
    question: Annotated[str, typer.Argument(metavar="QUESTION", help='As in: "Who met Putin in March 2022?"')],
    db: DbOption = DEFAULT,
    today: Annotated[
        str | None, typer.Option(metavar="DATE", help="The day that 'last month' counts from; the latest report's if not given.")
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Answer a question from the record alone: the query it was understood as, the answer, and the words of the reports.

    Words of the question of which the query makes nothing are told, and where only a wider query finds something. Exit code 1 where
    there is no record.
    """
    from memcon.store.answering import about_promises, looked_up, understood

    given = _day(today)
    with opened(db) as store:
        asked, day = understood(store, question, given)
        answered = looked_up(store, asked)
    promises = about_promises(question)
    if not asked.query:
        way = "memcon ledger commitments tells what was promised and what became of it"
        fail(f"nothing of “{one_line(question)}” was understood", way if promises else "ask who did what to whom, or use memcon find")
    found = list(answered.found)
    if as_json:
        known = {"query": asked.query, "wanted": asked.wanted, "unused": asked.unused, "unanswerable": asked.unanswerable}
        looked_for = answered.query if answered.narrowed else None
        more = {"today": day, "wider": answered.query if answered.wider else None, "narrowed": looked_for}
        emit(json.dumps({**known, **more, "events": [as_object(one) for one in found]}, ensure_ascii=False) + "\n")
    else:
        counted = day if given is None else None
        if answered.narrowed:
            asked = replace(asked, query=answered.query, unused=asked.relative)
        emit("\n".join(_answer(asked, found, answered.query if answered.wider else "", counted)) + "\n")
        if promises:
            emit("What was promised, and whether it was kept: memcon ledger commitments\n")
    if not found:
        raise typer.Exit(NOTHING)


def diff(
    first: Annotated[str, typer.Argument(metavar="A", help="A day (2022-03-05) or a run (run:7).")],
    second: Annotated[str, typer.Argument(metavar="B", help="A later day or run.")],
    db: DbOption = DEFAULT,
    as_json: JsonOption = False,
) -> None:
    """Show what changed in the record between two days or runs: events that are new, gone, newly denied or changed."""
    from memcon.store import history

    with opened(db) as store, store.reading() as connection:
        try:
            found = history.changes(connection, history.point(connection, first), history.point(connection, second))
        except history.PointError as error:
            fail(str(error), "memcon diff 2022-03-05 2022-03-06, or memcon diff run:1 run:2")
    for one in found:
        if as_json:
            fields = {name: {"before": list(before), "after": list(after)} for name, (before, after) in one.fields.items()}
            emit(json.dumps({"id": one.id, "change": one.kind, "summary": one.summary, "fields": fields}, ensure_ascii=False) + "\n")
        else:
            emit(f"{one.kind:8} {one.id}  {one_line(one.summary)}\n")
            for name, (before, after) in one.fields.items():
                emit(f"           {name}: {one_line('; '.join(before)) or '–'} -> {one_line('; '.join(after)) or '–'}\n")
    if not found and not as_json:
        emit("Nothing changed.\n")


def _day(today: str | None) -> str | None:
    from memcon.intake.published import stated_date

    day = stated_date(today) if today is not None else None
    if today is not None and day is None:
        fail(f"--today {one_line(today)}: a day is wanted", "write it as 2022-03-05")
    return day


def _answer(asked: Question, found: list[Merged], wider: str = "", counted_from: str | None = None) -> Iterator[str]:
    yield f"Understood as: {asked.query}"
    if counted_from:
        yield f"Days count from {counted_from}, the latest report's; another: --today"
    if wider:
        yield f"Nothing is told of exactly that. Looked up instead: {wider}"
    if asked.unused:
        yield f"Not asked for: {', '.join(f'“{one_line(words)}”' for words in asked.unused)}"
    if asked.relative:
        yield f"“{one_line(asked.relative[0])}” counts from a day: give it with --today"
    if asked.unanswerable:
        yield f"This cannot be answered: {asked.unanswerable}. memcon find {asked.query} finds what is told of it."
        return
    if not found:
        yield "There is no record of that."
        return
    yield _told(asked, found)
    for one in found[:_SHOWN]:
        yield ""
        yield line_of(one)
        for telling in one.tellings:
            yield f"    {witness_of(telling)}: “{' … '.join(one_line(t.quote) for t in telling.event.triggers)}”"
    if len(found) > _SHOWN:
        yield f"... and {len(found) - _SHOWN} more: memcon find {wider or asked.query}"


def _told(asked: Question, found: list[Merged]) -> str:
    """The answer in a line: who, when or where, with the number of events for each."""
    from memcon.store.asking import answer

    events = f"{len(found)} event{'' if len(found) == 1 else 's'}"
    if asked.wanted in ("what", "how many"):
        return f"{events}."
    counted = answer(asked, found)
    return ", ".join(f"{one_line(name)} ({count})" for name, count in counted) or f"{events}; {asked.wanted} is not told."
