"""Two deeds of one in a headline, with a comma between them: "Chad condemns raid, calls summit"."""

from __future__ import annotations

from collections.abc import Callable, Sequence

_LOOSE = ("advcl", "ccomp", "dep", "parataxis", "xcomp", "aux", "csubj")
_SAYING = ("says", "reports", "announces", "warns", "insists", "claims")


def deeds_in_a_row(words: Sequence[str], tags: list[str], deps: list[str], heads: list[int], end: int, acts: Callable[[str], bool]) -> None:
    """The verb behind the comma becomes the second of a row, in place; a noun in the plural before the comma becomes the first.

    `end` is where the headline ends; `acts` tells which words are verbs that name an act. What stands behind a comma with its own subject
    ("Blast kills two, says army") is left as it is.

    >>> words, tags = "Chad condemns raid , calls summit".split(), "NNP VBZ NN , VBZ NN".split()
    >>> deps, heads = "nsubj aux dobj punct ROOT dobj".split(), [4, 4, 1, 4, 4, 4]
    >>> deeds_in_a_row(words, tags, deps, heads, 6, lambda word: False)
    >>> deps, heads
    (['nsubj', 'ROOT', 'dobj', 'punct', 'conj', 'dobj'], [1, 1, 1, 4, 1, 4])
    >>> words, tags = "AU chair phones Rey , offers help".split(), "NNP NN NNS NNP , VBZ NN".split()
    >>> deps, heads = "compound compound compound nsubj punct ROOT dobj".split(), [1, 2, 3, 5, 5, 5, 5]
    >>> deeds_in_a_row(words, tags, deps, heads, 7, lambda word: word == "phone")
    >>> deps, heads
    (['compound', 'nsubj', 'ROOT', 'dobj', 'punct', 'conj', 'dobj'], [1, 2, 2, 2, 5, 2, 5])
    """
    for later in range(3, end):
        if tags[later] != "VBZ" or words[later - 1] != ",":
            continue
        subject = next((t for t in range(end) if heads[t] == later and deps[t] == "nsubj"), None)
        if subject is not None and subject > later:
            continue
        says = words[later] in _SAYING and not any(t > later and deps[t] == "ccomp" and heads[t] == later for t in range(end))
        if says:
            continue
        first = next((t for t in range(1, later - 1) if tags[t] == "VBZ"), None)
        if first is not None:
            _in_a_row(deps, heads, first, later)
        elif subject == later - 2:
            _put_first_right(words, tags, deps, heads, later, acts)


def _in_a_row(deps: list[str], heads: list[int], first: int, later: int) -> None:
    if heads[later] == first and deps[later] in _LOOSE:
        deps[later] = "conj"
    elif heads[first] == later and deps[first] in _LOOSE:
        deps[first], heads[first] = deps[later], first if heads[later] == later else heads[later]
        deps[later], heads[later] = "conj", first
        for t in range(first):
            if heads[t] == later:
                heads[t] = first


def _put_first_right(
    words: Sequence[str], tags: list[str], deps: list[str], heads: list[int], later: int, acts: Callable[[str], bool]
) -> None:
    """Make the noun before the one it is done to the first verb that it is: "chair phones president, offers help"."""
    held = later - 2
    verb = next((t for t in range(1, held) if tags[t] == "NNS" and words[t].islower() and acts(words[t].removesuffix("s"))), None)
    if verb is None or not tags[verb - 1].startswith("NN") or deps[verb] not in ("compound", "nmod"):
        return
    for t in range(verb - 1):
        heads[t] = min(heads[t], verb - 1)
    for t in range(verb + 1, held):
        heads[t] = held if heads[t] not in range(verb + 1, held) else heads[t]
    tags[verb], deps[verb], heads[verb] = "VBZ", deps[later], verb if heads[later] == later else heads[later]
    deps[verb - 1], heads[verb - 1], deps[held], heads[held] = "nsubj", verb, "dobj", verb
    deps[later], heads[later] = "conj", verb
