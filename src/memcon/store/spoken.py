"""What people decided that bears on one event, in order, and which of it still holds."""

from __future__ import annotations

import json
from dataclasses import dataclass

from sqlalchemy import Connection, select

from . import chain
from .chain import Decision
from .schema import members, mentions
from .shadow import former, undone


@dataclass(frozen=True, slots=True)
class Spoken:
    """A decision on an event or on a report that tells of it; `holds` is false where it was undone."""

    decision: Decision
    holds: bool


def spoken(connection: Connection, number: str) -> list[Spoken]:
    """The decisions that bear on an event: on an id that leads to it, on what it was merged with or split from, on its reports."""
    ids = set(former(connection, [number]))
    told = select(mentions.c.report).join(members, members.c.mention == mentions.c.id).where(members.c.event == number)
    about = {*ids, *connection.execute(told.distinct()).scalars()}
    off = undone(connection)
    found = []
    for one in chain.entries(connection):
        parted = json.loads(one.after or "{}").get("from", {}) if one.action in ("merge", "split") else {}
        if one.action != "undo" and (one.target in about or ids & set(parted)):
            found.append(Spoken(one, one.seq not in off))
    return found
