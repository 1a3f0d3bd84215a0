"""`memcon ledger`: contacts, positions, commitments, votes, sanctions, aid."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Annotated, Any

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
from .terminal import one_line

_STATES = {"kept": "✓ kept", "broken": "✕ broken", "disputed": "? disputed", "overdue": "! overdue", "open": "○ open"}
_UNNAMED = "by whom is not said"
_FIELDS = (
    ("host", "host"), ("visitors", "visitor"), ("delegation", "with"), ("interpreter", "interpreter"), ("requested_by", "requested by"),
    ("coordinated_with", "coordinated with"), ("topics", "topics"), ("aims", "aim"),
)  # fmt: skip


def ledger(
    kind: Annotated[
        str, typer.Argument(metavar="LEDGER", help="contacts, positions, commitments, votes, sanctions or aid.", show_default=False)
    ],
    names: NamesArgument = None,
    query: QueryOption = None,
    since: FromOption = None,
    until: ToOption = None,
    quotes: Annotated[bool, typer.Option("--quotes", help="The words of the reports under each row.")] = False,
    as_json: JsonOption = False,
    as_csv: CsvOption = False,
    out: OutOption = None,
    db: DbOption = DEFAULT,
) -> None:
    """Show one of the books that mediation staff keep.

    contacts: medium, host, visitor, delegation, interpreter, topics, outcome. positions: demands, offers and refusals by party and issue,
    the latest first, changes marked. commitments: who promised what to whom, by when, kept or broken as of --to (else the latest report),
    with the words either way. votes, sanctions, aid.
    """
    from memcon.analysis.ledger import columns, table
    from memcon.analysis.ledger import ledger as rows_of

    one_form(as_json, as_csv)
    with opened(db) as store, understood():
        columns(kind)
        about, window = asked(store, names, query, since, until)
        rows = rows_of(store, kind, about, window)
    if as_json:
        put_json(out, [row.to_dict() for row in rows])
    elif as_csv:
        put_csv(out, columns(kind), table(kind, rows))
    else:
        put(out, "\n".join(_SHOWN[kind](rows, quotes)) + "\n" if rows else "This ledger is empty here.\n")


def _when(row: Any) -> str:
    from memcon.reading.record.date_words import date_words

    return date_words(row.when) if row.when else f"(told {row.told})" if row.told else "undated"


def _contacts(rows: Sequence[Any], quotes: bool) -> Iterator[str]:
    for row in rows:
        yield f"{_when(row):24} {status_mark(row.status):12} {row.medium:12} {one_line(row.words)}  [{row.id}]"
        for name, shown in _FIELDS:
            if values := getattr(row, name):
                yield f"    {shown}: {one_line('; '.join(values))}"
        for one in row.outcome:
            yield f"    outcome: {one_line(one.words)}  [{one.id}]"
        if quotes:
            yield from words_of(row.quotes)


def _positions(rows: Sequence[Any], quotes: bool) -> Iterator[str]:
    party, issue = None, None
    for row in rows:
        if row.party != party:
            yield one_line(row.party)
        if (row.party, row.issue) != (party, issue):
            yield f"  {one_line(row.issue)}"
        party, issue = row.party, row.issue
        change = f"  * {row.change}" if row.change in ("changed", "turned") else f"  {row.change}" if row.change == "repeated" else ""
        to = f" to {one_line('; '.join(row.to))}" if row.to else ""
        yield f"    {_when(row):24} {row.kind:11}{to}: {one_line(row.says or row.words)}{change}  [{row.id}]"
        if quotes:
            yield from words_of(row.quotes, "      ")


def _commitments(rows: Sequence[Any], _: bool) -> Iterator[str]:
    from memcon.reading.record.date_words import date_words

    for row in rows:
        days = [f"told {row.made}" if row.made else "", f"due {date_words(row.due)}" if row.due else ""]
        state = f"{_STATES[row.state]}{', late' if row.late else ''}"
        to = f" to {one_line('; '.join(row.to))}" if row.to else ""
        what = f"{one_line(row.what or row.words)}  ({', '.join([row.kind, *filter(None, days)])})"
        yield f"{state:12} {one_line('; '.join(row.by))}{to}: {what}  [{row.id}]"
        for name, shown in (("promised", "promised"), ("kept", "kept"), ("broken", "broken")):
            yield from (f"    {shown}: {line.strip()}" for line in words_of(getattr(row, name), most=2))


def _votes(rows: Sequence[Any], quotes: bool) -> Iterator[str]:
    for row in rows:
        body = f" in {one_line(row.body)}" if row.body and row.body != row.voter else ""
        vote = f"{row.position or 'voted'}{body}: {one_line(row.on)}"
        yield f"{_when(row):24} {status_mark(row.status):12} {one_line(row.voter)}: {vote}  [{row.id}]"
        if quotes:
            yield from words_of(row.quotes)


def _sanctions(rows: Sequence[Any], quotes: bool) -> Iterator[str]:
    for row in rows:
        by = one_line("; ".join(row.by)) or _UNNAMED
        against = f" against {one_line('; '.join(row.against))}" if row.against else ""
        denied = "  some reports deny it" if row.denied else ""
        what = f"{row.measure}: {one_line(row.what)}{denied}"
        yield f"{_when(row):24} {status_mark(row.status):12} {by}{against}: {what}  [{row.id}]"
        yield from (f"    eased: {status_mark(one.status)} {one_line(one.words)}  [{one.id}]" for one in row.eased)
        if quotes:
            yield from words_of(row.quotes)


def _aid(rows: Sequence[Any], quotes: bool) -> Iterator[str]:
    for row in rows:
        donors, to = one_line("; ".join(row.donors)) or _UNNAMED, one_line("; ".join((*row.recipients, *row.beneficiaries)))
        asked_by = f", requested by {one_line('; '.join(row.requested_by))}" if row.requested_by else ""
        what = f"{row.kind}: {one_line(row.what)}{asked_by}"
        yield f"{_when(row):24} {status_mark(row.status):12} {donors}{f' to {to}' if to else ''}: {what}  [{row.id}]"
        if quotes:
            yield from words_of(row.quotes)


_SHOWN: dict[str, Callable[[Sequence[Any], bool], Iterator[str]]] = {
    "contacts": _contacts, "positions": _positions, "commitments": _commitments, "votes": _votes, "sanctions": _sanctions, "aid": _aid,
}  # fmt: skip
