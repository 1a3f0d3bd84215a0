"""States and bodies with "and" in their names, pairs of states that share a word: which words are one name, in a parse's arrays."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

from memcon.actors import registry
from memcon.actors.genders import given_name_gender

from ..grammar.paired_names import Name

_LONGEST = 3  # tokens on either side of the "and": "Saint Vincent and the Grenadines"


def states_of_one_name(words: Sequence[str], deps: list[str], heads: list[int], names: Sequence[Name]) -> list[Name]:
    """The names, two states in one of them told apart, in place in the parse: "North and South Korea".

    >>> words = "talks between North and South Korea".split()
    >>> deps, heads = "ROOT prep nmod cc conj pobj".split(), [0, 0, 5, 2, 2, 1]
    >>> states_of_one_name(words, deps, heads, [(2, 6, "GPE")])
    [(2, 3, 'GPE'), (4, 6, 'GPE')]
    >>> deps, heads
    (['ROOT', 'prep', 'pobj', 'cc', 'compound', 'conj'], [0, 0, 1, 2, 5, 2])
    """
    found: list[Name] = []
    for first, end, label in names:
        parts = [w.lower() for w in words[first : end - 1]]
        if label != "GPE" or end - first != 4 or parts[1] != "and" or not {parts[0], parts[2]} < _SIDES_OF_THE_WORLD:
            found.append((first, end, label))
            continue
        other, last = first + 2, end - 1
        deps[first], heads[first] = deps[last], heads[last] if heads[last] != last else first
        heads[first + 1], heads[other], deps[other] = first, last, "compound"
        deps[last], heads[last] = "conj", first
        found += [(first, first + 1, label), (other, end, label)]
    return found


_SIDES_OF_THE_WORLD = frozenset(("north", "south", "east", "west"))


def names_with_and(words: Sequence[str], deps: list[str], heads: list[int], names: Sequence[Name]) -> list[Name]:
    """The names, one on both sides of its "and" as one, in place in the parse: "Bosnia and Herzegovina", "Justice and Equality Movement".

    >>> deps, heads = "nsubj cc conj ROOT".split(), [3, 0, 0, 3]
    >>> names_with_and("Bosnia and Herzegovina left".split(), deps, heads, [(0, 1, "GPE"), (2, 3, "ORG")])
    [(0, 3, 'GPE')]
    >>> deps, heads
    (['compound', 'compound', 'nsubj', 'ROOT'], [2, 2, 3, 3])
    """
    found = list(names)
    for link in range(1, len(words) - 1):
        if words[link] not in ("and", "&") or not words[link - 1][:1].isupper():
            continue
        span = _known_around(words, link)
        if span is None:
            continue
        first, end, label = span
        top = next((t for t in range(first, end) if not first <= heads[t] < end or heads[t] == t), first)
        last = end - 1
        owned = heads[last] if not first <= heads[last] < end and first <= heads[heads[last]] < end else last  # "Herzegovina's envoy"
        deps[owned], heads[owned] = deps[top], heads[top] if heads[top] != top else owned
        for token, head in enumerate(heads):
            if first <= token < last:
                deps[token], heads[token] = "compound", last
            elif first <= head < last:
                heads[token] = last
        found = sorted([n for n in found if n[1] <= first or n[0] >= end] + [(first, end, label)])
    return found


def _known_around(words: Sequence[str], link: int) -> Name | None:
    """The longest name of a state or of a known body with the "and" at a token in it."""
    for first in range(max(0, link - _LONGEST), link):
        for end in range(min(len(words), link + 1 + _LONGEST), link + 1, -1):
            parts = words[first:end]
            told = words[first][:1].isupper() and words[end - 1][:1].isupper()
            if told and registry().states.iso3(" ".join(parts)) is not None:
                return first, end, "GPE"
            if told and end - first > _LONGEST and _is_body(" ".join(parts)):
                return first, end, "ORG"
    return None


@lru_cache(maxsize=4096)
def _is_body(name: str) -> bool:
    """Whether a body or an armed group is known by exactly that name: "Justice and Equality Movement"."""
    known = registry().resolve(name)
    return known is not None and known.how in ("organisation.name", "armed_group.name")


def state_and_person(words: Sequence[str], tags: Sequence[str], name: Name, is_state: Callable[[Sequence[str]], bool]) -> list[Name]:
    """A state and the person behind it, read as one name, told apart: "the envoy to Chad Ann Lee".

    >>> tags = "DT NN IN NNP NNP NNP".split()
    >>> state_and_person("the envoy to Chad Ann Lee".split(), tags, (3, 6, "PERSON"), lambda name: list(name) == ["Chad"])
    [(3, 4, 'GPE'), (4, 6, 'PERSON')]
    """
    first, end, label = name
    behind = label == "PERSON" and end - first > 2 and first > 0 and tags[first - 1] in ("IN", "TO")
    if not behind or not is_state(words[first : first + 1]) or not given_name_gender(words[first + 1]):
        return [name]
    return [(first, first + 1, "GPE"), (first + 1, end, label)]
