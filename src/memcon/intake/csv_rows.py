"""The rows of a CSV table, one broken row at a time: its place is told, and the rest is read."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from .source import LARGEST

LONGEST_CELL = LARGEST
MOST_BROKEN = 1000
"""From so many broken rows on a table is none."""
_SAMPLE = 1_000_000
_REASONS = {
    "unexpected end of data": "a quote is opened and not closed",
    "expected after": "a quote within quotes is not doubled",
    "field larger than field limit": "a cell is too long, or a quote is not closed",
}


@dataclass(frozen=True, slots=True)
class Row:
    """A row: the number of its last line, and its cells; of a broken one the number of its first, and what is wrong."""

    line: int
    cells: tuple[str, ...] = ()
    wrong: str = ""


def encoding_of(path: Path) -> str:
    """The encoding of a table: what its byte-order mark says, else UTF-8, else what Excel writes (cp1252) where its start is not UTF-8."""
    with path.open("rb") as file:
        sample = file.read(_SAMPLE)
    if sample.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    text = sample.decode("utf-8-sig", "replace")
    broken = text[:-4].count("�") - sample.count("�".encode())  # the sample may end within a character
    return "cp1252" if broken > sum(ord(one) > 127 for one in text) - broken else "utf-8-sig"


def rows(stream: TextIO, delimiter: str) -> Iterator[Row]:
    """The rows of a table, that of the names first; blank lines are left out. ValueError where the names themselves are broken.

    After a broken row it goes on with the line that follows the row's first. Lines that the row may have meant for itself are rows only if
    they have as many cells as there are names and an even number of quotes.

    >>> import io
    >>> [row.wrong or row.cells for row in rows(io.StringIO('text,day\\n"a "bad" one",1\\nb,2\\n'), ",")]
    [('text', 'day'), 'broken row: a quote within quotes is not doubled', ('b', '2')]
    """
    source = _Lines(stream)
    width = broken = doubtful = 0
    while True:
        first = source.mark()
        try:
            cells = _next(source, delimiter)
        except StopIteration:
            return
        except csv.Error as problem:
            said = next((meaning for part, meaning in _REASONS.items() if part in str(problem)), str(problem))
            if not width:
                raise ValueError(f"the line of names is broken: {said}") from problem
            doubtful = max(doubtful, source.number + 1)
            wrong = f"broken row: {said}"
            source.back()
        else:
            if not cells:
                continue
            wrong = ""
            if width and first <= doubtful and (len(cells) != width or source.quotes % 2):
                wrong, doubtful = "broken row: it belongs to a row before it whose quotes are broken", max(doubtful, source.number + 1)
            elif width and any(cells[width:]):
                wrong = f"it has {len(cells)} cells, the first line names {width}: a cell that holds the delimiter belongs in quotes"
            width = width or len(cells)
        if not wrong:
            yield Row(source.number, tuple(cells))
            continue
        yield Row(first, wrong=wrong)
        broken += 1
        if broken == MOST_BROKEN:
            yield Row(first, wrong=f"{broken} rows are broken: the rest of the table is left")
            return


def _next(source: Iterator[str], delimiter: str) -> list[str]:
    """One row. How long a cell may be is one for the whole process, so it is put back."""
    before = csv.field_size_limit(LONGEST_CELL)
    try:
        return next(csv.reader(source, delimiter=delimiter, strict=True))
    finally:
        csv.field_size_limit(before)


class _Lines:
    """The lines of a stream, numbered; those taken since `mark` but the first can be taken again."""

    def __init__(self, stream: TextIO) -> None:
        self.number = 0
        self._stream = stream
        self._taken: list[str] = []
        self._again: list[str] = []

    def mark(self) -> int:
        """Begin a row; the number of its first line."""
        self._taken.clear()
        return self.number + 1

    @property
    def quotes(self) -> int:
        """How many quotes stand in the row; of a sound one an even number."""
        return sum(line.count('"') for line in self._taken)

    def back(self) -> None:
        """Go back to the second line of the row."""
        again = self._taken[1:]
        self.number -= len(again)
        self._again += reversed(again)

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = self._again.pop() if self._again else self._stream.readline(LONGEST_CELL + 1)
        if not line:
            raise StopIteration
        self.number += 1
        if len(line) > LONGEST_CELL and not line.endswith(("\n", "\r")):
            self._taken.append("")
            while line and not line.endswith(("\n", "\r")):
                line = self._stream.readline(_SAMPLE)
            raise csv.Error(f"the line is longer than {LONGEST_CELL // 1_000_000} MB")
        self._taken.append(line)
        return line
