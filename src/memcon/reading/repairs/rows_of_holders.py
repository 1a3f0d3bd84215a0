"""Holders of offices and persons of states in a row that a small parser hangs apart, put right on its arrays."""

from __future__ import annotations

from collections.abc import Sequence

from memcon.ontology.words import words as word_list

from ..grammar.paired_names import Name

_LINKS = ("and", "or", "&")


def holders_beside_their_states(
    words: Sequence[str], tags: Sequence[str], deps: list[str], heads: list[int], names: Sequence[Name]
) -> None:
    """A person named behind what he heads, read as told beside it, is who heads it, in place: "the head of the bank, Rey, and two others".

    Those who are told behind him are told beside him.

    >>> words, tags = "the president of Chad , Rey , and two chiefs left".split(), "DT NN IN NNP , NNP , CC CD NNS VBD".split()
    >>> deps, heads = "det nsubj prep pobj punct conj punct cc nummod conj ROOT".split(), [1, 10, 1, 2, 3, 3, 5, 5, 9, 5, 10]
    >>> holders_beside_their_states(words, tags, deps, heads, [(3, 4, "GPE"), (5, 6, "PERSON")])
    >>> deps[5], heads[5], deps[9], heads[9]
    ('appos', 1, 'conj', 1)
    """
    offices = word_list("office_nouns")
    labels = {end - 1: label for _, end, label in names}
    for first, end, label in names:
        one = end - 1
        of = heads[heads[one]]
        office = heads[of]
        if label != "PERSON" or deps[one] != "conj" or deps[heads[one]] != "pobj" or words[of].lower() != "of" or office > of:
            continue
        if words[first - 1] != "," or end >= len(words) or words[end] != ",":
            continue
        if words[office].lower() not in offices or tags[office] not in ("NN", "NNP") or labels.get(heads[one]) == "PERSON":
            continue
        if any(words[t].lower() in _LINKS for t in range(heads[one], first)):
            continue
        deps[one], heads[one] = "appos", office
        for t in range(end, len(deps)):
            if heads[t] == one and deps[t] in ("conj", "cc"):
                heads[t] = office


def states_before_holders(words: Sequence[str], tags: Sequence[str], deps: list[str], heads: list[int], names: Sequence[Name]) -> None:
    """A state right before an office and who holds it, read as beside them, is the office's, in place: "met Costa Rica President Rey".

    >>> words, tags = "Fox met Costa Rica President Ivan Rey".split(), "NNP VBD NNP NNP NNP NNP NNP".split()
    >>> deps, heads = "nsubj ROOT compound dobj compound compound dobj".split(), [1, 1, 3, 1, 6, 6, 1]
    >>> states_before_holders(words, tags, deps, heads, [(2, 4, "GPE"), (5, 7, "PERSON")])
    >>> deps[3], heads[3]
    ('compound', 6)
    """
    offices = word_list("office_nouns")
    persons = {first: end - 1 for first, end, label in names if label == "PERSON"}
    for _, end, label in names:
        state, behind = end - 1, next((t for t in range(end, min(end + _LONGEST_OFFICE, len(words))) if t in persons), None)
        if label not in ("GPE", "LOC", "ORG") or behind is None or behind == end or words[behind - 1].lower() not in offices:
            continue
        one = persons[behind]
        told = all(tags[t] == "NNP" and heads[t] in range(end, one + 1) for t in range(end, behind))
        if told and deps[state] == deps[one] and heads[state] == heads[one]:
            deps[state], heads[state] = "compound", one


_LONGEST_OFFICE = 5  # words: "First Deputy Prime Minister"


def persons_of_two_states(words: Sequence[str], deps: list[str], heads: list[int], names: Sequence[Name]) -> None:
    """Two persons, the state of the second read as beside the first, are a row, in place: "Chad's Ali Rey and Peru's Leo Fox met".

    >>> words, deps = "Chad 's Rey and Peru 's Fox met".split(), "poss case poss cc conj case nsubj ROOT".split()
    >>> heads = [2, 0, 6, 2, 2, 4, 7, 7]
    >>> persons_of_two_states(words, deps, heads, [(0, 1, "GPE"), (2, 3, "PERSON"), (4, 5, "GPE"), (6, 7, "PERSON")])
    >>> deps[2], heads[2], deps[6], heads[6], deps[4], heads[4]
    ('nsubj', 7, 'conj', 2, 'poss', 6)
    """
    persons = {end - 1: first for first, end, label in names if label == "PERSON"}
    for one in persons:
        other = heads[one]
        if deps[one] not in ("poss", "nmod", "compound") or other not in persons or words[one + 1] not in _LINKS:
            continue
        mark = persons[other] - 1
        state = next((t for t in range(one + 2, mark) if deps[t] == "conj" and heads[t] == one), None)
        if state is None or words[mark] not in ("'s", "’s", "'", "’") or state != mark - 1:
            continue
        deps[one], heads[one] = deps[other], heads[other] if heads[other] != other else one
        deps[other], heads[other], deps[state], heads[state] = "conj", one, "poss", other


def holders_behind_fields(
    words: Sequence[str], tags: Sequence[str], deps: list[str], heads: list[int], names: Sequence[Name]
) -> list[Name]:
    """The names, the field of an office parted from its holder's, whose title the office is, in place: "Minister of Roads Ana Rey".

    >>> words, tags = "met the Minister of Roads Ana Rey".split(), "VBD DT NNP IN NNPS NNP NNP".split()
    >>> deps, heads = "ROOT det dobj prep pobj compound appos".split(), [0, 2, 0, 2, 3, 6, 2]
    >>> holders_behind_fields(words, tags, deps, heads, [(4, 7, "PERSON")])
    [(5, 7, 'PERSON')]
    >>> deps[2], heads[2], deps[6], heads[6]
    ('compound', 6, 'dobj', 0)
    """
    offices = word_list("office_nouns")
    found: list[Name] = []
    for first, end, label in names:
        one = end - 1
        field = first if deps[first] == "pobj" and end - first > 2 else first - 1
        of = heads[field] if field > 0 else 0
        office = heads[of]
        told = label == "PERSON" and deps[field] == "pobj" and words[of] in ("of", "for") and office < of < field < one
        if not told or tags[office] != "NNP" or words[office].lower() not in offices or any(words[t] == "," for t in range(office, one)):
            found.append((first, end, label))
            continue
        if deps[one] in ("appos", "conj") and heads[one] in (office, heads[office], field):
            deps[one], heads[one] = deps[office], heads[office] if heads[office] != office else one
            deps[office], heads[office] = "compound", one
        found.append((max(first, field + 1), end, label))
    return found
