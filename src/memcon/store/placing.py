"""New mentions put into the events of a store that they tell of; the cost grows with what is near, not with the store."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, and_, insert, or_, select

from memcon.merging import Told, neighbours, place
from memcon.model.boundary import event_from_dict

from .arranging import unite
from .rows import witness
from .schema import handles, members, mentions, pairs, reports
from .shadow import parted
from .tellings import new_event

_REMEMBERED = 50_000
_AT_ONCE = 500


class Merger:
    """What gives each new mention its event. It remembers mentions that it has seen, so that a long run reads them once."""

    def __init__(self) -> None:
        self._told: dict[int, Told] = {}

    def __call__(self, connection: Connection, new: Sequence[int]) -> None:
        """Place mentions that have no event, in their order, and note the pairs that were weighed."""
        for mention in new:
            told = self._view(connection, [mention])[mention]
            near = self._near(connection, told)
            placed = place(told, near)
            if placed.pairs:
                connection.execute(
                    insert(pairs).prefix_with("OR REPLACE"), [_pair(one.one, one.other, one.weighed) for one in placed.pairs]
                )
            if placed.event is None:
                new_event(connection, mention)
            else:
                connection.execute(insert(members).values(mention=mention, event=placed.event))
                apart = parted(connection) if placed.bridged else set()
                for other in placed.bridged:
                    if frozenset((str(placed.event), str(other))) not in apart:  # what people hold to be two stays two
                        unite(connection, str(placed.event), str(other))
            note_handles(connection, told)

    def _near(self, connection: Connection, told: Told) -> dict[Any, list[Told]]:
        """The events that have a mention which could meet the new one, with all their mentions."""
        first, last = (day.isoformat() if day else None for day in told.window)
        met = and_(
            handles.c.handle.in_(sorted(told.handles)),
            handles.c.type.in_(sorted(neighbours(told.type))),
            or_(handles.c.last.is_(None), handles.c.last >= first) if first else True,  # type: ignore[arg-type]  # True is a condition too
            or_(handles.c.first.is_(None), handles.c.first <= last) if last else True,  # type: ignore[arg-type]
        )
        found = select(members.c.event).join(handles, handles.c.mention == members.c.mention).where(met).distinct()
        rows = connection.execute(
            select(members.c.event, members.c.mention)
            .join(mentions, members.c.mention == mentions.c.id)
            .where(mentions.c.current, members.c.event.in_(found))
            .order_by(members.c.mention)
        ).all()
        views = self._view(connection, [row.mention for row in rows])
        near: dict[Any, list[Told]] = {}
        for row in rows:
            near.setdefault(row.event, []).append(views[row.mention])
        return near

    def _view(self, connection: Connection, numbers: Sequence[int]) -> dict[int, Told]:
        wanted = [number for number in numbers if number not in self._told]
        if len(self._told) + len(wanted) > _REMEMBERED:
            self._told.clear()
            wanted = list(numbers)
        for at in range(0, len(wanted), _AT_ONCE):
            rows = connection.execute(
                select(mentions.c.id.label("number"), mentions.c.json, reports)
                .join(reports, mentions.c.report == reports.c.id)
                .where(mentions.c.id.in_(wanted[at : at + _AT_ONCE]))
            )
            for row in (dict(one._mapping) for one in rows):
                self._told[row["number"]] = Told.of(row["number"], event_from_dict(json.loads(row["json"])), witness(row))
        return {number: self._told[number] for number in numbers}


def note_handles(connection: Connection, told: Told) -> None:
    """Note by what a mention can be found when others are placed."""
    first, last = (day.isoformat() if day else None for day in told.window)
    rows = [{"handle": one, "mention": told.id, "type": told.type, "first": first, "last": last} for one in sorted(told.handles)]
    if rows:
        connection.execute(insert(handles), rows)


def _pair(one: Any, other: Any, weighed: Any) -> dict[str, Any]:
    reasons = [*weighed.reasons, *([f"apart: {weighed.contradiction}"] if weighed.contradiction else [])]
    return {"one": min(one, other), "other": max(one, other), "score": weighed.score, "reasons": json.dumps(reasons, ensure_ascii=False)}
