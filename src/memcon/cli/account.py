"""`memcon explain` on a store: why reports tell of one event, what people decided of it, and what each report's values rest on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from memcon.model import MadeBy, Record, Report

from .decide import line_of as decision_line
from .explain import explanation
from .find import line_of, witness_of
from .stores import opened
from .terminal import emit, fail, one_line

if TYPE_CHECKING:
    from memcon.merging import Merged
    from memcon.store.spoken import Spoken
    from memcon.store.tellings import Weighing

_INDENT = "    "


def explain_stored(ident: str, db: str) -> None:
    """Print the account of an event of a store; ends the command where there is none."""
    from memcon.store.spoken import spoken
    from memcon.store.tellings import weighings

    with opened(db) as store:
        event = store.event(ident)
        if event is None:
            kind = "is a report" if store.report(ident) else "is no event of the store"
            fail(f"{one_line(ident)} {kind}", "memcon list shows the ids of events; of a record in a file: memcon explain FILE.json EVENT")
        with store.reading() as connection:
            weighed, said = weighings(connection, event.id), spoken(connection, event.id)
        emit("\n".join(account(event, weighed, said, store.report)) + "\n")


def account(event: Merged, weighed: Sequence[Weighing], said: Sequence[Spoken], report_of: Callable[[str], Report | None]) -> Iterator[str]:
    """The lines of the account: the event, its decisions, why it is one, its values side by side, and each report's telling in full."""
    yield line_of(event)
    if event.judgement:
        yield f"judgement: {event.judgement}"
    if event.replaced:
        yield f"formerly also {', '.join(event.replaced)}"
    if said:
        yield ""
        yield "what people decided"
        yield from (f"{_INDENT}{decision_line(one.decision)}{'' if one.holds else ' [undone]'}" for one in said)
    if len(event.tellings) > 1:
        yield ""
        yield "why these tell of one event"
        yield from _why(event, weighed)
    yield ""
    yield "values, and the reports that give them"
    yield from _values(event)
    for telling in event.tellings:
        yield ""
        yield f"as told by {witness_of(telling)}"
        report = report_of(telling.witness.id) or Report(telling.witness.id, "")
        record = Record(report, (telling.event,), made_by=MadeBy(""))
        yield from (f"{_INDENT}{line}" if line else "" for line in explanation(record, telling.event))


def _why(event: Merged, weighed: Sequence[Weighing]) -> Iterator[str]:
    for one in weighed:
        pair = " – ".join(f"{report} {local}" for report, local in (one.one, one.other))
        yield f"{_INDENT}{one.score:.2f} {pair}: {one_line('; '.join(one.reasons)) or 'no reason was noted'}"
    known = {place for one in weighed for place in (one.one, one.other)}
    alone = [t for t in event.tellings if (t.witness.id, t.event.id) not in known]
    for telling in alone:
        yield f"{_INDENT}not weighed: {telling.witness.id} {telling.event.id} (put here by hand, by its former reading, or taken in so)"


def _values(event: Merged) -> Iterator[str]:
    values = event.values
    for name in dict.fromkeys([*values, *event.corrected]):
        if name in event.corrected:
            yield f"{_INDENT}{name}: {one_line(event.corrected[name]) or 'none'} (corrected)"
        for value in values.get(name, ()):
            support = f", {value.support} independent" if value.support != len(value.reports) else ""
            yield f"{_INDENT}{name}: {one_line(value.value)} ({', '.join(value.reports)}{support})"
