"""The text of a report looked for by its hash among files."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from memcon.intake import IntakeError, read_report
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
