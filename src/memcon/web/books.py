"""Ledgers: the books that mediation staff keep, and the page to be read in two minutes."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

from fastapi import Query

from memcon.analysis import brief
from memcon.analysis.ledger import LEDGERS, ledger, table
from memcon.analysis.ledger import columns as columns_of
from memcon.analysis.plain import plain

from .answers import View
from .events import PageNumber, QueryText, Size
from .site import Site
from .subjects import Name, Second, Since, Until, asked, told


class Book(StrEnum):
    """The ledgers, as `memcon.analysis.LEDGERS`."""

    CONTACTS = "contacts"
    POSITIONS = "positions"
    COMMITMENTS = "commitments"
    VOTES = "votes"
    SANCTIONS = "sanctions"
    AID = "aid"


BookName = Annotated[Book, Query(alias="ledger", description="The ledger.")]
SHOWN = {
    "contacts": ("when", "status", "medium", "actors", "recipients", "place"),
    "positions": ("party", "kind", "says", "to", "change", "when"),
    "commitments": ("state", "by", "to", "what", "due"),
    "votes": ("when", "body", "voter", "position", "on", "status"),
    "sanctions": ("when", "status", "measure", "by", "against", "what"),
    "aid": ("when", "status", "kind", "donors", "recipients", "what"),
}
DETAILS = {
    "contacts": (
        "host",
        "visitors",
        "delegation",
        "interpreter",
        "requested_by",
        "coordinated_with",
        "duration",
        "topics",
        "aims",
        "outcome",
    ),
    "positions": ("issue", "speakers", "told", "before"),
    "commitments": ("made", "settled"),
    "votes": (),
    "sanctions": ("eased",),
    "aid": ("beneficiaries", "requested_by", "place"),
}
"""Ledger -> the columns that its page shows, and what stands in one column where it is told; JSON and CSV have all."""


def ledgers_page(
    site: Site,
    book: BookName = Book.CONTACTS,
    about: Name = "",
    other: Second = "",
    q: QueryText = "",
    since: Since = "",
    until: Until = "",
    page: PageNumber = 1,
    size: Size = 100,
) -> View:
    """A ledger: contacts, positions, commitments, votes, sanctions or aid, each row with the words behind it."""
    whom, window = asked(site, about, other, q, since, until)
    kind = book.value
    every = ledger(site.store, kind, whom, window)
    found = every[(page - 1) * size : page * size]
    names = columns_of(kind)
    rows = [dict(zip(names, row, strict=True)) for row in table(kind, found)]
    data = told(
        whom,
        window,
        ledger=kind,
        ledgers=list(LEDGERS),
        total=len(every),
        page=page,
        size=size,
        more=len(every) > page * size,
        rows=plain(found),
    )
    kept = [name for name in SHOWN[kind] if any(_stated(one, name) for one in data["rows"])]
    details = [name for name in DETAILS[kind] if any(_stated(one, name) for one in data["rows"])]
    return View("ledgers.html", f"Ledger of {kind}: {whom.title}", data, rows, {"columns": kept, "details": details, "states": STATES})


def brief_page(site: Site, about: Name = "", other: Second = "", q: QueryText = "", since: Since = "", until: Until = "") -> View:
    """A brief: one page on a party, two, or a process, every sentence with its sources."""
    whom, window = asked(site, about, other, q, since, until)
    found = brief(site.store, whom, window)
    data = {**told(whom, window), **found.to_dict()}
    rows = [
        {
            "section": section["heading"],
            "sentence": one["text"],
            "events": one["events"],
            "reports": [quote["report"] for quote in one["sources"]],
        }
        for section in data["sections"]
        for one in section["sentences"]
    ]
    return View("brief.html", f"Brief: {whom.title}", data, rows)


STATES = {"kept": "✓", "broken": "✕", "disputed": "≠", "overdue": "!", "open": "○"}
"""State of a commitment -> its sign."""


def _stated(row: dict[str, Any], name: str) -> bool:
    return row.get(name) not in (None, "", [], {}, False)
