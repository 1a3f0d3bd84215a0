"""Many inputs -> one item a report: files, folders, patterns, tables (JSONL, CSV, Parquet), standard input, ready-made records.

An item is small: a path, or the row of a table. What turns out to be no report is told as such when it is read (`read_item`), so that one
bad line does not end the rest.
"""

from __future__ import annotations

import csv
import glob
import json
import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO

from memcon.model import Record, Report
from memcon.model.boundary import from_dict

from .csv_rows import Row, encoding_of, rows
from .decoding import whole
from .errors import IntakeError
from .folders import files_in
from .language import require_english
from .published import is_missing, order_of, published_date, stated_date
from .source import LARGEST, read_report

FIELDS = ("text", "id", "title", "published", "outlet", "url")
"""What a row of a table may give; the columns that hold it can be named."""
_USUAL = {
    "text": ("text", "body", "content", "article", "fulltext", "full_text"),
    "id": ("id", "article_id", "doc_id", "uid"),
    "title": ("title", "headline"),
    "published": ("published", "date", "published_at", "publication_date", "pubdate", "day"),
    "outlet": ("outlet", "source", "publisher", "publication", "domain"),
    "url": ("url", "link", "source_url"),
}
LONGEST_CELL = LARGEST
MISSING = "there is no such file or folder"
EMPTY = "there is no file in this folder that memcon reads"
PASSING = frozenset((MISSING, EMPTY))
"""What may be otherwise the next time without any change of an input."""
LARGEST_RECORD = 200_000_000


@dataclass(frozen=True, slots=True)
class Item:
    """One input: its name for messages (`news.csv:12`), and its path, or its row, or why it is none."""

    name: str
    path: str | None = None
    row: Mapping[str, Any] = field(default_factory=dict)
    wrong: str = ""


def items(
    sources: Sequence[str],
    columns: Mapping[str, str] | None = None,
    stdin: BinaryIO | None = None,
    aside: Callable[[Path], None] = lambda _file: None,
) -> Iterator[Item]:
    """The inputs behind names of files, folders, patterns such as `news/*.txt`, and `-`; in the order given, folders by name.

    `columns` names the columns of tables by field (`{"text": "body"}`). A name behind which there is nothing is an item that says so;
    `aside` is told each file of a folder that is of no kind that memcon reads.

    >>> [(one.name, one.wrong) for one in items(["no/such/file.txt"])]
    [('no/such/file.txt', 'there is no such file or folder')]
    """
    for source in sources:
        if source == "-":
            yield from _standard_input(stdin or sys.stdin.buffer, columns or {})
            continue
        try:
            paths = _paths(source, aside)
        except (OSError, ValueError) as problem:
            yield Item(whole(source), wrong=str(problem))
            continue
        if not paths:
            yield Item(whole(source), wrong=EMPTY if Path(source).expanduser().is_dir() else MISSING)
        for path in paths:
            yield from _of_file(path, columns or {})


def read_item(item: Item, published: str | None = None, outlet: str | None = None) -> Report | Record:
    """The report or ready-made record of an item; `published` and `outlet` hold where it says nothing. IntakeError where it is none."""
    if item.wrong:
        raise IntakeError(item.wrong, "check the input")
    if item.path is not None:
        path = Path(item.path)
        if path.suffix.lower() == ".json":
            return _record(path)
        report = read_report(path)
    elif item.row.get("schema") is not None:
        return _ready(item.row)
    else:
        report = _report(item)
    return replace(report, published=report.published or published, outlet=report.outlet or outlet)


def obstacle(item: Item) -> str:
    """Why an input cannot be read, as far as shows before its text is looked at; empty where nothing does.

    >>> obstacle(Item("t.csv:2", row={"text": "Talks.", "published": "05/03/2022"}))
    "'05/03/2022' is not a date: it may mean two days"
    """
    try:
        if not item.wrong and item.row.get("schema") is None:
            _day_of(item)
    except IntakeError as problem:
        return problem.message
    return item.wrong


def _paths(source: str, aside: Callable[[Path], None]) -> list[Path]:
    path = Path(source).expanduser()
    if path.is_dir():
        return files_in(path, aside)
    if path.exists():
        return [path]
    return sorted(Path(one) for one in glob.glob(str(path), recursive=True) if Path(one).is_file())


def _of_file(path: Path, columns: Mapping[str, str]) -> Iterator[Item]:
    kind = path.suffix.lower()
    readers: dict[str, Callable[[Path, Mapping[str, str]], Iterator[Item]]] = {
        ".jsonl": _json_lines_file, ".ndjson": _json_lines_file, ".csv": _csv, ".tsv": _csv, ".parquet": _parquet,
    }  # fmt: skip
    if kind not in readers:
        yield Item(whole(str(path)), path=str(path))
        return
    try:
        yield from _dated(readers[kind], path, columns)
    except (OSError, ValueError, csv.Error) as problem:
        yield Item(whole(str(path)), wrong=f"{problem}")


def _dated(reader: Callable[[Path, Mapping[str, str]], Iterator[Item]], path: Path, columns: Mapping[str, str]) -> Iterator[Item]:
    """The rows of a table, with their days in figures as ISO dates where the table tells how it writes them."""
    day_first = order_of(item.row.get("published") for item in reader(path, columns) if not item.wrong)
    for item in reader(path, columns):
        given = item.row.get("published")
        day = stated_date(given, day_first) if isinstance(given, str) and item.row.get("schema") is None else None
        yield replace(item, row={**item.row, "published": day}) if day else item


def _json_lines_file(path: Path, columns: Mapping[str, str]) -> Iterator[Item]:
    with path.open("rb") as stream:
        yield from _json_lines(_lines(stream), whole(str(path)), columns)


def _json_lines(lines: Iterable[bytes | None], name: str, columns: Mapping[str, str]) -> Iterator[Item]:
    for number, line in enumerate(lines, 1):
        here = f"{name}:{number}"
        if line is None:
            yield Item(here, wrong=f"the line is longer than {LONGEST_CELL // 1_000_000} MB")
            continue
        if not line.strip():
            continue
        try:
            row = json.loads(line.decode("utf-8-sig"))
        except UnicodeDecodeError:
            yield Item(here, wrong="no JSON: it is not UTF-8")
        except json.JSONDecodeError as problem:
            yield Item(here, wrong=f"no JSON: {problem.msg} at character {problem.pos + 1}")
        except (ValueError, RecursionError) as problem:
            deep = isinstance(problem, RecursionError)
            yield Item(here, wrong=f"no JSON that memcon can read: {'it is nested too deeply' if deep else problem}")
        else:
            if not isinstance(row, dict):
                yield Item(here, wrong="a JSON object is wanted")
            else:
                yield Item(here, row=row if row.get("schema") is not None else _fields(row, columns))


def _lines(stream: BinaryIO, first: bytes = b"") -> Iterator[bytes | None]:
    """The lines of a stream, of which `first` was read already; None in place of one that is too long to be held."""
    line = first or stream.readline(LONGEST_CELL + 1)
    while line:
        if len(line) > LONGEST_CELL and not line.endswith(b"\n"):
            while line and not line.endswith(b"\n"):
                line = stream.readline(LONGEST_CELL)
            yield None
        else:
            yield line
        line = stream.readline(LONGEST_CELL + 1)


def _csv(path: Path, columns: Mapping[str, str]) -> Iterator[Item]:
    name = whole(str(path))
    with path.open(encoding=encoding_of(path), errors="replace", newline="") as stream:
        head = stream.read(65536)
        stream.seek(0)
        found = rows(stream, "\t" if path.suffix.lower() == ".tsv" else _delimiter(head))
        names = next(found, Row(0)).cells
        _require_text(names, columns)
        for row in found:
            yield Item(f"{name}:{row.line}", row=_fields(dict(zip(names, row.cells, strict=False)), columns), wrong=row.wrong)


def _parquet(path: Path, columns: Mapping[str, str]) -> Iterator[Item]:
    try:
        from pyarrow import ArrowInvalid, parquet
    except ImportError as problem:
        raise ValueError("Parquet needs pyarrow: pip install 'memcon[parquet]'") from problem
    try:
        file = parquet.ParquetFile(path)
        _require_text(file.schema_arrow.names, columns)
        _refuse_bomb(file.metadata, _column(file.schema_arrow.names, "text", columns))
        number = 0
        for batch in file.iter_batches(batch_size=64):
            for row in batch.to_pylist():
                number += 1
                yield Item(f"{whole(str(path))}:{number}", row=_fields(row, columns))
    except (ArrowInvalid, OSError) as problem:
        raise ValueError(f"no Parquet that can be read: {problem}") from problem
    except ValueError:
        raise
    except Exception as problem:  # pyarrow's errors have no base class of their own
        raise ValueError(f"no Parquet that can be read: {problem}") from problem


def _refuse_bomb(metadata: Any, column: str | None) -> None:
    """ValueError where the texts of a Parquet file would unpack to far more than reports hold."""
    for number in range(metadata.num_row_groups):
        group = metadata.row_group(number)
        parts = (group.column(at) for at in range(group.num_columns))
        size = sum(part.total_uncompressed_size for part in parts if part.path_in_schema.split(".")[0] == column)
        if size > LONGEST_CELL * group.num_rows:
            raise ValueError(f"its texts unpack to {size // 1_000_000} MB in {group.num_rows} rows, more than reports hold")


def _standard_input(stream: BinaryIO, columns: Mapping[str, str]) -> Iterator[Item]:
    first = stream.readline(LONGEST_CELL + 1)
    if first.lstrip().startswith(b"{"):
        yield from _json_lines(_lines(stream, first), "standard input", columns)
        return
    rest = stream.read(LARGEST + 1)
    text = (first + rest).decode("utf-8", "replace")
    yield Item(
        "standard input", row={"text": text} if len(rest) <= LARGEST else {}, wrong="" if len(rest) <= LARGEST else "it is too large"
    )


def _delimiter(head: str) -> str:
    try:
        return csv.Sniffer().sniff(head.splitlines()[0] if head else "", delimiters=",;\t|").delimiter
    except csv.Error:
        return ","


def _require_text(names: Sequence[str], columns: Mapping[str, str]) -> None:
    for name, column in columns.items():
        if column not in names:
            raise ValueError(f"there is no column {column!r} for {name}; the columns are {', '.join(map(str, names))}")
    if _column(names, "text", columns) is None:
        raise ValueError(f"no column holds the text; name it with --column text=NAME; the columns are {', '.join(map(str, names))}")


def _column(names: Collection[str], name: str, columns: Mapping[str, str]) -> str | None:
    if name in columns and columns[name] in names:
        return columns[name]
    lower = {str(one).strip().lower(): one for one in names if one is not None}
    return next((lower[usual] for usual in _USUAL[name] if usual in lower), None)


def _fields(row: Mapping[Any, Any], columns: Mapping[str, str]) -> dict[str, Any]:
    found = {name: _column(row, name, columns) for name in FIELDS}
    cells = {name: row.get(column) for name, column in found.items() if column is not None}
    return {name: cell for name, cell in cells.items() if cell != "" and not is_missing(cell)}


def _report(item: Item) -> Report:
    text = item.row.get("text")
    if not isinstance(text, str) or not text.strip():
        wrong = "there is no text" if text is None or isinstance(text, str) else f"the text is {_kind(text)}, not words"
        raise IntakeError(wrong, "give the column of the text with --column text=NAME")
    text = whole(text).replace("\r\n", "\n").replace("\r", "\n")
    if len(text) > LARGEST:
        raise IntakeError(f"the text is longer than {LARGEST // 1_000_000} million characters", "cut it into reports")
    require_english(text, item.name)
    day = _day_of(item)
    told = {name: whole(str(item.row[name])) for name in ("title", "outlet", "url") if item.row.get(name) is not None}
    return Report(whole(str(item.row.get("id") or item.name)), text, told.get("title"), day, told.get("outlet"), told.get("url"), "en")


def _day_of(item: Item) -> str | None:
    given = item.row.get("published")
    return published_date(given if given is None or isinstance(given, date) else str(given))


def _kind(value: object) -> str:
    kinds = {bool: "true or false", bytes: "bytes", list: "a list", dict: "an object"}
    return next((told for kind, told in kinds.items() if isinstance(value, kind)), "a number")


def _record(path: Path) -> Record:
    advice = "give what `memcon read --json` printed"
    try:
        if path.stat().st_size > LARGEST_RECORD:
            raise IntakeError(f"it is larger than {LARGEST_RECORD // 1_000_000} MB", advice)
        found = json.loads(path.read_text("utf-8"))
    except OSError as problem:
        raise IntakeError(f"it cannot be read ({problem.strerror or problem})", advice) from problem
    except UnicodeDecodeError as problem:
        raise IntakeError("no record of memcon: it is not UTF-8", advice) from problem
    except json.JSONDecodeError as problem:
        raise IntakeError(f"no record of memcon: no JSON, {problem.msg} in line {problem.lineno}", advice) from problem
    except RecursionError as problem:
        raise IntakeError("no record of memcon: it is nested too deeply", advice) from problem
    if not isinstance(found, dict):
        raise IntakeError("no record of memcon: a JSON object is wanted", advice)
    return _ready(found)


def _ready(data: Mapping[str, Any]) -> Record:
    try:
        return from_dict(data)
    except ValueError as problem:
        raise IntakeError(str(problem), "give what `memcon read --json` printed") from problem
