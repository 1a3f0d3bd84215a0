"""Access to compiled gazetteers: one sorted text each, searched by bisection, so that nothing is parsed before it is asked for."""

from __future__ import annotations

import gzip
import mmap
import warnings
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Protocol

from .own import own_file
from .place import Candidate

COMPILED = Path(__file__).with_name("gazetteer.tsv.gz")
KINDS = {"C": "city", "K": "city", "R": "region", "D": "district", "N": "country", "L": "landmark", "W": "water", "A": "land"}
"""The file's letters for kinds; `K` is a national capital. The last three are of imported places only."""
_GZIP = b"\x1f\x8b"
_HEAD_MOST = 4096
_REBUILD = "Run: python hatch_build.py"


class Finder(Protocol):
    """What looks up places by key."""

    def find(self, key: str) -> tuple[Candidate, ...]:
        """The places that go by the key, most populous first."""


class Compiled:
    """A file that `hatch_build.py` or an import wrote: a head line with the sizes of rows and index, the rows of places, then the index,
    sorted by key. Compressed files are held in memory, others are read from where they lie.
    """

    def __init__(self, path: Path = COMPILED, remedy: str = _REBUILD) -> None:
        """Open `path`. FileNotFoundError says how to make the file if it is not there, ValueError if it is another kind of file."""
        if not path.is_file():
            raise FileNotFoundError(f"The gazetteer is not built: {path} is missing. {remedy}")
        try:
            self._body: bytes | mmap.mmap = _content(path)
            end = self._body.find(b"\n", 0, _HEAD_MOST)
            rows, index, *_ = (int(size) for size in self._body[: max(end, 0)].split(b"\t")[:2])
        except (OSError, EOFError, ValueError) as problem:
            raise ValueError(f"{path} is not a compiled gazetteer ({problem}). {remedy}") from problem
        self._rows = end + 1
        self._start = self._rows + rows
        if rows < 0 or index < 0 or self._start + index != len(self._body):
            raise ValueError(f"{path} is cut short. {remedy}")

    def find(self, key: str) -> tuple[Candidate, ...]:
        """The places that go by the key (see `names.fold`), most populous first; empty if there is none."""
        if not key:
            return ()
        wanted = key.encode() + b"\t"
        low, high = self._start, len(self._body)
        while low < high:
            middle = self._body.rfind(b"\n", self._start, (low + high) // 2) + 1 or self._start
            end = self._body.find(b"\n", middle)
            end = len(self._body) if end < 0 else end
            line = self._body[middle:end]
            if line.startswith(wanted):
                return tuple(self._read(line[len(wanted) :]))
            if line[: line.index(b"\t") + 1] < wanted:
                low = end + 1
            else:
                high = middle
        return ()

    def _read(self, places: bytes) -> Iterator[Candidate]:
        for entry in places.split(b" "):
            other = entry.startswith(b"~")
            offset = self._rows + int(entry[1:] if other else entry, 36)
            line = self._body[offset : self._body.find(b"\n", offset)].decode()
            name, letter, country, region, lat, lon, geonames, population = line.split("\t")
            kind = KINDS[letter]
            yield Candidate(
                name=name,
                place=name if kind == "city" else None,
                country=country or None,
                lat=float(lat) if lat else None,
                lon=float(lon) if lon else None,
                geonames=int(geonames) if geonames else None,
                kind=kind,
                region=region,
                population=int(population),
                match="other" if other else "main",
                capital=letter == "K",
            )


def _content(path: Path) -> bytes | mmap.mmap:
    with path.open("rb") as stream:
        if stream.read(2) == _GZIP:
            return gzip.decompress(path.read_bytes())
        return mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)


class Layers:
    """Several files as one: a place that two of them hold is told by the first."""

    def __init__(self, files: Sequence[Finder]) -> None:
        self._files = tuple(files)

    def find(self, key: str) -> tuple[Candidate, ...]:
        """The places that go by the key, most populous first."""
        found: list[Candidate] = []
        for file in self._files:
            known = {c.geonames for c in found if c.geonames is not None}
            found += [c for c in file.find(key) if c.geonames not in known]
        return tuple(sorted(found, key=lambda c: -c.population))


def everything() -> Finder:
    """Our own file, and beside it the one that a user has imported, if there is one that can be read.

    >>> everything().find("kharkiv")[0].country
    'UKR'
    """
    own = own_file()
    if own.is_file():
        try:
            return Layers((Compiled(), Compiled(own, "Run memcon places import again, or memcon places remove")))
        except ValueError as problem:
            warnings.warn(str(problem), RuntimeWarning, stacklevel=2)
    return Compiled()
