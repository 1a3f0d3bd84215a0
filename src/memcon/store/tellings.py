"""Events of the world in a store: made, found by any id they ever had, put together from what reports tell."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, bindparam, insert, select

from memcon.merging import Merged, Telling
from memcon.model import Event

from .rows import event_id, event_of, gist_of, witness
from .schema import events, members, mentions, pairs, reports

WITNESS = (reports.c.id, reports.c.outlet, reports.c.published, reports.c.url, reports.c.title, reports.c.copy_of)
"""What `rows.witness` needs of a report: not its text."""
_GIVEN = select(events.c.id).where(events.c.id == bindparam("number"))


def each_its_own(connection: Connection, new: Sequence[int]) -> None:
    """Make each mention an event of its own."""
    for mention in new:
        new_event(connection, mention)


def new_event(connection: Connection, mention: int) -> str:
    """A new event that this mention is the first to tell; returns its id."""
    row = connection.execute(select(mentions.c.report, mentions.c.json).where(mentions.c.id == mention)).one()
    number = free_id(connection, row.report, gist_of(row.json))
    connection.execute(insert(events).values(id=number, created=now()))
    connection.execute(insert(members).values(mention=mention, event=number))
    return number


def free_id(connection: Connection, report: str, event: Event, given: Collection[str] = ()) -> str:
    """The id for a new event that this report is the first to tell; `given` are ids that are given but not written yet."""
    taken = 0
    while (number := event_id(report, event, taken)) in given or connection.execute(_GIVEN, {"number": number}).first():
        taken += 1
    return number


def current_id(connection: Connection, number: str) -> str | None:
    """The event that an id leads to now; None for an id that was never given."""
    seen = set()
    while number not in seen:
        seen.add(number)
        row = connection.execute(select(events.c.replaced_by).where(events.c.id == number)).first()
        if row is None:
            return None
        if row.replaced_by is None:
            return number
        number = row.replaced_by
    return None


def merged(connection: Connection, numbers: Sequence[str]) -> list[Merged]:
    """The events of these ids with all their tellings, in the order given."""
    told: dict[str, list[Telling]] = {number: [] for number in numbers}
    rows = connection.execute(
        select(members.c.event, mentions.c.json, *WITNESS)
        .join(mentions, members.c.mention == mentions.c.id)
        .join(reports, mentions.c.report == reports.c.id)
        .where(members.c.event.in_(numbers), mentions.c.current)
        .order_by(reports.c.published, reports.c.id, mentions.c.position)
    )
    for row in (dict(found._mapping) for found in rows):
        told[row["event"]].append(Telling(witness(row), event_of(row["json"])))
    old: dict[str, list[str]] = {number: [] for number in numbers}
    for gone in connection.execute(select(events.c.id, events.c.replaced_by).where(events.c.replaced_by.in_(numbers))):
        old[gone.replaced_by].append(gone.id)
    return [Merged(number, tuple(told[number]), tuple(sorted(old[number]))) for number in numbers]


@dataclass(frozen=True, slots=True)
class Weighing:
    """Two tellings of one event as they were weighed: (report, local id) of each, how alike they are, and why."""

    one: tuple[str, str]
    other: tuple[str, str]
    score: float
    reasons: tuple[str, ...]


def weighings(connection: Connection, number: str) -> list[Weighing]:
    """The pairs of an event's tellings that were weighed when it was merged, the most alike first."""
    told = {
        row.id: (row.report, row.local)
        for row in connection.execute(
            select(mentions.c.id, mentions.c.report, mentions.c.local)
            .join(members, members.c.mention == mentions.c.id)
            .where(members.c.event == number, mentions.c.current)
        )
    }
    rows = connection.execute(select(pairs).where(pairs.c.one.in_(list(told)), pairs.c.other.in_(list(told))))
    found = [Weighing(told[row.one], told[row.other], row.score, tuple(json.loads(row.reasons))) for row in rows]
    return sorted(found, key=lambda w: (-w.score, w.one, w.other))


def now() -> str:
    """The time now (UTC), to the second, as ISO text."""
    return datetime.now(UTC).isoformat(timespec="seconds")
