"""What was taken out of a store for good: the ids that are left of it, so that it does not come back by being read again."""

from __future__ import annotations

import json
from dataclasses import dataclass, field

from sqlalchemy import Connection, bindparam, delete, insert, select

from .masking import Words
from .schema import erased

_KNOWN_AS = select(erased.c.id).where(erased.c.reads_as == bindparam("number"))
_ERASED = select(erased.c.id).where(erased.c.id == bindparam("number"))


@dataclass(slots=True)
class Erasure:
    """What was taken out: reports (with the id of what is left of the text, None where all is gone), untold events, words."""

    reports: dict[str, str | None] = field(default_factory=dict)
    events: list[str] = field(default_factory=list)
    words: Words = field(default_factory=lambda: Words(()))

    def told(self) -> str:
        """The erasure as JSON for the log: ids only."""
        return json.dumps({"reports": sorted(self.reports), "events": sorted(self.events)}, separators=(",", ":"))

    def note(self, connection: Connection, seq: int) -> None:
        """Remember that these ids were erased, by which decision."""
        for number, reads_as in (*self.reports.items(), *((event, None) for event in self.events)):
            connection.execute(delete(erased).where(erased.c.id == number))
            connection.execute(insert(erased).values(id=number, seq=seq, reads_as=reads_as))


def known_as(connection: Connection, number: str) -> str:
    """The report that a text of this id is a reading of: one that was redacted is known by what its text is now, too."""
    found = connection.execute(_KNOWN_AS, {"number": number}).scalar()
    return str(found) if found else number


def is_erased(connection: Connection, number: str) -> bool:
    """Whether the report or event of that id was forgotten or, a report, redacted."""
    return connection.execute(_ERASED, {"number": number}).first() is not None
