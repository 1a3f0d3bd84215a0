"""Headlines without a finite verb that tell what is to be: "Chad to expel envoy", "Rey in Lima to meet Fox"."""

from __future__ import annotations

from collections.abc import Sequence

from memcon.ontology.words import words as word_list

_FINITE = ("VBD", "VBZ", "VBP", "MD")
_LOWER = ("acl", "relcl", "advcl", "xcomp")
_STAYING = ("in", "at")
_PEOPLE = ("human_nouns", "office_nouns", "group_nouns", "organs_of_state")


def what_is_to_be(words: Sequence[str], tags: Sequence[str], deps: list[str], heads: list[int], lemmas: Sequence[str], end: int) -> None:
    """The infinitive of such a headline becomes its verb, and who opens it the subject, in place.

    `end` is where the headline ends. Who opens it has a name, or is told by a noun for people: not "Plan to expel envoys". What is said
    behind a comma ("officials say") is left as it is.

    >>> words, tags = "Chad to expel envoy on Friday".split(), "NNP TO VB NN IN NNP".split()
    >>> deps, heads = "ROOT aux acl dobj prep pobj".split(), [0, 2, 0, 2, 0, 4]
    >>> what_is_to_be(words, tags, deps, heads, ["chad", "to", "expel", "envoy", "on", "friday"], 6)
    >>> deps, heads
    (['nsubj', 'aux', 'ROOT', 'dobj', 'prep', 'pobj'], [2, 2, 2, 2, 2, 4])
    """
    comma = next((t for t in range(2, end) if words[t] == ","), end)
    verb = next((t for t in range(2, end) if tags[t] == "VB" and tags[t - 1] == "TO" and deps[t] in _LOWER), None)
    if verb is None or any(tags[t] in _FINITE for t in range(comma if comma > verb else end)):
        return
    top = heads[verb]
    named = tags[top].startswith("NNP") or any(lemmas[top] in word_list(some) for some in _PEOPLE)
    other = verb - 2 if words[top + 1] == "," and heads[verb - 2] == top and deps[verb - 2] in ("appos", "conj") else None
    if other is not None:  # "Chad, Togo to hold talks"
        deps[other] = "conj"
    between = [t for t in range(top + 1, verb - 1) if heads[t] == top and other is None]
    if top >= verb - 1 or not named or deps[top] != "ROOT" or not all(deps[t] == "prep" and words[t] in _STAYING for t in between):
        return
    if not between and top != verb - 2 and other is None:
        return
    deps[verb], heads[verb], deps[top], heads[top] = "ROOT", verb, "nsubj", verb
    for t in range(top + 1, end):
        if heads[t] == top and t != verb and (t > verb or t in between):
            heads[t] = verb
