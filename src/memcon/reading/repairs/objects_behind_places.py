"""Whom something is done to, told behind the place: "received in Lima Chadian Foreign Minister Bo Fox", "met at the palace the envoy"."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from ..grammar.paired_names import Name

# Verbs of acts on persons that want an object (VerbNet 3.4, meet-36.3, judgment-33, steal-10.5 and murder-42.1 among them).
_DONE_TO = frozenset(
    "receive meet host welcome greet see visit summon invite brief congratulate arrest detain seize abduct kidnap kill assassinate".split()
)
_WHERE = ("in", "at", "near", "aboard", "outside", "inside")
_OBJECTS = ("dobj", "nsubjpass", "auxpass")
_CLITICS = ("'s", "’s", "'", "’")


def objects_behind_places(
    words: Sequence[str],
    tags: Sequence[str],
    deps: list[str],
    heads: list[int],
    lemmas: Sequence[str],
    title: Collection[str],
    people: Callable[[str], bool],
    state: Callable[[str], object],
) -> None:
    """A person told right behind the place of a deed that has no object is its object, in place; where the person begins is told by a
    `title`, the name of a `people` or a `state`'s.

    >>> words, tags = "He received in Lima Chadian President Bo Fox".split(), "PRP VBD IN NNP JJ NNP NNP NNP".split()
    >>> deps, heads = "nsubj ROOT prep compound amod compound compound pobj".split(), [1, 1, 1, 7, 7, 7, 7, 2]
    >>> objects_behind_places(words, tags, deps, heads, ["he", "receive", *words[2:]], {"president"}, "Chadian".__eq__, lambda name: None)
    >>> (deps[3], heads[3]), (deps[7], heads[7])
    (('pobj', 2), ('dobj', 1))
    """
    for place in range(2, len(words)):
        link = heads[place]
        verb = _verb_above(deps, heads, link)
        if (
            deps[place] != "pobj"
            or not link < place
            or words[link].lower() not in _WHERE
            or not tags[verb].startswith("VB")
            or lemmas[verb] not in _DONE_TO
            or any(deps[c] in _OBJECTS and heads[c] == verb for c in range(max(0, verb - 12), min(len(words), place + 12)))
        ):
            continue
        beside = place + 1  # "at the palace the envoy"
        if beside < len(words) and words[beside].lower() in ("the", "a", "an"):
            told = heads[beside]
            if deps[told] == "appos" and heads[told] == place and told > beside:
                deps[told], heads[told] = "dobj", verb
            continue
        opens = link + 2 if tags[link + 1].startswith("NNP") else link + 3  # "in the Chadian capital" tells of nobody
        first = next((t for t in range(opens, place) if _begins(words, tags, t, place, title, people, state)), None)
        if first is None or not all(tags[t].startswith("NNP") or t == link + 1 for t in range(link + 1, first)):
            continue
        for t in range(link + 1, first):
            if heads[t] not in range(link + 1, first):
                deps[t], heads[t] = "compound", first - 1
        deps[first - 1], heads[first - 1] = "pobj", link
        for t in range(first, place):
            if heads[t] not in range(first, place + 1):
                heads[t] = place
        deps[place], heads[place] = "dobj", verb


def names_told_apart(names: Sequence[Name], deps: Sequence[str], heads: Sequence[int]) -> list[Name]:
    """The names, those that hold a place and whom a deed befell there told apart, and a time and who acts then: "Lima Chadian President Bo
    Fox", "Last year Fox left".

    >>> names_told_apart([(3, 8, "PERSON")], "nsubj ROOT prep pobj amod compound compound dobj".split(), [1, 1, 1, 2, 7, 7, 7, 1])
    [(3, 4, 'GPE'), (4, 8, 'PERSON')]
    >>> names_told_apart([(0, 3, "DATE")], "amod npadvmod nsubj ROOT".split(), [1, 3, 3, 3])
    [(0, 2, 'DATE'), (2, 3, 'PERSON')]
    """
    apart: list[Name] = []
    for first, end, label in names:
        if label == "DATE" and deps[end - 1] == "nsubj" and (when := [t for t in range(first, end - 1) if deps[t] == "npadvmod"]):
            apart += [(first, when[-1] + 1, label), (when[-1] + 1, end, "PERSON")]
            continue
        edge = next((t + 1 for t in range(first, end - 1) if deps[t] == "pobj" and deps[end - 1] == "dobj"), None)
        met = edge is not None and heads[heads[edge - 1]] == heads[end - 1]
        apart += [(first, edge, "GPE"), (edge, end, label)] if met and edge is not None else [(first, end, label)]
    return apart


def _verb_above(deps: Sequence[str], heads: Sequence[int], link: int) -> int:
    """What a preposition hangs on, by way of others: "met on the sidelines of the talks in Lima"."""
    at = heads[link]
    for _ in range(6):
        if deps[at] not in ("pobj", "prep") or heads[at] >= at:
            break
        at = heads[at]
    return at


def _begins(
    words: Sequence[str],
    tags: Sequence[str],
    token: int,
    last: int,
    title: Collection[str],
    people: Callable[[str], bool],
    state: Callable[[str], object],
) -> bool:
    """Whether a person with an office is told from a token on: by a title, a people's name or a state's with a clitic."""
    if tags[token] in ("POS", "DT"):
        return False
    if people(words[token]) or words[token].lower() in title:
        return words[last].lower() not in title
    return token + 1 < last and words[token + 1] in _CLITICS and state(words[token]) is not None
