"""Persons whose surname is a place's, whom an apposition tells to be persons: "Zelda Paris, a Chilean nurse, left"."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from memcon.ontology.words import words as word_list

from ..grammar.paired_names import Name
from ..grammar.personal_names import of_a_body

_WHERE = ("in", "at", "near", "to", "from", "outside")
_ACTING = ("nsubj", "nsubjpass", "dobj", "poss")
_MISREAD = ("GPE", "LOC", "FAC", "ORG")
_PLACES = ("GPE", "LOC")
_OBLIQUE = ("by", "with", "against", "of")
_WORDS_OF_NAME = (2, 3)


def persons_of_place_names(
    words: Sequence[str],
    tags: Sequence[str],
    deps: Sequence[str],
    heads: Sequence[int],
    names: Sequence[Name],
    person: Callable[[str], bool],
    country: Callable[[str], bool],
) -> list[Name]:
    """The names, with those of persons as such; without their surnames alone, where these act and are nowhere a place.

    >>> words, tags = "Zelda Paris , a nurse , left".split(), "NNP NNP , DT NN , VBD".split()
    >>> deps, heads = "compound nsubj punct det appos punct ROOT".split(), [1, 6, 1, 4, 1, 6, 6]
    >>> names = [(0, 2, "GPE")]
    >>> persons_of_place_names(words, tags, deps, heads, names, lambda word: word == "nurse", lambda name: name == "Paris")
    [(0, 2, 'PERSON')]
    """
    kept, told = list(names), set[str]()
    for token, label in enumerate(deps):
        name = heads[token]
        if (
            label != "appos"
            or name + 1 >= len(words)
            or tags[token] != "NN"
            or tags[name] != "NNP"
            or words[name + 1] != ","
            or not person(words[token])
        ):
            continue
        first = name
        while first > 0 and tags[first - 1] == "NNP" and heads[first - 1] == name and deps[first - 1] == "compound":
            first -= 1
        whole = " ".join(words[first : name + 1])
        if first == name or words[first].lower() in word_list("compass") or not country(words[name]) or country(whole):
            continue
        over = [one for one in kept if one[0] <= name and one[1] > first]
        if all(one[2] in _MISREAD for one in over):
            kept = sorted([*(one for one in kept if one not in over), (first, name + 1, "PERSON")])
            told.add(words[name])
    alone = [one for one in kept if one[1] - one[0] == 1 and words[one[0]] in told]
    places = {words[first] for first, _, _ in alone if deps[first] == "pobj" and words[heads[first]].lower() in _WHERE}
    return [one for one in kept if one not in alone or words[one[0]] in places or deps[one[0]] not in _ACTING]


def surnames_of_place_names(
    words: Sequence[str],
    tags: Sequence[str],
    deps: Sequence[str],
    heads: Sequence[int],
    names: Sequence[Name],
    gender: Callable[[str], str],
) -> list[Name]:
    """The names, as persons' those of a place that are the surname of a person named in full, where they act and are nowhere a place.

    `gender` tells that of given names, "" of other words.

    >>> words, tags = "Maria Paris left . Paris thanked Chad .".split(), "NNP NNP VBD . NNP VBD NNP .".split()
    >>> deps, heads = "compound nsubj ROOT punct nsubj ROOT dobj punct".split(), [1, 2, 2, 2, 5, 5, 5, 5]
    >>> names = [(0, 2, "PERSON"), (4, 5, "GPE"), (6, 7, "GPE")]
    >>> surnames_of_place_names(words, tags, deps, heads, names, lambda word: "f" if word == "Maria" else "")
    [(0, 2, 'PERSON'), (4, 5, 'PERSON'), (6, 7, 'GPE')]
    """
    whole = [(a, b) for a, b, label in names if label in ("PERSON", *_MISREAD) and b - a in _WORDS_OF_NAME and gender(words[a])]
    surnames = {words[b - 1] for a, b in whole if all(tags[t] == "NNP" for t in range(a, b)) and not of_a_body(words[b - 1])}
    alone = {a for a, b, label in names if b - a == 1 and label in _PLACES and words[a] in surnames and tags[a] == "NNP"}
    if not alone:
        return list(names)
    places = {words[t] for t in range(1, len(words)) if words[t] in surnames and words[t - 1].lower() in _WHERE}
    acts = {a for a in alone if deps[a] in _ACTING or (deps[a] == "pobj" and words[heads[a]].lower() in _OBLIQUE)}
    persons = {words[a] for a in acts} - places
    return [(a, b, "PERSON") if a in acts and words[a] in persons else (a, b, label) for a, b, label in names]
