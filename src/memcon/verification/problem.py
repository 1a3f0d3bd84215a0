"""One thing that does not hold."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """What does not hold (`message`) and where in the record's JSON (`path`, as in `events/2/triggers/0`).

    >>> str(Problem("events/0/status", "'maybe' is no status"))
    "events/0/status: 'maybe' is no status"
    """

    path: str
    message: str

    def __str__(self) -> str:
        return f"{self.path}: {self.message}" if self.path else self.message
