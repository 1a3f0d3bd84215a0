"""Reports: their list, and the Reader, a report's text with the words marked from which its record was read."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import Annotated, Any

from fastapi import Query
from sqlalchemy import func, select

from memcon.model import Event, Record, Span
from memcon.store.schema import members, mentions, reports
from memcon.store.tellings import current_id

from .answers import View
from .events import PageNumber, Size
from .problems import SiteError, not_here
from .sides import SINGLE
from .site import Site
from .words import LABELS, web_address

ROLES = {"trigger": "act", "when": "time", "where": "place", "about": "topic", "purpose": "aim", "source": "source", "cue": "says"}
_ORDER = (
    "trigger",
    "actor",
    "recipient",
    "companion",
    "interpreter",
    "requested_by",
    "coordinated_with",
    "beneficiary",
    "when",
    "where",
    "source",
    "cue",
    "purpose",
    "about",
)
MOST_MARKS = 20_000
Filter = Annotated[str, Query(max_length=500)]


def listing(site: Site, outlet: Filter = "", day: Filter = "", page: PageNumber = 1, size: Size = 50) -> View:
    """The reports of a store, or of one outlet or day, a page of them."""
    if any("\x00" in one for one in (outlet, day)):
        raise SiteError(400, "A name holds a character that is none (NUL).", "Type it again.")
    wanted = select(
        reports.c.id,
        reports.c.title,
        reports.c.name,
        reports.c.outlet,
        reports.c.published,
        reports.c.copy_of,
        func.length(reports.c.text).label("characters"),
        select(func.count(func.distinct(members.c.event)))
        .join(mentions, members.c.mention == mentions.c.id)
        .where(mentions.c.report == reports.c.id, mentions.c.current)
        .scalar_subquery()
        .label("events"),
    )
    if outlet:
        wanted = wanted.where(reports.c.outlet == outlet)
    if day:
        wanted = wanted.where(reports.c.published.is_(None) if day == "none" else reports.c.published == day)
    wanted = wanted.order_by(reports.c.published.desc(), reports.c.id).limit(size + 1).offset((page - 1) * size)
    with site.store.reading() as connection:
        found = [dict(row) for row in connection.execute(wanted).mappings()]
    data = {"outlet": outlet, "day": day, "page": page, "size": size, "more": len(found) > size, "reports": found[:size]}
    return View("reports.html", "Reports", data, found[:size])


def report(site: Site, ident: str, event: Filter = "") -> View:
    """A report: its text in parts with what each part tells, and the events that it tells of; `event` marks those of one event alone."""
    found = site.store.report(ident)
    if found is None:
        raise not_here(f"There is no report {ident[:100]} in this store.")
    record = site.store.record(ident) or Record(found)
    numbers = _published(site, ident)
    told = [
        {
            "id": numbers.get(one.id),
            "local": one.id,
            "summary": one.summary,
            "type": one.type,
            "mode": one.mode,
            "status": one.status,
            "when": one.when.edtf if one.when else None,
            "start": one.triggers[0].start if one.triggers else 0,
        }
        for one in sorted(record.events, key=lambda e: e.triggers[0].start if e.triggers else 0)
    ]
    chosen = [one for one in record.events if not event or event in (one.id, numbers.get(one.id))]
    marks = _marks(chosen, numbers)
    shown = marks if len(marks) <= MOST_MARKS else []
    aims = _aims(chosen) if shown else set()
    every = marks if len(chosen) == len(record.events) else _marks(record.events, numbers)
    data: dict[str, Any] = {
        "id": ident,
        "name": found.id,
        "title": found.title,
        "outlet": found.outlet,
        "published": found.published,
        "url": web_address(found.url),
        "sha256": found.sha256,
        "characters": len(found.text),
        "event": event,
        "events": told,
        "text": found.text,
        "marks": [{"start": s.start, "end": s.end, "role": role, "event": number, "local": local} for s, role, number, local in marks],
        "made_by": {"memcon": record.made_by.memcon, "config": record.made_by.config},
    }
    rows = [{**one, "quote": found.text[one["start"] : one["end"]]} for one in data["marks"]]
    more = {
        "parts": parts(found.text, shown, aims),
        "roles": _legend(marks),
        "here": {span.start for span, *_ in shown} | aims,  # where one can be led to on this page, and on that of all events
        "whole": {span.start for span, *_ in every} if len(every) <= MOST_MARKS else set(),
    }
    return View("report.html", found.title or found.id, data, rows, more)


Mark = tuple[Span, str, str | None, str]
"""Where, what the words are in the event, the event's published id, its id in the report."""


def parts(text: str, marks: Sequence[Mark], aims: Collection[int] = ()) -> list[dict[str, Any]]:
    """The text cut wherever a mark begins or ends: each part with its words, the roles that they have, and labels where marks begin.

    `aims` are further places that links lead to: words that a value rests on without being a mark.

    >>> [(p["words"], p["roles"]) for p in parts("Bennett met Putin", [(Span(8, 11, "met"), "trigger", "m1", "e1")])]
    [('Bennett ', []), ('met', ['act']), (' Putin', [])]
    """
    cuts = sorted(
        {0, len(text), *(at for s, *_ in marks for at in (s.start, s.end) if 0 <= at <= len(text)), *(at for at in aims if at < len(text))}
    )
    begin: dict[int, list[Mark]] = {}
    for one in marks:
        begin.setdefault(one[0].start, []).append(one)
    open_now: list[Mark] = []
    made = []
    for start, end in pairwise(cuts):
        open_now = [one for one in open_now if one[0].end > start] + begin.get(start, [])
        open_now.sort(key=lambda one: _ORDER.index(one[1]) if one[1] in _ORDER else len(_ORDER))
        roles = list(dict.fromkeys(role_name(role) for _, role, _, _ in open_now))
        labels = list(dict.fromkeys(f"{local} {role_name(role)}" for _, role, _, local in sorted(begin.get(start, []), key=lambda m: m[3])))
        made.append(
            {
                "words": text[start:end],
                "start": start,
                "aimed_at": start in aims,
                "roles": roles,
                "kind": open_now[0][1] if open_now else "",
                "labels": labels,
                "title": "; ".join(dict.fromkeys(f"{local}: {role_name(role)}" for _, role, _, local in open_now)),
                "event": next((number for _, _, number, _ in open_now if number), None),
                "first": start in begin and any(role == "trigger" for _, role, _, _ in begin[start]),
            }
        )
    return made


def role_name(role: str) -> str:
    """A role for people.

    >>> role_name("trigger"), role_name("requested_by")
    ('act', 'requested by')
    """
    return ROLES.get(role) or LABELS.get(role) or role.replace("_", " ")


def _legend(marks: Sequence[Mark]) -> list[dict[str, str]]:
    used = {role for _, role, _, _ in marks}
    return [{"kind": role, "name": role_name(role)} for role in _ORDER if role in used]


def _marks(events: Sequence[Event], numbers: dict[str, str]) -> list[Mark]:
    found: list[Mark] = []
    for one in events:
        spans = [("trigger", span) for span in one.triggers]
        spans += [(party.role, party.mention) for party in one.participants]
        spans += [("when", w.span) for w in (one.when, *one.when_other) if w]
        spans += [("where", one.where.span)] if one.where else []
        spans += [("about", span) for span in one.about] + [("purpose", span) for span in one.purpose]
        for source in one.sources:
            spans += [(name, span) for name, span in (("source", source.source), ("cue", source.cue)) if span]
        found += [(span, role, numbers.get(one.id), one.id) for role, span in spans if span.end > span.start]
    return sorted(dict.fromkeys(found), key=lambda one: (one[0].start, -one[0].end))


def _aims(events: Sequence[Event]) -> set[int]:
    """Where the words begin that the event's page quotes for values without words of their own."""
    return {
        span.start
        for one in events
        for told in one.evidence
        if told.path.removeprefix("/") in SINGLE
        for span in told.spans
        if span.end > span.start
    }


def _published(site: Site, report: str) -> dict[str, str]:
    """The events' ids in the report -> their published ids."""
    wanted = (
        select(mentions.c.local, members.c.event)
        .join(members, members.c.mention == mentions.c.id)
        .where(mentions.c.report == report, mentions.c.current)
    )
    with site.store.reading() as connection:
        return {row.local: current_id(connection, row.event) or row.event for row in connection.execute(wanted)}
