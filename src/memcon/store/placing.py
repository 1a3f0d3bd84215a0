"""New mentions put into the events of a store that they tell of; the cost grows with what is near, not with the store."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select

from memcon.merging import Context, Placement, Told, could_meet, place
from memcon.merging.clustering import rank
from memcon.model import Event

from .arranging import unite
from .neighbourhood import found_near, note
from .rows import event_id, gist_of, witness
from .schema import events as all_events
from .schema import members, mentions, pairs, reports
from .shadow import parted
from .tellings import WITNESS, free_id, now

_REMEMBERED = 50_000
_AT_ONCE = 500
_PAIRS = insert(pairs).prefix_with("OR REPLACE")
_JOIN = insert(members)
_NEW = insert(all_events)
_GIVEN = select(all_events.c.id).where(all_events.c.id.in_(bindparam("numbers", expanding=True)))
_TEXTS = select(reports.c.id, reports.c.text).where(reports.c.id.in_(bindparam("reports", expanding=True)))
_VIEWED = (
    select(mentions.c.id.label("number"), mentions.c.json, reports.c.zone, *WITNESS)
    .join(reports, mentions.c.report == reports.c.id)
    .where(mentions.c.id.in_(bindparam("numbers", expanding=True)))
)


class Merger:
    """What gives each new mention its event. It remembers mentions that it has seen, so that a long run reads them once."""

    def __init__(self) -> None:
        self._told: dict[int, Told] = {}
        self._contexts: dict[str, Context | None] = {}

    def __call__(self, connection: Connection, new: Sequence[int]) -> None:
        """Place mentions that have no event, the surest first, and note what spoke for it.

        Two of one report may both fit an event that only one of them tells of: the better one has it, whichever the report tells first.
        """
        events = self._look_at(connection, new)
        tolds = [self._told[mention] for mention in new]
        note(connection, tolds)  # none is found by it before it has an event
        waiting = _Waiting(connection, {number: event_id(self._told[number].report, event) for number, event in events.items()})
        left = {told: self._placed(connection, told, waiting) for told in tolds}
        while left:
            told = min(left, key=lambda one: (-left[one].score, rank(one)))
            placed = left.pop(told)
            waiting.add(told, events[int(told.id)], placed)  # type: ignore[call-overload]  # ours are numbers
            changed = {placed.event, *placed.bridged}
            for other, its in left.items():
                if its.event in changed or not changed.isdisjoint(its.bridged) or (its.event is None and could_meet(told, other)):
                    left[other] = self._placed(connection, other, waiting)
        waiting.write()

    def _placed(self, connection: Connection, told: Told, waiting: _Waiting) -> Placement:
        """Where a mention belongs, as the store is and by what waits to be written."""
        found = found_near(connection, told)
        for event, other in waiting.placed:
            if event in found or could_meet(told, other):
                found.setdefault(event, []).append(int(other.id))  # type: ignore[call-overload]  # ours are numbers
        known = self._views(connection, [number for numbers in found.values() for number in numbers])
        return place(told, {event: [known[number] for number in numbers] for event, numbers in found.items()})

    def _look_at(self, connection: Connection, new: Sequence[int]) -> dict[int, Event]:
        """Remember new mentions; gives their events."""
        events: dict[int, Event] = {}
        self._make_room(len(new))
        for at in range(0, len(new), _AT_ONCE):
            rows = connection.execute(_VIEWED, {"numbers": new[at : at + _AT_ONCE]}).mappings().all()
            self._read_contexts(connection, {row["id"] for row in rows})
            for row in rows:
                events[row["number"]] = event = gist_of(row["json"])
                self._told[row["number"]] = Told.of(row["number"], event, witness(row), row["zone"], self._contexts[row["id"]])
        return events

    def _read_contexts(self, connection: Connection, numbers: set[str]) -> None:
        """The words of whole reports, each read once."""
        wanted = sorted(numbers - self._contexts.keys())
        if wanted:
            texts = connection.execute(_TEXTS, {"reports": wanted})
            self._contexts |= {row.id: Context.of(row.text or "") for row in texts}

    def _views(self, connection: Connection, numbers: Sequence[int]) -> dict[int, Told]:
        known = {number: told for number in numbers if (told := self._told.get(number)) is not None}
        wanted = [number for number in numbers if number not in known]
        if wanted:
            self._look_at(connection, wanted)
        return {number: known.get(number) or self._told[number] for number in numbers}

    def _make_room(self, count: int) -> None:
        if len(self._told) + count > _REMEMBERED:
            self._told.clear()
            self._contexts.clear()


class _Waiting:
    """The new events of one report, which are written all at once; `placed` are their mentions."""

    def __init__(self, connection: Connection, ids: Mapping[int, str]) -> None:
        self._connection = connection
        self._ids = ids
        self._given = {row.id for row in connection.execute(_GIVEN, {"numbers": list(ids.values())})}
        self.placed: list[tuple[str, Told]] = []
        self._new: list[str] = []
        self._pairs: list[dict[str, Any]] = []

    def add(self, told: Told, event: Event, placed: Placement) -> None:
        """A mention with its event and where it belongs."""
        self._pairs += [_pair(one.one, one.other, one.weighed) for one in placed.pairs]
        if placed.event is None:
            number = self._ids[told.id]  # type: ignore[index]  # ours are numbers
            if number in self._given:
                number = free_id(self._connection, told.report, event, self._given)
            self._given.add(number)
            self._new.append(number)
            self.placed.append((number, told))
            return
        if placed.event in self._new:
            self.placed.append((str(placed.event), told))
        else:
            self._connection.execute(_JOIN, {"mention": told.id, "event": placed.event})
        if placed.bridged:
            self.write()
            apart = parted(self._connection)
            for other in placed.bridged:
                if frozenset((str(placed.event), str(other))) not in apart:  # what people hold to be two stays two
                    unite(self._connection, str(placed.event), str(other))

    def write(self) -> None:
        """Write what waits."""
        if self._new:
            self._connection.execute(_NEW, [{"id": number, "created": now()} for number in self._new])
        if self.placed:
            self._connection.execute(_JOIN, [{"mention": told.id, "event": event} for event, told in self.placed])
        if self._pairs:
            self._connection.execute(_PAIRS, self._pairs)
        self._new, self.placed, self._pairs = [], [], []


def _pair(one: Any, other: Any, weighed: Any) -> dict[str, Any]:
    reasons = [*weighed.reasons, *([f"apart: {weighed.contradiction}"] if weighed.contradiction else [])]
    return {"one": min(one, other), "other": max(one, other), "score": weighed.score, "reasons": json.dumps(reasons, ensure_ascii=False)}
