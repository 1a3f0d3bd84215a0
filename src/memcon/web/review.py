"""Review: the events that most need a person, one at a time."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Any

from fastapi import Query

from memcon.ontology.codebook import codebook
from memcon.store.decisions import fields
from memcon.store.shadow import judged

from .answers import View
from .events import event as told
from .site import Site

Ident = Annotated[str, Query(max_length=200)]
_LISTED = 20


def review(site: Site, at: Ident = "", after: Ident = "") -> View:
    """The most doubtful event that nobody has judged, or the one `at` this id, or the next `after` it; with what waits behind it."""
    every = site.doubts()
    with site.store.reading() as connection:
        done = judged(connection)
    place = next((number + 1 for number, one in enumerate(every) if one.event == after), 0) if after else 0
    ahead = [one for one in every[place:] if one.event not in done]
    waiting = ahead + [one for one in every[:place] if one.event not in done]
    chosen = next((one for one in every if one.event == at), None) if at else (waiting[0] if waiting else None)
    shown: dict[str, Any] | None = None
    number = chosen.event if chosen else at
    if number:
        shown = dict(told(site, number).data)
    behind = [one for one in waiting if not chosen or one.event != chosen.event]
    data = {
        "waiting": len(waiting),
        "event": shown,
        "score": chosen.score if chosen else None,
        "reasons": list(chosen.reasons) if chosen else [],
        "next": [{"event": one.event, "score": one.score, "reasons": list(one.reasons)} for one in behind[:_LISTED]],
    }
    rows = [{"event": one.event, "score": one.score, "reasons": list(one.reasons)} for one in waiting]
    return View("review.html", "Review", data, rows, choices(shown))


def event(site: Site, ident: str) -> View:
    """One event: its values with quotes and reports, the reports side by side, and what people decided."""
    found = told(site, ident)
    return replace(found, more={"choices": choices(dict(found.data))})


def choices(shown: dict[str, Any] | None) -> dict[str, Any]:
    """What a correction can be: the fields, and the values that the codebook has for the closed ones."""
    book = codebook()
    kind = (shown or {}).get("type") or ""
    return {
        "fields": fields(),
        "known": sorted({*book.statuses, *book.types, *book.types.get(kind, ()), *book.positions}),
    }
