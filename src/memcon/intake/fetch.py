"""One page from the public web, over http or https: nothing else on this network can be reached through it.

Every hop's host name is resolved once, all its addresses are checked, and the connection goes to the checked address, so that a name
that changes its answer between check and use (DNS rebinding) gains nothing.
"""

from __future__ import annotations

import http.client
import socket
import ssl
import time
import zlib
from collections.abc import Callable, Collection
from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from memcon._version import __version__

from .addresses import is_public
from .errors import IntakeError

LARGEST = 10_000_000
TIMEOUT_S = 30.0
MOST_REDIRECTS = 5

_SAFE = "/%:@!$&'()*+,;=~-._?"
_REDIRECTS = (301, 302, 303, 307, 308)
_CHUNK = 65_536
_ELSEWHERE = "open it in a browser, save the article and give that file"
_CHECK = "check the address, or " + _ELSEWHERE

Resolve = Callable[[str, int], list[str]]


@dataclass(frozen=True, slots=True)
class Page:
    """What a server sent: the address that answered in the end, the body's bytes, its media type and declared charset."""

    url: str
    body: bytes
    media_type: str
    charset: str | None


def fetch(url: str, *, allow: Collection[str] = (), resolve: Resolve | None = None, timeout_s: float = TIMEOUT_S) -> Page:
    """The page at an http or https address, redirects followed hop by hop; IntakeError says what stood in the way.

    `allow` names addresses (as in `127.0.0.1`) that may be reached although they are not public: for tests. `resolve` maps a host and
    port to addresses; the system's resolver by default. The page may take `timeout_s` seconds and LARGEST bytes in all.

    >>> fetch("http://127.0.0.1/")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    memcon.intake.errors.IntakeError: 127.0.0.1 is a private or local address (127.0.0.1): memcon fetches pages from the public web only...
    """
    deadline = time.monotonic() + timeout_s
    for _ in range(MOST_REDIRECTS + 1):
        parts = _checked(url)
        addresses = _addresses(parts, allow, resolve or _system_resolve)
        answer = _get(url, parts, addresses, deadline)
        if isinstance(answer, Page):
            return answer
        url = urljoin(url, answer)
    raise IntakeError(f"the server redirected more than {MOST_REDIRECTS} times", _CHECK)


def _checked(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError as error:
        raise IntakeError(f"{url} is not an address: {error}", "check the address") from error
    if parts.scheme not in ("http", "https"):
        raise IntakeError(f"{parts.scheme}: addresses cannot be read", "give an address that begins with http:// or https://")
    if not parts.hostname:
        raise IntakeError(f"{url} names no host", "check the address")
    if parts.username is not None or parts.password is not None:
        raise IntakeError("an address with a user name in it cannot be read", _ELSEWHERE)
    return parts


def _system_resolve(host: str, port: int) -> list[str]:
    return [str(entry[4][0]) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


def _addresses(parts: SplitResult, allow: Collection[str], resolve: Resolve) -> list[str]:
    host = parts.hostname or ""
    try:
        found = list(dict.fromkeys(resolve(host, _port(parts))))
    except (OSError, UnicodeError) as error:
        raise IntakeError(f"there is no host {host}, or no network", "check the address and the connection") from error
    if not found:
        raise IntakeError(f"there is no host {host}", "check the address")
    for address in found:
        if address not in allow and not is_public(address):
            raise IntakeError(
                f"{host} is a private or local address ({address})", "memcon fetches pages from the public web only; give a file"
            )
    return found


def _port(parts: SplitResult) -> int:
    return parts.port or (443 if parts.scheme == "https" else 80)


def _get(url: str, parts: SplitResult, addresses: list[str], deadline: float) -> Page | str:
    """The page, or the address that the server redirects to."""
    host = parts.hostname or ""
    try:
        with _connect(parts, addresses, deadline) as sock:
            connection = http.client.HTTPConnection(_ascii(host), _port(parts))
            connection.sock = sock
            connection.request("GET", _target(parts), headers=_headers(parts))
            with connection.getresponse() as response:
                if response.status in _REDIRECTS:
                    location = response.getheader("Location")
                    if not location:
                        raise IntakeError("the server redirected to nowhere", _CHECK)
                    return location
                if response.status != HTTPStatus.OK:
                    raise IntakeError(f"the server answered {response.status} ({_reason(response)}) for {url}", _CHECK)
                body = _body(response, sock, deadline)
                return Page(url, body, response.headers.get_content_type(), response.headers.get_content_charset())
    except TimeoutError as error:
        raise IntakeError(f"{host} did not answer in time", f"try again later, or {_ELSEWHERE}") from error
    except ssl.SSLCertVerificationError as error:
        raise IntakeError(f"{host} has no valid certificate ({error.verify_message})", _CHECK) from error
    except (http.client.HTTPException, zlib.error, UnicodeError) as error:
        raise IntakeError(f"{host} did not answer as a web server should", _CHECK) from error
    except OSError as error:
        raise IntakeError(f"{host} cannot be reached ({error.strerror or error})", "check the address and the connection") from error


def _target(parts: SplitResult) -> str:
    return quote(parts.path or "/", safe=_SAFE) + (f"?{quote(parts.query, safe=_SAFE)}" if parts.query else "")


def _connect(parts: SplitResult, addresses: list[str], deadline: float) -> socket.socket:
    """A connection to the first of the checked addresses that takes one, over TLS for https."""
    failure: OSError = OSError("no address")
    for address in addresses:
        try:
            sock = socket.create_connection((address, _port(parts)), timeout=_left(deadline))
            break
        except OSError as error:
            failure = error
    else:
        raise failure
    if parts.scheme == "https":
        try:
            return _tls().wrap_socket(sock, server_hostname=_ascii(parts.hostname or ""))
        except OSError:
            sock.close()
            raise
    return sock


def _tls() -> ssl.SSLContext:
    """The system's certificates, and certifi's for systems where Python finds none."""
    import certifi

    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context


def _headers(parts: SplitResult) -> dict[str, str]:
    host = _ascii(parts.hostname or "")
    host = f"[{host}]" if ":" in host else host
    return {
        "Host": host if parts.port is None else f"{host}:{parts.port}",
        "User-Agent": f"memcon/{__version__}",
        "Accept": "text/html, application/xhtml+xml, text/markdown, text/plain",
        "Accept-Language": "en",
        "Accept-Encoding": "gzip, identity",
        "Connection": "close",
    }


def _ascii(host: str) -> str:
    return host if host.isascii() else host.encode("idna").decode("ascii")


def _left(deadline: float) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left


def _reason(response: http.client.HTTPResponse) -> str:
    try:
        return HTTPStatus(response.status).phrase
    except ValueError:
        return "no such status"


def _body(response: http.client.HTTPResponse, sock: socket.socket, deadline: float) -> bytes:
    encoding = (response.getheader("Content-Encoding") or "identity").lower()
    if encoding not in ("identity", "gzip", "x-gzip"):
        raise IntakeError(f"the server sent the page packed as {encoding}", _ELSEWHERE)
    unpack = zlib.decompressobj(wbits=31) if encoding != "identity" else None
    body = bytearray()
    while True:
        sock.settimeout(_left(deadline))
        chunk = response.read1(_CHUNK)
        if not chunk:
            return bytes(body)
        body += unpack.decompress(chunk, LARGEST + 1 - len(body)) if unpack else chunk
        if len(body) > LARGEST:
            raise IntakeError(f"the page is larger than {LARGEST // 1_000_000} MB", _ELSEWHERE)
