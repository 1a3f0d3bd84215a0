"""Events as `find` looks at them: one row an event to order and search by, one a telling to choose by, and what is counted.

All of it is made of the mentions and of what people put right, and may be made anew at any time; whoever changes what an event is told
by, or what is said of it, lists it again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import BindParameter, Connection, bindparam, delete, func, insert, select, update

from memcon.merging.statuses import REAL
from memcon.model import Event

from .put_right import row_put_right
from .rows import gist_of
from .schema import facets, listed, members, mentions, reports, sought
from .shadow import Shadow, shadows

UNDATED = "9999"
_AT_ONCE = 500
_EVENTS: BindParameter[Any] = bindparam("events", expanding=True)
_NUMBERS: BindParameter[Any] = bindparam("numbers", expanding=True)
_TELLINGS = (
    select(
        members.c.event, mentions.c.id, mentions.c.report, mentions.c.type, mentions.c.mode, mentions.c.status, mentions.c.first,
        mentions.c.last, mentions.c.edtf, mentions.c.country, mentions.c.place, mentions.c.confidence, mentions.c.json,
        reports.c.published, reports.c.added,
    )
    .join(mentions, members.c.mention == mentions.c.id)
    .join(reports, mentions.c.report == reports.c.id)
    .where(members.c.event.in_(_EVENTS), mentions.c.current)
    .order_by(reports.c.published, reports.c.id, mentions.c.position)
)  # fmt: skip
_KNOWN = select(listed).where(listed.c.event.in_(_EVENTS))
_LAST = select(func.coalesce(func.max(listed.c.number), 0))
_DROP = {table: delete(table).where(column.in_(_NUMBERS)) for table, column in ((sought, sought.c.event), (facets, facets.c.event))}
_DROP_EVENTS = delete(listed).where(listed.c.number.in_(_NUMBERS))
_ADD = {table: insert(table) for table in (listed, sought, facets)}
_CHANGE = (
    update(listed)
    .where(listed.c.number == bindparam("one"))
    .values({name: bindparam(name) for name in ("since", "until", "added", "reports", "confidence")})
)
_CHANGE_WORDS = update(listed).where(listed.c.number == bindparam("one")).values(words=bindparam("words"))


def list_events(connection: Connection, numbers: Iterable[str]) -> None:
    """Bring what is found, ordered and counted of these events up to what their tellings are; take out those that nobody tells."""
    wanted = sorted(set(numbers))
    for at in range(0, len(wanted), _AT_ONCE):
        _list(connection, wanted[at : at + _AT_ONCE])


def list_all(connection: Connection) -> None:
    """Bring all events of a store up to date."""
    list_events(connection, [row.event for row in connection.execute(select(members.c.event).distinct())])


def _list(connection: Connection, numbers: Sequence[str]) -> None:
    rows: dict[str, list[Mapping[Any, Any]]] = {}
    for row in connection.execute(_TELLINGS, {"events": numbers}).mappings():
        rows.setdefault(row["event"], []).append(row)
    known = {row["event"]: row for row in connection.execute(_KNOWN, {"events": numbers}).mappings()}
    said = shadows(connection, list(rows))
    if known:
        before = [row["number"] for row in known.values()]
        for drop in _DROP.values():
            connection.execute(drop, {"numbers": before})
        if gone := [row["number"] for event, row in known.items() if event not in rows]:
            connection.execute(_DROP_EVENTS, {"numbers": gone})
    new, tellings, counted, changed, changed_words = [], [], [], [], []
    last = connection.execute(_LAST).scalar_one() if len(known) < len(rows) else 0
    for event, reported in rows.items():
        found = [row_put_right(row, said.get(event)) for row in reported]
        values = _summed_up(found, said.get(event))
        old = known.get(event)
        if old is None:
            last += 1
            new.append({"number": last, "event": event, **values})
        else:
            words = values.pop("words")
            if any(old[name] != value for name, value in values.items()):
                changed.append({"one": old["number"], **values})
            if old["words"] != words:
                changed_words.append({"one": old["number"], "words": words})
        number = last if old is None else old["number"]
        tellings += [_telling(number, row, said.get(event)) for row in found]
        known_of = dict.fromkeys(one for row in found for one in _counted(row, said.get(event)))
        counted += [{"event": number, "value": value} for value in known_of]
    for statement, made in zip((*_ADD.values(), _CHANGE, _CHANGE_WORDS), (new, tellings, counted, changed, changed_words), strict=True):
        if made:
            connection.execute(statement, made)


def _summed_up(found: Sequence[Mapping[Any, Any]], said: Shadow | None) -> dict[str, Any]:
    words: dict[str, None] = {}
    for row in found:
        words.update(dict.fromkeys(_words(gist_of(row["json"]))))
    if said is not None:
        words.update(dict.fromkeys(said.corrected.values()))
    return {
        "since": _since(found),
        "until": max((day for row in found if (day := row["last"] or row["first"])), default=None),
        "added": min(row["added"] for row in found),
        "reports": len({row["report"] for row in found}),
        "confidence": max(row["confidence"] for row in found),
        "words": " \n".join(word for word in words if word),
    }


def _since(found: Sequence[Mapping[Any, Any]]) -> str:
    """The day by which an event is ordered: what is told to the day before what is told of a week, and what was done before what was to be;
    without any, the day on which it was first told."""
    days = [row for row in found if row["first"] and row["first"] == row["last"]]
    for rows in ([row for row in days if row["status"] in REAL], days, found):
        if told := [str(day) for row in rows if (day := row["first"] or row["last"])]:
            return min(told)
    return min(row["published"] or UNDATED for row in found)


def _words(event: Event) -> tuple[str, ...]:
    """An event's words: summary, names, places, trigger and topic words."""
    where = [event.where.name, event.where.place or ""] if event.where else []
    spans = [span.quote for span in (*event.triggers, *event.about, *event.purpose)]
    return (event.summary, *(party.name for party in event.participants), *where, *spans)


def _telling(number: int, row: Mapping[Any, Any], said: Shadow | None) -> dict[str, Any]:
    event = gist_of(row["json"])
    sources = [f"{source.kind}:{source.name or ''}".lower() for source in event.sources]
    if said is not None and "source" in said.corrected:
        sources = [f":{name.lower()}" for name in (said.corrected["source"],) if name]
    return {
        **{name: row[name] for name in ("report", "type", "mode", "status", "first", "last", "country")},
        "mention": row["id"],
        "event": number,
        "dated": row["edtf"] is not None,
        "contradicted": any(when.contradicts for when in event.when_other),
        "place": row["place"].lower() if row["place"] else None,
        "sources": "\n".join(["", *sources, ""]) if sources else None,
    }


def _counted(row: Mapping[Any, Any], said: Shadow | None) -> list[str]:
    position = said.corrected["position"] if said and "position" in said.corrected else gist_of(row["json"]).position
    values = {**{name: row[name] for name in ("type", "status", "country")}, "year": (row["first"] or "")[:4], "position": position}
    return [f"{name}:{value}" for name, value in values.items() if value]
