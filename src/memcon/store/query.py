"""One small language to ask a store with, on the command line, in Python and on the site.

    type:consult who:putin whom:isr after:2022-03-01 status:planned source:official place:moscow text:"field hospital"

Terms are `field:value`; all must hold. Several values with commas between them are alternatives, `-field:value` must not hold, quotes
hold words together, words without a field are looked for in the events' words. See FIELDS.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Connection, Select, and_, exists, func, or_, select

from memcon.actors.names import fold
from memcon.ontology.codebook import codebook

from . import sqlite
from .schema import members, mentions, parties, reports
from .shadow import judged, rejected

FIELDS = {
    "type": "type of event (consult, aid, assault ...)",
    "mode": "mode of event (meeting, call, aerial ...)",
    "status": "happened, ongoing, planned, offered, possible or denied",
    "who": "who does it: a name, part of a name, or a country (ISO code); either side of a contact",
    "whom": "to whom it is done, likewise",
    "with": "anyone who takes part, in any role",
    "office": "an office that someone who takes part holds",
    "after": "from this day on (2022-03-01, 2022-03 or 2022)",
    "before": "up to this day, this day included",
    "on": "on this day, in this month or year",
    "place": "a place by name",
    "country": "a country (ISO code) that it took place in",
    "source": "on whose word: a kind of source (official, person, media, outlet ...) or a name",
    "outlet": "who published a report of it",
    "report": "a report's id",
    "text": "words of the reports that tell it",
    "id": "the event's id, present or former",
    "has": "when, where, source, contradiction, copies, or several (reports)",
    "judgement": "accepted or rejected by a person; rejected events are left out else",
    "sort": "time (the default), -time, added, -reports or -confidence",
}
SORTS = ("time", "-time", "added", "-reports", "-confidence")
_TERM = re.compile(r'(-?)(?:(\w+):)?("[^"]*"?|\S+)')
_CONTACT = "CONSULT"


class QueryError(ValueError):
    """A query that cannot be understood; the message says which term and what is possible."""


@dataclass(frozen=True, slots=True)
class Term:
    """One term: the field (empty for bare words), its alternatives, and whether it must not hold."""

    field: str
    values: tuple[str, ...]
    negated: bool = False

    def __str__(self) -> str:
        values = ",".join(f'"{value}"' if re.search(r"[\s,:]", value) else value for value in self.values)
        return f"{'-' if self.negated else ''}{f'{self.field}:' if self.field else ''}{values}"


def parse(query: str) -> list[Term]:
    """The terms of a query. QueryError for an unknown field or a value that cannot be.

    >>> [str(term) for term in parse('who:putin -status:denied,possible text:"field hospital" Moscow')]
    ['who:putin', '-status:denied,possible', 'text:"field hospital"', 'Moscow']
    """
    terms = []
    for minus, name, value in _TERM.findall(query):
        if name and name.lower() not in FIELDS:
            raise QueryError(f"there is no field {name!r}; the fields are {', '.join(FIELDS)}")
        quoted = value.startswith('"')
        values = (value.strip('"'),) if quoted or not name else tuple(one for one in value.split(",") if one)
        if not any(one.strip() for one in values):
            continue
        term = Term(name.lower(), values, bool(minus))
        _check(term)
        terms.append(term)
    return terms


def find(connection: Connection, query: str, limit: int | None = None, offset: int = 0) -> list[str]:
    """The ids of the events that a query asks for, in its order."""
    terms = parse(query)
    wanted = _wanted(connection, terms)
    order = next((term.values[0] for term in terms if term.field == "sort"), "time")
    first = func.min(func.coalesce(mentions.c.first, mentions.c.last, reports.c.published, "9999"))
    by = {
        "time": (first, members.c.event),
        "-time": (first.desc(), members.c.event),
        "added": (func.min(reports.c.added), members.c.event),
        "-reports": (func.count(func.distinct(mentions.c.report)).desc(), members.c.event),
        "-confidence": (func.max(mentions.c.confidence).desc(), members.c.event),
    }[order]
    statement = (
        select(members.c.event)
        .join(mentions, members.c.mention == mentions.c.id)
        .join(reports, mentions.c.report == reports.c.id)
        .where(mentions.c.current, *wanted)
        .group_by(members.c.event)
        .order_by(*by)
        .limit(limit)
        .offset(offset)
    )
    return [row.event for row in connection.execute(statement)]


def facets(connection: Connection, query: str) -> dict[str, dict[str, int]]:
    """How many of the events that a query asks for there are by type, status, country and year."""
    wanted = _wanted(connection, parse(query))
    counted: dict[str, dict[str, int]] = {}
    year = func.substr(mentions.c.first, 1, 4)
    for name, column in (("type", mentions.c.type), ("status", mentions.c.status), ("country", mentions.c.country), ("year", year)):
        statement = (
            select(column, func.count(func.distinct(members.c.event)))
            .join(members, members.c.mention == mentions.c.id)
            .where(mentions.c.current, column.is_not(None), *wanted)
            .group_by(column)
            .order_by(func.count(func.distinct(members.c.event)).desc(), column)
        )
        counted[name] = {str(value): count for value, count in connection.execute(statement)}
    return counted


def _wanted(connection: Connection, terms: Sequence[Term]) -> list[ColumnElement[bool]]:
    """The conditions on an event: some mention of it fulfils all terms together, none fulfils a negated one."""
    asked = [term for term in terms if term.field not in ("sort", "judgement")]
    conditions: list[ColumnElement[bool]] = [members.c.event.not_in(_events(_any(connection, term))) for term in asked if term.negated]
    conditions += _judged(connection, terms)
    plain = [_any(connection, term) for term in asked if not term.negated]
    return [*conditions, members.c.event.in_(_events(and_(*plain)))] if plain else conditions


def _judged(connection: Connection, terms: Sequence[Term]) -> list[ColumnElement[bool]]:
    """Events that people rejected are left out unless they are asked for."""
    asked = {value.lower() for term in terms if term.field == "judgement" and not term.negated for value in term.values}
    conditions: list[ColumnElement[bool]] = []
    if "rejected" not in asked:
        conditions.append(members.c.event.not_in(sorted(rejected(connection))))
    if asked:
        conditions.append(members.c.event.in_(sorted(number for number, said in judged(connection).items() if said in asked)))
    return conditions


def _events(condition: ColumnElement[bool]) -> Select[tuple[str]]:
    """The events some current mention of which fulfils a condition."""
    return (
        select(members.c.event)
        .join(mentions, members.c.mention == mentions.c.id)
        .join(reports, mentions.c.report == reports.c.id)
        .where(mentions.c.current, condition)
    )


def _any(connection: Connection, term: Term) -> ColumnElement[bool]:
    return or_(*(_one(connection, term.field, value) for value in term.values))


def _one(connection: Connection, name: str, value: str) -> ColumnElement[bool]:
    """The condition of one value on a mention, its report and its event."""
    simple: dict[str, Callable[[str], ColumnElement[bool]]] = {
        "type": lambda v: mentions.c.type == v.upper(),
        "mode": lambda v: mentions.c.mode == v.lower(),
        "status": lambda v: mentions.c.status == v.lower(),
        "country": lambda v: mentions.c.country == v.upper(),
        "place": lambda v: func.lower(mentions.c.place).like(f"%{_like(v.lower())}%", escape="\\"),
        "outlet": lambda v: func.lower(reports.c.outlet).like(f"%{_like(v.lower())}%", escape="\\"),
        "report": lambda v: reports.c.id == v,
        "after": lambda v: func.coalesce(mentions.c.last, mentions.c.first) >= v,
        "before": lambda v: func.coalesce(mentions.c.first, mentions.c.last) <= _last_day(v),
        "on": lambda v: and_(mentions.c.first <= _last_day(v), func.coalesce(mentions.c.last, mentions.c.first) >= v),
        "who": lambda v: _party(v, "actor"),
        "whom": lambda v: _party(v, "recipient"),
        "with": lambda v: _party(v, None),
        "office": lambda v: _has(func.lower(parties.c.office).like(f"%{_like(v.lower())}%", escape="\\")),
        "source": _source,
        "has": _has_what,
    }
    if name in simple:
        return simple[name](value)
    if name == "id":
        from .tellings import current_id

        return members.c.event == (current_id(connection, value) or value)
    if name == "text":
        kind = sqlite.search_phrase if " " in value else sqlite.search
        return reports.c.id.in_(kind(connection, "report", value))
    return members.c.event.in_(sqlite.search(connection, "event", value))


def _party(value: str, role: str | None) -> ColumnElement[bool]:
    named = or_(parties.c.folded.like(f"%{_like(fold(value))}%", escape="\\"), parties.c.key == value)
    if re.fullmatch(r"[A-Za-z]{3}", value):
        named = or_(named, parties.c.country == value.upper())
    if role is None:
        return _has(named)
    return _has(and_(named, or_(parties.c.role == role, and_(mentions.c.type == _CONTACT, parties.c.role.in_(("actor", "recipient"))))))


def _has(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    return exists().where(parties.c.mention == mentions.c.id, condition)


def _source(value: str) -> ColumnElement[bool]:
    low = _like(value.lower())
    kind = mentions.c.json.like(f'%"sources":%"kind":"{low}"%', escape="\\")
    if value.lower() in codebook().source_kinds:
        return kind
    return func.lower(mentions.c.json).like(f'%"sources":%"name":"%{low}%', escape="\\")


def _has_what(value: str) -> ColumnElement[bool]:
    twin = mentions.alias("twin")
    other = members.alias("other")
    several = (
        select(other.c.event)
        .join(twin, other.c.mention == twin.c.id)
        .where(other.c.event == members.c.event, twin.c.current, twin.c.report != mentions.c.report)
        .exists()
    )
    known: dict[str, ColumnElement[bool]] = {
        "when": mentions.c.edtf.is_not(None),
        "where": mentions.c.place.is_not(None),
        "source": mentions.c.json.like('%"sources":[{%'),
        "contradiction": mentions.c.json.like('%"contradicts":true%'),
        "copies": reports.c.copy_of.is_not(None),
        "several": several,
    }
    return known[value.lower()]


def _check(term: Term) -> None:
    known = {
        "status": codebook().statuses, "has": ("when", "where", "source", "contradiction", "copies", "several"), "sort": SORTS,
        "type": tuple(one.lower() for one in codebook().types), "judgement": ("accepted", "rejected"),
    }.get(term.field)  # fmt: skip
    for value in term.values:
        if known is not None and value.lower() not in known:
            raise QueryError(f"{term.field}:{value}: there is no such {term.field}; there are {', '.join(known)}")
        if term.field in ("after", "before", "on"):
            _day(term.field, value)


def _day(name: str, value: str) -> None:
    if not re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", value):
        raise QueryError(f"{name}:{value}: a day is wanted, as 2022-03-05, 2022-03 or 2022")
    try:
        date.fromisoformat((value + "-01-01")[:10])
    except ValueError as problem:
        raise QueryError(f"{name}:{value}: there is no such day") from problem


def _last_day(value: str) -> str:
    """What all days up to and in a day, month or year are not after, as text."""
    return value if len(value) == len("2022-03-05") else f"{value}-99"


def _like(text: str) -> str:
    return re.sub(r"([\\%_])", r"\\\1", text)
