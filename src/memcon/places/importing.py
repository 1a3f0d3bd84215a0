"""GeoNames dumps compiled into the user's own file, which lies beside ours: in bounded memory, and whole or not at all."""

from __future__ import annotations

import contextlib
import heapq
import os
import secrets
import tempfile
from collections.abc import Collection, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import IO

from .dumps import LARGEST_ID, DumpRow, PlacesFileError, Progress, rows
from .names import fold
from .own import own_file

RUN = 400_000
"""So many entries of the index are sorted in memory at a time."""
MOST_NAMESAKES = 300
"""Of the places that share a name the most populous are found."""
_HEAD = "{:020d}\t{:020d}\n"


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did: where the file lies, places kept, rows left out by kind or filter, and rows whose id came before."""

    path: Path
    kept: int
    left_out: int
    duplicates: int
    size: int


def import_dumps(
    paths: Sequence[Path],
    target: Path | None = None,
    least: int = 0,
    countries: Collection[str] = (),
    progress: Progress | None = None,
) -> Imported:
    """Compile dumps into `target`, by default the user's own file, in place of what it held; later look-ups find their places too.

    `least`: settlements of fewer inhabitants are left out. `countries` (ISO 3166-1 alpha-3): places of other countries are left out.
    PlacesFileError, with file and line, where a file is no dump or nothing would be kept: then nothing is changed.

    >>> folder = Path(tempfile.mkdtemp())
    >>> row = "1 Zhabrivka Zhabrivka  49.1 36.2 P PPL UA  07    312   2026-01-01".replace(" ", chr(9))
    >>> _ = (folder / "UA.txt").write_text(row + chr(9) * (18 - row.count(chr(9))), "utf-8")
    >>> import_dumps([folder / "UA.txt"], folder / "own").kept
    1
    """
    target = own_file() if target is None else target
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        draft = target.with_name(f".{target.name}.{secrets.token_hex(4)}.part")
        with ExitStack() as stack:
            stack.callback(lambda: draft.unlink(missing_ok=True))
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix=".import-", dir=target.parent)))
            stream = stack.enter_context(draft.open("xb"))
            counts = _write(stream, paths, folder, least, frozenset(countries), progress)
            stream.flush()
            os.fsync(stream.fileno())
            size = stream.tell()
            stream.close()
            draft.replace(target)
    except OSError as error:
        raise PlacesFileError(
            f"{target} cannot be written ({error.strerror or error})", "make room, or name another folder: MEMCON_HOME"
        ) from None
    return Imported(target, *counts, size)


def remove_imported(target: Path | None = None) -> bool:
    """Remove the user's own file; False if there was none.

    >>> remove_imported(Path("nowhere/there"))
    False
    """
    target = own_file() if target is None else target
    if not target.is_file():
        return False
    target.unlink()
    with contextlib.suppress(OSError):
        target.parent.rmdir()
    return True


def _write(
    stream: IO[bytes], paths: Sequence[Path], folder: Path, least: int, countries: frozenset[str], progress: Progress | None
) -> tuple[int, int, int]:
    head = _HEAD.format(0, 0).encode()
    stream.write(head)
    index = _Index(folder)
    seen = _Seen()
    kept = left_out = duplicates = size = 0
    for path in paths:
        for row in rows(path, progress):
            if row is None or (row.letter == "C" and row.population < least) or (countries and row.country not in countries):
                left_out += 1
            elif not seen.new(row.geonames):
                duplicates += 1
            else:
                line = _line(row)
                stream.write(line)
                index.add(row, size)
                size += len(line)
                kept += 1
    if not kept:
        raise PlacesFileError(f"{', '.join(map(str, paths))}: no place is left of {left_out} rows", "loosen --min-population or --country")
    written = 0
    for line in index.lines():
        written += stream.write(line)
    end = stream.tell()
    stream.seek(0)
    stream.write(_HEAD.format(size, written).encode())
    stream.seek(end)
    return kept, left_out, duplicates


def _line(row: DumpRow) -> bytes:
    lat, lon = (f"{x:.4f}".rstrip("0").rstrip(".") for x in (row.lat, row.lon))
    return f"{row.name}\t{row.letter}\t{row.country}\t{row.region}\t{lat}\t{lon}\t{row.geonames or ''}\t{row.population}\n".encode()


class _Seen:
    """Which ids have come: a bit each, so that thirteen million cost two megabytes."""

    def __init__(self) -> None:
        self._bits = bytearray()

    def new(self, identity: int) -> bool:
        """Whether the id comes for the first time."""
        at, bit = identity >> 3, 1 << (identity & 7)
        if at >= len(self._bits):
            self._bits.extend(bytes(min(max(at + 1, 2 * len(self._bits)), LARGEST_ID >> 3) - len(self._bits)))
        first = not self._bits[at] & bit
        self._bits[at] |= bit
        return first


class _Index:
    """The index, sorted in pieces that lie on disk and merged when it is written."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._entries: list[str] = []
        self._pieces: list[Path] = []

    def add(self, row: DumpRow, offset: int) -> None:
        """Enter a place under each of its names."""
        main = fold(row.name)
        rest = f"\t{10**12 - row.population:013d}\t"
        if main:
            self._entries.append(f"{main}{rest}{_base36(offset)}\n")
        for key in {fold(name) for name in row.others} - {main, ""}:
            self._entries.append(f"{key}{rest}~{_base36(offset)}\n")
        if len(self._entries) >= RUN:
            self._spill()

    def _spill(self) -> None:
        self._entries.sort()
        piece = self._folder / f"{len(self._pieces)}.tsv"
        with piece.open("w", encoding="ascii", newline="\n") as stream:
            stream.writelines(self._entries)
        self._pieces.append(piece)
        self._entries = []

    def lines(self) -> Iterator[bytes]:
        """The lines of the index, sorted by key and tab as the look-up compares them."""
        self._entries.sort()
        with ExitStack() as stack:
            runs = [stack.enter_context(piece.open(encoding="ascii", newline="\n")) for piece in self._pieces]
            for key, entries in groupby(heapq.merge(*runs, self._entries), key=lambda entry: entry.partition("\t")[0]):
                places = [entry.rstrip("\n").rpartition("\t")[2] for at, entry in enumerate(entries) if at < MOST_NAMESAKES]
                yield f"{key}\t{' '.join(places)}\n".encode()


def _base36(number: int) -> str:
    digits = ""
    while number:
        number, rest = divmod(number, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[rest] + digits
    return digits or "0"
