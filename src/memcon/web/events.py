"""Events as the pages show them: the Record's stream, and one event with every value, quote, report and decision."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from typing import Annotated, Any

from fastapi import Query

from memcon.analysis.quotes import Quote, quotes
from memcon.merging import Merged
from memcon.merging.settled import settle
from memcon.store import query as asked
from memcon.store.query import FIELDS, Term, parse
from memcon.store.shadow import shadowed_all
from memcon.store.spoken import spoken
from memcon.store.tellings import merged, weighings

from .answers import View
from .problems import SiteError, not_here
from .sides import cells, conflicts, differing, quotes_of, telling_dict
from .site import Site
from .words import day_words, event_title, url

_PATIENCE_S = 0.08  # how long a page waits for its counts
LONGEST_QUERY = 2000
MOST_TERMS = 40
FACETS = ("status", "type", "country", "year")
SORTS = {
    "": "by time",
    "-time": "latest first",
    "added": "as they came in",
    "-reports": "most reports first",
    "-confidence": "surest first",
}
PageNumber = Annotated[int, Query(ge=1, le=100_000, description="Which page, from 1 on.")]
Size = Annotated[int, Query(ge=1, le=500, description="How many on a page.")]
QueryText = Annotated[str, Query(description="As in `type:consult who:putin after:2022-03-01 status:planned`; see the page Keys.")]


def stream(site: Site, q: QueryText = "", page: PageNumber = 1, size: Size = 30, *, hurried: bool = False) -> View:
    """The events that a query asks for, a page of them, with how many there are by status, type, country and year.

    `hurried`: of a large store the events come without the counts, where those are not there at once (`total` None, no `facets`).
    """
    terms = checked(q)
    found, more = _page(site, q, page, size)
    key, work = ("facets", q), partial(_facets, site, q)
    counts = site.soon(key, work, _PATIENCE_S) if hurried else site.recent(key, work)
    counts = counts or {"total": None, **{name: {} for name in FACETS}}
    data = {
        "query": q,
        "page": page,
        "size": size,
        "total": counts["total"],
        "more": more,
        "events": [*brief(site, found)],
        "facets": {name: counts[name] for name in FACETS},
    }
    return View(
        "record.html",
        q or "Record",
        data,
        [_row(one) for one in data["events"]],
        {"facets": _links(terms, counts), "sorts": SORTS, "sort": _sort(terms)},
    )


def event(site: Site, ident: str) -> View:
    """One event: its values with quotes and reports, the reports side by side, and what people decided."""
    found = site.store.event(ident)
    if found is None:
        raise not_here(f"There is no event {ident[:100]} in this store.")
    words = quotes(site.store, [found])[found.id]
    with site.store.reading() as connection:
        history = spoken(connection, found.id)
        weighed = weighings(connection, found.id)
    told = [telling_dict(telling, quote) for telling, quote in zip(found.tellings, words, strict=True)]
    data = {
        **_brief(found, words),
        "replaced": found.replaced,
        "values": _values(found),
        "tellings": told,
        "cells": cells(found),
        "conflicts": conflicts(found),
        "codes": _codes(found),
        "history": [
            {
                "number": one.decision.seq,
                "at": one.decision.at,
                "who": one.decision.who,
                "action": one.decision.action,
                "target": one.decision.target,
                "field": one.decision.field,
                "before": one.decision.before,
                "after": one.decision.after,
                "reason": one.decision.reason,
                "holds": one.holds,
            }
            for one in history
        ],
        "weighed": [{"one": w.one, "other": w.other, "score": w.score, "reasons": w.reasons} for w in weighed],
    }
    rows = [
        {
            "event": found.id,
            "field": name,
            "value": one["value"],
            "support": one["support"],
            "reports": one["reports"],
            "corrected": corrected,
        }
        for name, values, corrected in ((v["field"], v["values"], v["corrected"]) for v in data["values"])
        for one in values
    ]
    return View("event.html", data["title"], data, rows)


def brief(site: Site, found: Sequence[Merged]) -> Iterable[dict[str, Any]]:
    """Events as a list shows them."""
    words = quotes(site.store, found)
    return (_brief(one, words[one.id]) for one in found)


def checked(q: str) -> list[Term]:
    """The terms of a query that is not absurdly long. QueryError or SiteError where it is none."""
    if len(q) > LONGEST_QUERY:
        raise SiteError(400, f"The query has {len(q):,} characters.", f"Ask with at most {LONGEST_QUERY:,}.")
    if "\x00" in q:
        raise SiteError(400, "The query holds a character that is none (NUL).", "Type it again.")
    terms = parse(q)
    if len(terms) > MOST_TERMS:
        raise SiteError(400, f"The query has {len(terms)} terms.", f"Ask with at most {MOST_TERMS}.")
    return terms


def _page(site: Site, q: str, page: int, size: int) -> tuple[list[Merged], bool]:
    with site.store.reading() as connection:
        numbers = asked.find(connection, q, size + 1, (page - 1) * size)
        found = shadowed_all(connection, merged(connection, numbers[:size]))
    return found, len(numbers) > size


def _facets(site: Site, q: str) -> dict[str, Any]:
    with site.store.reading() as connection:
        return {**asked.facets(connection, q), "total": asked.count(connection, q)}


def _brief(one: Merged, words: Sequence[Quote]) -> dict[str, Any]:
    values = one.values  # worked out once: `best` does so at each call
    best: dict[str, str | None] = {}
    for name in ("type", "mode", "status", "when", "where", "country"):
        stated = values[name][0].value if values.get(name) else None
        best[name] = one.corrected[name] or None if name in one.corrected else stated
    witnesses = {t.witness.id: t.witness for t in one.tellings}
    outlets = sorted({w.outlet for w in witnesses.values() if w.outlet})
    days = sorted(w.published for w in witnesses.values() if w.published)
    return {
        "id": one.id,
        "title": event_title(one),
        **best,
        "when_words": day_words(best["when"]),
        "reports": len(witnesses),
        "support": len({w.copy_of or w.id for w in witnesses.values()}),
        "outlets": outlets,
        "first_told": days[0] if days else None,
        "differs": [row["field"] for row in differing(one, values)],
        "corrected": dict(one.corrected),
        "judgement": one.judgement,
        "quotes": [quote.to_dict() for quote in words[:3]],
    }


def _row(one: dict[str, Any]) -> dict[str, Any]:
    left_out = ("quotes", "when_words", "corrected")
    return {name: value for name, value in one.items() if name not in left_out} | {
        "quote": one["quotes"][0]["words"] if one["quotes"] else None
    }


def _values(found: Merged) -> list[dict[str, Any]]:
    names = list(dict.fromkeys([*found.values, *found.corrected]))
    return [
        {
            "field": name,
            "corrected": found.corrected.get(name),
            "values": [
                {"value": v.value, "support": v.support, "reports": list(v.reports), "quotes": quotes_of(found, name, v.value)}
                for v in found.values.get(name, ())
            ],
        }
        for name in names
    ]


def _codes(found: Merged) -> list[dict[str, Any]]:
    if not found.tellings:
        return []
    return [
        {"scheme": c.scheme, "value": c.value, "mode": c.mode, "contexts": list(c.contexts), "rule": c.rule}
        for c in settle(found).codes.values()
    ]


def _links(terms: Sequence[Term], counts: dict[str, Any]) -> list[dict[str, Any]]:
    """The facets as links: each adds its value to the query, or takes it out again."""
    made = []
    for name in FACETS:
        field = "on" if name == "year" else name
        chosen = {value.lower() for term in terms if term.field == field and not term.negated for value in term.values}
        rest = " ".join(str(term) for term in terms if term.field != field or term.negated)
        values = [
            {
                "value": value,
                "count": number,
                "chosen": value.lower() in chosen,
                "href": url("/", q=rest if value.lower() in chosen else f"{rest} {field}:{value.lower()}".strip()),
            }
            for value, number in list(counts[name].items())[:12]
        ]
        made.append({"name": name, "values": values, "left": max(0, len(counts[name]) - 12)})
    return made


def _sort(terms: Sequence[Term]) -> str:
    return next((term.values[0] for term in terms if term.field == "sort" and term.values[0] != "time"), "")


def fields() -> list[dict[str, str]]:
    """The fields of the query language with their meanings."""
    return [{"field": name, "meaning": meaning} for name, meaning in FIELDS.items()]
