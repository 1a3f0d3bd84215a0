"""Markdown -> Draft: the words that a reader would see, a paragraph a block."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

from .draft import Draft
from .plain import plain
from .published import stated_date

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_FIELD = re.compile(r"([A-Za-z_-]+)[ \t]*:[ \t]*(.*)")
_DATE, _OUTLET, _URL = (
    ("published", "date", "pubdate"),
    ("outlet", "source", "publication", "publisher", "sitename"),
    ("url", "link", "canonical"),
)


def markdown(text: str) -> Draft:
    r"""The words of a Markdown text without its marks; links keep their words, pictures and HTML are dropped.

    Front matter (`title`, `date` or `published`, `outlet` or `source`, `url`) says what it says; else the first top heading is the
    title, and stays in the text as well.

    >>> markdown("---\ntitle: Talks\ndate: 5 March 2022\n---\n*Bennett* met [Putin](https://example.org).\n")
    Draft(text='Bennett met Putin.\n', title='Talks', published='2022-03-05', outlet=None, url=None, notes=())
    """
    text = plain(text).text
    front = _FRONT_MATTER.match(text)
    fields = _fields(front[1]) if front else {}
    tokens = MarkdownIt("commonmark").enable("table").parse(text[front.end() :] if front else text)
    blocks = [block for block in _blocks(tokens) if block.strip()]
    date = _first(fields, _DATE)
    published = stated_date(date) if date else None
    notes = (f"the front matter's date {date!r} was not understood",) if date and not published else ()
    title = fields.get("title") or _top_heading(tokens)
    return Draft("\n\n".join(blocks) + "\n" if blocks else "", title, published, _first(fields, _OUTLET), _first(fields, _URL), notes)


def _fields(front: str) -> dict[str, str]:
    found = {}
    for line in front.splitlines():
        field = _FIELD.fullmatch(line.rstrip())
        if field and field[2]:
            found[field[1].lower()] = field[2].strip("'\"")
    return found


def _first(fields: Mapping[str, str], names: Iterable[str]) -> str | None:
    return next((fields[name] for name in names if name in fields), None)


def _top_heading(tokens: list[Token]) -> str | None:
    for token, inside in pairwise(tokens):
        if token.type == "heading_open" and token.tag == "h1":
            return _words(inside).strip() or None
    return None


def _blocks(tokens: list[Token]) -> Iterable[str]:
    row: list[str] | None = None
    for token in tokens:
        if token.type == "tr_open":
            row = []
        elif token.type == "tr_close" and row is not None:
            yield "\t".join(row)
            row = None
        elif token.type in ("fence", "code_block"):
            yield token.content.strip("\n")
        elif token.type == "inline":
            if row is None:
                yield _words(token)
            else:
                row.append(_words(token))


def _words(inline: Token) -> str:
    parts = []
    for token in inline.children or ():
        if token.type in ("text", "code_inline", "text_special"):
            parts.append(token.content)
        elif token.type == "softbreak":
            parts.append(" ")
        elif token.type == "hardbreak":
            parts.append("\n")
    return "".join(parts)
