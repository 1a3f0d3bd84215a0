"""The record as it was: at the end of a run or of a day, and what changed between two such points."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, and_, func, select

from memcon.merging import Merged, Telling
from memcon.merging.settled import told_as
from memcon.model.boundary import event_from_dict

from .rows import witness
from .schema import members, mentions, readings, reports, runs
from .tellings import current_id


class PointError(ValueError):
    """A point in the record's history that does not exist."""


@dataclass(frozen=True, slots=True)
class Change:
    """One event between two points: `new`, `gone`, `denied` (newly) or `changed`, with field -> values before and after."""

    id: str
    kind: str
    summary: str
    fields: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]


def point(connection: Connection, told: str) -> int:
    """The last run of a point: `run:7` or `7` is that run, `2022-03-05` the last run begun on that day or before.

    PointError where there is none.
    """
    if re.fullmatch(r"\d{4}-\d\d-\d\d", told):
        found = connection.execute(select(func.max(runs.c.id)).where(runs.c.started <= f"{told}T99")).scalar()
        return int(found or 0)
    number = told.removeprefix("run:")
    if not number.isdigit() or connection.execute(select(runs.c.id).where(runs.c.id == int(number))).first() is None:
        last = connection.execute(select(func.max(runs.c.id))).scalar()
        raise PointError(f"{told!r} is neither a day (2022-03-05) nor a run of this store; {_runs(last)}")
    return int(number)


def _runs(last: int | None) -> str:
    return "it has none" if not last else "it has run:1 alone" if last == 1 else f"it has run:1 to run:{last}"


def state(connection: Connection, run: int) -> dict[str, Merged]:
    """The events as they were when that run was the last: each report by its latest reading up to then."""
    latest = (
        select(readings.c.report, func.max(readings.c.run).label("run"))
        .where(readings.c.run <= run, readings.c.state == "read")
        .group_by(readings.c.report)
        .subquery()
    )
    rows = connection.execute(
        select(members.c.event, mentions.c.json, reports)
        .join(mentions, members.c.mention == mentions.c.id)
        .join(latest, and_(mentions.c.report == latest.c.report, mentions.c.run == latest.c.run))
        .join(reports, mentions.c.report == reports.c.id)
        .order_by(reports.c.published, reports.c.id, mentions.c.position)
    )
    told: dict[str, list[Telling]] = {}
    for row in (dict(found._mapping) for found in rows):
        number = current_id(connection, row["event"]) or row["event"]
        told.setdefault(number, []).append(Telling(witness(row), event_from_dict(json.loads(row["json"]))))
    return {number: Merged(number, tuple(tellings)) for number, tellings in told.items()}


def changes(connection: Connection, first: int, second: int) -> list[Change]:
    """What changed from the end of one run to the end of another, in the order of the events' ids."""
    before, after = state(connection, first), state(connection, second)
    found = []
    for number in sorted({*before, *after}):
        old, new = before.get(number), after.get(number)
        if old is None and new is not None:
            found.append(Change(number, "new", told_as(new).summary, {}))
        elif new is None and old is not None:
            found.append(Change(number, "gone", told_as(old).summary, {}))
        elif old is not None and new is not None and (fields := _differences(old, new)):
            denied = "denied" in _values(new).get("status", ()) and "denied" not in _values(old).get("status", ())
            found.append(Change(number, "denied" if denied else "changed", told_as(new).summary, fields))
    return found


def _differences(old: Merged, new: Merged) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    before, after = _values(old), _values(new)
    return {
        name: (before.get(name, ()), after.get(name, ()))
        for name in sorted({*before, *after})
        if set(before.get(name, ())) != set(after.get(name, ()))
    }


def _values(one: Merged) -> dict[str, tuple[str, ...]]:
    return {name: tuple(v.value for v in values) for name, values in one.values.items()}
