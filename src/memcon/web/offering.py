"""How a view is offered: one function is a page, its JSON and CSV, and a path of the public interface."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from inspect import Parameter, Signature, signature
from typing import Any, get_type_hints

from fastapi import APIRouter, Request
from fastapi.responses import Response

from .answers import View, answer, json_response, wants_page
from .problems import SiteError
from .site import Site
from .standing import AtWorkError, CrowdedError

Viewer = Callable[..., View]


def offer(router: APIRouter, site: Site, view: Viewer, page: str, api: str, *, slow: bool = False) -> None:
    """Put a view at its page's address (with `.json` and `.csv`) and at its path of the interface.

    A `slow` one is worked out in the background, see `standing`.
    """
    if slow:
        view = _standing(view)
    for suffix in ("json", "csv"):
        router.get(f"{'/record' if page == '/' else page}.{suffix}", include_in_schema=False)(_endpoint(view, site, _in_form(suffix)))
    router.get(page, include_in_schema=False)(_endpoint(view, site, _in_form("")))
    told = (view.__doc__ or "").strip()
    made = _endpoint(view, site, lambda _request, found: json_response(found.data))
    router.get(
        api, summary=told.partition(":")[0].partition(".")[0], description=told, response_class=Response, responses=JSON_ANSWER, name=api
    )(made)


JSON_ANSWER: dict[int | str, dict[str, Any]] = {
    200: {"description": "What the page shows.", "content": {"application/json": {"schema": {"type": "object"}}}},
    400: {
        "description": "It cannot be asked so; `detail` says what is wrong, `advice` what to do.",
        "content": {"application/problem+json": {"schema": {"type": "object"}}},
    },
    401: {"description": "No token."},
    404: {"description": "It is not in this store."},
    503: {"description": "The store's file cannot be read now."},
}


_HURRIED = "hurried"  # the parameter of a view that can give a page without what takes long
_PAGE_WAITS_S, _SMALL_WAITS_S, _DATA_WAIT_S = 0.1, 8.0, 30.0
"""How long a page waits for a large store and for a small one, and data for any."""


def _standing(view: Viewer) -> Viewer:
    """The view, from those that stand."""

    def stand(site: Site, **told: Any) -> View:
        page_waits = told.pop("page_waits")
        patience = _DATA_WAIT_S if not page_waits else _PAGE_WAITS_S if site.large else _SMALL_WAITS_S
        key = (view.__name__, tuple(sorted((name, str(value)) for name, value in told.items())))
        try:
            found, at = site.standing.get(key, lambda: site.work(view, told), patience)
        except AtWorkError:
            return View("at_work.html", "Being worked out", {"at_work": True})
        except CrowdedError as crowded:
            raise SiteError(503, "Many figures are being worked out already.", "Wait a moment, then load the page again.") from crowded
        if at is None:
            return found
        since = datetime.fromtimestamp(at, UTC).isoformat(timespec="seconds")
        return replace(found, more={**found.more, "stale": since}, data={**found.data, "as_of": since})

    stand.__doc__ = view.__doc__
    stand.slow = view  # type: ignore[attr-defined]
    return stand


def _in_form(suffix: str) -> Callable[[Request, View], Response]:
    return lambda request, found: answer(request, found, suffix)


def _endpoint(view: Viewer, site: Site, form: Callable[[Request, View], Response]) -> Callable[..., Response]:
    """The view as a function of the request and its own parameters."""
    slow = getattr(view, "slow", None)
    hints = get_type_hints(slow or view, include_extras=True)
    every = list(signature(slow or view).parameters.values())[1:]
    own = [one.replace(annotation=hints[one.name]) for one in every if one.name != _HURRIED]
    may_hurry = any(one.name == _HURRIED for one in every)

    def respond(request: Request, **told: Any) -> Response:
        if slow is not None:
            told["page_waits"] = wants_page(request)
        if may_hurry:
            told[_HURRIED] = wants_page(request)
        found = view(site, **told)
        if found.template != "at_work.html":
            return form(request, found)
        if not wants_page(request):
            raise SiteError(503, "These figures take long and are being worked out.", "Ask again in a while.")
        made = answer(request, found)
        made.status_code = 202
        made.headers["Refresh"] = "2"
        return made

    first = Parameter("request", Parameter.POSITIONAL_OR_KEYWORD, annotation=Request)
    kept = [one.replace(kind=Parameter.KEYWORD_ONLY) for one in own]
    respond.__signature__ = Signature([first, *kept], return_annotation=Response)  # type: ignore[attr-defined]
    return respond
