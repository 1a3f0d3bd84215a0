"""Names that the recogniser reads together with what stands beside them, cut to what they are."""

from __future__ import annotations

from collections.abc import Callable, Sequence

Name = tuple[int, int, str]
_WHERE = frozenset(("at", "in", "near", "on"))


def states_behind_dates(words: Sequence[str], names: Sequence[Name], state: Callable[[Sequence[str]], bool]) -> list[Name]:
    """The names, a state at a date's end a name of its own: "2 May 2011 - Chad", "the start of Lent Chad".

    >>> words = "2 May 2011 - Chad shut its border".split()
    >>> states_behind_dates(words, [(0, 5, "DATE")], lambda name: list(name) == ["Chad"])
    [(0, 3, 'DATE'), (4, 5, 'GPE')]
    """
    found: list[Name] = []
    for first, end, label in names:
        at = next((t for t in range(first + 1, end) if words[t][:1].isupper() and state(words[t:end])), None) if label == "DATE" else None
        if at is None or words[at - 1].lower() in ("in", "of"):
            found.append((first, end, label))
            continue
        last = at
        while last > first and not words[last - 1].isalnum():
            last -= 1
        found += [(first, last, label), (at, end, "GPE")]
    return found


def states_before_places(words: Sequence[str], names: Sequence[Name], state: Callable[[Sequence[str]], bool]) -> list[Name]:
    """The names, a state and the place behind it two: "the border with Chad at Kano".

    >>> words = "closed the border with Chad at Kano".split()
    >>> states_before_places(words, [(4, 7, "GPE")], lambda name: list(name) == ["Chad"])
    [(4, 5, 'GPE'), (6, 7, 'GPE')]
    """
    found: list[Name] = []
    for first, end, label in names:
        at = next((t for t in range(first + 1, end - 1) if words[t] in _WHERE), None) if label in ("GPE", "LOC", "FAC", "ORG") else None
        start = first + (words[first].lower() == "the")
        if at is not None and state(words[start:at]):
            found += [(first, at, "GPE"), (at + 1, end, "GPE")]
        else:
            found.append((first, end, label))
    return found
