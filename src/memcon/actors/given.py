"""What the readers of files hand on: a row for a table, or an entry left out with the reason."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Given:
    """A row that a file gives, with its line; `exact` where the user wrote our own columns, so that a fault in it refuses the file."""

    line: int
    table: str
    row: dict[str, str]
    exact: bool = False


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An entry that gives no row: its line and why."""

    line: int
    reason: str
