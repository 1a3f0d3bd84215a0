"""What a format is: its writer, what it writes to, and what it needs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Protocol

from memcon.merging import Merged


@dataclass(frozen=True, slots=True)
class Written:
    """What came of an export: how many events it holds, and the ids of those that the format has no way to say."""

    events: int
    left_out: tuple[str, ...] = ()


class FileWriter(Protocol):
    """A format of one file."""

    def __call__(self, events: Iterable[Merged], out: BinaryIO, *, raw: bool = False) -> Written:
        """Write the events to a binary file; `raw` leaves formulas in tables as they are and means nothing elsewhere."""


class FolderWriter(Protocol):
    """A format of many files."""

    def __call__(self, events: Iterable[Merged], folder: Path, *, raw: bool = False) -> Written:
        """Write the events as files of a folder, which is there."""


@dataclass(frozen=True, slots=True)
class Format:
    """A format: `write` takes a binary file (`kind` "file") or a folder; `needs` is the extra that must be installed, None for none."""

    name: str
    kind: str
    extension: str
    about: str
    to_file: FileWriter | None = None
    to_folder: FolderWriter | None = None
    needs: str | None = None

    @property
    def usual_name(self) -> str:
        """What an export is called where no name is given; no two formats share one.

        >>> Format("polecat", "file", ".tsv", "").usual_name, Format("jsonl", "file", ".jsonl", "").usual_name
        ('memcon.polecat.tsv', 'memcon.jsonl')
        """
        if not self.extension:
            return f"memcon-{self.name}"
        return f"memcon{'' if self.extension.startswith(f'.{self.name}') else f'.{self.name}'}{self.extension}"
