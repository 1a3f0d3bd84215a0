"""The text of a report looked for by its hash among files."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from memcon.intake import IntakeError, read_report
from memcon.intake.decoding import whole
from memcon.intake.inputs import items
from memcon.intake.source import TABLES
from memcon.model import Report

LARGEST = 100_000_000


def text_of_hash(sha256: str, paths: Iterable[Path]) -> tuple[str, Path] | None:
    """The text with that SHA-256 and the file that holds it; None where no file does.

    A folder stands for all files in it. Each is taken as plain text and as the text of a record first, then as `memcon read` takes it.

    >>> text_of_hash("0" * 64, []) is None
    True
    """
    files = list(files_of(paths))
    for readings in (_plain, _as_read):
        for path in files:
            for text in readings(path):
                if Report("", text).sha256 == sha256:
                    return text, path
    return None


@dataclass(slots=True)
class Texts:
    """Texts that were found, by their SHA-256, and the files and rows that were looked through, by their own names."""

    by_hash: dict[str, str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)


def texts_of_hashes(wanted: Collection[str], paths: Iterable[Path], columns: Mapping[str, str] | None = None) -> Texts:
    """The texts with these SHA-256 hashes among files, folders and tables, whose `columns` may be named as for `memcon ingest`.

    >>> texts_of_hashes([], []).by_hash
    {}
    """
    found = Texts()
    for path in files_of(paths):
        if path.suffix.lower() in TABLES:
            for item in items([str(path)], columns):
                text = item.row.get("text")
                found.names.setdefault(str(item.row.get("id") or item.name), item.name)
                if isinstance(text, str):
                    _note(found, wanted, whole(text).replace("\r\n", "\n").replace("\r", "\n"))
            continue
        found.names.setdefault(whole(path.stem), whole(str(path)))
        for readings in (_plain, _as_read):
            if any(_note(found, wanted, text) for text in readings(path)):
                break
    return found


def _note(found: Texts, wanted: Collection[str], text: str) -> bool:
    digest = Report("", text).sha256
    if digest in wanted:
        found.by_hash[digest] = text
    return digest in wanted


def files_of(paths: Iterable[Path]) -> Iterator[Path]:
    """The files named, and those in the folders named, in order."""
    for path in paths:
        yield from sorted(one for one in path.rglob("*") if one.is_file()) if path.is_dir() else [path]


def _plain(path: Path) -> Iterator[str]:
    try:
        if path.stat().st_size > LARGEST:
            return
        text = path.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return
    yield text.replace("\r\n", "\n").replace("\r", "\n")
    yield text
    if path.suffix == ".json":
        try:
            data = json.loads(text)
            yield str(data["report"]["text"])
        except (ValueError, KeyError, TypeError, RecursionError):
            return


def _as_read(path: Path) -> Iterator[str]:
    if path.suffix == ".json":
        return
    try:
        yield read_report(path).text
    except (IntakeError, OSError):
        return
