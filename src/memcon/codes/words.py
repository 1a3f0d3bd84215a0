"""Looking for beginnings of words in what an event was read from."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from memcon.model import Event

_BEGIN, _END = "\x02", "\x03"
_LETTERS = re.compile(r"\w+")
_WORD = re.compile(rf"{_BEGIN}\w+{_END}?")


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
    begun, marked = _begun(text)
    return all(not single.isdisjoint(begun) or any(phrase in marked for phrase in phrases) for single, phrases in _sides(wanted))


@lru_cache(maxsize=16)
def _begun(text: str) -> tuple[frozenset[str], str]:
    """All beginnings of the words of a text, and its words, marked: dozens of lists are looked for in each text."""
    marked = _marked(text)
    return frozenset().union(*map(_beginnings, set(_WORD.findall(marked)))), marked


@lru_cache(maxsize=8192)
def _beginnings(word: str) -> frozenset[str]:
    return frozenset(word[:end] for end in range(2, len(word) + 1))


@cache
def _sides(wanted: str) -> tuple[tuple[frozenset[str], tuple[str, ...]], ...]:
    """For each side the single words and the phrases, marked as texts are."""
    sides = ([_beginning(word.strip()) for word in side.split(",")] for side in wanted.split("&"))
    return tuple((frozenset(w for w in side if _WORD.fullmatch(w)), tuple(w for w in side if not _WORD.fullmatch(w))) for side in sides)


def _beginning(word: str) -> str:
    return _marked(word[:-1]) if word.endswith(".") else _marked(word).removesuffix(_END)


def _marked(text: str) -> str:
    """A text in small letters, with a sign where each word begins and another where it ends."""
    return _LETTERS.sub(lambda found: f"{_BEGIN}{found[0]}{_END}", text.lower())
