"""Persons whose surname is a place's, whom an apposition tells to be persons: "Zelda Paris, a Chilean nurse, left"."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from memcon.ontology.words import words as word_list

from ..grammar.paired_names import Name

_WHERE = ("in", "at", "near", "to", "from", "outside")
_ACTING = ("nsubj", "nsubjpass", "dobj", "poss")
_MISREAD = ("GPE", "LOC", "FAC", "ORG")


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
