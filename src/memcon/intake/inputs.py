"""Many inputs -> one item a report: files, folders, patterns, tables (JSONL, CSV, Parquet), standard input, ready-made records.

An item is small: a path, or the row of a table. What turns out to be no report is told as such when it is read (`read_item`), so that one
bad line does not end the rest.
"""

from __future__ import annotations

import csv
import glob
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, BinaryIO

from memcon.model import Record, Report
from memcon.model.boundary import from_dict

from .errors import IntakeError
from .language import require_english
from .published import published_date
from .source import LARGEST, read_report

TEXTS = frozenset((".txt", ".text", ".md", ".markdown", ".mdown", ".html", ".htm", ".xhtml"))
TABLES = frozenset((".jsonl", ".ndjson", ".csv", ".tsv", ".parquet"))
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
_LONGEST_CELL = LARGEST


@dataclass(frozen=True, slots=True)
class Item:
    """One input: its name for messages (`news.csv:12`), and its path, or its row, or why it is none."""

    name: str
    path: str | None = None
    row: Mapping[str, Any] = field(default_factory=dict)
    wrong: str = ""


def items(sources: Sequence[str], columns: Mapping[str, str] | None = None, stdin: BinaryIO | None = None) -> Iterator[Item]:
    """The inputs behind names of files, folders, patterns such as `news/*.txt`, and `-`; in the order given, folders by name.

    `columns` names the columns of tables by field (`{"text": "body"}`). A name behind which there is nothing is an item that says so.

    >>> [(one.name, one.wrong) for one in items(["no/such/file.txt"])]
    [('no/such/file.txt', 'there is no such file or folder')]
    """
    for source in sources:
        if source == "-":
            yield from _standard_input(stdin or sys.stdin.buffer, columns or {})
            continue
        try:
            paths = _paths(source)
        except (OSError, ValueError) as problem:
            yield Item(source, wrong=str(problem))
            continue
        if not paths:
            yield Item(source, wrong="there is no such file or folder")
        for path in paths:
            yield from _of_file(path, columns or {})


def read_item(item: Item, published: str | None = None, outlet: str | None = None) -> Report | Record:
    """The report or ready-made record of an item; `published` and `outlet` hold where it says nothing. IntakeError where it is none."""
    if item.wrong:
        raise IntakeError(item.wrong, "check the input")
    if item.path is not None:
        path = Path(item.path)
        if path.suffix.lower() == ".json":
            return _record(path.read_text("utf-8"))
        report = read_report(path)
    elif item.row.get("schema") is not None:
        return _ready(item.row)
    else:
        report = _report(item)
    return replace(report, published=report.published or published, outlet=report.outlet or outlet)


def _paths(source: str) -> list[Path]:
    path = Path(source).expanduser()
    if path.is_dir():
        wanted = TEXTS | TABLES | {".json"}
        inside = path.resolve()
        found = (one for one in path.rglob("*") if one.suffix.lower() in wanted and one.is_file())
        return sorted(one for one in found if one.resolve().is_relative_to(inside))  # links that lead elsewhere are not followed
    if path.exists():
        return [path]
    return sorted(Path(one) for one in glob.glob(str(path), recursive=True) if Path(one).is_file())


def _of_file(path: Path, columns: Mapping[str, str]) -> Iterator[Item]:
    kind = path.suffix.lower()
    readers: dict[str, Callable[[Path, Mapping[str, str]], Iterator[Item]]] = {
        ".jsonl": _json_lines_file, ".ndjson": _json_lines_file, ".csv": _csv, ".tsv": _csv, ".parquet": _parquet,
    }  # fmt: skip
    if kind not in readers:
        yield Item(str(path), path=str(path))
        return
    try:
        yield from readers[kind](path, columns)
    except (OSError, ValueError, csv.Error) as problem:
        yield Item(str(path), wrong=f"{problem}")


def _json_lines_file(path: Path, columns: Mapping[str, str]) -> Iterator[Item]:
    with path.open("rb") as stream:
        yield from _json_lines(stream, str(path), columns)


def _json_lines(stream: Iterable[bytes], name: str, columns: Mapping[str, str]) -> Iterator[Item]:
    for number, line in enumerate(stream, 1):
        here = f"{name}:{number}"
        if not line.strip():
            continue
        if len(line) > _LONGEST_CELL:
            yield Item(here, wrong=f"the line is longer than {_LONGEST_CELL // 1_000_000} MB")
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as problem:
            yield Item(here, wrong=f"no JSON: {problem}")
            continue
        if not isinstance(row, dict):
            yield Item(here, wrong="a JSON object is wanted")
        else:
            yield Item(here, row=row if row.get("schema") is not None else _fields(row, columns))


def _csv(path: Path, columns: Mapping[str, str]) -> Iterator[Item]:
    csv.field_size_limit(_LONGEST_CELL)
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as stream:
        head = stream.read(65536)
        stream.seek(0)
        delimiter = "\t" if path.suffix.lower() == ".tsv" else _delimiter(head)
        reader = csv.DictReader(stream, delimiter=delimiter, strict=True, restkey="")
        names = reader.fieldnames or []
        _require_text(names, columns)
        while True:
            try:
                row = next(reader)
            except StopIteration:
                return
            except csv.Error as problem:
                yield Item(f"{path}:{reader.line_num}", wrong=f"broken row: {problem}")
                return
            yield Item(f"{path}:{reader.line_num}", row=_fields(row, columns))


def _parquet(path: Path, columns: Mapping[str, str]) -> Iterator[Item]:
    try:
        from pyarrow import parquet
    except ImportError as problem:
        raise ValueError("Parquet needs pyarrow: pip install 'memcon[parquet]'") from problem
    try:
        file = parquet.ParquetFile(path)
        _require_text(file.schema_arrow.names, columns)
        number = 0
        for batch in file.iter_batches(batch_size=64):
            for row in batch.to_pylist():
                number += 1
                yield Item(f"{path}:{number}", row=_fields(row, columns))
    except ValueError:
        raise
    except Exception as problem:  # pyarrow's errors have no base class of their own
        raise ValueError(f"no Parquet that can be read: {problem}") from problem


def _standard_input(stream: BinaryIO, columns: Mapping[str, str]) -> Iterator[Item]:
    first = stream.readline(_LONGEST_CELL + 1)
    if first.lstrip().startswith(b"{"):
        yield from _json_lines(_chained(first, stream), "standard input", columns)
        return
    rest = stream.read(LARGEST + 1)
    text = (first + rest).decode("utf-8", "replace")
    yield Item(
        "standard input", row={"text": text} if len(rest) <= LARGEST else {}, wrong="" if len(rest) <= LARGEST else "it is too large"
    )


def _chained(first: bytes, rest: Iterable[bytes]) -> Iterator[bytes]:
    yield first
    yield from rest


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


def _column(names: Iterable[str], name: str, columns: Mapping[str, str]) -> str | None:
    if name in columns:
        return columns[name]
    lower = {str(one).strip().lower(): one for one in names if one is not None}
    return next((lower[usual] for usual in _USUAL[name] if usual in lower), None)


def _fields(row: Mapping[Any, Any], columns: Mapping[str, str]) -> dict[str, Any]:
    found = {name: _column(row, name, columns) for name in FIELDS}
    return {name: row[column] for name, column in found.items() if column is not None and row.get(column) not in (None, "")}


def _report(item: Item) -> Report:
    text = item.row.get("text")
    if not isinstance(text, str) or not text.strip():
        raise IntakeError("there is no text" if not text else "the text is no text", "give the column of the text with --column text=NAME")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if len(text) > LARGEST:
        raise IntakeError(f"the text is longer than {LARGEST // 1_000_000} million characters", "cut it into reports")
    require_english(text, item.name)
    day = published_date(_day(item.row.get("published")))
    told = {name: str(item.row[name]) for name in ("title", "outlet", "url") if item.row.get(name) is not None}
    return Report(str(item.row.get("id") or item.name), text, told.get("title"), day, told.get("outlet"), told.get("url"), "en")


def _day(value: object) -> str | None:
    return None if value is None else str(value)[:10]


def _record(text: str) -> Record:
    try:
        return _ready(json.loads(text))
    except (ValueError, RecursionError) as problem:
        raise IntakeError(f"no record of memcon ({problem})", "give what `memcon read --json` printed") from problem


def _ready(data: Mapping[str, Any]) -> Record:
    try:
        return from_dict(data)
    except ValueError as problem:
        raise IntakeError(str(problem), "give what `memcon read --json` printed") from problem
