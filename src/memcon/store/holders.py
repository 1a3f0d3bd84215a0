"""Which of many texts could hold some words: an index that is asked instead of reading all of them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

H = TypeVar("H", bound=Hashable)
_RUN = re.compile(r"[^\W_]+")


class Holders(Generic[H]):
    """Texts by the runs of letters and figures in them, whatever their case, each under whose it is.

    What is found may not hold the words, what is not found surely does not: a text from which something is taken out may stay as it is.

    >>> texts = Holders[int]()
    >>> texts.add(1, "Olaf%20Scholz left."); texts.add(2, "Nobody left.")
    >>> texts.with_any(["Olaf Scholz", "Macron"]), texts.with_any(["bod"])
    ({1}, {2})
    """

    def __init__(self) -> None:
        self._of: defaultdict[str, set[H]] = defaultdict(set)
        self._all = ""

    def add(self, whose: H, text: str) -> None:
        """Note a text."""
        for run in set(_RUN.findall(plain(text))):
            if run not in self._of:
                self._all = ""
            self._of[run].add(whose)

    def with_any(self, forms: Iterable[str]) -> set[H]:
        """Whose texts could hold one of the forms, also within a word."""
        found: set[H] = set()
        for form in forms:
            sought = max(_RUN.findall(plain(form)), key=len, default="")
            for run in self._holding(sought) if sought else ():
                found |= self._of[run]
        return found

    def _holding(self, part: str) -> list[str]:
        if not self._all:
            self._all = "\n".join(("", *self._of, ""))
        found, at = [], self._all.find(part)
        while at >= 0:
            end = self._all.index("\n", at)
            found.append(self._all[self._all.rindex("\n", 0, at) + 1 : end])
            at = self._all.find(part, end)
        return found


def plain(text: str) -> str:
    """A text without case, so that what a pattern finds whatever the case is the same here.

    >>> plain("\u0130ZM\u0130R") == plain("izmir") == plain("\u0131zm\u0131r")
    True
    """
    return text.translate(_LETTERS).casefold()


_LETTERS = str.maketrans({"\u0130": "i", "\u0131": "i"})
"""Letters that patterns take for the same whatever the case, and case folding does not."""
