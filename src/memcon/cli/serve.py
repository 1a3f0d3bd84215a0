"""`memcon serve`: the record in a browser."""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .decide import login
from .stores import DEFAULT
from .terminal import counted, emit, fail, warn

if TYPE_CHECKING:
    from memcon.web import Access, Site

PORT = 8722
_SWITCH_S = 0.001
"""How long figures that are worked out in the background keep a page from being answered."""
LOOPBACK = ("127.0.0.1", "localhost", "::1")


def serve(
    store: Annotated[str, typer.Argument(metavar="STORE", envvar="MEMCON_DB", help="The store: a file's path.")] = DEFAULT,
    port: Annotated[int, typer.Option(min=1, max=65535, help="The port.")] = PORT,
    host: Annotated[
        str, typer.Option(metavar="ADDRESS", help="Where to listen; another than this computer needs passwords.")
    ] = "127.0.0.1",
    name: Annotated[list[str] | None, typer.Option(metavar="HOST", help="A further host name that the site answers to.")] = None,
    read_only: Annotated[bool, typer.Option("--read-only", help="Whoever opens the site may read and change nothing.")] = False,
    set_password: Annotated[
        str | None, typer.Option("--set-password", metavar="ROLE", help="Only set the password of a role: reader or editor.")
    ] = None,
    certificate: Annotated[Path | None, typer.Option(metavar="FILE", help="A TLS certificate (PEM), with --key.")] = None,
    key: Annotated[Path | None, typer.Option(metavar="FILE", help="Its private key (PEM).")] = None,
    plain_http: Annotated[
        bool, typer.Option("--plain-http", help="Serve another address without TLS: behind a proxy that has it.")
    ] = False,
) -> None:
    """Show a store in the browser: the record, timeline, network, map, ledgers, review.

    Prints the address to open; its token lets the browser in and is new each time. Only this computer can reach the site unless --host
    says so, which needs passwords (`--set-password reader`, `--set-password editor`) and TLS. Control-C ends it.
    """
    try:
        import uvicorn

        from memcon.web import Site, create, hosts_of
    except ImportError as error:
        fail(f"the site needs more packages ({error.name} is missing)", "pip install 'memcon[site]'")
    from memcon.store import StoreError

    if set_password is not None:
        _set_password(Path(store), set_password)
        return
    access = _access(Path(store), host, read_only)
    secure = certificate is not None
    if host not in LOOPBACK and not secure and not plain_http:
        fail("passwords would cross the network in the clear", "give --certificate and --key, or --plain-http behind a proxy that has TLS")
    if (certificate is None) != (key is None):
        fail("a certificate needs its key", "give both --certificate and --key")
    try:
        site = Site.open(store.removeprefix("sqlite:///"), aside=True)
    except StoreError as error:
        fail(str(error), "give the path of a store that memcon ingest made")
    names = [*(name or []), *([host] if host not in (*LOOPBACK, "0.0.0.0", "::") else [])]
    app = create(site, access, hosts_of(port, names), cookie=f"memcon_{port}", secure=secure)
    _announce(site, access, host, port, secure)
    sys.setswitchinterval(_SWITCH_S)
    logging.getLogger("uvicorn.access").disabled = True  # addresses hold the token
    uvicorn.run(
        app,
        host=host,
        port=port,
        log_level="warning",
        access_log=False,
        server_header=False,
        date_header=False,
        proxy_headers=False,
        ssl_certfile=str(certificate) if certificate else None,
        ssl_keyfile=str(key) if key else None,
        timeout_graceful_shutdown=3,
    )


def _access(store: Path, host: str, read_only: bool) -> Access:
    from memcon.web.access import Access, PasswordError, passwords

    if host in LOOPBACK:
        return Access(role="reader" if read_only else "editor", who=login())
    try:
        kept = passwords(store)
    except PasswordError as error:
        fail(str(error), "set the passwords again with --set-password")
    if read_only:
        kept.pop("editor", None)
    if not kept:
        fail(f"others could reach the site at {host}, and it has no password", "set one: memcon serve STORE --set-password reader")
    return Access(passwords=kept)


def _set_password(store: Path, role: str) -> None:
    from memcon.web.access import PasswordError, set_password

    if not store.exists():
        fail(f"{store}: no such store", "give the path of a store that memcon ingest made")
    if sys.stdin.isatty():
        told = typer.prompt(f"Password of the {role}", hide_input=True, confirmation_prompt=True)
    else:
        told = sys.stdin.readline().rstrip("\n")
    try:
        path = set_password(store, role, told)
    except PasswordError as error:
        fail(str(error), "the roles are reader and editor")
    emit(f"the hash of the {role}'s password is kept in {path}\n")


def _announce(site: Site, access: Access, host: str, port: int, secure: bool) -> None:
    scheme = "https" if secure else "http"
    shown = f"[{host}]" if ":" in host else host
    counts = site.store.counts()
    emit(f"{counted(counts['events'], 'event')} of {counted(counts['reports'], 'report')}. Open:\n")
    token = "" if access.passwords else f"?token={access.token}"
    emit(f"{scheme}://{shown}:{port}/{token}\n")
    if access.passwords and not secure:
        warn("this site has no TLS of its own: put it behind a proxy that has")
    if os.name == "posix" and access.passwords:
        emit("Everybody logs in with a password.\n")
    emit("Control-C ends it.\n")
    sys.stdout.flush()
