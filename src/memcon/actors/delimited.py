"""Tables that users write: CSV or tab-separated with our own columns or some of them, and JSON as `actors export` writes it."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence

from .given import Given
from .refusals import ActorsFileError
from .row_form import COLUMNS

DELIMITERS = (",", "\t", ";", "|")
_TABLE = "table"
_ALL = frozenset((_TABLE, *(column for columns in COLUMNS.values() for column in columns)))
_OWN = {
    "persons": frozenset(("wikidata", "class", "office", "rank", "start", "end", "seen")),
    "armed_groups": frozenset(("governs",)),
    "agents": frozenset(("phrase", "weak")),
    "metonyms": frozenset(("target", "place")),
}
_FIELD = 16_000


def delimiter(header: str) -> str:
    """The mark that stands between the cells of a header line.

    >>> delimiter("name;country;start"), delimiter("name")
    (';', ',')
    """
    return max(DELIMITERS, key=lambda one: (len(_ALL & set(_split(header, one))), header.count(one), -DELIMITERS.index(one)))


def _split(line: str, mark: str) -> list[str]:
    return [cell.strip().strip('"').lower() for cell in line.strip().split(mark)]


def ours(header: str) -> bool:
    """Whether every column of a header line is one of ours.

    >>> ours("name,country,start"), ours("item,itemLabel")
    (True, False)
    """
    return set(_split(header, delimiter(header))) <= _ALL


def cells(name: str, lines: Iterable[tuple[int, str]]) -> Iterator[tuple[int, list[str]]]:
    """The rows of a delimited text with the number of their first line, the header first; blank lines are passed over.

    Between tabs nothing is quoted and lines that begin with # are comments. A row may have fewer cells than the header only there.
    """
    lines = iter(lines)
    start, first = next(((number, line) for number, line in lines if line.strip() and not line.startswith("#")), (1, ""))
    empty = ActorsFileError(f"{name} is empty", "give a file with a header line and rows")
    if not first:
        raise empty
    mark = delimiter(first)
    taken = [start]

    def fed() -> Iterator[str]:
        yield first
        for number, line in lines:
            if mark != "\t" or not line.startswith("#"):
                taken.append(number)
                yield line

    before = csv.field_size_limit(_FIELD)  # one for the whole process, so it is put back
    header: list[str] = []
    try:
        for row in csv.reader(fed(), delimiter=mark, quoting=csv.QUOTE_NONE if mark == "\t" else csv.QUOTE_MINIMAL, strict=True):
            at = taken[0]
            taken.clear()
            if not any(cell.strip() for cell in row):
                continue
            if header and (len(row) > len(header) or (len(row) < len(header) and mark != "\t")):
                raise ActorsFileError(f"{name}:{at}: {len(row)} cells for {len(header)} columns", "give every row one cell a column")
            header = header or row
            yield at, row + [""] * (len(header) - len(row))
    except csv.Error as error:
        raise ActorsFileError(f"{name}:{taken[0] if taken else start}: {error}", "check the quotation marks") from error
    finally:
        csv.field_size_limit(before)
    if not header:
        raise empty


def table_of(columns: Sequence[str], kind: str | None) -> str | None:
    """The table that a set of columns is of; None where they do not tell.

    >>> table_of(("name", "office", "start"), None), table_of(("name", "country"), None)
    ('persons', None)
    """
    if kind:
        return kind
    told = [table for table, own in _OWN.items() if own & set(columns)]
    if told:
        return told[0] if len(told) == 1 else None
    return "organisations" if "kind" in columns else None


def own_table(name: str, lines: Iterable[tuple[int, str]], kind: str | None) -> Iterator[Given]:
    """The rows of a table in our own columns.

    >>> [one.row for one in own_table("x.csv", [(1, "name,country\\n"), (2, "Medair,CHE\\n")], "organisations")]
    [{'name': 'Medair', 'country': 'CHE'}]
    """
    rows = cells(name, lines)
    at, first = next(rows)
    header = [cell.strip().lower() for cell in first]
    _check_header(name, at, header)
    several = _TABLE in header
    fixed = None if several else table_of(header, kind)
    if not several and fixed is None:
        raise ActorsFileError(f"{name}:{at}: the columns do not tell which table they are of", f"say --kind {', '.join(COLUMNS)}")
    for number, row in rows:
        given = dict(zip(header, row, strict=True))
        yield _given(name, number, given, fixed)


def _check_header(name: str, at: int, header: Sequence[str]) -> None:
    wanted = f"{', '.join(COLUMNS['persons'])} for persons; memcon actors import --help has the other tables"
    doubled = sorted({one for one in header if header.count(one) > 1})
    if doubled:
        raise ActorsFileError(f"{name}:{at}: the column {doubled[0] or 'without a name'} stands twice", "name every column once")
    unknown = [one for one in header if one not in _ALL]
    if unknown:
        raise ActorsFileError(f"{name}:{at}: unknown columns: {', '.join(unknown)[:200]}", f"columns are {wanted}")
    if "name" not in header and "phrase" not in header:
        raise ActorsFileError(f"{name}:{at}: no column name", f"columns are {wanted}")


def _given(name: str, number: int, given: dict[str, str], fixed: str | None) -> Given:
    table = fixed or (given.pop(_TABLE) or "").strip()
    if table not in COLUMNS:
        raise ActorsFileError(f"{name}:{number}: table is {table[:40]!r}", f"one of {', '.join(COLUMNS)} is wanted")
    alien = [column for column, cell in given.items() if cell.strip() and column not in COLUMNS[table]]
    if alien:
        raise ActorsFileError(f"{name}:{number}: {table} has no column {alien[0]}", f"its columns are {', '.join(COLUMNS[table])}")
    return Given(number, table, {column: cell for column, cell in given.items() if column in COLUMNS[table]}, exact=True)


def exported(name: str, objects: Iterable[tuple[int, object]]) -> Iterator[Given]:
    """The rows of a JSON list as `actors export --format json` writes it: objects with `table` and the columns of that table."""
    for number, one in objects:
        if not isinstance(one, dict) or not all(isinstance(cell, str) for cell in one.values()):
            raise ActorsFileError(f"{name}:{number}: no object of texts", 'write {"table": "persons", "name": ...}')
        unknown = [column for column in one if column not in _ALL]
        if unknown:
            raise ActorsFileError(f"{name}:{number}: unknown column {unknown[0][:40]}", "write what actors export --format json writes")
        yield _given(name, number, {_TABLE: "", **one}, None)
