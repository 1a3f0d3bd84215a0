"""Looking for beginnings of words in what an event was read from."""

from __future__ import annotations

import re
from functools import cache

from memcon.model import Event


def words_of(event: Event) -> str:
    """The words that an event's act, topics, aims and groups of people ("ten diplomats") were read from, one phrase a line.

    >>> from memcon.model import Span
    >>> words_of(Event("e1", "CONSULT", "", "happened", (Span(0, 3, "met"),), about=(Span(9, 14, "trade"),)))
    'met\\ntrade'
    """
    groups = (p.mention for p in event.participants if p.kind == "group")
    return "\n".join(span.quote for span in (*event.triggers, *event.about, *event.purpose, *groups))


def shown(wanted: str, text: str) -> bool:
    """Whether a text has one of the comma-separated beginnings of words (with `&` one of each side; a full stop ends a whole word).

    >>> shown("trade,invest & deal", "an investment deal"), shown("ban", "a husband"), shown("war.", "they warned")
    (True, False, False)
    """
    return all(pattern.search(text) for pattern in _patterns(wanted))


@cache
def _patterns(wanted: str) -> tuple[re.Pattern[str], ...]:
    sides = ([_pattern(word.strip()) for word in side.split(",")] for side in wanted.split("&"))
    return tuple(re.compile(rf"\b(?:{'|'.join(words)})", re.IGNORECASE) for words in sides)


def _pattern(word: str) -> str:
    return rf"{re.escape(word[:-1])}\b" if word.endswith(".") else re.escape(word)
