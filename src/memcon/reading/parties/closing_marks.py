"""Marks within the words of a party: quotation marks and brackets whole, or none; and nothing but marks is nobody."""

from __future__ import annotations

from collections.abc import Sequence

_CLOSING = {"“": "”", "‘": "’", '"': '"', "``": "''", "(": ")", "[": "]"}
_OPENING = {closing: opening for opening, closing in _CLOSING.items()}


def with_both_halves(words: Sequence[str], first: int, end: int) -> tuple[int, int]:
    """The words of a party with the mark that closes what one of them opens, or without a mark at their edge that has no other half.

    What is opened or closed elsewhere in the sentence stays as it is.

    >>> words = 'killed 38 " terrorists " and " a guard in Chad'.split()
    >>> with_both_halves(words, 1, 4), with_both_halves(words, 6, 9)
    ((1, 5), (7, 9))
    >>> with_both_halves("it met the Health Service ( CHS ) there".split(), 2, 7), with_both_halves("a “ proud ” army".split(), 2, 5)
    ((2, 8), (1, 5))
    """
    open_marks: list[int] = []
    missed: list[int] = []  # marks that close what stands before these words
    for at in range(first, end):
        word = words[at]
        if open_marks and _CLOSING[words[open_marks[-1]]] == word:
            open_marks.pop()
        elif word in _CLOSING:
            open_marks.append(at)
        elif word in _OPENING:
            missed.append(at)
    if len(open_marks) == 1 and not missed:
        (at,) = open_marks
        if end < len(words) and words[end] == _CLOSING[words[at]]:
            return first, end + 1
        return (first + 1, end) if at == first and end - first > 1 else (first, end)
    if len(missed) == 1 and not open_marks:
        (at,) = missed
        if first > 0 and words[first - 1] == _OPENING[words[at]]:
            return first - 1, end
    return first, end


def has_letters(words: Sequence[str], first: int, end: int) -> bool:
    """Whether words have a letter or a figure: what has none ("...") is the name of nobody.

    >>> has_letters(["M23", "..."], 0, 1), has_letters(["M23", "..."], 1, 2)
    (True, False)
    """
    return any(c.isalnum() for word in words[first:end] for c in word)
