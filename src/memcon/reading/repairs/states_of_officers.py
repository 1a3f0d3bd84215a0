"""States whose officers act together: "the ministers of Peru and the United States"."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from memcon.ontology.words import words as word_list

from ..grammar.paired_names import Name


def states_of_officers(
    words: Sequence[str],
    tags: Sequence[str],
    deps: list[str],
    heads: list[int],
    names: Sequence[Name],
    is_state: Callable[[Sequence[str]], bool],
) -> None:
    """A state read as a further party beside those in office of another is a second state of theirs, in place.

    >>> text, tags = "ministers of Peru and the United States met".split(), "NNS IN NNP CC DT NNP NNP VBD".split()
    >>> deps, heads = "nsubj prep pobj cc det compound conj ROOT".split(), [7, 0, 1, 0, 6, 6, 0, 7]
    >>> states_of_officers(text, tags, deps, heads, [(5, 7, "GPE")], lambda name: name == ["Peru"])
    >>> deps[6], heads[6], heads[3]
    ('conj', 2, 2)
    """
    lands = {t: first for first, end, label in names if label == "GPE" for t in range(first, end)}
    offices = word_list("office_nouns")
    for other in range(len(words)):
        officers = heads[other]
        if deps[other] != "conj" or other not in lands or tags[officers] not in ("NNS", "NNPS") or _office(words[officers]) not in offices:
            continue
        first = lands[other] - (words[lands[other] - 1].lower() == "the")
        one = next((t for t in range(officers + 1, first) if deps[t] == "pobj" and heads[t] == officers + 1), None)
        if one is None or words[officers + 1].lower() not in ("of", "from") or words[first - 1].lower() != "and":
            continue
        if not all(t in lands or words[t] in (",", "and", "the") or is_state(words[t : t + 1]) for t in range(officers + 2, first)):
            continue
        heads[other] = one
        for t in range(other + 1, len(words)):
            if heads[t] == other and deps[t] == "conj" and t not in lands:  # "and the envoy"
                heads[t] = officers
        for t in range(one + 1, first):
            if heads[t] == officers and deps[t] in ("cc", "punct"):
                heads[t] = one


def _office(word: str) -> str:
    return word.lower().removesuffix("s")
