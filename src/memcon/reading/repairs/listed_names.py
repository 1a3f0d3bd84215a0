"""Several persons or offices in a row that a small parser reads as one with further names, put right on its arrays."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from memcon.ontology.words import words as word_list

_LONGEST_ROW = 12  # tokens from one office of a row to the next


def offices_in_a_row(words: Sequence[str], deps: list[str], heads: list[int], lemmas: Sequence[str]) -> None:
    """An office behind an office, read as said of it, becomes one of several, in place: "the chancellor, army chief and envoy of Peru".

    >>> words = lemmas = "the chancellor , army chief and envoy".split()
    >>> deps, heads = "det ROOT punct compound appos cc conj".split(), [1, 1, 1, 4, 1, 4, 4]
    >>> offices_in_a_row(words, deps, heads, lemmas)
    >>> deps[4]
    'conj'
    """
    offices = word_list("office_nouns")
    for token, label in enumerate(deps):
        held = heads[token]
        if label != "appos" or lemmas[token] not in offices or lemmas[held] not in offices:
            continue
        own = any(heads[c] == token and deps[c] in ("det", "poss") for c in range(held, token))
        behind = range(token + 1, min(len(deps), token + 1 + _LONGEST_ROW))
        listed = any(heads[c] == token and deps[c] == "conj" and lemmas[c] in offices for c in behind)
        if listed and not own and words[token].islower() and words[held].islower():
            deps[token] = "conj"


def persons_in_a_row(
    words: Sequence[str], tags: Sequence[str], deps: list[str], heads: list[int], names: Sequence[tuple[int, int, str]]
) -> None:
    """A person's name that is read as what another person is called becomes one of several, in place: "Ann Lee, Bo Fox and Ivan Rey".

    So does one behind an office that is read as one of them itself: "Minister Ann Lee, Premier Bo Fox and Envoy Ivan Rey".

    >>> words, deps = "Ann Lee , Bo Fox and Rey met".split(), "compound nsubj punct compound appos cc conj ROOT".split()
    >>> heads = [1, 7, 1, 4, 1, 4, 4, 7]
    >>> persons_in_a_row(words, ["NNP"] * 8, deps, heads, [(0, 2, "PERSON"), (3, 5, "PERSON"), (6, 7, "PERSON")])
    >>> deps[4]
    'conj'
    """
    offices = word_list("office_nouns")
    before: list[int] = []
    for first, end, label in names:
        one = end - 1
        if label != "PERSON" or deps[one] not in ("appos", "conj"):
            before += [one] if label == "PERSON" else []
            continue
        office = first - 1
        titled = office >= 0 and tags[office] == "NNP" and words[office].lower() in offices and heads[office] != one
        titled = titled and deps[office] == "conj"
        if heads[one] == office and deps[office] == "appos" and tags[office] == "NN":  # "Ann Lee, political adviser Bo Fox and Ivan Rey"
            titled = not any(heads[t] == office and deps[t] in ("det", "poss") for t in range(max(0, office - _LONGEST_ROW), office))
        if titled and heads[office] in before:
            heads[one], deps[one] = heads[office], "conj"
            heads[office], deps[office] = one, "compound"
        elif deps[one] == "appos" and heads[one] in before:
            deps[one] = "conj"
        before.append(one)


def offices_beside_named_ones(words: Sequence[str], tags: Sequence[str], deps: Sequence[str], heads: list[int]) -> None:
    """An office behind a named one, read as beside the verb, stands in a row with it, in place: "met the chief, Bo Fox, and the envoy".

    >>> words, tags = "met the chief , Fox , and the envoy of Peru".split(), "VBD DT NN , NNP , CC DT NN IN NNP".split()
    >>> deps, heads = "ROOT det dobj punct appos punct cc det conj prep pobj".split(), [0, 2, 0, 2, 2, 0, 0, 8, 0, 8, 9]
    >>> offices_beside_named_ones(words, tags, deps, heads)
    >>> heads[8]
    2
    """
    offices = word_list("office_nouns")
    for token, label in enumerate(deps):
        verb = heads[token]
        if label != "conj" or words[token].lower() not in offices or not tags[token].startswith("NN") or not tags[verb].startswith("VB"):
            continue
        own = {deps[c] for c in range(len(deps)) if heads[c] == token}
        named = [c for c in range(verb, token) if deps[c] == "dobj" and heads[c] == verb and words[c].lower() in offices]
        if {"det", "prep"} <= own and named and any(deps[c] == "appos" and heads[c] == named[-1] for c in range(named[-1], token)):
            heads[token] = named[-1]


def states_in_brackets(
    words: Sequence[str],
    deps: list[str],
    heads: list[int],
    names: Sequence[tuple[int, int, str]],
    is_state: Callable[[Sequence[str]], bool],
) -> None:
    """States that commas alone part in brackets are several, in place: "two abstentions (Chad, Peru)" are not those of a Chad called Peru.

    >>> words, names = "abstentions ( Chad , South Sudan )".split(), [(2, 3, "GPE"), (4, 6, "GPE")]
    >>> deps, heads = "ROOT punct appos punct compound appos punct".split(), [0, 0, 0, 2, 5, 2, 0]
    >>> states_in_brackets(words, deps, heads, names, lambda name: True)
    >>> deps[5], heads[5]
    ('conj', 2)
    """
    if "(" not in words:
        return
    for (start, end, _), (first, last, _) in pairwise(names):
        apart = first == end + 1 and words[end] == "," and last < len(words) and words[last] in (",", ")")
        if not apart or words[start - 1] not in ("(", ",") or "(" not in words[max(0, start - _LONGEST_ROW) : start]:
            continue
        before, one = end - 1, last - 1
        if heads[one] == before and deps[one] in ("appos", "npadvmod") and is_state(words[start:end]) and is_state(words[first:last]):
            deps[one] = "conj"
