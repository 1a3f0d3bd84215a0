"""Which reports tell of one event, arranged by hand: two events made one, tellings taken out into an event of their own.

A telling is named by its report, the place of its first words and its type (`r1a2b3c4d5e@120-123/CONSULT`), not by its row, so that an
arrangement can be undone after the report was read anew.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection, insert, select, update

from memcon.model.boundary import event_from_dict

from .listing import list_events
from .rows import event_id
from .schema import events, members, mentions
from .tellings import current_id, now


def telling_names(connection: Connection, event: str) -> dict[str, int]:
    """The tellings of an event: name -> number of the mention, in the order of reports and words."""
    return _names(connection, event, current=True)


def _names(connection: Connection, event: str, current: bool) -> dict[str, int]:
    """The tellings of an event by the latest readings, or those that only earlier readings found."""
    rows = connection.execute(
        select(mentions.c.id, mentions.c.report, mentions.c.type, mentions.c.json)
        .join(members, members.c.mention == mentions.c.id)
        .where(members.c.event == event, mentions.c.current == current)
        .order_by(mentions.c.report, mentions.c.position, mentions.c.id)
    )
    named: dict[str, int] = {}
    for row in rows:
        first = json.loads(row.json)["triggers"][0]
        name = f"{row.report}@{first['start']}-{first['end']}/{row.type}"
        while name in named:
            name += "'"
        named[name] = row.id
    return named


def unite(connection: Connection, into: str, other: str, names: Iterable[str] | None = None) -> list[str]:
    """Move an event's tellings (those named, else all) to another; one that is left without any leads to it. Returns who moved."""
    goal, source = current_id(connection, into), current_id(connection, other)
    if goal is None or source is None or goal == source:
        return []
    moved = _matching(connection, source, names)
    rest = _names(connection, source, current=False).values() if names is None else _earlier(connection, source, moved)
    _move(connection, [*moved.values(), *rest], goal)
    if source == other and not telling_names(connection, other):
        connection.execute(update(events).where(events.c.id == other).values(replaced_by=goal))
    list_events(connection, (goal, source))
    return list(moved)


def separate(connection: Connection, whole: str, names: Iterable[str], out: str) -> list[str]:
    """Move tellings out of an event into the event `out`, which stands by itself from now on. Returns who moved."""
    source = current_id(connection, whole)
    moved = _matching(connection, source, names) if source is not None else {}
    if source is None or not moved:
        return []
    if connection.execute(select(events.c.id).where(events.c.id == out)).first() is None:
        connection.execute(insert(events).values(id=out, created=now()))
    connection.execute(update(events).where(events.c.id == out).values(replaced_by=None))
    _move(connection, [*moved.values(), *_earlier(connection, source, moved)], out)
    list_events(connection, (source, out))
    return list(moved)


def own_id(connection: Connection, whole: str, names: Sequence[str], former: Iterable[tuple[str, set[str]]] = ()) -> str:
    """The id for tellings that are taken out of an event: the one they had before they came into it, else a new one.

    `former` are events that people merged into this one, with the tellings that they brought.
    """
    gone = _replaced(connection, whole)
    for number, brought in former:
        if number in gone and set(names) <= brought:
            return number
    first = None
    for name, mention in telling_names(connection, whole).items():
        if name not in names:
            continue
        row = connection.execute(select(mentions.c.report, mentions.c.json).where(mentions.c.id == mention)).one()
        event = event_from_dict(json.loads(row.json))
        if (number := event_id(row.report, event)) in gone:
            return number
        first = first or (row.report, event)
    assert first is not None
    taken = 0
    while connection.execute(select(events.c.id).where(events.c.id == (number := event_id(*first, taken)))).first():
        taken += 1
    return number


def overlapping(name: str, names: Iterable[str]) -> str | None:
    """The telling among `names` that stands in the same words as this one, as a new reading may have found them; of its type first.

    >>> overlapping("r1@120-123/CONSULT", ["r1@90-99/CONSULT", "r1@119-123/AGREE"])
    'r1@119-123/AGREE'
    """
    report, start, end, kind = _parts(name)
    found = []
    for one in names:
        other, a, b, other_kind = _parts(one)
        if other == report and a < end and start < b:
            found.append((other_kind != kind, one))
    return min(found)[1] if found else None


def _matching(connection: Connection, event: str, names: Iterable[str] | None) -> dict[str, int]:
    """The tellings of an event that go by these names now."""
    told = telling_names(connection, event)
    if names is None:
        return told
    found = {name: name if name in told else overlapping(name, told) for name in names}
    return {name: told[name] for name in found.values() if name is not None}


def _earlier(connection: Connection, event: str, moved: Mapping[str, int]) -> list[int]:
    """What earlier readings found in the words of these tellings, while it is not what another telling of the event was."""
    told = telling_names(connection, event)
    earlier = _names(connection, event, current=False)
    return [number for name, number in earlier.items() if name in moved or overlapping(name, told) in moved]


def _move(connection: Connection, numbers: Iterable[int], event: str) -> None:
    for number in numbers:
        connection.execute(update(members).where(members.c.mention == number).values(event=event))


def _replaced(connection: Connection, event: str) -> set[str]:
    """All ids that lead to an event."""
    gone: set[str] = set()
    new = {event}
    while new:
        rows = connection.execute(select(events.c.id).where(events.c.replaced_by.in_(new)))
        new = {row.id for row in rows} - gone
        gone |= new
    return gone


def _parts(name: str) -> tuple[str, int, int, str]:
    report, _, rest = name.rpartition("@")
    place, _, kind = rest.partition("/")
    start, _, end = place.partition("-")
    return report, int(start), int(end), kind
