"""Sources and runs: how many reports of which outlet on which day, what was read when by what, and what could not be read."""

from __future__ import annotations

from typing import Any

from sqlalchemy import func, select

from memcon.store import chain
from memcon.store.schema import failures, readings, reports, runs

from .answers import View
from .site import Site

_OUTLETS, _DAYS, _RUNS, _FAILURES = 60, 31, 30, 200


def sources(site: Site) -> View:
    """The coverage by outlet and day, the runs, the failures, and the head of the log of decisions."""
    data = site.recent("sources", lambda: _sources(site))
    return View(
        "sources.html",
        "Sources and runs",
        data,
        [{"outlet": row["outlet"], "published": day, "reports": number} for row in data["outlets"] for day, number in row["days"].items()],
    )


def _sources(site: Site) -> dict[str, Any]:
    counts = site.store.counts()
    number = func.count()
    with site.store.reading() as connection:
        days = [
            day
            for (day,) in connection.execute(
                select(reports.c.published)
                .where(reports.c.published.is_not(None))
                .distinct()
                .order_by(reports.c.published.desc())
                .limit(_DAYS)
            )
        ]
        totals = connection.execute(
            select(
                reports.c.outlet,
                number.label("number"),
                func.min(reports.c.published).label("first"),
                func.max(reports.c.published).label("last"),
                func.count(reports.c.copy_of).label("copies"),
            )
            .group_by(reports.c.outlet)
            .order_by(number.desc(), reports.c.outlet)
        ).all()
        by_day: dict[str | None, dict[str, int]] = {}
        for outlet, day, many in connection.execute(
            select(reports.c.outlet, reports.c.published, number)
            .where(reports.c.published.in_(days))
            .group_by(reports.c.outlet, reports.c.published)
        ):
            by_day.setdefault(outlet, {})[day] = many
        read = (
            select(readings.c.run, func.count().label("number"), func.sum(readings.c.seconds).label("seconds"))
            .group_by(readings.c.run)
            .subquery()
        )
        ran = connection.execute(
            select(runs.c.id, runs.c.started, runs.c.finished, runs.c.memcon, read.c.number, read.c.seconds)
            .outerjoin(read, read.c.run == runs.c.id)
            .order_by(runs.c.id.desc())
            .limit(_RUNS)
        ).all()
        failed = connection.execute(select(failures).order_by(failures.c.at.desc(), failures.c.source).limit(_FAILURES)).all()
        undated = connection.scalar(select(func.count()).select_from(reports).where(reports.c.published.is_(None))) or 0
        head = chain.head(connection)
    return {
        "counts": counts,
        "days": sorted(days),
        "years": len({day[:4] for day in days}) > 1,
        "undated": undated,
        "outlets": [
            {
                "outlet": row.outlet,
                "reports": row.number,
                "copies": row.copies,
                "first": row.first,
                "last": row.last,
                "days": dict(sorted(by_day.get(row.outlet, {}).items())),
            }
            for row in totals[:_OUTLETS]
        ],
        "outlets_left": max(0, len(totals) - _OUTLETS),
        "runs": [
            {
                "run": row.id,
                "started": row.started,
                "finished": row.finished,
                "memcon": row.memcon,
                "reports": row.number or 0,
                "seconds": round(row.seconds or 0, 1),
            }
            for row in ran
        ],
        "failures": [{"source": row.source, "reason": row.reason, "run": row.run, "at": row.at} for row in failed],
        "decisions_head": head,
    }
