"""A page -> Draft: the article in it, and what its metadata say about it."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from .draft import Draft
from .errors import IntakeError
from .plain import plain
from .published import stated_date

# Shorter than this is a caption or a cookie notice, no report.
_FEWEST_WORDS = 15
# trafilatura takes dates up to today for plausible; a fixed end keeps the same page giving the same record on every day.
_LAST_DATE = "2100-01-01"


def html(page: str, name: str, url: str | None = None) -> Draft:
    """The article of a page, with its title, day of publication and outlet where the metadata give them; IntakeError if there is none.

    The day comes from metadata or a dated address only; a date that merely stands somewhere on the page is not taken.

    >>> words = "The ministers met in Zenda on Tuesday, and they agreed to meet again when both of them had time for it."
    >>> html(f"<html><head><title>Talks</title></head><body><article><p>{words}</p></article></body></html>", "a.html").title
    'Talks'
    """
    import trafilatura

    with _quiet("trafilatura"):
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


def words_of(page: str, name: str) -> str:
    """The article of a page or a piece of one; all its words where it holds none.

    >>> words_of("<p>Bennett met <b>Putin</b>.</p>", "a.eml")
    'Bennett met Putin.'
    """
    from trafilatura import html2txt

    whole = page if "<html" in page[:2000].lower() else f"<html><body>{page}</body></html>"
    try:
        return html(whole, name).text
    except IntakeError:
        with _quiet("trafilatura"):
            return html2txt(whole)


@contextmanager
def _quiet(name: str) -> Iterator[None]:
    """Hold back a library's log: what it says of a page without an article is said by IntakeError."""
    logger = logging.getLogger(name)
    level = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        logger.setLevel(level)
