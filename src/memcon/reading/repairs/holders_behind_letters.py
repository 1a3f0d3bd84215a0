"""Holders of an office behind a body and its letters, put right on a small parser's arrays: "World Bank (WB) chief Ann Lee"."""

from __future__ import annotations

from collections.abc import Sequence

from memcon.ontology.words import words as word_list

from ..grammar.paired_names import Name

_BEFORE_OFFICES = frozenset(
    "acting assistant chief country current deputy ex executive first former general high new outgoing permanent political regional senior "
    "special then top vice".split()
)
_KINDS = ("office_nouns", "class_rebels", "class_army", "class_police", "class_parliament")
_LONGEST = 4  # tokens of a person's name, and words of an office
_LETTERS = 2  # of a short name at least
_ROLES = ("nsubj", "nsubjpass", "dobj", "pobj", "dative", "attr", "agent")


def holders_behind_letters(
    words: Sequence[str], tags: Sequence[str], deps: list[str], heads: list[int], names: Sequence[Name]
) -> list[Name]:
    """The names, a person's among them that stands behind a body, its letters and an office; in place, the person in the body's stead.

    >>> words, tags = "World Bank ( WB ) chief Ann Lee spoke".split(), "NNP NNP -LRB- NNP -RRB- NN NNP NNP VBD".split()
    >>> deps, heads = "compound nsubj punct appos punct compound compound conj ROOT".split(), [1, 8, 3, 1, 3, 7, 7, 1, 8]
    >>> holders_behind_letters(words, tags, deps, heads, [(0, 2, "ORG"), (6, 8, "PERSON")])
    [(0, 2, 'ORG'), (6, 8, 'PERSON')]
    >>> deps[7], heads[7], deps[1], heads[1], heads[3]
    ('nsubj', 8, 'compound', 5, 1)
    """
    found = list(names)
    for mark in range(1, len(words) - 4):
        if words[mark] != "(" or words[mark + 2] != ")" or not words[mark + 1].isupper() or len(words[mark + 1]) < _LETTERS:
            continue
        body = next(((a, b) for a, b, label in found if b == mark and label in ("ORG", "NORP", "GPE", "FAC", "LOC")), None)
        holder = _holder(words, tags, mark + 3)
        if body is None or holder is None:
            continue
        _hang(words, tags, deps, heads, *body, *holder)
        _, first, end = holder
        if end > first:
            found = sorted([*(one for one in found if one[1] <= first or one[0] >= end), (first, end, "PERSON")])
    return found


def _holder(words: Sequence[str], tags: Sequence[str], start: int) -> tuple[int, int, int] | None:
    """The last word of an office that begins at a token, and the words of the name behind it, if there is one."""
    at = start
    while at < len(words) and at < start + _LONGEST and (words[at].lower() in _BEFORE_OFFICES | {"-"} or _is_office(words[at])):
        at += 1
    end = at
    while end < len(words) and end < at + _LONGEST and tags[end] == "NNP" and words[end][:1].isupper():
        end += 1
    known = any(_is_office(words[t]) for t in range(start, at)) and words[at - 1] != "-"
    return (at - 1, at, end) if known and (end > at or at == len(words) or not tags[at].startswith(("NN", "JJ", "CD"))) else None


def _is_office(word: str) -> bool:
    """Whether a word is for who holds an office, or for those of a body."""
    return any(not word_list(kind).isdisjoint((word.lower(), word.lower().removesuffix("s"))) for kind in _KINDS)


def _hang(
    words: Sequence[str], tags: Sequence[str], deps: list[str], heads: list[int], first: int, end: int, office: int, name: int, last: int
) -> None:
    """Put the person, or the office without a name, in the place of the body, and the body under the office."""
    person, inside = last - 1, range(first, last)  # of "the Bank (WB) chief spoke" the chief
    tops = [t for t in range(first, end) if not first <= heads[t] < end or heads[t] == t]
    top = tops[0] if any(words[t].lower() in ("of", "for") for t in range(first, end)) else tops[-1]
    outer = [t for t in (person, top) if heads[t] not in inside and deps[t] in _ROLES]
    outer = outer or [t for t in (top, person) if heads[t] not in inside or heads[t] == t]
    if not outer:
        return
    place = outer[0]
    root = heads[place] == place
    deps[person], heads[person] = deps[place], person if root else heads[place]
    for t in range(len(words)):  # what else was hung on the body is said of the person
        if t >= last and heads[t] in tops and heads[t] != t:
            heads[t] = person
    for t in tops:
        link = t - 1
        behind = t != top and t - 1 >= first and tags[link] == "IN"
        while not behind and t != top and link > first and heads[link] == t:
            link -= 1
            behind = tags[link] == "IN"
        deps[t], heads[t] = ("compound", office) if t == top else ("pobj", link) if behind else ("compound", top)
    deps[end + 1], heads[end + 1] = "appos", top
    for t in (end, end + 2):
        deps[t], heads[t] = "punct", end + 1
    for t in range(end + 3, name):
        if t != person:
            deps[t], heads[t] = ("compound", person) if t == office else ("amod", office)
    for t in range(name, person):
        deps[t], heads[t] = "compound", person
