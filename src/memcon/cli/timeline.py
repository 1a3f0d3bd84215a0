"""`memcon timeline`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from .marks import status_mark
from .stores import DEFAULT, DbOption, opened
from .subjects import (
    CsvOption,
    FromOption,
    JsonOption,
    NamesArgument,
    OutOption,
    QueryOption,
    ToOption,
    asked,
    one_form,
    put,
    put_csv,
    put_json,
    understood,
    words_of,
)  # fmt: skip
from .terminal import one_line, warn

if TYPE_CHECKING:
    from memcon.analysis.timeline import Entry, Timeline

_COLUMNS = (
    "id", "type", "mode", "status", "when", "first", "last", "told", "precision", "shape", "fill", "title", "actors", "recipients", "place",
    "country", "denied", "other_times", "support",
)  # fmt: skip
_WIDTH = 26


def timeline(
    names: NamesArgument = None,
    query: QueryOption = None,
    since: FromOption = None,
    until: ToOption = None,
    limit: Annotated[int | None, typer.Option(min=1, help="At most so many events: those that most reports tell.")] = None,
    quotes: Annotated[bool, typer.Option("--quotes", help="The words of the reports under each event.")] = False,
    as_json: JsonOption = False,
    as_csv: CsvOption = False,
    out: OutOption = None,
    db: DbOption = DEFAULT,
) -> None:
    """Show what happened when: about a party, between two, or in a process (a query).

    A day, an interval, what is open-ended; what has no time stands last, with the day on which it was first reported. A picture can be
    drawn from --json: each entry has a shape (dot, bar, open bar, none) and a fill (solid, hollow, struck).
    """
    from memcon import analysis
    from memcon.analysis.plain import flat

    one_form(as_json, as_csv)
    with opened(db) as store, understood():
        about, window = asked(store, names, query, since, until)
        found = analysis.timeline(store, about, window, limit)
    if as_json:
        put_json(out, found.to_dict())
    elif as_csv:
        put_csv(out, _COLUMNS, ([flat(getattr(one, name)) for name in _COLUMNS] for one in found.entries))
    else:
        put(out, "\n".join(_lines(found, quotes)) + "\n")
    if found.left_out:
        warn(f"{found.left_out} more events: --limit gives more")


def _lines(found: Timeline, quotes: bool) -> Iterator[str]:
    if not found.entries:
        yield "Nothing is told of this."
    undated = False
    for one in found.entries:
        if one.precision == "undated" and not undated:
            undated = True
            yield "Without a day (reported on)"
        yield _line(one)
        if quotes:
            yield from words_of(one.quotes)


def _line(one: Entry) -> str:
    from memcon.reading.record.date_words import date_words

    when = date_words(one.when) if one.when else f"({date_words(one.told.isoformat()) if one.told else 'day unknown'})"
    denied = "  some reports deny it" if one.denied else ""
    told = f"{one.support} report{'s' * (one.support != 1)}"
    return f"{when:{_WIDTH}}{status_mark(one.status):12} {one_line(one.title)}{denied}  [{one.id}, {told}]"
