"""Tables as text: CSV (RFC 4180) and tab-separated lines, safe to open in a spreadsheet.

A cell of text that a spreadsheet would take for a formula (it begins with = + - @, a tab or a line end, and is no negative number) gets
an apostrophe before it, unless `raw`; `unguarded` takes it off again. Text is always quoted in CSV and numbers never, so that `"042"` can
be told from 42, and a cell that holds nothing is not quoted, so that a column of numbers stays one; a reader that ignores this must be told
to read text (pandas: `dtype=str`; DuckDB: `all_varchar=true`).
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import BinaryIO

Cell = str | int | float | None
_FORMULA = re.compile("(?!-[0-9]+(?:\\.[0-9]+)?\\Z)'*[=+\\-@\t\r\n＝＋－＠]")
_GUARDED = re.compile("'+[=+\\-@\t\r\n＝＋－＠]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_BREAKS = re.compile(r"[\t\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")


class _Nothing:
    """What csv takes for a number, so that it is not quoted, and writes as nothing."""

    def __float__(self) -> float:
        return 0.0

    def __str__(self) -> str:
        return ""


_NOTHING = _Nothing()


def guarded(text: str) -> str:
    """The text with an apostrophe before it if a spreadsheet would run it; one that already begins so gets another, so that none is lost.

    >>> guarded("=1+1"), guarded("'=1"), guarded("'Abd al-Rahman"), guarded("-9.2")
    ("'=1+1", "''=1", "'Abd al-Rahman", '-9.2')
    """
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """What `guarded` was given.

    >>> unguarded(guarded("-5 degrees"))
    '-5 degrees'
    """
    return text[1:] if _GUARDED.match(text) else text


def clean(text: str) -> str:
    """The text with each half of a character that no file can hold (a lone surrogate) replaced by the replacement character."""
    return _SURROGATE.sub("\ufffd", text)


def write_csv(out: BinaryIO, columns: Sequence[str], rows: Iterable[Sequence[Cell]], *, raw: bool = False) -> int:
    """Write a table as CSV in UTF-8 with a line of names; returns how many rows.

    >>> out = io.BytesIO()
    >>> write_csv(out, ["cameo", "score", "name"], [["042", -1.5, "=A1"], ["", None, "B"]]), out.getvalue()
    (2, b'"cameo","score","name"\\r\\n"042",-1.5,"\\'=A1"\\r\\n,,"B"\\r\\n')
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    writer.writerow(columns)
    count = 0
    for row in rows:
        writer.writerow([_NOTHING if cell is None or cell == "" else _cell(cell, raw) for cell in row])
        count += 1
    out.write(text.getvalue().encode())
    return count


def read_csv(data: bytes, *, raw: bool = False) -> Iterator[dict[str, str]]:
    """The rows that `write_csv` wrote, every cell as text.

    >>> list(read_csv(b'"cameo"\\r\\n"042"\\r\\n'))
    [{'cameo': '042'}]
    """
    lines = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True)
    names = next(lines, [])
    for line in lines:
        yield dict(zip(names, line if raw else map(unguarded, line), strict=True))


def write_tsv(out: BinaryIO, columns: Sequence[str] | None, rows: Iterable[Sequence[Cell]], *, raw: bool = False) -> int:
    """Write a table as tab-separated lines in UTF-8 without quoting, `columns` as a first line if given; returns how many rows.

    The format has no way to hold a tab or line end in a cell: each run of them becomes a space.

    >>> out = io.BytesIO()
    >>> write_tsv(out, None, [["042", None, "a\\tb"]]), out.getvalue()
    (1, b'042\\t\\ta b\\n')
    """
    if columns is not None:
        out.write(("\t".join(columns) + "\n").encode())
    count = 0
    for row in rows:
        cells = (_cell(_BREAKS.sub(" ", cell) if isinstance(cell, str) else cell, raw) for cell in row)
        out.write(("\t".join("" if cell is None else str(cell) for cell in cells) + "\n").encode())
        count += 1
    return count


def _cell(cell: Cell, raw: bool) -> Cell:
    if cell is None or cell == "":
        return ""
    if isinstance(cell, str):
        return clean(cell) if raw else guarded(clean(cell))
    return cell
