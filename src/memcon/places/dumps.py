"""Rows of GeoNames dumps: allCountries.zip, the zip of a country, cities500.zip, or the text in them; read a line at a time.

A dump is a table without a head, of 19 columns between tabs, in UTF-8 (readme.txt of download.geonames.org/export/dump).
"""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, NamedTuple

from .tables import iso3

COLUMNS = 19
LONGEST_LINE = 65_536
LONGEST_NAME = 200
LARGEST = 8_000_000_000
"""No dump has more bytes; the full one of 2026 has under 2 000 000 000."""
MOST_TIMES, ROOM = 25, 50_000_000
"""A zip that unpacks to more than so many times its size, and to more than so many bytes, is no dump: GeoNames' unpack to five times."""
LARGEST_ID = 1 << 28
MOST_PEOPLE = 100_000_000_000
_CODE = re.compile(r"[A-Z]{2}")
_LATIN = re.compile(r"[A-Z\u00c0-\u00de'‘’ʻʿ][\x20-\x7e\u00c0-\u00ff\u0100-\u017f\u1e00-\u1eff‘’ʻʼʿʾ]*")
_SPOTS = frozenset("AIRB AIRP AIRF AIRH MILB NVB INSM FT PSTB CTRB CSTM PSN PAL CSTL GOVL DIP EMBS NUKE PSTP DAM CMPRF CMP RUIN".split())
"""Of buildings only these are kept: airports, bases, border posts, prisons, palaces, dams, camps. The rest are hotels and schools."""


class PlacesFileError(Exception):
    """A file that is no GeoNames dump: `message` says what is wrong and where, `advice` what to do."""

    def __init__(self, message: str, advice: str = "give a dump as GeoNames publishes it: allCountries.zip, SY.zip, cities500.zip") -> None:
        super().__init__(message)
        self.message, self.advice = message, advice


class DumpRow(NamedTuple):
    """A place of a dump that is worth keeping; `letter` as in `compiled.KINDS`."""

    geonames: int
    name: str
    others: tuple[str, ...]
    lat: float
    lon: float
    letter: str
    country: str
    region: str
    population: int


Progress = Callable[[int, int], None]
"""Told how many bytes of how many are read."""


def rows(path: Path, progress: Progress | None = None) -> Iterator[DumpRow | None]:
    """The rows of a dump, None for each that is of no kind that is kept; PlacesFileError names the file and line of the first bad one.

    >>> list(rows(Path("nowhere.zip")))
    Traceback (most recent call last):
    memcon.places.dumps.PlacesFileError: there is no file nowhere.zip
    """
    try:
        if zipfile.is_zipfile(path):
            yield from _zipped(path, progress)
        else:
            size = path.stat().st_size
            if size > LARGEST:
                raise PlacesFileError(f"{path} is larger than {LARGEST // 1_000_000_000} GB")
            with path.open("rb") as stream:
                yield from _lines(stream, str(path), size, progress)
    except FileNotFoundError:
        raise PlacesFileError(f"there is no file {path}") from None
    except IsADirectoryError:
        raise PlacesFileError(f"{path} is a directory") from None
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise PlacesFileError(f"{path} is a damaged zip file ({error})", "download it again") from None
    except OSError as error:
        raise PlacesFileError(f"{path} cannot be read ({error.strerror or error})") from None


def _zipped(path: Path, progress: Progress | None) -> Iterator[DumpRow | None]:
    with zipfile.ZipFile(path) as archive:
        texts = [m for m in archive.infolist() if m.filename.lower().endswith(".txt") and "readme" not in m.filename.lower()]
        named = [m for m in texts if Path(m.filename).stem.lower() == path.stem.lower()]
        chosen = named or texts
        if len(chosen) != 1:
            held = f"{len(chosen)} texts" if chosen else "no text"
            raise PlacesFileError(f"{path} holds {held}, not one as GeoNames' dumps do")
        member = chosen[0]
        if member.flag_bits & 1:
            raise PlacesFileError(f"{path} is locked with a password")
        if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise PlacesFileError(f"{path} is packed in another way than GeoNames' dumps")
        if member.file_size > LARGEST or member.file_size > max(ROOM, MOST_TIMES * path.stat().st_size):
            raise PlacesFileError(f"{path} would unpack to {member.file_size:,} bytes: no dump of GeoNames' does")
        with archive.open(member) as stream:
            yield from _lines(stream, f"{path}/{member.filename}", member.file_size, progress)


def _lines(stream: IO[bytes] | io.BufferedReader, label: str, size: int, progress: Progress | None) -> Iterator[DumpRow | None]:
    done = 0
    number = 0
    while line := stream.readline(LONGEST_LINE + 1):
        number += 1
        done += len(line)
        if progress is not None and number % 10_000 == 0:
            progress(done, size)
        where = f"{label}:{number}"
        if len(line) > LONGEST_LINE:
            raise PlacesFileError(f"{where}: a line of more than {LONGEST_LINE:,} bytes")
        if not line.strip():
            continue
        try:
            yield _row(line.decode("utf-8").rstrip("\r\n").split("\t"))
        except UnicodeDecodeError:
            raise PlacesFileError(f"{where}: not UTF-8 text") from None
        except ValueError as error:
            raise PlacesFileError(f"{where}: {error}") from None
    if number == 0:
        raise PlacesFileError(f"{label} is empty")
    if progress is not None:
        progress(done, size)


def _row(cells: list[str]) -> DumpRow | None:
    """A row; ValueError says what is wrong with it."""
    if len(cells) != COLUMNS:
        raise ValueError(f"{len(cells)} columns, not {COLUMNS}")
    identity = _number(cells[0], "GeoNames id", LARGEST_ID)
    name = _clean(cells[1]) or _clean(cells[2])
    if not name:
        raise ValueError("a place without a name")
    lat, lon = _degrees(cells[4], "latitude", 90), _degrees(cells[5], "longitude", 180)
    code, people = cells[8], _number(cells[14] or "0", "population", MOST_PEOPLE)
    if code and not _CODE.fullmatch(code):
        raise ValueError(f"{_shown(code)} is no country code of two letters")
    letter = _letter(cells[6], cells[7])
    if not letter:
        return None
    region = f"{code}.{cells[10]}" if code and cells[10] and re.fullmatch(r"[0-9A-Za-z]{1,8}", cells[10]) else ""
    others = dict.fromkeys(other for cell in [cells[2], *cells[3].split(",")] if (other := _clean(cell)) != name and _worth(other))
    return DumpRow(identity, name, tuple(others), lat, lon, letter, iso3().get(code, ""), "" if letter == "N" else region, people)


def _number(cell: str, what: str, most: int) -> int:
    if not (cell.isascii() and cell.isdigit() and len(cell) <= 12 and int(cell) < most):
        raise ValueError(f"{_shown(cell)} is no {what}")
    return int(cell)


def _degrees(cell: str, what: str, most: int) -> float:
    if not re.fullmatch(r"-?\d{1,3}(\.\d{1,20})?", cell, re.ASCII) or abs(float(cell)) > most:
        raise ValueError(f"{_shown(cell)} is no {what}")
    return float(cell)


def _shown(cell: str) -> str:
    return repr(cell if len(cell) <= 40 else cell[:39] + "…")


def _clean(cell: str) -> str:
    """A name on one line, without characters that cannot be seen."""
    name = " ".join("".join(ch for ch in cell if ch == " " or unicodedata.category(ch)[0] not in "CZ" or ch.isspace()).split())
    return name if len(name) <= LONGEST_NAME else ""


def _worth(name: str) -> bool:
    return len(name) >= 3 and _LATIN.fullmatch(name) is not None and not (name.isupper() and len(name) < 5)


def _letter(feature: str, code: str) -> str:
    """The letter of a kind of place, empty for what is not kept."""
    if feature == "P":
        return "" if code in ("PPLH", "PPLQ", "PPLW") else "K" if code == "PPLC" else "C"
    if feature == "A":
        return "N" if code.startswith("PCL") else "R" if code == "ADM1" else "" if code.endswith("H") else "D"
    if feature == "S":
        return "L" if code in _SPOTS else ""
    return {"H": "W", "L": "A", "T": "A"}.get(feature, "")
