"""Reports that were read without their day of publication, and come again with it: "on Monday" is a day from then on.

What such a report tells is placed anew, as days keep events apart and bring them together; the ids that its events had lead there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, select, update

from memcon.model import Report

from .arranging import telling_names, unite
from .keeping import current, take_same
from .schema import members, reports


def lacks_its_day(connection: Connection, number: str, report: Report) -> bool:
    """Whether a report is here without the day of publication with which it comes now."""
    if not report.published:
        return False
    here = connection.execute(select(reports.c.published).where(reports.c.id == number)).first()
    return here is not None and not here.published


def gives_its_day(connection: Connection, number: str, report: Report) -> bool:
    """Note the day of publication of a report that had none here; whether it was so."""
    if not lacks_its_day(connection, number, report):
        return False
    connection.execute(update(reports).where(reports.c.id == number).values(published=report.published))
    return True


def lead_on(connection: Connection, number: str, before: Iterable[Mapping[str, Any]]) -> None:
    """Let the events that the report's mentions `before` were of, and that nobody tells any more, lead to where these words are told now.

    An event that the new reading alone tells takes the id that they had.
    """
    new = current(connection, number)
    for old in before:
        was = _event(connection, old["id"])
        if was is None or telling_names(connection, was):
            continue
        told = take_same(new, old["type"], old["spans"])
        now = _event(connection, told) if told is not None else None
        if now is None or now == was:
            continue
        alone = all(name.startswith(f"{number}@") for name in telling_names(connection, now))
        unite(connection, *((was, now) if alone else (now, was)))


def _event(connection: Connection, mention: int) -> str | None:
    found: str | None = connection.execute(select(members.c.event).where(members.c.mention == mention)).scalar()
    return found
