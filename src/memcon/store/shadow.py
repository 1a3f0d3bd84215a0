"""What people said of events, laid over what the machine read. The machine's values stay as they are.

Decisions hang on an event's published id, so they outlast a new reading. An event that took another in shows the other's corrections
too, its own before them; a judgement counts for the event that it was given of.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import Connection, and_, or_, select

from memcon.merging import Merged

from .schema import decision_values, decisions, erased, events

JUDGEMENTS = {"accept": "accepted", "reject": "rejected"}
_MANY = 500
_SPOKEN = select(decisions.c.seq).limit(1)


@dataclass(frozen=True, slots=True)
class Shadow:
    """What people say of one event: corrected values by field, and a judgement."""

    corrected: dict[str, str] = field(default_factory=dict)
    judgement: str | None = None


def shadowed(connection: Connection, event: Merged) -> Merged:
    """The event with what people said of it: `Merged.corrected` and `Merged.judgement`."""
    return shadowed_all(connection, [event])[0]


def shadowed_all(connection: Connection, found: Sequence[Merged]) -> list[Merged]:
    """Several events with what people said of them, in the order given."""
    known = shadows(connection, [event.id for event in found])
    return [
        replace(event, corrected=known[event.id].corrected, judgement=known[event.id].judgement) if event.id in known else event
        for event in found
    ]


def shadows(connection: Connection, numbers: Sequence[str]) -> dict[str, Shadow]:
    """What people say of these events, by their ids; events that nobody spoke of are left out."""
    if connection.execute(_SPOKEN).first() is None:
        return {}
    takers = former(connection, numbers)
    off = undone(connection)
    corrections: dict[str, dict[str, tuple[bool, int, str]]] = {}
    judgements: dict[str, str] = {}
    for row in _said(connection, list(takers)):
        if row.seq in off:
            continue
        taker = takers[row.target]
        if row.action in JUDGEMENTS:
            if taker == row.target:
                judgements[taker] = JUDGEMENTS[row.action]
        elif row.value is not None:
            fields = corrections.setdefault(taker, {})
            said = (taker == row.target, row.seq, row.value)
            fields[row.field] = max(fields.get(row.field, said), said)
    for part in _parts(numbers):
        for row in connection.execute(select(erased.c.id).where(erased.c.id.in_(part))):
            judgements[row.id] = "forgotten"
    spoken = dict.fromkeys([*corrections, *judgements])
    return {
        number: Shadow({name: said[2] for name, said in corrections.get(number, {}).items()}, judgements.get(number)) for number in spoken
    }


def rejected(connection: Connection) -> set[str]:
    """The events that people rejected: listings leave them out unless they are asked for."""
    return {number for number, judgement in judged(connection).items() if judgement == "rejected"}


def judged(connection: Connection) -> dict[str, str]:
    """The events that people accepted or rejected, with their judgement now."""
    off = undone(connection)
    said = select(decisions.c.seq, decisions.c.target, decisions.c.action).where(decisions.c.action.in_(JUDGEMENTS))
    rows = connection.execute(said.order_by(decisions.c.seq))
    return {row.target: JUDGEMENTS[row.action] for row in rows if row.seq not in off}


def parted(connection: Connection) -> set[frozenset[str]]:
    """Pairs of events that people hold to be two: split from one another, or merged and parted again. Merging lets them stand apart."""
    off = undone(connection)
    after = and_(decision_values.c.seq == decisions.c.seq, decision_values.c.side == "after")
    rows = connection.execute(
        select(decisions.c.seq, decisions.c.action, decision_values.c.value)
        .join(decision_values, after)
        .where(decisions.c.action.in_(("merge", "split")))
        .order_by(decisions.c.seq)
    )
    apart: set[frozenset[str]] = set()
    for row in rows:
        change = json.loads(row.value or "{}")
        pairs = {frozenset((change["into"], other)) for other in change.get("from", {})}
        apart = apart | pairs if (row.action == "split") != (row.seq in off) else apart - pairs
    return apart


def undone(connection: Connection) -> set[int]:
    """The numbers of decisions that are undone now. An undo can be undone in its turn; what it undid then holds again."""
    rows = connection.execute(select(decisions.c.seq, decisions.c.target).where(decisions.c.action == "undo"))
    off: set[int] = set()
    for seq, target in sorted(((row.seq, int(row.target)) for row in rows), reverse=True):
        if seq not in off:
            off.add(target)
    return off


def _said(connection: Connection, targets: Sequence[str]) -> list[Any]:
    after = and_(decision_values.c.seq == decisions.c.seq, decision_values.c.side == "after")
    wanted = select(decisions.c.seq, decisions.c.action, decisions.c.target, decisions.c.field, decision_values.c.value).outerjoin(
        decision_values, after
    )
    said = or_(decisions.c.action == "correct", decisions.c.action.in_(JUDGEMENTS))
    rows: list[Any] = []
    for part in _parts(targets):
        rows += connection.execute(wanted.where(said, decisions.c.target.in_(part))).all()
    return sorted(rows, key=lambda row: row.seq)


def former(connection: Connection, numbers: Sequence[str]) -> dict[str, str]:
    """Each id that leads to one of these events, their own among them -> that event."""
    takers = {number: number for number in numbers}
    new = list(numbers)
    while new:
        found = []
        for part in _parts(new):
            rows = connection.execute(select(events.c.id, events.c.replaced_by).where(events.c.replaced_by.in_(part)))
            found += [(row.id, takers[row.replaced_by]) for row in rows if row.id not in takers]
        takers.update(found)
        new = [number for number, _taker in found]
    return takers


def _parts(numbers: Sequence[str]) -> Iterable[Sequence[str]]:
    return (numbers[at : at + _MANY] for at in range(0, len(numbers), _MANY))
