"""Access to the compiled gazetteer: one sorted text, searched by bisection, so that nothing is parsed before it is asked for."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

from .place import Candidate

COMPILED = Path(__file__).with_name("gazetteer.tsv.gz")
KINDS = {"C": "city", "K": "city", "R": "region", "D": "district", "N": "country"}
"""The file's letters for kinds; `K` is a national capital."""


class Compiled:
    """The file that `hatch_build.py` wrote: a head line `rows index`, the rows of places, then the index, sorted by key."""

    def __init__(self, path: Path = COMPILED) -> None:
        """Load `path`. FileNotFoundError says how to make the file if it is not there, ValueError if it is another kind of file."""
        if not path.is_file():
            raise FileNotFoundError(f"The gazetteer is not built: {path} is missing. Run: python hatch_build.py")
        try:
            text = gzip.decompress(path.read_bytes())
            head, _, self._body = text.partition(b"\n")
            rows, index = (int(size) for size in head.split(b"\t"))
        except (OSError, EOFError, ValueError) as problem:
            raise ValueError(f"{path} is not a compiled gazetteer ({problem}). Run: python hatch_build.py") from problem
        if rows + index != len(self._body):
            raise ValueError(f"{path} is cut short. Run: python hatch_build.py")
        self._start = rows

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
            offset = int(entry[1:] if other else entry, 36)
            line = self._body[offset : self._body.index(b"\n", offset)].decode()
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
