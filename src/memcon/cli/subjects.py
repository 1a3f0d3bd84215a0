"""What commands of analysis are about: names, a query and a window, and how results are put out."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from .files import check_target, write_whole
from .terminal import emit, fail

if TYPE_CHECKING:
    from memcon.analysis.quotes import Quote
    from memcon.analysis.subjects import Subject
    from memcon.analysis.windows import Window
    from memcon.store import Store

NamesArgument = Annotated[
    list[str] | None,
    typer.Argument(metavar="WHO [WHOM]", help="A party, or a dyad: a name, a surname, a state, an ISO code, an id. All without it."),
]
QueryOption = Annotated[
    list[str] | None,
    typer.Option("-q", "--query", metavar="QUERY", help='Narrow the events down, as in memcon find: "type:consult place:oslo".'),
]
FromOption = Annotated[str | None, typer.Option("--from", metavar="DATE", help="First day (2022-03-05, 2022-03, 2022).")]
ToOption = Annotated[str | None, typer.Option("--to", metavar="DATE", help="Last day, likewise.")]
ByOption = Annotated[str, typer.Option("--by", metavar="LEVEL", help="person, or state: whom each acts for.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON.")]
CsvOption = Annotated[bool, typer.Option("--csv", help="Print CSV.")]
OutOption = Annotated[Path | None, typer.Option("-o", "--output", metavar="OUT", help="Write to this file.", show_default=False)]


@contextmanager
def understood() -> Iterator[None]:
    """Ends the command with advice where a name, a query, a window or a ledger is none."""
    from memcon.analysis.ledger import LedgerError
    from memcon.analysis.subjects import SubjectError
    from memcon.analysis.windows import WindowError
    from memcon.store import QueryError

    try:
        yield
    except SubjectError as error:
        fail(str(error), "memcon network shows who is in the store; memcon find with:NAME looks for one")
    except WindowError as error:
        fail(str(error), "give --from and --to as 2022-03-05, 2022-03 or 2022")
    except (QueryError, LedgerError) as error:
        fail(str(error), "see --help, and memcon find --help for queries")


def asked(
    store: Store, names: Sequence[str] | None, query: Sequence[str] | None, since: str | None, until: str | None
) -> tuple[Subject, Window]:
    """The subject and the window that a command is about."""
    from memcon.analysis.subjects import subject
    from memcon.analysis.windows import Window

    about = subject(store, *(names or ()), query=" ".join(query or ()))
    return about, Window.of(since, until)


def put(out: Path | None, text: str) -> None:
    """Write to a file, or to standard output."""
    if out is None:
        emit(text)
    else:
        check_target(out)
        write_whole(out, text)


def put_json(out: Path | None, value: Any) -> None:
    """Write as JSON."""
    put(out, json.dumps(value, ensure_ascii=False, indent=1) + "\n")


def put_csv(out: Path | None, columns: Sequence[str], rows: Iterable[Sequence[str | int | float | None]]) -> None:
    """Write as CSV."""
    from memcon.exports.delimited import write_csv

    stream = io.BytesIO()
    write_csv(stream, columns, list(rows))
    put(out, stream.getvalue().decode("utf-8"))


def one_form(as_json: bool, as_csv: bool) -> None:
    """Ends the command where two forms are asked for."""
    if as_json and as_csv:
        fail("--json and --csv at once", "choose one of them")


def words_of(quotes: Sequence[Quote], indent: str = "    ", most: int = 2) -> Iterator[str]:
    """Lines with the words of reports, those of copies last."""
    from .terminal import one_line

    ordered = sorted(quotes, key=lambda quote: quote.copy_of is not None)
    for quote in ordered[:most]:
        outlet = one_line(quote.outlet or "outlet unknown")
        yield f"{indent}{quote.report} ({outlet}, {quote.published or 'undated'}): “{one_line(quote.words)}”"
    if len(ordered) > most:
        yield f"{indent}and {len(ordered) - most} more"
