"""The day on which a page says that it was published."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from .published import means_two_days, stated_date

_SAYS = frozenset(
    "article:published_time article:published og:published_time og:article:published_time datepublished rnews:datepublished "
    "parsely-pub-date sailthru.date pubdate publishdate publish-date publish_date publication_date article.published bt:pubdate "
    "dc.date.issued dcterms.issued cxenseparse:recs:publishtime".split()
)
"""What pages call the day of publication in their metadata; a bare `date` may be any day."""
_NO_DAY = re.compile(r"modified|updated|copyrightyear|expir")
_ARTICLE = re.compile(r"article|posting|report|webpage", re.IGNORECASE)
_PAGE = re.compile(r"webpage", re.IGNORECASE)


def day_of_page(tree: Any) -> str | None:
    """The day in a page's metadata that is called that of publication, as an ISO date; None where none is, or it cannot be told.

    An article's own data for search engines (JSON-LD) go before the other metadata, those of a film or a picture in it are not asked.

    >>> from lxml.html import fromstring
    >>> head = '<meta name="date" content="2021-06-01"><meta property="article:published_time" content="2022-12-08T06:12:00Z">'
    >>> day_of_page(fromstring(f"<html><head>{head}</head><body></body></html>"))
    '2022-12-08'
    """
    linked = [(str(one.get("@type")), one.get("datePublished")) for block in tree.iterfind(".//script") for one in _objects(block)]
    articles = [said for kind, said in linked if _ARTICLE.search(kind) and not _PAGE.search(kind)]
    pages = [said for kind, said in linked if _PAGE.search(kind)]
    named = [meta.get("content") or meta.get("datetime") for meta in tree.iter("meta", "time") if _called(meta) & _SAYS]
    return next((day for said in (*articles, *named, *pages) if isinstance(said, str) and (day := stated_date(said))), None)


def without_other_days(tree: Any) -> Any:
    """The page without metadata that tell when it was changed, of which year its rights are, or a day that means two."""
    for meta in list(tree.iter("meta")):
        if any(_NO_DAY.search(name) for name in _called(meta)) or means_two_days(meta.get("content") or ""):
            meta.drop_tree()
    return tree


def _called(element: Any) -> set[str]:
    """The names that a piece of metadata bears."""
    return {str(element.get(name)).lower() for name in ("name", "property", "itemprop", "http-equiv") if element.get(name)}


def _objects(script: Any) -> Iterator[dict[str, Any]]:
    """The objects of a script that holds linked data, those of its graph too; none where it is broken."""
    if "ld+json" not in str(script.get("type")):
        return
    try:
        waiting = [json.loads(script.text or "")]
    except (ValueError, RecursionError):
        return
    while waiting:
        one = waiting.pop(0)
        if isinstance(one, list):
            waiting[:0] = one
        elif isinstance(one, dict):
            yield one
            waiting += [one[name] for name in ("@graph", "mainEntity") if name in one]
