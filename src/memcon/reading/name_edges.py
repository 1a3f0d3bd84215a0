"""Names that the recogniser reads together with what stands beside them, cut to what they are."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from .paired_names import Name

_WHERE = frozenset(("at", "in", "near", "on"))
_IsState = Callable[[Sequence[str]], bool]


def states_by_themselves(words: Sequence[str], names: Sequence[Name], is_state: _IsState) -> list[Name]:
    """The names, a state at the end of a date and one with the place behind it apart: "2 May 2011 - Chad", "the border with Chad at Kano".

    >>> words = "2 May 2011 - Chad shut its border with Togo at Kano".split()
    >>> states_by_themselves(words, [(0, 5, "DATE"), (9, 12, "GPE")], lambda name: name in (["Chad"], ["Togo"]))
    [(0, 3, 'DATE'), (4, 5, 'GPE'), (9, 10, 'GPE'), (11, 12, 'GPE')]
    """
    return [part for name in names for part in _parts(words, name, is_state)]


def _parts(words: Sequence[str], name: Name, is_state: _IsState) -> list[Name]:
    first, end, label = name
    if label == "DATE":
        state = next((t for t in range(first + 1, end) if words[t][:1].isupper() and is_state(words[t:end])), None)
        if state is not None and words[state - 1].lower() not in ("in", "of"):
            last = state
            while last > first and not words[last - 1].isalnum():
                last -= 1
            return [(first, last, label), (state, end, "GPE")]
    elif label in ("GPE", "LOC", "FAC", "ORG"):
        where = next((t for t in range(first + 1, end - 1) if words[t] in _WHERE), None)
        if where is not None and is_state(words[first + (words[first].lower() == "the") : where]):
            return [(first, where, "GPE"), (where + 1, end, "GPE")]
    return [name]
