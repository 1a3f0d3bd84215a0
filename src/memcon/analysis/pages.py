"""A brief as a page: plain text and Markdown."""

from __future__ import annotations

import re
import textwrap
from typing import TYPE_CHECKING

from memcon.reading.record.date_words import date_words

from .quotes import Quote

if TYPE_CHECKING:
    from .brief import Brief

_WIDTH = 100
_MARKS = re.compile(r"([\\`*_{}\[\]<>()#+!|~&$=^-])")


def as_text(of: Brief) -> str:
    """The page as plain text."""
    numbers = numbered(of)
    lines = [of.subject, head(of)]
    for section in of.sections:
        lines += ["", section.heading]
        for one in section.sentences:
            marks = "".join(f"[{numbers[key(quote)]}]" for quote in one.sources)
            lines += textwrap.wrap(f"- {one.text} {marks}", _WIDTH, subsequent_indent="  ", break_long_words=False)
    lines += ["", "Sources"]
    for quote, number in _sources(of, numbers):
        lines += textwrap.wrap(f"[{number}] {_named(quote)}: “{quote.words}”", _WIDTH, subsequent_indent="    ", break_long_words=False)
    return "\n".join(lines if numbers else [*lines[:2], "", "Nothing is told of this here."]) + "\n"


def as_markdown(of: Brief) -> str:
    """The page as Markdown; sources are footnotes, words of reports are no mark-up."""
    numbers = numbered(of)
    lines = [f"# {escaped(of.subject)}", "", escaped(head(of))]
    for section in of.sections:
        lines += ["", f"## {section.heading}", ""]
        for one in section.sentences:
            lines.append(f"- {escaped(one.text)} {''.join(f'[^{numbers[key(quote)]}]' for quote in one.sources)}")
    lines += ["", *(f"[^{number}]: {escaped(_named(quote))}: “{escaped(quote.words)}”" for quote, number in _sources(of, numbers))]
    return "\n".join(lines if numbers else [*lines[:3], "", "Nothing is told of this here."]) + "\n"


def escaped(text: str) -> str:
    r"""Text in which nothing is Markdown.

    >>> escaped("<b>[x](y)</b>")
    '\\<b\\>\\[x\\]\\(y\\)\\</b\\>'
    """
    return _MARKS.sub(r"\\\1", " ".join(text.split()))


def head(of: Brief) -> str:
    """The line under the title: the window, the day, how much it rests on."""
    window = [f"from {date_words(of.first.isoformat())}" if of.first else "", f"to {date_words(of.last.isoformat())}" if of.last else ""]
    parts = [" ".join(one for one in window if one), f"as of {date_words(of.on.isoformat())}" if of.on and not of.last else ""]
    rests = f"{of.reports} report{'' if of.reports == 1 else 's'} of {of.outlets} outlet{'' if of.outlets == 1 else 's'}"
    return " · ".join(one for one in (*parts, rests) if one)


def numbered(of: Brief) -> dict[tuple[str, str], int]:
    """Source -> its number, in the order in which the page needs them."""
    keys = dict.fromkeys(key(quote) for section in of.sections for one in section.sentences for quote in one.sources)
    return {one: number for number, one in enumerate(keys, 1)}


def key(quote: Quote) -> tuple[str, str]:
    """What makes two sources one: the report and the sentence."""
    return quote.report, quote.words


def _sources(of: Brief, numbers: dict[tuple[str, str], int]) -> list[tuple[Quote, int]]:
    every = {key(quote): quote for section in of.sections for one in section.sentences for quote in one.sources}
    return [(every[one], number) for one, number in numbers.items()]


def _named(quote: Quote) -> str:
    return ", ".join(
        one for one in (quote.outlet or "outlet unknown", date_words(quote.published) if quote.published else "", quote.report) if one
    )
