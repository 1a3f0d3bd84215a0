"""What a reading of a report tells, as mentions of the store: each in the place of what an earlier reading found in the same words."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table, and_, bindparam, func, insert, select, update

from memcon.model import Record

from .rows import mention_row, party_rows
from .schema import members, mentions, parties

_ADD = {table: insert(table) for table in (mentions, parties)}
_TOLD_BY = (
    select(members.c.event)
    .join(mentions, members.c.mention == mentions.c.id)
    .where(mentions.c.report == bindparam("report"), mentions.c.current)
)
_LAST_MENTION = select(func.coalesce(func.max(mentions.c.id), 0))


def keep(
    connection: Connection, report: str, run: int, record: Record, told: Sequence[Mapping[str, Any]], before: list[dict[str, Any]]
) -> list[int]:
    """Keep the events of a reading as mentions, each in the event of the one of `before` that it takes the place of; gives those that have
    no event yet."""
    connection.execute(update(mentions).where(mentions.c.report == report).values(current=False))
    last = connection.execute(_LAST_MENTION).scalar_one()
    rows: dict[Table, list[dict[str, Any]]] = {mentions: [], parties: []}
    homeless, at_home = [], []
    for mention, (event, one) in enumerate(zip(record.events, told, strict=True), last + 1):
        rows[mentions].append({"id": mention, **mention_row(report, run, event, one)})
        rows[parties] += party_rows(mention, event)
        kept = take_same(before, event.type, [(t.start, t.end) for t in event.triggers])
        if kept is None:
            homeless.append(mention)
        else:
            at_home.append((mention, kept))
    for table, made in rows.items():
        if made:
            connection.execute(_ADD[table], made)
    for mention, kept in at_home:
        home = select(members.c.event).where(members.c.mention == kept).scalar_subquery()
        connection.execute(insert(members).values(mention=mention, event=home))
    return homeless


def current(connection: Connection, report: str) -> list[dict[str, Any]]:
    """The current mentions of a report with their trigger spans."""
    rows = connection.execute(
        select(mentions.c.id, mentions.c.type, mentions.c.json).where(and_(mentions.c.report == report, mentions.c.current))
    )
    return [{"id": row.id, "type": row.type, "spans": [(t["start"], t["end"]) for t in json.loads(row.json)["triggers"]]} for row in rows]


def take_same(before: list[dict[str, Any]], kind: str, spans: Sequence[tuple[int, int]]) -> int | None:
    """The earlier mention of the same words, taken out of the list: of the same type first, of another type else."""
    for same_type in (True, False):
        for row in before:
            if (row["type"] == kind) == same_type and any(a < d and c < b for a, b in spans for c, d in row["spans"]):
                before.remove(row)
                return int(row["id"])
    return None


def events_of(connection: Connection, report: str) -> set[str]:
    """The events that the latest reading of a report tells of."""
    return {row.event for row in connection.execute(_TOLD_BY, {"report": report})}
