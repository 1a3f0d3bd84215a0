"""One small language to ask a store with, on the command line, in Python and on the site.

    type:consult who:putin whom:isr after:2022-03-01 status:planned source:official place:moscow text:"field hospital"

Terms are `field:value`; all must hold. Several values with commas between them are alternatives, `-field:value` must not hold, quotes
hold words together, words without a field are looked for in the events' words. See FIELDS.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Connection, and_, func, select

from memcon.codes import by_name
from memcon.ontology.codebook import codebook

from . import sqlite
from .conditions import condition
from .schema import facets as counted
from .schema import listed, sought
from .shadow import judged, rejected

FIELDS = {
    "type": "type of event (consult, aid, assault ...)",
    "mode": "mode of event (meeting, call, aerial ...)",
    "position": "for, against or abstain: how someone votes",
    "status": "happened, ongoing, planned, offered, possible or denied",
    "who": "who does it: a name (US, UK and NATO too), part of a name, or a country (ISO code); either side of a contact",
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
    "confidence": "how likely an event is right by its surest telling, at least: 0.8 (a telling's confidence is a probability)",
    "judgement": "accepted or rejected by a person; rejected events are left out else",
    "sort": "time (the default), -time, added, -reports or -confidence",
}
SORTS = ("time", "-time", "added", "-reports", "-confidence")
_OF_THE_EVENT = ("sort", "judgement", "confidence")  # asked of the event as a whole, not of one mention
_TERM = re.compile(r'(-?)(?:(\w+):)?("[^"]*"?|\S+)')
_FEW = 16_000
"""So many mentions are looked up before their events are put in order: of 200,000, those of a name with 4,886 in 20 ms, where going through
the events in order until a page is full takes 1.4 s; what all have more of (a type) is found sooner by that."""


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
        if not name and value.endswith(":") and value[:-1].lower() in FIELDS:
            raise QueryError(f'{value} a value is wanted right behind the colon, as in who:putin or place:"new york"')
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
    order = next((term.values[0] for term in terms if term.field == "sort"), "time")
    by = {
        "time": listed.c.since,
        "-time": listed.c.since.desc(),
        "added": listed.c.added,
        "-reports": listed.c.reports.desc(),
        "-confidence": listed.c.confidence.desc(),
    }[order]
    wanted = _wanted(connection, terms)
    statement = select(listed.c.event).where(*wanted).order_by(by, listed.c.event).limit(limit).offset(offset)
    return [row.event for row in connection.execute(statement)]


def count(connection: Connection, query: str) -> int:
    """How many events a query asks for.

    >>> from memcon.store import Store
    >>> with Store.open(None) as store, store.reading() as connection:
    ...     count(connection, "type:consult")
    0
    """
    wanted = _wanted(connection, parse(query), every=True)
    return connection.scalar(select(func.count()).select_from(listed).where(*wanted)) or 0


def facets(connection: Connection, query: str) -> dict[str, dict[str, int]]:
    """How many of the events that a query asks for there are by type, status, country and year."""
    wanted = _wanted(connection, parse(query), every=True)
    statement = select(counted.c.value, func.count()).group_by(counted.c.value)
    if wanted:
        statement = statement.where(counted.c.event.in_(select(listed.c.number).where(*wanted)))
    found: dict[str, list[tuple[str, int]]] = {name: [] for name in ("type", "status", "country", "year")}
    for told, count in connection.execute(statement):
        name, _, value = told.partition(":")
        if name in found:
            found[name].append((value, count))
    return {name: dict(sorted(values, key=lambda one: (-one[1], one[0]))) for name, values in found.items()}


def _wanted(connection: Connection, terms: Sequence[Term], every: bool = False) -> list[ColumnElement[bool]]:
    """The conditions on an event: some mention of it fulfils all terms together, none fulfils a negated one.

    Where few mentions fulfil the terms they are looked up first. Where many do, events are better gone through in their order until
    enough are found; `every` says that all are wanted, whatever their number.
    """
    asked = [(term, condition(connection, term.field, term.values)) for term in terms if term.field not in _OF_THE_EVENT]
    conditions: list[ColumnElement[bool]] = [~_told_so(one.one_by_one) for term, one in asked if term.negated]
    conditions += [*_judged(connection, terms), *_sure(terms)]
    plain = sorted((one for term, one in asked if not term.negated), key=lambda one: one.last)
    if not plain:
        return conditions
    together, one_by_one = and_(*(one.holds for one in plain)), and_(*(one.one_by_one for one in plain))
    first = [one.holds for one in plain if not one.last]
    if first:
        many, numbers = sqlite.gathered(connection, select(sought.c.event).where(*first), _FEW)
        if many <= _FEW:
            rest = [_told_so(one_by_one)] if len(first) < len(plain) else []
            return [sqlite.among(listed.c.number, numbers), *rest, *conditions]
    if every:
        return [*conditions, listed.c.number.in_(select(sought.c.event).where(together))]
    return [*conditions, *(one.of_event for one in plain if one.of_event is not None), _told_so(one_by_one)]


def _told_so(holds: ColumnElement[bool]) -> ColumnElement[bool]:
    """Whether some mention of the event at hand fulfils a condition."""
    return select(sought.c.mention).where(sought.c.event == listed.c.number, holds).correlate(listed).exists()


def _judged(connection: Connection, terms: Sequence[Term]) -> list[ColumnElement[bool]]:
    """Events that people rejected are left out unless they are asked for."""
    told = [(value.lower(), term.negated) for term in terms if term.field == "judgement" for value in term.values]
    asked, excluded = ({value for value, negated in told if negated is side} for side in (False, True))
    conditions: list[ColumnElement[bool]] = []
    if "rejected" not in asked and (gone := sorted(rejected(connection))):
        conditions.append(listed.c.event.not_in(gone))
    if asked:
        conditions.append(listed.c.event.in_(sorted(number for number, said in judged(connection).items() if said in asked)))
    if excluded:
        conditions.append(listed.c.event.not_in(sorted(number for number, said in judged(connection).items() if said in excluded)))
    return conditions


def _sure(terms: Sequence[Term]) -> list[ColumnElement[bool]]:
    """Events as likely, by their surest telling, as is asked for."""
    asked = [(term.negated, min(float(value) for value in term.values)) for term in terms if term.field == "confidence"]
    return [listed.c.confidence < least if negated else listed.c.confidence >= least for negated, least in asked]


def _check(term: Term) -> None:
    known = {
        "status": codebook().statuses, "has": ("when", "where", "source", "contradiction", "copies", "several"), "sort": SORTS,
        "position": codebook().positions, "type": tuple(one.lower() for one in codebook().types), "judgement": ("accepted", "rejected"),
    }.get(term.field)  # fmt: skip
    if term.field == "sort" and term.negated:
        raise QueryError(f"{term}: an order cannot be excluded; sort:-time and the like turn it round")
    for value in term.values:
        if known is not None and value.lower() not in known:
            raise QueryError(f"{term.field}:{value}: there is no such {term.field}; there are {', '.join(known)}")
        if term.field in ("after", "before", "on"):
            _day(term.field, value)
        if term.field == "country" and not re.fullmatch("[A-Za-z]{3}", value):
            known_as = by_name(value.title())
            raise QueryError(f"country:{value}: an ISO code of three letters is wanted, as {known_as.iso3 if known_as else 'NOR'}")
        if term.field == "confidence" and not re.fullmatch(r"0?\.\d+|[01](\.0+)?", value):
            raise QueryError(f"confidence:{value}: a number from 0 to 1 is wanted, as 0.8")


def _day(name: str, value: str) -> None:
    if not re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", value):
        raise QueryError(f"{name}:{value}: a day is wanted, as 2022-03-05, 2022-03 or 2022")
    try:
        date.fromisoformat((value + "-01-01")[:10])
    except ValueError as problem:
        raise QueryError(f"{name}:{value}: there is no such day") from problem
