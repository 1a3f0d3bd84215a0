"""Templates: everything is escaped, and what comes from reports is made harmless before that."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from fastapi import Request
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from memcon._version import __version__
from memcon.analysis.contacts import media_words
from memcon.analysis.windows import from_to

from . import words

PLACES = (
    ("r", "/", "Record"),
    ("t", "/timeline", "Timeline"),
    ("n", "/network", "Network"),
    ("m", "/map", "Map"),
    ("l", "/ledgers", "Ledgers"),
    ("b", "/brief", "Brief"),
    ("v", "/review", "Review"),
    ("a", "/ask", "Ask"),
    ("s", "/sources", "Sources"),
    ("d", "/add", "Add"),
)
"""Key after `g`, address and name of the pages."""


@cache
def environment() -> Environment:
    """The environment of all templates."""
    made = Environment(
        loader=PackageLoader("memcon.web"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        finalize=_harmless,
    )
    made.globals.update(
        mark=words.mark,
        label=words.label,
        count=words.count,
        url=words.url,
        address=words.address,
        day=words.day_words,
        from_to=from_to,
        media_words=media_words,
        web=words.web_address,
        places=PLACES,
        version=__version__,
    )
    return made


def page(request: Request, template: str, values: Mapping[str, Any]) -> str:
    """A page of the site."""
    session = getattr(request.state, "session", None)
    query = {name: value for name, value in request.query_params.items() if name not in ("format", "token")}
    shared = {"session": session, "path": request.url.path, "query": query, "published_site": False, "stale": None}
    return environment().get_template(template).render({**shared, **values})


def _harmless(value: Any) -> Any:
    """What a template writes, before it is escaped."""
    if isinstance(value, str) and not isinstance(value, Markup):
        return words.visible(value)
    return "" if value is None else value
