"""Taking a mention apart: its words, determiner, title, name and the part after a preposition."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from .names import fold
from .tables import listed, rows

_WORD = re.compile(r"[^\W_](?:[\w.&'’\-]*[^\W_]\.?|\.)?|,")
_ARTICLE = re.compile(r"^(?:al|el|an|as|ash|ad|ar|at|az|d|l|o)[-'’]")
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")
_SETS = {row["set"]: frozenset(listed(row["words"])) for row in rows("phrase_words")}
DETERMINERS = _SETS["determiner"]
COLOURS = _SETS["colour"]  # words before a noun that do not tell who it is
ELSEWHERE = _SETS["elsewhere"]
FORMER = _SETS["former"]
POSTMODIFIERS = _SETS["postmodifier"]
PRONOUNS = _SETS["pronoun"]
SPEAKERS = _SETS["speaker"]
QUANTITIES = _SETS["quantity"]
NEEDS_OWNER = _SETS["needs owner"]
NEEDS_PERSON = _SETS["needs person"]
NOT_OF = _SETS["not of"]
NO_PLURAL = _SETS["no plural"]
NO_PERSON = _SETS["no person"]
SHARED = _SETS["shared"]
OF_NONE_ALONE = _SETS["of none alone"]
LOWER_IN_NAMES = _SETS["particle"]
_PREPOSITIONS = _SETS["preposition"]
_TRAILING = _SETS["trailing"]


class Word(NamedTuple):
    """A word of a mention: as written (without 's), folded, whether it was a possessive.

    `capital` says whether it begins with a capital (an article such as al- may stand before it).
    """

    text: str
    low: str
    possessive: bool
    capital: bool


def split_words(mention: str) -> list[Word]:
    """The words of a mention; commas are words of their own.

    >>> [one.text for one in split_words("Israel’s U.N. envoy, Gilad Erdan")]
    ['Israel', 'U.N.', 'envoy', ',', 'Gilad', 'Erdan']
    """
    return [_word(raw) for raw in _WORD.findall(mention)]


@lru_cache(maxsize=65536)
def _word(raw: str) -> Word:
    text = _POSSESSIVE.sub("", raw)
    capital = text[:1].isupper() or (not text.isalnum() and _ARTICLE.sub("", text)[:1].isupper())
    return Word(text, fold(text), text != raw, capital)


def without_determiner(words: Sequence[Word]) -> list[Word]:
    """The words from the first that is no determiner, number or quantity.

    >>> [one.text for one in without_determiner(split_words("the two Chinese warplanes"))]
    ['Chinese', 'warplanes']
    """
    at = 0
    while at < len(words) - 1 and (words[at].low in DETERMINERS or words[at].low.isdigit()):
        at += 1
    rest = list(words[at:])
    while len(rest) > 1 and rest[-1].low in _TRAILING:
        rest.pop()
    return rest


def split_head(words: Sequence[Word]) -> tuple[list[Word], str, list[Word]]:
    """The words before the first preposition, the preposition, and those after it (commas end what comes before).

    >>> before, link, after = split_head(split_words("Muslim leaders in France"))
    >>> [one.text for one in before], link, [one.text for one in after]
    (['Muslim', 'leaders'], 'in', ['France'])
    """
    for at, word in enumerate(words):
        if at and (word.low in _PREPOSITIONS or word.text == ","):
            return list(words[:at]), word.low, list(words[at + 1 :])
    return list(words), "", []


def joined(words: Sequence[Word]) -> tuple[list[Word], list[Word]] | None:
    """The words before and after the first "and" or "or"; None where there is none."""
    for at, word in enumerate(words):
        if word.low in ("and", "or") and 0 < at < len(words) - 1:
            return list(words[:at]), list(words[at + 1 :])
    return None


def text_of(words: Sequence[Word]) -> str:
    """The words joined by blanks."""
    return " ".join(word.text for word in words)


def name_like(words: Sequence[Word]) -> bool:
    """Whether the words can be a person's name: capitals, particles and initials, at least one capital, five words at most."""
    return (
        0 < len(words) <= 6
        and words[-1].capital
        and all(word.capital or word.low in LOWER_IN_NAMES for word in words)
        and not any(word.text.isdigit() for word in words)
    )
