"""Which events of a store a person should look at first: unsure ones, ones on which accounts differ, grave ones of one witness."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, case, func, select

from .schema import members, mentions, reports, sought
from .shadow import judged, shadows

GRAVE = frozenset(("ASSAULT", "COERCE", "MOBILIZE", "SANCTION", "THREATEN"))
"""Types of event that should not rest on one report's word."""
_CONTRADICTION = 0.4
_ONE_WITNESS = 0.3


@dataclass(frozen=True, slots=True)
class Doubt:
    """An event, how doubtful it is (more is worse) and why, in words."""

    event: str
    score: float
    reasons: tuple[str, ...]


def doubts(connection: Connection) -> list[Doubt]:
    """The events that nobody has judged yet, the most doubtful first.

    >>> from memcon.store import Store
    >>> with Store.open(None) as store, store.reading() as connection:
    ...     doubts(connection)
    []
    """
    many = {name: func.count(func.distinct(column)).label(name) for name, column in _SINGLE.items()}
    rows = connection.execute(
        select(
            members.c.event,
            func.max(mentions.c.confidence).label("confidence"),
            func.min(mentions.c.type).label("kind"),
            func.max(sought.c.contradicted).label("two_days"),
            func.count(func.distinct(func.coalesce(reports.c.copy_of, reports.c.id))).label("witnesses"),
            (func.max(mentions.c.first) > func.min(mentions.c.last)).label("apart"),
            *many.values(),
        )
        .join(mentions, members.c.mention == mentions.c.id)
        .join(sought, sought.c.mention == mentions.c.id)
        .join(reports, mentions.c.report == reports.c.id)
        .group_by(members.c.event)
    ).all()
    done = judged(connection)
    left = [row for row in rows if row.event not in done]
    settled = shadows(connection, [row.event for row in left])
    found = []
    for row in left:
        corrected = settled[row.event].corrected if row.event in settled else {}
        score, reasons = 1 - float(row.confidence), [f"confidence {row.confidence:.2f}"]
        for name in _SINGLE:
            differs = row.apart or row.two_days if name == "when" else row._mapping[name] > 1
            if differs and name not in corrected:
                score += _CONTRADICTION
                reasons.append(f"accounts differ on {name}")
        if row.witnesses == 1 and row.kind in GRAVE:
            score += _ONE_WITNESS
            reasons.append(f"one witness of a grave act ({row.kind.lower()})")
        found.append(Doubt(row.event, round(score, 3), tuple(reasons)))
    return sorted(found, key=lambda doubt: (-doubt.score, doubt.event))


_TOLD = case((mentions.c.status.in_(("planned", "offered", "happened", "ongoing")), "told"), else_=mentions.c.status)
"""What was announced and then done is no conflict."""
_SINGLE = {"type": mentions.c.type, "status": _TOLD, "when": mentions.c.edtf, "country": mentions.c.country}
"""Fields of which an event has one value."""
