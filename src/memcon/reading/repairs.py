"""What a small parser gets wrong in ways that the words themselves show, put right on its arrays."""

from __future__ import annotations

from collections.abc import Sequence

_FINITE = ("VBD", "VBZ", "VBP")


def part_at_semicolons(words: Sequence[str], tags: Sequence[str], deps: list[str], heads: list[int]) -> None:
    """Two sentences with a semicolon between them, read as "that ..., he said", become two that are coordinated, in place.

    What stands before the first one's verb is the first one's: "On Saturday Poland expelled ten; Bulgaria expelled two".

    >>> words, tags = "Poland left ; Chile stayed".split(), "NNP VBD : NNP VBD".split()
    >>> deps, heads = "nsubj ccomp punct nsubj ROOT".split(), [1, 4, 4, 4, 4]
    >>> part_at_semicolons(words, tags, deps, heads)
    >>> deps, heads
    (['nsubj', 'ROOT', 'punct', 'nsubj', 'conj'], [1, 1, 4, 4, 1])
    """
    for mark, word in enumerate(words):
        if word != ";":
            continue
        for first in range(mark - 1, -1, -1):
            second = heads[first]
            if deps[first] == "ccomp" and second > mark and deps[second] == "ROOT" and tags[first] in _FINITE:
                heads[first], deps[first] = first, "ROOT"
                for token in range(first):
                    if heads[token] == second:
                        heads[token] = first
                heads[second], deps[second] = first, "conj"
                break
            if deps[first] == "ROOT":
                break
