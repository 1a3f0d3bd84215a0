"""What the pages of analysis are about: a party or two, a query and a window, all of it in the address."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import Query

from memcon.analysis.subjects import Subject, subject
from memcon.analysis.windows import Window

from .events import checked
from .problems import SiteError
from .site import Site

Name = Annotated[str, Query(max_length=550, description="A party: a state, a person's name, an id. Empty: all.")]
Second = Annotated[str, Query(max_length=550, alias="with", description="The other party of a dyad.")]
Since = Annotated[str, Query(alias="from", max_length=20, description="First day: 2022-03-05, 2022-03 or 2022.")]
Until = Annotated[str, Query(alias="to", max_length=20, description="Last day, likewise.")]


def asked(site: Site, about: str, other: str, q: str, since: str, until: str) -> tuple[Subject, Window]:
    """The subject and the window that a page is about. QueryError, SubjectError or WindowError where they are none."""
    checked(q)
    names = [one.strip() for one in (about, other) if one.strip()]
    if any("\x00" in one for one in (*names, since, until)):
        raise SiteError(400, "A name holds a character that is none (NUL).", "Type it again.")
    return subject(site.store, *names, query=q), Window.of(since.strip() or None, until.strip() or None)


def told(about: Subject, window: Window, **asked_for: Any) -> dict[str, Any]:
    """What was asked, as every page of analysis gives it back."""
    return {
        "subject": about.title,
        "kind": about.kind,
        "from": window.first.isoformat() if window.first else None,
        "to": window.last.isoformat() if window.last else None,
        **asked_for,
    }
