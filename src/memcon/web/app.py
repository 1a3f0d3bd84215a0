"""The site as an application: pages, interface, forms, and what stands before them."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import APIRouter, FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from fastapi.staticfiles import StaticFiles
from sqlalchemy.exc import DatabaseError
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException

from memcon._version import __version__
from memcon.store.trouble import trouble

from . import asking, books, events, pictures, reader, review, sources
from .access import Access, PasswordError
from .answers import problem_response
from .guard import Guard
from .offering import offer
from .problems import Problem, SiteError, known_errors, problem_of
from .site import Site
from .templating import page
from .writing import writing

log = logging.getLogger("memcon.web")
STATIC = Path(__file__).parent / "static"
LOCAL = ("127.0.0.1", "localhost", "[::1]")


def hosts_of(port: int, names: Iterable[str] = ()) -> frozenset[str]:
    """The host names that the site answers to: those of this computer, and `names` with and without the port.

    >>> sorted(hosts_of(8000, ["memo.example"]))
    ['127.0.0.1:8000', '[::1]:8000', 'localhost:8000', 'memo.example', 'memo.example:8000']
    """
    own = {f"{name}:{port}" for name in LOCAL}
    return frozenset(own | {told for name in names for told in (name.lower(), f"{name.lower()}:{port}")})


def create(site: Site, access: Access, hosts: frozenset[str], *, cookie: str = "memcon", secure: bool = False) -> Guard:
    """The application that shows a store, behind its guard.

    `hosts` are the names that it answers to, `cookie` the name of its sessions' cookie; `secure` says that it is reached over TLS.
    """

    @asynccontextmanager
    async def life(_app: FastAPI) -> AsyncIterator[None]:
        yield
        site.close()

    app = FastAPI(
        title="memcon",
        version=__version__,
        description="The record of who met, called, offered, promised, threatened, sanctioned, aided or attacked whom.",
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/openapi.json",
        lifespan=life,
    )
    guard = Guard(app, access, hosts, cookie, secure)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    app.include_router(_pages(site))
    app.include_router(writing(site))
    app.include_router(_doors(guard))
    _tell_problems(app)
    return guard


def _pages(site: Site) -> APIRouter:
    router = APIRouter()
    offer(router, site, events.stream, "/", "/api/events")
    offer(router, site, review.event, "/event/{ident}", "/api/events/{ident}")
    offer(router, site, reader.listing, "/reports", "/api/reports")
    offer(router, site, reader.report, "/report/{ident}", "/api/reports/{ident}")
    offer(router, site, review.review, "/review", "/api/review")
    offer(router, site, asking.ask, "/ask", "/api/ask", slow=True)
    offer(router, site, sources.sources, "/sources", "/api/sources")

    offer(router, site, pictures.timeline_page, "/timeline", "/api/timeline", slow=True)
    offer(router, site, pictures.network_page, "/network", "/api/network", slow=True)
    offer(router, site, pictures.map_page, "/map", "/api/map", slow=True)
    offer(router, site, books.ledgers_page, "/ledgers", "/api/ledgers", slow=True)
    offer(router, site, books.brief_page, "/brief", "/api/brief", slow=True)

    @router.get("/record", include_in_schema=False)
    def record(request: Request) -> Response:
        query = request.url.query
        return RedirectResponse("/" + (f"?{query}" if query else ""), 307)

    @router.get("/keys", include_in_schema=False)
    def keys(request: Request) -> Response:
        return HTMLResponse(page(request, "keys.html", {"title": "Keys and queries", "fields": events.fields()}))

    @router.get("/api", include_in_schema=False)
    def interface(request: Request) -> Response:
        paths = [
            {
                "method": method.upper(),
                "path": path,
                "summary": told.get("summary", ""),
                "parameters": [p["name"] for p in told.get("parameters", [])],
            }
            for path, methods in request.app.openapi()["paths"].items()
            for method, told in methods.items()
        ]
        return HTMLResponse(page(request, "api.html", {"title": "Interface", "paths": paths}))

    return router


def _doors(guard: Guard) -> APIRouter:
    """Logging in and out, where passwords are set."""
    router = APIRouter(include_in_schema=False)

    @router.get("/login")
    def login_page(request: Request, to: str = "/") -> Response:
        if not guard.access.passwords:
            return RedirectResponse("/", 303)
        return HTMLResponse(page(request, "login.html", {"title": "Log in", "to": to, "wrong": ""}))

    @router.post("/login")
    async def login(request: Request) -> Response:
        form = await request.form(max_files=0, max_fields=5)
        told = {name: value if isinstance(value := form.get(name), str) else "" for name in ("password", "who", "to")}
        status, wrong, session = 401, "That is not a password of this site.", None
        try:
            session = await run_in_threadpool(guard.access.log_in, told["password"][:1000], told["who"])
        except PasswordError as problem:
            status, wrong = 429, f"There were {problem}: wait a minute."
        if session is None:
            return HTMLResponse(page(request, "login.html", {"title": "Log in", "to": told["to"], "wrong": wrong}), status)
        to = told["to"] if told["to"].startswith("/") and not told["to"].startswith(("//", "/\\")) else "/"
        made = RedirectResponse(to, 303)
        guard.set_cookie(made, guard.access.begin(session))
        return made

    @router.post("/logout")
    def logout(request: Request) -> Response:
        guard.access.end(request.cookies.get(guard.cookie, ""))
        made = RedirectResponse("/login", 303)
        made.delete_cookie(guard.cookie)
        return made

    return router


def _tell_problems(app: FastAPI) -> None:
    """Every error is told as a page or as JSON, with what to do."""

    def unread(request: Request, error: Exception) -> Response:
        assert isinstance(error, RequestValidationError)
        first = error.errors()[0]
        where = " ".join(str(part) for part in first["loc"][1:]) or "what was sent"
        return problem_response(
            request,
            Problem(422, f"{where[:80]}: {first['msg'][:200]}.", "Put it right in the address or the form, or begin anew at the Record."),
        )

    def not_so(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        known = {
            404: ("There is no such page.", "The Record has all events; Keys lists the pages."),
            405: ("This address does not take that.", "Open the page and use its form."),
        }
        wrong, advice = known.get(error.status_code, (str(error.detail), "Put it right and send it again."))
        return problem_response(request, Problem(error.status_code, wrong, advice), error.headers)

    def foreseen(request: Request, error: Exception) -> Response:
        problem = problem_of(trouble(error) if isinstance(error, DatabaseError) else error)
        if problem is None:
            log.error("a fault of memcon's own", exc_info=error)
            problem = Problem(
                500,
                f"{type(error).__name__}: memcon did not foresee this.",
                "Nothing was changed by it, as far as memcon knows. Please report it with what the terminal shows.",
            )
        return problem_response(request, problem, {"Retry-After": "5"} if problem.status == 503 else None)

    app.add_exception_handler(RequestValidationError, unread)
    app.add_exception_handler(HTTPException, not_so)
    for kind in (SiteError, DatabaseError, *known_errors()):
        app.add_exception_handler(kind, foreseen)
    app.add_exception_handler(Exception, foreseen)
