"""A folder -> the files in it that memcon reads, and those that it leaves aside."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from .source import TABLES

TEXTS = frozenset((".txt", ".text", ".md", ".markdown", ".mdown", ".html", ".htm", ".xhtml", ".eml"))
WANTED = TEXTS | TABLES | {".json"}


def files_in(folder: Path, aside: Callable[[Path], None]) -> list[Path]:
    """The files of a folder and its folders that are read, by name; `aside` is told each other one. Hidden ones are neither, nor are links
    that lead elsewhere."""
    inside = folder.resolve()
    found = []
    for one in sorted(folder.rglob("*")):
        wanted = one.suffix.lower() in WANTED
        if (wanted or not _hidden(one, folder)) and one.is_file() and one.resolve().is_relative_to(inside):
            if wanted:
                found.append(one)
            else:
                aside(one)
    return found


def left_aside(files: Iterable[Path]) -> str:
    """So many files of which kinds, in words.

    >>> left_aside([Path("a.docx"), Path("b.PNG"), Path("c.png"), Path("LICENSE")])
    '4 files that memcon does not read were left aside: 2 .png, 1 .docx, 1 without an ending'
    """
    kinds = Counter(one.suffix.lower() for one in files)
    ordered: Sequence[tuple[str, int]] = sorted(kinds.items(), key=lambda kind: (-kind[1], not kind[0], kind[0]))
    told = ", ".join(f"{count} {kind or 'without an ending'}" for kind, count in ordered)
    count = kinds.total()
    return f"{count} file{'' if count == 1 else 's'} that memcon does not read {'was' if count == 1 else 'were'} left aside: {told}"


def _hidden(path: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(folder).parts)
