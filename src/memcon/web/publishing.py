"""The site as files that need no server: to be read by everybody, with nothing to change and nobody named who is not public."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from html import escape, unescape
from pathlib import Path
from urllib.parse import parse_qs, quote, unquote, urlsplit

from fastapi import Request

from memcon.analysis.ledger import LEDGERS

from . import books, events, pictures, reader, sources
from .answers import View
from .pictures import Level
from .private import forget_private
from .site import Site, open_for_pages
from .templating import page

MARKER = ".memcon-published"
PLACES = ("/", "/timeline", "/network", "/map", "/ledgers", "/reports", "/sources")
_SIZE = 100
_STATIC = Path(__file__).parent / "static"
_LINK = re.compile(r'(<a\b[^>]*?) (?:xlink:)?href="([^"]*)"([^>]*>)(.*?)</a>', re.DOTALL)
_FORMS = re.compile(r"<form\b.*?</form>|<script\b[^>]*></script>", re.DOTALL)
_POLICY = "script-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-src 'none'"


class PublishError(ValueError):
    """A folder that cannot be published to; the message says why."""


@dataclass(frozen=True, slots=True)
class Published:
    """What was written: how many pages, events and reports, and how many persons are not named."""

    pages: int
    events: int
    reports: int
    unnamed: int


def publish(store: Path, out: Path) -> Published:
    """Write the site of a store into a folder that is new, empty, or was published to before. PublishError, StoreError."""
    if out.exists() and (not out.is_dir() or (any(out.iterdir()) and not (out / MARKER).exists())):
        raise PublishError(f"{out} is there already and was not made by memcon publish")
    with tempfile.TemporaryDirectory(prefix="memcon-") as folder:
        copy = Path(folder) / "memo.db"
        with open_for_pages(store.expanduser()) as original:
            original.copy_to(copy)
        site = Site.open(copy)
        try:
            unnamed = forget_private(site.store)
            made = Path(folder) / "site"
            names = [_write(made, name, view, query) for name, view, query in _views(site)]
            counts = site.store.counts()
        finally:
            site.close()
        for name in names:
            words = (made / name).read_text("utf-8")
            (made / name).write_text(at_rest(words, "../" * name.count("/"), frozenset(names)), "utf-8")
        for name in ("site.css", "icon.svg"):
            (made / "static").mkdir(exist_ok=True)
            shutil.copyfile(_STATIC / name, made / "static" / name)
        (made / MARKER).write_text("written by memcon publish; what is here is replaced the next time\n", "utf-8")
        if out.exists():
            shutil.rmtree(out)
        out.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(made, out)
    return Published(len(names), counts["events"], counts["reports"], unnamed)


def _views(site: Site) -> Iterator[tuple[str, View, str]]:
    """File name, view and query of every page."""
    number, more = 1, True
    while more:
        view = events.stream(site, "", number, _SIZE)
        more = bool(view.data["more"])
        yield _file("/", {"page": [str(number)]}) or "", replace(view, more={**view.more, "facets": []}), f"page={number}"
        for one in view.data["events"]:
            found = events.event(site, one["id"])
            yield f"event/{_safe(one['id'])}.html", replace(found, more={"choices": {"fields": (), "known": ()}}), ""
        number += 1
    number, more = 1, True
    while more:
        view = reader.listing(site, "", "", number, _SIZE)
        more = bool(view.data["more"])
        yield _file("/reports", {"page": [str(number)]}) or "", view, f"page={number}"
        for one in view.data["reports"]:
            found = reader.report(site, one["id"])
            yield f"report/{_safe(one['id'])}.html", replace(found, more={"parts": [], "roles": [], "here": (), "whole": ()}), ""
        number += 1
    yield "timeline.html", pictures.timeline_page(site), ""
    for level in Level:
        name = _file("/network", {"level": [level.value]}) or ""
        yield name, pictures.network_page(site, level=level), f"level={level.value}"
    yield "map.html", pictures.map_page(site), ""
    for kind in LEDGERS:
        yield f"ledger-{kind}.html", books.ledgers_page(site, books.Book(kind), size=500), f"ledger={kind}"
    yield "sources.html", sources.sources(site), ""


def _write(folder: Path, name: str, view: View, query: str) -> str:
    path = "/" + name.removesuffix(".html")
    shown = {"index": "/"}.get(name.removesuffix(".html"), path.partition("-")[0].replace("/ledger", "/ledgers"))
    scope = {"type": "http", "method": "GET", "path": shown, "query_string": query.encode(), "headers": [], "state": {}}
    words = page(Request(scope), view.template, {**view.more, "title": view.title, "data": view.data, "published_site": PLACES})
    target = folder / name
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(words, "utf-8")
    return name


def at_rest(words: str, up: str = "", names: Collection[str] | None = None) -> str:
    """A page of the site as a file: links lead to files, those that need a server are words, forms and scripts are gone.

    Where `names` are given, what leads to no file of them is words, too. Words of a report lead to their event in its list.

    >>> at_rest('<a class="x" href="/event/m1">A</a> <a href="/?q=who%3Aputin">B</a><form action="/"><button>C</button></form>', "../")
    '<a class="x" href="../event/m1.html">A</a> B'
    >>> at_rest('<a href="/report/r1?event=m1#at20">met</a>')
    '<a href="report/r1.html#m1">met</a>'
    """

    def link(match: re.Match[str]) -> str:
        before, address, after, held = match.groups()
        address = unescape(address)
        if address.startswith(("https://", "http://", "#")):
            return match[0]
        parts = urlsplit(address)
        query = parse_qs(parts.query)
        file = _file(parts.path, query)
        if file is None or (names is not None and file not in names):
            return held
        place = query.get("event", [""])[0] if file.startswith("report/") else parts.fragment
        return f'{before} href="{escape(up + quote(file) + ("#" + quote(place) if place else ""))}"{after}{held}</a>'

    made = _LINK.sub(link, _FORMS.sub("", words))
    made = made.replace('="/static/', f'="{up}static/')
    return made.replace("<head>", f'<head>\n<meta http-equiv="Content-Security-Policy" content="{_POLICY}">', 1)


def _file(path: str, query: dict[str, list[str]]) -> str | None:
    """The file of an address; None where it has none."""
    given = {name: values[0] for name, values in query.items()}
    parts = [unquote(part) for part in path.strip("/").split("/")]
    if len(parts) == 2 and parts[0] in ("event", "report"):
        return f"{parts[0]}/{_safe(parts[1])}.html"
    number = given.pop("page", "1")
    after = f"-{number}" if number.isdecimal() and number != "1" else ""
    if path in ("/", "/record", "/reports") and not given:
        return f"{'reports' if path == '/reports' else 'index'}{after}.html"
    if path == "/network" and set(given) <= {"level"}:
        return "network.html" if given.get("level", "person") == "person" else "network-state.html"
    if path == "/ledgers" and set(given) <= {"ledger"} and not after:
        return f"ledger-{given.get('ledger', 'contacts')}.html"
    return f"{path.strip('/')}.html" if path in PLACES and not given and path != "/reports" else None


def _safe(ident: str) -> str:
    """An id as the name of a file."""
    return re.sub(r"[^\w.-]", "_", ident)[:150].lstrip(".") or "_"
