"""Events from elsewhere taken into a store beside one's own: what `memcon export jsonl` wrote, and public event data."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, insert, select, update

from memcon._version import __version__
from memcon.merging import Merged, Told, Witness
from memcon.model import MadeBy
from memcon.model.boundary import event_to_dict

from .listing import list_events
from .neighbourhood import note
from .rows import mention_row, party_rows
from .schema import events, members, mentions, parties, readings, reports
from .store import Store
from .tellings import now
from .trouble import StoreError

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Taken:
    """How many events came in, and how many were there already."""

    events: int
    known: int


def take(store: Store, found: Iterable[Merged]) -> Taken:
    """Take events in under their own ids, with the reports that tell them (without texts). Those whose id is known are let be.

    They are not merged with others: what another record holds to be one event stays one. A report that is another's copy there is one here.
    """
    run = store.begin_run(MadeBy(__version__, (), "taken in"))
    came = known = 0
    batch: list[Merged] = []
    copies: dict[str, str] = {}
    for one in found:
        batch.append(one)
        if len(batch) == _AT_ONCE:
            fresh = _keep(store, run, batch, copies)
            came, known, batch = came + fresh, known + len(batch) - fresh, []
    fresh = _keep(store, run, batch, copies)
    _link(store, copies)
    store.end_run(run)
    return Taken(came + fresh, known + len(batch) - fresh)


def _keep(store: Store, run: int, batch: list[Merged], copies: dict[str, str]) -> int:
    fresh = 0
    with store.writing() as connection:
        for one in batch:
            try:
                if connection.execute(select(events.c.id).where(events.c.id == one.id)).first() is None:
                    fresh += 1
                    _add(connection, run, one, copies)
            except (OverflowError, UnicodeError) as problem:
                told = one.id.encode("utf-8", "replace").decode()
                raise StoreError(f"the store cannot keep event {told}: {problem}") from problem
        list_events(connection, [one.id for one in batch])
    return fresh


def _link(store: Store, copies: dict[str, str]) -> None:
    """Note whose copies the new reports are, when all are there. Of copies of what did not come, the others are the first one's."""
    if not copies:
        return
    with store.writing() as connection:
        firsts: dict[str, str] = {}
        for report, first in sorted(copies.items()):
            there = connection.execute(select(reports.c.id).where(reports.c.id == first)).first() is not None
            firsts.setdefault(first, first if there else report)
            if firsts[first] != report:
                connection.execute(update(reports).where(reports.c.id == report).values(copy_of=firsts[first]))
        told = select(members.c.event).join(mentions, members.c.mention == mentions.c.id)
        list_events(connection, sorted({row.event for one in copies for row in connection.execute(told.where(mentions.c.report == one))}))


def _add(connection: Connection, run: int, one: Merged, copies: dict[str, str]) -> None:
    if not one.id.strip():
        raise StoreError("the store cannot keep an event without an id")
    connection.execute(insert(events).values(id=one.id, created=now()))
    for old in one.replaced:
        if connection.execute(select(events.c.id).where(events.c.id == old)).first() is None:
            connection.execute(insert(events).values(id=old, created=now(), replaced_by=one.id))
    for number, telling in enumerate(one.tellings):
        if _report(connection, run, telling.witness) and telling.witness.copy_of:
            copies[telling.witness.id] = telling.witness.copy_of
        row = mention_row(telling.witness.id, run, telling.event, event_to_dict(telling.event))
        row["local"] = f"{one.id}:{number + 1}"
        made = connection.execute(insert(mentions).values(row)).inserted_primary_key
        assert made is not None
        mention = int(made[0])
        told = party_rows(mention, telling.event)
        if told:
            connection.execute(insert(parties), told)
        connection.execute(insert(members).values(mention=mention, event=one.id))
        note(connection, [Told.of(mention, telling.event, telling.witness)])


def _report(connection: Connection, run: int, witness: Witness) -> bool:
    """Keep a report without its text; whether it is new."""
    new = connection.execute(select(reports.c.id).where(reports.c.id == witness.id)).first() is None
    if new:
        empty = hashlib.sha256(witness.id.encode()).hexdigest()
        connection.execute(
            insert(reports).values(
                id=witness.id, raw_sha256=empty, text_sha256=empty, name=witness.id, title=witness.title, outlet=witness.outlet,
                published=witness.published, url=witness.url, text="", added=now(), copy_of=None,
            )
        )  # fmt: skip
    if connection.execute(select(readings.c.run).where(readings.c.report == witness.id, readings.c.run == run)).first() is None:
        connection.execute(insert(readings).values(report=witness.id, run=run, state="taken", reason=json.dumps("without its text")))
    return new
