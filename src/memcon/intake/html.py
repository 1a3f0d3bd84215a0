"""A page -> Draft: the article in it, and what its metadata say about it."""

from __future__ import annotations

import logging
import re

from .draft import Draft
from .errors import IntakeError
from .plain import plain
from .published import stated_date

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]+)""", re.IGNORECASE)
_XML_ENCODING = re.compile(rb"""\A\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([A-Za-z0-9_:.-]+)""")
_HEAD = 4096
# Shorter than this is a caption or a cookie notice, no report.
_FEWEST_WORDS = 15
# trafilatura takes dates up to today for plausible; a fixed end keeps the same page giving the same record on every day.
_LAST_DATE = "2100-01-01"


def declared_charset(data: bytes) -> str | None:
    """The charset that a page's own head declares.

    >>> declared_charset(b'<html><head><meta charset="windows-1252">')
    'windows-1252'
    """
    match = _XML_ENCODING.search(data[:_HEAD]) or _CHARSET.search(data[:_HEAD])
    return match[1].decode("ascii") if match else None


def html(page: str, name: str, url: str | None = None) -> Draft:
    """The article of a page, with its title, day of publication and outlet where the metadata give them; IntakeError if there is none.

    The day comes from metadata or a dated address only; a date that merely stands somewhere on the page is not taken.
    """
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    found = trafilatura.bare_extraction(
        plain(page).text,
        url=url,
        with_metadata=True,
        include_comments=False,
        include_tables=False,
        date_extraction_params={"original_date": True, "extensive_search": False, "max_date": _LAST_DATE},
    )
    text = found.text if found is not None and not isinstance(found, dict) else None
    if found is None or isinstance(found, dict) or not text or len(text.split()) < _FEWEST_WORDS:
        raise IntakeError(f"{name} holds no article", "give the page of one report, or copy its text into a file and give that")
    date = stated_date(found.date) if found.date else None
    return Draft(plain(text).text, found.title or None, date, found.sitename or None, found.url or url)
