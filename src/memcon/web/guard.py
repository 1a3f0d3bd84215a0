"""What stands before every page: which host names are ours, who is asking, that no other site writes, and what browsers may run.

A page of another site can make a browser on this computer send requests here. It cannot read the token, cannot claim our host name (DNS
rebinding), and what it sends to change something carries its own origin; each of the three alone would stop it.
"""

from __future__ import annotations

import secrets
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qsl, urlencode, urlsplit

from fastapi import Request
from fastapi.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from .access import Access, Session
from .answers import problem_response
from .problems import Problem

# The referrer stays within the site: with `no-referrer` browsers would hide the origin of our own forms, too.
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "x-robots-tag": "noindex, nofollow",
}
LARGEST_BODY = 13_000_000
_SAFE = ("GET", "HEAD", "OPTIONS")
_OPEN = ("/static/", "/login")
"""What can be seen without being let in: nothing of the store."""


class Guard:
    """Lets through what may pass, and puts the headers on every answer."""

    def __init__(self, app: ASGIApp, access: Access, hosts: frozenset[str], cookie: str, secure: bool = False) -> None:
        self.app, self.access, self.hosts, self.cookie, self.secure = app, access, hosts, cookie, secure

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or pass on with the session in `request.state.session`."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self.app(scope, receive, send)
            return
        request = Request(scope, receive)
        scope.setdefault("state", {})["session"] = None

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                known = {name.lower() for name, _ in message["headers"]}
                added = dict(HEADERS) if request.url.path.startswith("/static/") else {**HEADERS, "cache-control": "no-store"}
                message["headers"] = [*message["headers"], *((k.encode(), v.encode()) for k, v in added.items() if k.encode() not in known)]
            await send(message)

        refused = self._refused(request)
        if refused is not None:
            await refused(scope, receive, send_with_headers)
            return
        await self.app(scope, _limited(receive), send_with_headers)

    def _refused(self, request: Request) -> Response | None:
        """The answer to what may not pass; None where it may."""
        if request.headers.get("host", "").lower() not in self.hosts:
            shown = ", ".join(sorted(self.hosts)[:3])
            wrong = "This site does not answer to the name that the browser used for it."
            return problem_response(request, Problem(421, wrong, f"Open it as {shown}, or start it with --name and the name you use."))
        size = request.headers.get("content-length", "0")
        if not size.isdecimal() or int(size) > LARGEST_BODY:
            return problem_response(
                request, Problem(413, "That is more than the site takes at once.", "Send at most 12 MB; memcon ingest takes more.")
            )
        session, by_cookie = self._session(request)
        if session is None:
            told = request.query_params.get("token")
            opened = self.access.by_token(told) if told and request.method == "GET" else None
            if opened is not None:
                return self._let_in(request, opened)
            if not request.url.path.startswith(_OPEN) and request.url.path != "/favicon.ico":
                return self._unknown(request, told is not None)
        elif "token" in request.query_params and request.method == "GET":
            return RedirectResponse(_without_token(request), 303)
        request.scope["state"]["session"] = session
        if request.method not in _SAFE and (by_cookie or session is None) and not self._same_origin(request):
            wrong = "Another site tried to change something here, or the browser does not say where the form came from."
            return problem_response(request, Problem(403, wrong, "Nothing was changed. Open the page itself and send its form again."))
        return None

    def _session(self, request: Request) -> tuple[Session | None, bool]:
        """Who is asking, and whether a cookie says so."""
        scheme, _, told = request.headers.get("authorization", "").partition(" ")
        if scheme.lower() == "bearer" and told:
            return self.access.by_token(told.strip()), False
        try:
            cookies = SimpleCookie(request.headers.get("cookie", ""))
        except CookieError:
            return None, False
        found = cookies.get(self.cookie)
        return (self.access.by_cookie(found.value) if found else None), True

    def _same_origin(self, request: Request) -> bool:
        """Whether the request came from a page of this site."""
        site = request.headers.get("sec-fetch-site")
        if site is not None and site != "same-origin":
            return False
        origin = request.headers.get("origin")
        if origin is None:
            return site == "same-origin"
        parts = urlsplit(origin)
        return parts.netloc.lower() == request.headers.get("host", "").lower()

    def _let_in(self, request: Request, session: Session) -> Response:
        made = RedirectResponse(_without_token(request), 303)
        self.set_cookie(made, self.access.begin(session))
        return made

    def set_cookie(self, response: Response, name: str) -> None:
        """Give the browser its session: no script can read it, no other site's form or frame sends it."""
        response.set_cookie(self.cookie, name, httponly=True, samesite="lax", secure=self.secure, path="/")

    def _unknown(self, request: Request, wrong_token: bool) -> Response:
        if self.access.passwords:
            if request.method == "GET" and not request.url.path.startswith("/api/"):
                return RedirectResponse("/login?" + urlencode({"to": request.url.path}), 303)
            return problem_response(request, Problem(401, "Nobody is logged in.", "Log in at /login."))
        wrong = (
            "The token in this address is not the one of this site."
            if wrong_token
            else "This site opens with a token that this browser does not have."
        )
        advice = "Open the address that memcon serve printed; it has a new token each time the site is started."
        return problem_response(request, Problem(401, wrong, advice), {"WWW-Authenticate": "Bearer"})


def right_form(session: Session | None, told: str) -> bool:
    """Whether a form sent back what the page gave it."""
    return session is not None and secrets.compare_digest(told.encode("utf-8", "replace"), session.csrf.encode())


def _without_token(request: Request) -> str:
    left = [(name, value) for name, value in parse_qsl(request.url.query, keep_blank_values=True) if name != "token"]
    path = "/" + request.url.path.lstrip("/")  # never another host's (`//host`)
    return path + (f"?{urlencode(left)}" if left else "")


def _limited(receive: Receive) -> Receive:
    """What a body may hold, whatever its head says of its length."""
    size = 0

    async def counted() -> Message:
        nonlocal size
        message = await receive()
        size += len(message.get("body", b""))
        if size > LARGEST_BODY:
            return {"type": "http.disconnect"}
        return message

    return counted
