"""What a word hangs on, in arrays that are still being put right and may wind: a word can hang on itself by way of others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence


def above(token: int, heads: Sequence[int]) -> Iterator[int]:
    """The words that a word hangs on, the nearest first; it comes to an end, though the arrays wind.

    >>> list(above(3, [0, 0, 1, 2])), len(list(above(0, [1, 0])))
    ([2, 1, 0], 2)
    """
    for _ in heads:
        if heads[token] == token:
            return
        token = heads[token]
        yield token


def hangs_on(token: int, top: int, heads: Sequence[int]) -> bool:
    """Whether a word is another, or hangs on it, by way of others or not.

    >>> hangs_on(3, 1, [0, 0, 1, 2]), hangs_on(1, 3, [0, 0, 1, 2])
    (True, False)
    """
    return token == top or top in above(token, heads)
