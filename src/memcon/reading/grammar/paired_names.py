"""Two parties with a hyphen between them, each a name of its own: "the EU-Chile summit", "Israeli-Palestinian talks", "Sino-Russian"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from memcon.actors import registry

Name = tuple[int, int, str]
_LONGEST = 3  # tokens of a party: "North Korea", "Saudi Arabia"
_HYPHENS = ("-", "–")
_DASHED = re.compile(r"\b([^\W\d_]+)–([^\W\d_]+)\b")
_BEFORE_A_NOUN = ("amod", "compound", "nmod")


def hyphened(text: str) -> str:
    """A text of the same length, dashes between two known parties as the parser knows them.

    >>> hyphened("India–Pakistan talks, 1999–2001")
    'India-Pakistan talks, 1999–2001'
    """
    return _DASHED.sub(lambda pair: f"{pair[1]}-{pair[2]}" if _label(pair[1]) and _label(pair[2]) else pair[0], text)


def parties_behind_between(words: Sequence[str], deps: Sequence[str], heads: Sequence[int], names: Sequence[Name]) -> list[Name]:
    """The names, one of three words behind "between" that holds an "and" told apart: "talks between Otieno and Kamau".

    >>> words, deps, heads = "between Rey and Fox".split(), ["prep", "pobj", "cc", "conj"], [0, 0, 1, 1]
    >>> parties_behind_between(words, deps, heads, [(1, 4, "ORG")])
    [(1, 2, 'PERSON'), (3, 4, 'PERSON')]
    """
    apart: list[Name] = []
    for first, end, label in names:
        pair = end - first == 3 and first > 0 and words[first + 1] == "and" and words[first - 1].lower() == "between"
        if pair and (deps[end - 1], heads[end - 1]) == ("conj", first):
            apart += [(t, t + 1, _label(words[t]) or "PERSON") for t in (first, end - 1)]
        else:
            apart.append((first, end, label))
    return apart


def parties_beside_hyphens(
    words: Sequence[str], deps: list[str], heads: list[int], names: Sequence[Name], glued: Callable[[int], bool]
) -> list[Name]:
    """The names, those on both sides of a hyphen told apart, the first said of what the second is said of, in place in the parse.

    `glued` tells whether nothing stands between a token and the one before. A state of that name ("Guinea-Bissau") stays whole.

    >>> words, deps, heads = "Chad - Togo summit".split(), "compound punct compound ROOT".split(), [2, 2, 3, 3]
    >>> parties_beside_hyphens(words, deps, heads, [(0, 3, "ORG")], lambda token: token < 3)
    [(0, 1, 'GPE'), (2, 3, 'GPE')]
    """
    found = list(names)
    for hyphen in range(1, len(words) - 1):
        if words[hyphen] not in _HYPHENS or not (glued(hyphen) and glued(hyphen + 1)):
            continue
        if words[hyphen - 1][:1].isupper() and (whole := _label(f"{words[hyphen - 1]}-{words[hyphen + 1]}")):
            _put_below(hyphen - 1, hyphen + 1, deps, heads)
            found = _with(found, (hyphen - 1, hyphen + 2, whole))
            continue
        one = _party(words, range(hyphen - 1, max(-1, hyphen - 1 - _LONGEST), -1), hyphen, before=True)
        other = _party(words, range(hyphen + 2, min(len(words), hyphen + 1 + _LONGEST) + 1), hyphen, before=False)
        if one is None or other is None:
            continue
        first, last = hyphen - 1, other[1] - 1
        if deps[last] not in _BEFORE_A_NOUN:
            continue
        _put_below(first, last, deps, heads)
        heads[hyphen], deps[hyphen] = first, "punct"
        for token in range(one[0], first):
            heads[token], deps[token] = first, "compound"
        for token in range(hyphen + 1, last):
            heads[token], deps[token] = last, "compound"
        found = _with(found, one, other)
    return found


def _put_below(first: int, last: int, deps: list[str], heads: list[int]) -> None:
    """Make the first word part of what the last one heads, which takes its place where it hung on the first."""
    at = last
    for _ in heads:  # no more steps than there are words, whatever was put right before
        if heads[at] in (at, first):
            break
        at = heads[at]
    if heads[at] == first and at != first:
        heads[last], deps[last] = (heads[first] if heads[first] != first else last), deps[first]
    heads[first], deps[first] = last, "compound"


def _with(names: Sequence[Name], *told: Name) -> list[Name]:
    """The names, with those told in the place of all that meet them."""
    return sorted([n for n in names if n[1] <= told[0][0] or n[0] >= told[-1][1]] + list(told))


def _party(words: Sequence[str], edges: range, hyphen: int, *, before: bool) -> Name | None:
    """The longest party that ends before a hyphen or begins behind it; its edges are tried from the nearest on."""
    best: Name | None = None
    for edge in edges:
        first, end = (edge, hyphen) if before else (hyphen + 1, edge)
        name = " ".join(words[first:end]) if words[first][:1].isupper() else ""
        if name and (known := _label(name)):
            best = (first, end, known)
        elif name and before and (known := _label(f"{name}-")):  # "Sino-"
            best = (first, end + 1, known)
    return best


def _label(name: str) -> str:
    """The recogniser's label of a state, people, capital or known organisation of that name, "" of other words."""
    known = registry()
    if known.demonym(name) is not None:
        return "NORP" if known.state(name) is None else "GPE"
    if known.state(name) is not None or known.capital(name) is not None:
        return "GPE"
    return "ORG" if known.organisations.find(name) is not None else ""
