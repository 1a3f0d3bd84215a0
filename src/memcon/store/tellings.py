"""Events of the world in a store: made, found by any id they ever had, put together from what reports tell, indexed for search."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, insert, select

from memcon.merging import Merged, Telling
from memcon.model.boundary import event_from_dict

from . import sqlite
from .rows import event_id, witness
from .schema import events, members, mentions, pairs, reports
from .shadow import shadows


def each_its_own(connection: Connection, new: Sequence[int]) -> None:
    """Make each mention an event of its own."""
    for mention in new:
        new_event(connection, mention)


def new_event(connection: Connection, mention: int) -> str:
    """A new event that this mention is the first to tell; returns its id."""
    row = connection.execute(select(mentions.c.report, mentions.c.json).where(mentions.c.id == mention)).one()
    event = event_from_dict(json.loads(row.json))
    taken = 0
    while connection.execute(select(events.c.id).where(events.c.id == (number := event_id(row.report, event, taken)))).first():
        taken += 1
    connection.execute(insert(events).values(id=number, created=now()))
    connection.execute(insert(members).values(mention=mention, event=number))
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
        select(members.c.event, mentions.c.json, reports)
        .join(mentions, members.c.mention == mentions.c.id)
        .join(reports, mentions.c.report == reports.c.id)
        .where(members.c.event.in_(numbers), mentions.c.current)
        .order_by(reports.c.published, reports.c.id, mentions.c.position)
    )
    for row in (dict(found._mapping) for found in rows):
        told[row["event"]].append(Telling(witness(row), event_from_dict(json.loads(row["json"]))))
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


def index_words(connection: Connection, number: str) -> None:
    """Put an event's words (summaries, names, places, trigger and topic words) into the search index; take it out where nobody tells it."""
    (one,) = merged(connection, [number])
    if not one.tellings:
        sqlite.drop_event(connection, number)
        return
    words: dict[str, None] = {}
    for telling in one.tellings:
        e = telling.event
        where = [e.where.name, e.where.place or ""] if e.where else []
        spans = [span.quote for span in (*e.triggers, *e.about, *e.purpose)]
        words.update(dict.fromkeys((e.summary, *(p.name for p in e.participants), *where, *spans)))
    for shadow in shadows(connection, [number]).values():
        words.update(dict.fromkeys(shadow.corrected.values()))
    sqlite.index_event(connection, number, " \n".join(word for word in words if word))


def now() -> str:
    """The time now (UTC), to the second, as ISO text."""
    return datetime.now(UTC).isoformat(timespec="seconds")
