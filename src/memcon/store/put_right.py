"""What people put right, as `find` asks for it: it holds in place of what the reports say.

Types, times and places stand corrected in the rows that are searched (see `listing`). Who takes part is corrected too seldom for rows of
its own: it is read from the decisions each time that a query asks for someone.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, or_, select

from memcon.actors.names import fold
from memcon.merging.settled import ROLES
from memcon.model import Span, When

from . import sqlite
from .rows import days
from .schema import decisions, listed, parties, sought
from .shadow import Shadow, shadows
from .tellings import current_id

_NOWHERE = Span(0, 0, "")
_MANY = 500


@dataclass(frozen=True, slots=True)
class PutRight:
    """Who a person said has a role in an event (its number in `listed`): the folded name, empty where nobody has it.

    The key and the country are those that the store knows for the name, where it knows one bearer alone.
    """

    event: int
    role: str
    folded: str
    key: str = ""
    country: str = ""


def corrected_events(connection: Connection) -> list[str]:
    """The events that corrections were made of, undone ones too, by their ids now."""
    targets = connection.execute(select(decisions.c.target).where(decisions.c.action == "correct").distinct()).scalars().all()
    found = (current_id(connection, target) for target in targets)
    return list(dict.fromkeys(number for number in found if number))


def row_put_right(row: Mapping[Any, Any], said: Shadow | None) -> Mapping[Any, Any]:
    """A telling's row with what a person said of the event in place of the report's values."""
    if said is None or not said.corrected:
        return row
    changed: dict[Any, Any] = dict(row)
    for field, value in said.corrected.items():
        if field == "when":
            first, last = days(When(value, _NOWHERE)) if value else (None, None)
            changed |= {"edtf": value or None, "first": first, "last": last}
        elif field in ("type", "mode", "status"):
            changed[field] = value
        elif field in ("where", "country"):
            changed["place" if field == "where" else field] = value or None
    return changed


def parties_put_right(connection: Connection) -> list[PutRight]:
    """Everyone whom a person put in a role in place of those that the reports name, or took out of it."""
    said = shadows(connection, corrected_events(connection))
    named = [(event, role, value) for event, shadow in said.items() for role, value in shadow.corrected.items() if role in ROLES]
    numbers: dict[str, int] = {}
    for part in _parts(dict.fromkeys(event for event, _role, _value in named)):
        numbers.update((row.event, row.number) for row in connection.execute(select(listed).where(listed.c.event.in_(part))))
    bearers: dict[str, set[tuple[str, str]]] = {}
    for part in _parts(dict.fromkeys(fold(value) for _event, _role, value in named)):
        known = select(parties.c.folded, parties.c.key, parties.c.country).where(parties.c.folded.in_(part)).distinct()
        for row in connection.execute(known):
            bearers.setdefault(row.folded, set()).add((row.key, row.country or ""))
    found = []
    for event, role, value in named:
        folded = fold(value)
        key, country = next(iter(bearers[folded])) if len(bearers.get(folded, ())) == 1 else ("", "")
        if event in numbers:
            found.append(PutRight(numbers[event], role, folded, key, country))
    return found


def or_put_right(
    connection: Connection,
    reported: ColumnElement[bool],
    named: ColumnElement[bool],
    roles: Collection[str],
    sides: tuple[str, Collection[str]],
    known: Callable[[PutRight], bool],
) -> ColumnElement[bool]:
    """That a mention has someone in one of some roles, where people's corrections of who has a role go before the reports.

    `reported` is that by the reports alone, `named` what must hold of their parties and `known` of whom a person put in place. `sides` are
    a type of event and the roles that count there instead.
    """
    rights = parties_put_right(connection)
    if not rights:
        return reported
    gone = {(one.event, one.role) for one in rights}
    corrected = json.dumps(sorted({one.event for one in rights}))
    own = select(sought.c.event, sought.c.mention, sought.c.type, parties.c.role).join(parties, parties.c.mention == sought.c.mention)
    rows = connection.execute(own.where(sqlite.among(sought.c.event, corrected), named))
    kind, either = sides
    left = [row for row in rows if row.role in (either if row.type == kind else roles) and (row.event, row.role) not in gone]
    put = [one for one in rights if one.folded and known(one)]
    return or_(
        and_(~sqlite.among(sought.c.event, corrected), reported),
        sqlite.among(sought.c.mention, json.dumps(sorted({row.mention for row in left}))),
        and_(sqlite.among(sought.c.event, _events(put, roles)), sought.c.type != kind),
        and_(sqlite.among(sought.c.event, _events(put, either)), sought.c.type == kind),
    )


def _events(rights: Iterable[PutRight], roles: Collection[str]) -> str:
    return json.dumps(sorted({one.event for one in rights if one.role in roles}))


def _parts(values: Iterable[str]) -> Iterable[list[str]]:
    every = list(values)
    return (every[at : at + _MANY] for at in range(0, len(every), _MANY))
