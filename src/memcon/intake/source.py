"""Whatever names a report (a file, an address, `-`, the text itself) -> Report."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import BinaryIO

from memcon.model import Report

from .decoding import declared_charset, decode, whole
from .draft import Draft
from .errors import IntakeError
from .language import require_english
from .plain import plain
from .published import named, published_date

LARGEST = 10_000_000
TABLES = frozenset((".jsonl", ".ndjson", ".csv", ".tsv", ".parquet"))
"""Files of many reports: `inputs` reads them."""

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+)://\S+\Z")
_HTML = (".html", ".htm", ".xhtml")
_MARKDOWN = (".md", ".markdown", ".mdown")
_PLAIN = (".txt", ".text")
_MAIL = ".eml"
_LOOKS_LIKE_HTML = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html[\s>])", re.IGNORECASE | re.DOTALL)
_WANTED = "give a plain text, Markdown, HTML or mail (.eml) file, a URL (https://...), or - for standard input"


def read_report(
    source: str | Path,
    *,
    published: date | str | None = None,
    outlet: str | None = None,
    note: Callable[[str], None] | None = None,
    stdin: BinaryIO | None = None,
    allow: Collection[str] = (),
) -> Report:
    """The report that `source` names.

    A Path is a file. A str is a URL if it begins with a scheme, standard input if it is `-`, a file if there is one of that name, else
    the text itself if it has several words. What the source says of itself (date, outlet) gives way to `published` and `outlet`.
    `note` is told what had to be assumed, such as an encoding; `allow` is for tests of URLs (see `fetch`). IntakeError says what is
    wrong with the source and what to do.

    >>> read_report("Bennett met Putin in Moscow.", published="2022-03-05").published
    '2022-03-05'
    """
    day = published_date(published)
    name, draft, ident = _drafted(source, stdin, allow)
    if len(draft.text) > LARGEST:
        raise _too_large(name)
    if not draft.text.strip():
        raise IntakeError(f"{name} is empty", "give a file with the text of a report")
    require_english(draft.text, name)
    for line in draft.notes:
        if note is not None:
            note(line)
    publisher = named(outlet)
    report = Report(
        id=ident or "",
        text=draft.text,
        title=draft.title,
        published=day or draft.published,
        outlet=publisher or draft.outlet,
        url=draft.url,
        language="en",
    )
    return report if ident else replace(report, id=report.sha256[:12])


def is_url(source: str) -> bool:
    """Whether a str is an address (of any scheme; `fetch` refuses all but http and https).

    >>> is_url("https://example.org/a"), is_url("talks.txt"), is_url("see https://example.org for more")
    (True, False, False)
    """
    return _SCHEME.match(source) is not None


def _drafted(source: str | Path, stdin: BinaryIO | None, allow: Collection[str]) -> tuple[str, Draft, str | None]:
    """A name for messages, the draft, and the report's id where the source has a name of its own."""
    if isinstance(source, str):
        if not source.strip():
            raise IntakeError("nothing is given to read", _WANTED)
        if source == "-":
            return "standard input", _from_bytes(_limited(stdin or sys.stdin.buffer, "standard input"), "standard input", ""), None
        if is_url(source):
            return source, _from_url(source, allow), None
        if not _is_file_name(source):
            return "the text", plain(source), None
    path = Path(source)
    return whole(path.name or str(path)), _from_file(path), whole(path.stem)


def _is_file_name(source: str) -> bool:
    """Whether a str is meant as a file: there is one of that name, or it is too short or too much of a path to be a text."""
    if "\n" in source or len(source) > 1024:
        return False
    try:
        if Path(source).exists():
            return True
    except (OSError, ValueError):
        return False
    return len(source.split()) < 2 or Path(source).suffix.lower() in (*_HTML, *_MARKDOWN, *_PLAIN, _MAIL)


def _from_file(path: Path) -> Draft:
    name = path.name or str(path)
    try:
        if path.is_dir():
            raise IntakeError(f"{path} is a directory", "give one file; memcon ingest reads a folder into a store")
        if path.is_file() and path.stat().st_size > LARGEST:
            raise _too_large(name)
        with path.open("rb") as stream:
            data = _limited(stream, name)
        if path.suffix.lower() in (*TABLES, ".json"):
            raise _many(path)
    except IntakeError:
        raise
    except FileNotFoundError as error:
        raise IntakeError(f"there is no file {path}", f"check the name; {_WANTED}") from error
    except PermissionError as error:
        raise IntakeError(f"{path} may not be read", "change its permissions, or copy it to a place of your own") from error
    except (OSError, ValueError) as error:
        raise IntakeError(f"{path} cannot be read ({getattr(error, 'strerror', None) or error})", _WANTED) from error
    return _from_bytes(data, name, path.suffix.lower())


def _limited(stream: BinaryIO, name: str) -> bytes:
    data = stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise _too_large(name)
    return data


def _many(path: Path) -> IntakeError:
    if path.suffix.lower() == ".json":
        return IntakeError(
            f"{path.name} is JSON, no text", "give the report's text; memcon ingest takes records, and reports as JSON Lines"
        )
    return IntakeError(f"{path.name} is a table, not one report", "memcon ingest reads the reports of a table into a store")


def _too_large(name: str) -> IntakeError:
    return IntakeError(f"{name} is larger than {LARGEST // 1_000_000} MB", "memcon reads one report at a time; cut the file into reports")


def _from_bytes(data: bytes, name: str, suffix: str, declared: str | None = None, url: str | None = None) -> Draft:
    if not data.strip():
        raise IntakeError(f"{name} is empty", "give a file with the text of a report")
    if suffix == _MAIL:
        from .mail import mail

        return mail(data, name)
    text, notes = decode(data, name, declared or (declared_charset(data) if suffix not in (*_PLAIN, *_MARKDOWN) else None))
    if suffix in _HTML or (suffix not in (*_PLAIN, *_MARKDOWN) and _LOOKS_LIKE_HTML.match(text)):
        from .html import html

        draft = html(text, name, url)
    elif suffix in _MARKDOWN:
        from .markdown import markdown

        draft = markdown(text)
    else:
        draft = plain(text)
    return replace(draft, url=draft.url or url, notes=(*notes, *draft.notes))


def _from_url(url: str, allow: Collection[str]) -> Draft:
    from .fetch import fetch

    page = fetch(url, allow=allow)
    suffixes = {"text/html": ".html", "application/xhtml+xml": ".html", "text/plain": ".txt", "text/markdown": ".md"}
    if page.media_type not in suffixes:
        raise IntakeError(
            f"{url} is no page but {page.media_type}", "give the address of an article, or save its text in a file and give that"
        )
    return _from_bytes(page.body, url, suffixes[page.media_type], page.charset, page.url)
