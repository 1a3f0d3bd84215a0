"""What the terms of a query ask of a mention, as conditions on `sought`; each so that an index answers it where it can."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, Select, and_, func, or_, select, union_all

from memcon.actors import registry
from memcon.actors.names import fold
from memcon.codes import country
from memcon.merging.settled import ROLES
from memcon.ontology.codebook import codebook

from . import sqlite
from .put_right import PutRight, or_put_right
from .schema import facets, listed, names, parties, reports, sought

_CONTACT = "CONSULT"
_CODE = 3  # letters of a state's code
_INITIALS = 5  # letters; longer short names of bodies are known as words
_SIDES = ("actor", "recipient")
_PARTIES = {"who": "actor", "whom": "recipient", "with": None}
_MANY = 2_000
"""What holds of more mentions or reports than that is looked at last, for each mention that the rest of a query leaves."""


@dataclass(frozen=True, slots=True)
class Condition:
    """What must hold of a mention. `last`: it holds of many, and to look at all of them first would cost more than one by one.

    `of_event` holds of every event in `listed` that has such a mention, and is cheap to see. `beside` says the same as `holds` where the
    mentions of one event are at hand: asked for those in a list, the database would go through the whole list for each event.
    """

    holds: ColumnElement[bool]
    last: bool = False
    of_event: ColumnElement[bool] | None = None
    beside: ColumnElement[bool] | None = None

    @property
    def one_by_one(self) -> ColumnElement[bool]:
        """What must hold of a mention of the event at hand."""
        return self.holds if self.beside is None else self.beside


def condition(connection: Connection, field: str, values: Iterable[str]) -> Condition:
    """The condition of a term: one of its values holds of a mention, its report or its event."""
    found = [_one(connection, field, value) for value in values]
    bounds = [one.of_event for one in found if one.of_event is not None]
    bound = or_(*bounds) if len(bounds) == len(found) else None
    last, beside = any(one.last for one in found), or_(*(one.one_by_one for one in found))
    return Condition(or_(*(one.holds for one in found)), last, bound, beside)


def _one(connection: Connection, field: str, value: str) -> Condition:
    simple: dict[str, Callable[[str], ColumnElement[bool]]] = {
        "type": lambda v: sought.c.type == v.upper(),
        "mode": lambda v: sought.c.mode == v.lower(),
        "status": lambda v: sought.c.status == v.lower(),
        "position": lambda v: sought.c.event.in_(select(facets.c.event).where(facets.c.value == f"position:{v.lower()}")),
        "country": lambda v: sought.c.country == v.upper(),
        "place": lambda v: sqlite.holds(sought.c.place, v.lower()),
        "outlet": lambda v: sought.c.report.in_(select(reports.c.id).where(sqlite.holds(func.lower(reports.c.outlet), v.lower()))),
        "report": lambda v: sought.c.report == v,
        "source": _source,
    }
    if field in simple:
        return Condition(simple[field](value))
    if field in _PARTIES:
        return _party(connection, value, _PARTIES[field])
    if field == "after":
        return Condition(_after(value), of_event=listed.c.until >= value)
    if field == "before":
        return Condition(_before(value), of_event=listed.c.since <= _last_day(value))
    if field == "on":
        bound = and_(listed.c.since <= _last_day(value), listed.c.until >= value)
        return Condition(and_(sought.c.first <= _last_day(value), _after(value)), of_event=bound)
    if field == "office":
        return _office(connection, value)
    if field == "has":
        return _has(value.lower())
    if field == "id":
        from .tellings import current_id

        number = select(listed.c.number).where(listed.c.event == (current_id(connection, value) or value)).scalar_subquery()
        return Condition(sought.c.event == number)
    if field == "text":
        return Condition(*sqlite.told_in_report(connection, sought.c.report, value, _MANY))
    return Condition(sqlite.told_of_event(connection, sought.c.event, value))


def _after(day: str) -> ColumnElement[bool]:
    return or_(sought.c.last >= day, and_(sought.c.last.is_(None), sought.c.first >= day))


def _before(day: str) -> ColumnElement[bool]:
    return or_(sought.c.first <= _last_day(day), and_(sought.c.first.is_(None), sought.c.last <= _last_day(day)))


def _last_day(value: str) -> str:
    """What all days up to and in a day, month or year are not after, as text."""
    return value if len(value) == len("2022-03-05") else f"{value}-99"


def _party(connection: Connection, value: str, role: str | None) -> Condition:
    """That someone of that name, part of a name, key or country takes part, in that role or, in a contact, on either side."""
    value = re.sub(r"\A[Tt]he ", "", value)
    part = fold(value)
    keys = _keys(connection, value, part)
    whole = re.compile(rf"(?<!\w){re.escape(part)}(?!\w)") if _is_short(part) else None

    def known(one: PutRight) -> bool:
        called = whole.search(one.folded) is not None if whole else part in one.folded
        return called or one.key in keys or value.upper() == one.country

    bearing = sqlite.holds(sqlite.spaced(names.c.folded), f" {part} ") if whole else sqlite.holds(names.c.folded, part)
    named: list[ColumnElement[bool]] = [parties.c.folded.in_(select(names.c.folded).where(bearing))]
    if keys:
        named.append(parties.c.key.in_(keys))
    if re.fullmatch(r"[A-Za-z]{3}", value):
        named.append(parties.c.country == value.upper())
    roles = ROLES if role is None else (role,)
    sides = ROLES if role is None else _SIDES

    def told(taking_part: Callable[..., ColumnElement[bool]]) -> ColumnElement[bool]:
        if role is None:
            return or_put_right(connection, taking_part(*named), or_(*named), roles, (_CONTACT, sides), known)
        on_a_side = taking_part(*(and_(one, parties.c.role.in_(sides)) for one in named))
        reported = and_(on_a_side, or_(sought.c.type == _CONTACT, _takes_part(and_(parties.c.role == role, or_(*named)))))
        return or_put_right(connection, reported, or_(*named), roles, (_CONTACT, sides), known)

    return Condition(told(lambda *holds: sought.c.mention.in_(_mentions(holds))), beside=told(lambda *holds: _takes_part(or_(*holds))))


def _keys(connection: Connection, value: str, part: str) -> list[str]:
    """Under which keys the store has whom a value names: the value itself, those of a bearer of exactly that name, who may be told under
    other names too, and those of a state or a body by its short name ("US", "UK", "NATO")."""
    if ":" in value:
        return [value]
    borne = select(parties.c.key).where(parties.c.folded == part, parties.c.key.op("GLOB")("[ws][dt]*:[QA-Z]*")).distinct()
    found = set(connection.execute(borne).scalars())
    who = registry()
    for name in dict.fromkeys((value, value.upper() if len(value) <= _INITIALS else value.title())):
        if state := who.states.iso3(name):
            found.add(f"state:{state}")
        elif (body := who.resolve(name)) is not None and body.kind in ("organisation", "armed_group") and body.wikidata:
            found.add(f"wd:{body.wikidata}")
    return sorted(found)


def _is_short(part: str) -> bool:
    """Whether a part of a name is in too many names to be looked for within words: two letters, initials, the code of a state."""
    letters = part.replace(".", "")
    return len(letters) < _CODE or (len(letters) == _CODE and ("." in part or country(letters.upper()) is not None))


def _mentions(conditions: Iterable[ColumnElement[bool]]) -> Select[tuple[int]]:
    """The mentions that have a party of which one of the conditions holds."""
    found = union_all(*(select(parties.c.mention).where(one) for one in conditions)).subquery()
    return select(found.c.mention)


def _takes_part(holds: ColumnElement[bool]) -> ColumnElement[bool]:
    """Whether the mention at hand has a party of which a condition holds."""
    return select(parties.c.number).where(parties.c.mention == sought.c.mention, holds).correlate(sought).exists()


def _office(connection: Connection, value: str) -> Condition:
    """That someone takes part who holds an office; there are few offices, each looked up once by going from one to the next."""
    every = select(func.min(parties.c.office).label("office")).cte("offices", recursive=True)
    following = select(func.min(parties.c.office)).where(parties.c.office > every.c.office).scalar_subquery()
    every = every.union_all(select(following).where(every.c.office.is_not(None)))
    held = list(connection.execute(select(every.c.office).where(sqlite.holds(func.lower(every.c.office), value.lower()))).scalars())
    in_office = parties.c.office.in_(held)
    mentions = select(parties.c.mention).where(in_office)
    few = len(connection.execute(mentions.limit(_MANY)).all()) < _MANY
    reported = sought.c.mention.in_(mentions) if few else _takes_part(in_office)
    return Condition(or_put_right(connection, reported, in_office, ROLES, (_CONTACT, ROLES), lambda _one: False), last=not few)


def _source(value: str) -> ColumnElement[bool]:
    low = value.lower()
    if low in codebook().source_kinds:
        return sqlite.holds(sought.c.sources, f"\n{low}:")
    return sqlite.holds(sought.c.sources, low)


def _has(value: str) -> Condition:
    several = select(listed.c.reports).where(listed.c.number == sought.c.event).correlate(sought).scalar_subquery() > 1
    known: dict[str, Condition] = {
        "when": Condition(sought.c.dated),
        "where": Condition(sought.c.place.is_not(None)),
        "source": Condition(sought.c.sources.is_not(None)),
        "contradiction": Condition(sought.c.contradicted),
        "copies": Condition(sought.c.report.in_(select(reports.c.id).where(reports.c.copy_of.is_not(None)))),
        "several": Condition(several, last=True),
    }
    return known[value]
