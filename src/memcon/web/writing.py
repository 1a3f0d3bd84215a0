"""What changes the store: decisions of people, and reports that are added. Every form sends back what its page gave it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from pydantic import BaseModel, Field
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile

from memcon.store.chain import Decision
from memcon.store.decisions import decide

from .access import Session
from .adding import LARGEST_UPLOAD, STATES, SUFFIXES, BusyError, Job
from .answers import View, answer, json_response
from .guard import right_form
from .offering import JSON_ANSWER
from .problems import SiteError, not_here
from .site import Site
from .templating import page
from .words import address, url

ACTIONS = ("accept", "reject", "correct", "merge", "split", "undo")
"""What can be decided in the site; to forget and to redact is left to the command line, as it cannot be undone."""
_LONG = 2000


class DecisionBody(BaseModel):
    """A decision as the interface takes it."""

    action: str = Field(description=f"One of {', '.join(ACTIONS)}.", max_length=20)
    target: str = Field(description="An event's id; the number of a decision to undo it.", max_length=200)
    field: str = Field("", max_length=50, description="What is corrected.")
    value: str | None = Field(
        None, max_length=_LONG, description="The right value (empty: there is none); the event to merge; reports to split off."
    )
    reason: str = Field("", max_length=_LONG)


class ReportBody(BaseModel):
    """A report as the interface takes it: its text, or the address of a page."""

    text: str = Field("", max_length=LARGEST_UPLOAD)
    url: str = Field("", max_length=_LONG)
    title: str = Field("", max_length=500)
    published: str = Field("", max_length=30, description="As 2022-03-05.")
    outlet: str = Field("", max_length=200)


def writing(site: Site) -> APIRouter:
    """The forms, and the paths of the interface that change the store."""
    router = APIRouter()

    @router.post("/decide", include_in_schema=False)
    async def decide_by_form(request: Request) -> Response:
        form = await _form(request)
        session = _editor(request, form)
        told = {name: form.told.get(name, "").strip()[:_LONG] for name in ("action", "target", "field", "value", "reason", "back")}
        made = await run_in_threadpool(_decide, site, session, told["action"], told["target"], told["field"], told["value"], told["reason"])
        return RedirectResponse(_back(told["back"], made), 303)

    @router.post("/api/decisions", responses=JSON_ANSWER, response_class=Response, summary="Decide on an event, or undo a decision")
    def decide_by_interface(request: Request, body: DecisionBody) -> Response:
        made = _decide(site, _editor(request, None), body.action, body.target, body.field, body.value, body.reason)
        return json_response({"number": made.seq, "action": made.action, "target": made.target, "field": made.field, "hash": made.hash})

    @router.get("/add", include_in_schema=False)
    def add_page(request: Request) -> Response:
        shown = {"title": "Add a report", "jobs": [one.to_dict() for one in site.adding.jobs()[:20]], "suffixes": ", ".join(SUFFIXES)}
        return HTMLResponse(page(request, "add.html", shown))

    @router.post("/add", include_in_schema=False)
    async def add_by_form(request: Request) -> Response:
        form = await _form(request)
        _editor(request, form)
        made = await run_in_threadpool(_add, site, form.told, form.file)
        return RedirectResponse(address("add", made.id), 303)

    @router.get("/add/{number}.json", include_in_schema=False)
    @router.get("/api/jobs/{number}", responses=JSON_ANSWER, response_class=Response, summary="How far a report that was added has come")
    def job(number: str) -> Response:
        return json_response(_job(site, number).to_dict())

    @router.get("/add/{number}", include_in_schema=False)
    def job_page(request: Request, number: str) -> Response:
        told = _job(site, number).to_dict()
        made = answer(request, View("job.html", "Adding", told, [told], {"states": STATES}))
        if not told["over"]:
            made.headers["Refresh"] = "2"
        return made

    @router.post("/api/reports", status_code=202, response_class=Response, summary="Add a report by its text or address")
    def add_by_interface(request: Request, body: ReportBody) -> Response:
        _editor(request, None)
        return json_response(_add(site, body.model_dump(), None).to_dict(), 202)

    return router


def _decide(site: Site, session: Session, action: str, target: str, field: str, value: str | None, reason: str) -> Decision:
    if action not in ACTIONS:
        raise SiteError(400, f"{action[:40]!r} is no decision that can be taken here.", f"There are {', '.join(ACTIONS)}.")
    wanted = value if action in ("correct", "merge", "split") else None
    return decide(site.store, action, target, field if action == "correct" else "", wanted, who=session.who, reason=reason.strip())


def _add(site: Site, told: Mapping[str, Any], uploaded: tuple[str, bytes] | None) -> Job:
    published, outlet = str(told.get("published") or ""), str(told.get("outlet") or "")
    try:
        if uploaded is not None:
            if len(uploaded[1]) > LARGEST_UPLOAD:
                raise SiteError(413, "That file is larger than 12 MB.", "Cut it, or read it with memcon ingest.")
            return site.adding.upload(*uploaded, published, outlet)
        if str(told.get("url") or "").strip():
            return site.adding.fetch(str(told["url"]), published, outlet)
        return site.adding.paste(str(told.get("text") or ""), published, outlet, str(told.get("title") or "")[:500])
    except BusyError as problem:
        raise SiteError(429, "Many reports wait already.", "Wait until some are read; memcon ingest reads whole folders.") from problem


@dataclass(frozen=True, slots=True)
class _Sent:
    """What a form sent: its fields, and its file with the name."""

    told: dict[str, str]
    file: tuple[str, bytes] | None = None


async def _form(request: Request) -> _Sent:
    kind = request.headers.get("content-type", "")
    if not kind.startswith(("multipart/form-data", "application/x-www-form-urlencoded")):
        raise SiteError(400, "That is no form.", "Open the page and send its form.")
    async with request.form(max_files=1, max_fields=30, max_part_size=LARGEST_UPLOAD) as form:
        told = {name: value for name, value in form.multi_items() if isinstance(value, str)}
        files = [value for _, value in form.multi_items() if isinstance(value, UploadFile)]
        if not files or not (files[0].filename or files[0].size):
            return _Sent(told)
        return _Sent(told, (files[0].filename or "", await files[0].read(LARGEST_UPLOAD + 1)))


def _editor(request: Request, form: _Sent | None) -> Session:
    """The session, if it may change the store. SiteError else."""
    session: Session | None = request.state.session
    if session is None or not session.editor:
        raise SiteError(
            403,
            "Readers change nothing here.",
            "Nothing was changed. Ask for the editor's password, or start the site without --read-only.",
        )
    if form is not None and not right_form(session, form.told.get("csrf", "")):
        raise SiteError(
            403,
            "The form is not one that this site gave out, or it is from before the site was started again.",
            "Nothing was changed. Load the page again and send its form.",
        )
    return session


def _back(told: str, made: Decision) -> str:
    """Where the form was, with the number of the decision. Only pages of this site."""
    path, _, event = told.partition(" ")
    if path == "review":
        if made.action == "undo":
            return url("/review", at=event)
        return url("/review", done=made.seq, was=event, **({"at": event} if made.action == "correct" else {"after": event}))
    target = event or made.target
    return url(address("event", target), done=made.seq)


def _job(site: Site, number: str) -> Job:
    found = site.adding.job(number)
    if found is None:
        raise not_here(
            f"Nothing is being added under {number[:40]}.",
            "The list of what was added stands on the page Add; it is lost when the site stops.",
        )
    return found
