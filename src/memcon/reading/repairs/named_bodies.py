"""A body named right behind what it is, "the regional bloc SADC", where a small parser has two parties, put right on its arrays."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ..grammar.paired_names import Name
from ..grammar.personal_names import is_personal

_NAMED = ("NNP", "NNPS")
_BODIES = frozenset("agency alliance army authority brigade command commission committee council front league ministry movement".split())
_ARGUMENTS = ("nsubj", "nsubjpass", "dobj")
_TAKES_PART = ("nsubj", "nsubjpass", "dobj", "pobj", "dative", "conj", "npadvmod", "dep")


def names_behind_bodies(
    words: Sequence[str],
    tags: Sequence[str],
    deps: list[str],
    heads: list[int],
    is_body: Callable[[str], bool],
    is_state: Callable[[str], bool],
) -> None:
    """A name right behind the noun for a body, read as another party to the same verb, names that body, in place.

    >>> words, tags = "The news agency PNA accused Chad".split(), "DT NN NN NNP VBD NNP".split()
    >>> deps, heads = "det compound nsubj nsubj ROOT dobj".split(), [2, 2, 4, 4, 4, 4]
    >>> names_behind_bodies(words, tags, deps, heads, lambda word: word == "agency", lambda word: word == "Chad")
    >>> deps[3], heads[3]
    ('appos', 2)

    Where the body stands elsewhere and the verb has its subject, too: "Men sent by the bloc OAL left".

    >>> words, tags = "Men sent by the bloc OAL left".split(), "NNS VBN IN DT NN NNP VBD".split()
    >>> deps, heads = "nsubj acl agent det pobj nsubj ROOT".split(), [6, 0, 1, 4, 2, 6, 6]
    >>> names_behind_bodies(words, tags, deps, heads, lambda word: word == "bloc", lambda word: False)
    >>> deps[5], heads[5]
    ('appos', 4)
    """
    for noun in range(1, len(words) - 1):
        if tags[noun] != "NN" or tags[noun + 1] not in _NAMED or deps[noun] not in _TAKES_PART or not is_body(words[noun].lower()):
            continue
        end = noun + 1
        while end < len(words) and tags[end] in _NAMED:
            end += 1
        name = end - 1
        if deps[name] not in _TAKES_PART or heads[name] in range(noun, end) or is_state(" ".join(words[noun + 1 : end])):
            continue
        if any(deps[t] == deps[name] and heads[t] == heads[name] for t in range(name)):
            deps[name], heads[name] = "appos", noun


def bodies_as_persons(
    words: Sequence[str],
    tags: Sequence[str],
    deps: Sequence[str],
    heads: Sequence[int],
    names: Sequence[Name],
    is_body: Callable[[str], bool],
) -> tuple[Name, ...]:
    """The names, those read as persons' that stand right behind the noun for a body as that body's: "rebel group Ansar Zuhd".

    >>> words, tags = "Rebel group Ansar Zuhd left".split(), "NN NN NNP NNP VBD".split()
    >>> deps, heads = "compound compound compound nsubj ROOT".split(), [1, 3, 3, 4, 4]
    >>> bodies_as_persons(words, tags, deps, heads, [(2, 4, "PERSON")], lambda word: word == "group")
    ((2, 4, 'ORG'),)
    """
    told: list[Name] = []
    for first, end, label in names:
        noun, name = first - 1, end - 1
        if first > 1 and words[noun] == "," and deps[noun - 1] in _ARGUMENTS and not is_personal(words[first:end]):
            noun -= 1  # "the militia, Kataib Zuhd, denied it"
        beside = (
            label == "PERSON"
            and first > 0
            and tags[noun] == "NN"
            and ((deps[name] == "appos" and heads[name] == noun) or (deps[noun] == "compound" and heads[noun] == name))
        )
        own = label == "PERSON" and end - first > 1 and words[name].lower() in _BODIES  # "the Blue Hill Command"
        told.append((first, end, "ORG" if own or (beside and is_body(words[noun].lower())) else label))
    return tuple(told)


def bodies_of_linked_names(
    words: Sequence[str], heads: Sequence[int], names: Sequence[Name], is_state: Callable[[str], bool]
) -> list[Name]:
    """The names; parts that "-e-" or "-i-" links are one body's, with the state that ends it: "Tehreek-i-Adl Chad".

    >>> words, heads = "Tehreek - i - Adl Chad denied it".split(), [5, 2, 4, 4, 5, 6, 6, 6]
    >>> bodies_of_linked_names(words, heads, [(0, 1, "ORG"), (5, 6, "GPE")], lambda word: word == "Chad")
    [(0, 6, 'ORG')]
    """
    found = list(names)
    for link in range(2, len(words) - 2):
        if words[link] not in ("e", "i") or words[link - 1] != "-" or words[link + 1] != "-":
            continue
        first, end = link - 2, link + 3
        if not (words[first][:1].isupper() and words[end - 1][:1].isupper()):
            continue
        if end < len(words) and heads[end - 1] == end and is_state(words[end]):
            end += 1
        if not any(a <= first and b >= end for a, b, _ in found):
            found = sorted([*(n for n in found if n[1] <= first or n[0] >= end), (first, end, "ORG")])
    return found
