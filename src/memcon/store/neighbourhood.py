"""By what a mention is found when others are placed, and which mentions could meet one: an index that costs what is near.

A mention is entered under each of its handles with its type. Those whose window is short are found by their first day, so that the years
before and after are never looked at; long and open ones (a year, no day at all) stand under keys of their own.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, and_, bindparam, insert, or_, select

from memcon.merging import Told, neighbours
from memcon.merging.clustering import NIGHT

from .masking import MASK
from .schema import members, mentions, near

SHORT = 62
"""A window of up to so many days is short: the longest that a mention without a stated day has."""
_OPEN_FIRST, _OPEN_LAST = 0, 9_999_999

_NOTE = insert(near)
_FOUND = (
    select(members.c.event)
    .join(near, near.c.mention == members.c.mention)
    .where(
        or_(
            and_(near.c.key.in_(bindparam("short", expanding=True)), near.c.first.between(bindparam("earliest"), bindparam("last"))),
            and_(near.c.key.in_(bindparam("long", expanding=True)), near.c.first <= bindparam("last")),
        ),
        near.c.last >= bindparam("first"),
    )
)
_NEAR = (
    select(members.c.event, members.c.mention)
    .join(mentions, members.c.mention == mentions.c.id)
    .where(mentions.c.current, members.c.event.in_(_FOUND))
    .order_by(members.c.mention)
)


def note(connection: Connection, tolds: Iterable[Told]) -> None:
    """Note by what mentions can be found. What is masked finds nothing."""
    rows = []
    for told in tolds:
        first, last = _days(told.window)
        rows += rows_of(told.id, told.type, [one for one in told.handles if MASK not in one], first, last)
    if rows:
        connection.execute(_NOTE, rows)


def rows_of(mention: Any, kind: str, handles: Iterable[str], first: int | None, last: int | None) -> list[dict[str, Any]]:
    """The rows of `near` for a mention of that type with these handles; days as ordinal numbers, None where open."""
    long = first is None or last is None or last - first > SHORT
    days = {"first": _OPEN_FIRST if first is None else first, "last": _OPEN_LAST if last is None else last}
    return [{"key": _key(kind, one, long), "mention": mention, **days} for one in sorted(handles)]


def found_near(connection: Connection, told: Told) -> dict[str, list[int]]:
    """The events that have a mention which could meet this one, with the numbers of all their mentions."""
    first, last = _days(told.window)
    kinds = sorted(neighbours(told.type))
    asked = {
        **{name: [_key(kind, one, name == "long") for kind in kinds for one in sorted(told.handles)] for name in ("short", "long")},
        "first": _OPEN_FIRST if first is None else first - NIGHT.days,
        "earliest": _OPEN_FIRST if first is None else first - NIGHT.days - SHORT,
        "last": _OPEN_LAST if last is None else last + NIGHT.days,
    }
    found: dict[str, list[int]] = {}
    for event, mention in connection.execute(_NEAR, asked):
        found.setdefault(event, []).append(mention)
    return found


def _days(window: tuple[date | None, date | None]) -> tuple[int | None, int | None]:
    first, last = window
    return first.toordinal() if first else None, last.toordinal() if last else None


@lru_cache(maxsize=20_000)
def _key(kind: str, handle: str, long: bool) -> int:
    # six bytes: two handles of one hash only mean a candidate more, which is then seen to be none
    return int.from_bytes(hashlib.blake2b(f"{kind}/{long:d}/{handle}".encode("utf-8", "surrogatepass"), digest_size=6).digest())
