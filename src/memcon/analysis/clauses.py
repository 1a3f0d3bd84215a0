"""What an act is about, as words: what the sentences behind it say after the word for the act, without the parties' names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from memcon.actors import registry
from memcon.merging.words import content, family

from .acts import Part
from .quotes import Quote

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?|\d[\d,.]*")
_SPEECH = content(
    """said told says demanded demand demands asked ask urged urge called call offered offer promised promise pledged rejected reject
    refused refuse declined agreed agree accused condemned warned threatened proposed accepted according office official prime minister
    foreign president reporters again still yet two first second sides side country countries once act response"""
)


def about_words(quotes: Iterable[Quote], parts: Iterable[Part] = ()) -> frozenset[str]:
    """The families of the words that say what an act is about; where a sentence says nothing after the trigger, of the whole sentence.

    >>> from .quotes import Quote
    >>> told = Quote("m", "r", None, None, "happened", "Oslo told Bergen to withdraw its ships.", 5, 9, "to withdraw its ships")
    >>> sorted(about_words([told]))
    ['ship', 'withdraw']
    """
    named = names_in(parts)
    found: set[str] = set()
    for quote in quotes:
        words = content(quote.after) - named - _SPEECH
        found |= words if len(words) > 1 else content(quote.words) - named - _SPEECH
    return frozenset(word for word in found if not _of_a_state(word))


def spelt(quotes: Iterable[Quote]) -> dict[str, str]:
    """Family -> the word of it that stands most often in what the sentences say, of equals the first in the alphabet.

    >>> from .quotes import Quote
    >>> spelt([Quote("m", "r", None, None, "happened", "", 0, 0, "release of the crews")])["crew"]
    'crews'
    """
    found: dict[str, Counter[str]] = {}
    for quote in quotes:
        for word in _WORD.findall((quote.after or quote.words).lower()):
            found.setdefault(family(word), Counter())[word] += 1
    return {one: max(sorted(words), key=lambda word: words[word]) for one, words in found.items()}


def names_in(parts: Iterable[Part]) -> frozenset[str]:
    """The families of the words of the parties' names."""
    return frozenset(word for part in parts for word in content(part.who.name))


def _of_a_state(word: str) -> bool:
    return registry().country(word.capitalize()) is not None
