"""A page -> Draft: the article in it, and what its metadata say about it."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from typing import Any

from .draft import Draft
from .errors import IntakeError
from .page_dates import day_of_page, without_other_days
from .plain import plain
from .published import stated_date

# Shorter than this is a caption or a cookie notice, no report.
_FEWEST_WORDS = 15
_ENOUGH = 250  # characters
_MOST = 0.6
# trafilatura takes dates up to today for plausible; a fixed end keeps the same page giving the same record on every day.
_LAST_DATE = "2100-01-01"


def html(page: str, name: str, url: str | None = None) -> Draft:
    """The article of a page, with its title, day of publication and outlet where the metadata give them; IntakeError if there is none.

    The day comes from metadata or a dated address only; a date that merely stands somewhere on the page is not taken.

    >>> words = "The ministers met in Zenda on Tuesday, and they agreed to meet again when both of them had time for it."
    >>> html(f"<html><head><title>Talks</title></head><body><article><p>{words}</p></article></body></html>", "a.html").title
    'Talks'
    """
    tree = _tree(plain(page).text)
    day = day_of_page(tree) if tree is not None else None
    found = _extracted(tree, url) if tree is not None else None
    text = found.text if found is not None else None
    if found is None or not text or len(text.split()) < _FEWEST_WORDS:
        raise IntakeError(f"{name} holds no article", "give the page of one report, or copy its text into a file and give that")
    date = day or (stated_date(found.date) if found.date else None)
    return Draft(plain(text).text, _title(found, tree), date, found.sitename or None, found.url or url)


def _tree(page: str) -> Any:
    from trafilatura import load_html

    with _quiet("trafilatura"):
        return load_html(page)


def _extracted(tree: Any, url: str | None) -> Any:
    """What the extractor finds in a page. From little it takes all words of the page in one line, tables and all; where it finds most of
    them laid out, that is taken."""
    from trafilatura import bare_extraction
    from trafilatura.settings import use_config

    dates = {"original_date": True, "extensive_search": False, "max_date": _LAST_DATE}
    laid_out = use_config()
    laid_out.set("DEFAULT", "MIN_EXTRACTED_SIZE", "1")
    found: list[Any] = []
    one: Any
    with _quiet("trafilatura"):
        for config in (laid_out, use_config()):
            one = bare_extraction(
                without_other_days(deepcopy(tree)),
                url=url,
                with_metadata=True,
                include_comments=False,
                include_tables=False,
                date_extraction_params=dates,
                config=config,
            )
            if one is not None and one.text and len(one.text) >= _ENOUGH:
                return one
            found.append(one)
    first, other = ((len(one.text.split()) if one is not None and one.text else 0) for one in found)
    return found[0] if first > _MOST * other else found[1]


def _title(found: Any, tree: Any) -> str | None:
    """The title of a page; whole where only the outlet's name was taken of it."""
    title, outlet = found.title or None, found.sitename
    if title and outlet and title.casefold() in outlet.casefold():
        return " ".join(tree.findtext(".//title", "").split()) or title
    return str(title) if title else None


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
