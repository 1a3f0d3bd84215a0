"""`memcon export` and `memcon import`: events to other programs' formats, and from them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .files import check_target
from .queries import QueryArgument, query_of
from .stores import DEFAULT, DbOption, opened
from .terminal import counted, emit, fail, one_line, warn

if TYPE_CHECKING:
    from memcon.merging import Merged

LARGEST = 2_000_000_000
STANDOFF = "standoff"
READERS = ("jsonl", "icews", "polecat", "gdelt2")


def export(
    form: Annotated[str, typer.Argument(metavar="FORMAT", help="jsonl, csv, parquet, polecat, icews, gdelt2, acled, graphml, geojson ...")],
    query: QueryArgument = None,
    out: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar="TARGET",
            help="A file, - for standard output, or a folder for csv, parquet, markdown. Without it, memcon.FORMAT.ENDING "
            "(memcon.jsonl, memcon.polecat.tsv) or memcon-FORMAT here.",
        ),
    ] = None,
    db: DbOption = DEFAULT,
    raw: Annotated[bool, typer.Option("--raw", help="Leave cells that a spreadsheet would run as formulas as they are.")] = False,
    standoff: Annotated[
        bool, typer.Option("--standoff", help="With jsonl: without the reports' words, as the format standoff; memcon attach undoes it.")
    ] = False,
) -> None:
    """Export events of a store. `memcon export list` tells the formats.

    standoff writes jsonl without the reports' words, to be shared where the texts may not be.
    """
    from memcon.exports import FORMATS
    from memcon.exports import export as write
    from memcon.store import QueryError

    if form == "list":
        emit(
            "".join(
                f"{one.name:16} {one.kind:7} {one.about}{f' (needs memcon[{one.needs}])' if one.needs else ''}\n"
                for one in FORMATS.values()
            )
            + f"{STANDOFF:16} {'file':7} jsonl without the reports' words; memcon attach puts them back\n"
        )
        return
    if form not in (*FORMATS, STANDOFF):
        fail(f"there is no format {one_line(form)}", f"the formats are {', '.join(FORMATS)} and {STANDOFF}")
    if standoff and form not in ("jsonl", STANDOFF):
        fail(f"--standoff goes with jsonl, not with {form}", f"memcon export {STANDOFF}")
    if standoff or form == STANDOFF:
        _without_words(query, out or Path("memcon.standoff.jsonl"), db)
        return
    target = out or Path(FORMATS[form].usual_name)
    to_file = FORMATS[form].to_file
    if str(target) == "-" and to_file is None:
        fail(f"{form} is a folder of files, which standard output cannot hold", "name a folder with -o")
    if to_file is None and target.exists() and not target.is_dir():
        fail(f"{target} is a file; {form} is a folder of files", "name a folder with -o")
    with opened(db) as store:
        try:
            found = store.events(query_of(query))
            if str(target) == "-" and to_file is not None:
                text = BytesIO()
                written = to_file(found, text, raw=raw)
            else:
                written = write(form, found, target, raw=raw)
        except (QueryError, ValueError) as error:
            fail(str(error), "see memcon export list and memcon find --help")
        except OSError as error:
            fail(f"{target}: {error.strerror or error}", "name another target with -o")
    left = f"; {len(written.left_out)} that the format cannot say were left out" if written.left_out else ""
    if str(target) == "-":
        emit(text.getvalue().decode())
        warn(f"{counted(written.events, 'event')}{left}")
        return
    where = f"the folder {target} ({', '.join(sorted(one.name for one in target.iterdir()))})" if to_file is None else target
    emit(f"{counted(written.events, 'event')} in {where}{left}.\n")


def _without_words(query: list[str] | None, target: Path, db: str) -> None:
    from memcon.exports.standoff import write
    from memcon.exports.target import replacing
    from memcon.store import QueryError

    check_target(target)
    with opened(db) as store:
        try:
            found = store.events(query_of(query))
        except QueryError as error:
            fail(str(error), "see memcon find --help")
        try:
            with replacing(target) as out:
                written = write(found, out, store.report)
        except OSError as error:
            fail(f"{target}: {error.strerror or error}", "name another target with -o")
    left = f"; {len(written.left_out)} whose texts the store does not hold were left out" if written.left_out else ""
    emit(f"{counted(written.events, 'event')} in {target}{left}.\n")


def import_(
    source: Annotated[
        Path, typer.Argument(metavar="FILE", help="What memcon export jsonl wrote, or a table of ICEWS, POLECAT or GDELT 2.")
    ],
    form: Annotated[str, typer.Option("--format", metavar="FORMAT", help=f"One of {', '.join(READERS)}.")] = "jsonl",
    db: DbOption = DEFAULT,
) -> None:
    """Take events from elsewhere into a store, beside one's own. They keep their ids; what is there already is let be."""
    from memcon import exports
    from memcon.store.taking import take

    readers: dict[str, Callable[[bytes], Iterator[Merged]]] = {
        "jsonl": exports.read_jsonl, "icews": exports.read_icews, "polecat": exports.read_polecat, "gdelt2": exports.read_gdelt2,
    }  # fmt: skip
    if form not in readers:
        fail(f"there is no reader of {one_line(form)}", f"the readers are {', '.join(READERS)}")
    try:
        if source.stat().st_size > LARGEST:
            fail(f"{source} is larger than {LARGEST // 1_000_000_000} GB", "split it")
        data = source.read_bytes()
    except OSError as error:
        fail(f"{source}: {error.strerror or error}", "name a file that can be read")
    if data.startswith((b"PK\x03\x04", b"\x1f\x8b")):
        fail(f"{source} is packed (ZIP or gzip)", "unpack it and give the table that is in it")
    try:
        found = list(readers[form](data))
    except ValueError as error:
        fail(f"{source}: {error}", "nothing was taken in; mend the file or name its format with --format")
    with opened(db, create=True) as store:
        taken = take(store, found)
    emit(f"{counted(taken.events, 'event')} taken in, {taken.known} there already.\n")
