"""One record of a report from those of its parts, each read alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, is_dataclass, replace
from typing import TypeVar

from memcon.model import Attribution, Entity, Event, Location, Order, Party, Record, Report, Source, Span, Time

T = TypeVar("T")
_BY_NAME = ("state", "person", "organisation")


def put_together(report: Report, parts: Sequence[tuple[int, Record]]) -> Record:
    """The record of a report whose parts (where each begins in its text, its record; one at least) were read by one configuration.

    Numbers of events, attributions and entities go on from part to part. Who is one by the registry, or by name, is one entity.

    >>> from memcon import read
    >>> told = [read("Rey met Fox"), read("Rey met Lee")]
    >>> record = put_together(Report("r", "Rey met Fox\\nRey met Lee"), [(0, told[0]), (12, told[1])])
    >>> [(event.id, [p.entity for p in event.participants], event.triggers[0].start) for event in record.events]
    [('e1', ['x1', 'x2'], 4), ('e2', ['x1', 'x3'], 16)]
    """
    events: list[Event] = []
    attributions: list[Attribution] = []
    times: list[Time] = []
    places: list[Location] = []
    entities: list[Entity] = []
    numbers: dict[tuple[str, ...], int] = {}
    for begin, record in parts:
        now = {f"e{n}": f"e{n + len(events)}" for n in range(1, len(record.events) + 1)}
        now |= {f"a{n}": f"a{n + len(attributions)}" for n in range(1, len(record.attributions) + 1)}
        for one in record.entities:
            entity = _moved(one, begin, now)
            key = _key(entity, len(entities))
            if key not in numbers:
                numbers[key] = len(entities)
                entities.append(replace(entity, id=f"x{len(entities) + 1}"))
            else:
                known = entities[numbers[key]]
                entities[numbers[key]] = replace(known, mentions=(*known.mentions, *entity.mentions))
            now[one.id] = f"x{numbers[key] + 1}"
        events += [_moved(one, begin, now) for one in record.events]
        attributions += [_moved(one, begin, now) for one in record.attributions]
        times += [replace(one, start=one.start + begin, end=one.end + begin) for one in record.times]
        places += [replace(one, start=one.start + begin, end=one.end + begin) for one in record.places]
    made_by = parts[0][1].made_by
    return Record(report, tuple(events), tuple(attributions), tuple(times), tuple(places), tuple(entities), made_by)


def _key(entity: Entity, number: int) -> tuple[str, ...]:
    """What tells an entity from others; those without a name are told apart by number."""
    if entity.wikidata is not None:
        return ("registry", entity.wikidata)
    return (entity.kind, entity.name) if entity.kind in _BY_NAME and entity.name[:1].isupper() else ("", str(number))


_IDS: dict[type, tuple[str, ...]] = {
    Event: ("id",), Order: ("event",), Source: ("attribution",), Party: ("entity",), Attribution: ("id", "parent"),
}  # fmt: skip


def _moved(one: T, begin: int, now: dict[str, str]) -> T:
    """A part of a record with its spans moved on by `begin` and what it refers to by its number `now`."""
    if isinstance(one, Span):
        return replace(one, start=one.start + begin, end=one.end + begin)
    if isinstance(one, tuple):
        return tuple(_moved(inner, begin, now) for inner in one)  # type: ignore[return-value]
    if not is_dataclass(one):
        return one
    told = {f.name: getattr(one, f.name) for f in fields(one)}
    ids = _IDS.get(type(one), ())
    moved = {name: now.get(value, value) if name in ids else _moved(value, begin, now) for name, value in told.items() if value is not None}
    return replace(one, **moved)  # type: ignore[type-var]
