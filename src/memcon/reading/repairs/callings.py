"""Who or what is called something, where a small parser takes it for a part of that, put right on its arrays."""

from __future__ import annotations

from collections.abc import Sequence

from memcon.ontology.words import words as word_list


def object_of_a_call(words: Sequence[str], tags: Sequence[str], deps: list[str], heads: list[int]) -> None:
    """A name behind "called" that is read as what someone is called becomes whom, where nobody else is, in place: "called Ann Lee".

    >>> deps = ["nsubj", "ROOT", "compound", "oprd"]
    >>> object_of_a_call("Bo called Ann Lee".split(), ["NNP", "VBD", "NNP", "NNP"], deps, [1, 1, 3, 1])
    >>> deps[-1]
    'dobj'
    """
    for token, label in enumerate(deps):
        verb = heads[token]
        if (
            label != "oprd"
            or words[verb].lower() not in word_list("spoken_calls")
            or not tags[token].startswith("NNP")
            or not tags[verb].startswith("VB")
        ):
            continue
        if not any(deps[c] in ("dobj", "nsubjpass") and heads[c] == verb for c in range(len(deps))):
            deps[token] = "dobj"


def what_deeds_are_called(words: Sequence[str], tags: Sequence[str], deps: list[str], heads: list[int]) -> None:
    """Deeds that are called something, read as told before the noun for it, are what is called so, in place: "called the attacks murder".

    >>> deps, heads = ["nsubj", "ROOT", "det", "compound", "dobj"], [1, 1, 4, 4, 1]
    >>> what_deeds_are_called("Bo called the attacks murder".split(), ["NNP", "VBD", "DT", "NNS", "NN"], deps, heads)
    >>> deps, heads
    (['nsubj', 'ROOT', 'det', 'dobj', 'oprd'], [1, 1, 3, 1, 1])
    """
    for named, label in enumerate(deps):
        verb, deed = heads[named], named - 1
        if label != "dobj" or words[verb].lower() not in word_list("spoken_calls") or tags[named] not in ("NN", "NNS") or named < 2:
            continue
        if deps[deed] != "compound" or heads[deed] != named or tags[deed] != "NNS" or tags[deed - 1] not in ("DT", "PRP$"):
            continue
        deps[named], deps[deed], heads[deed] = "oprd", "dobj", verb
        for c, head in enumerate(heads):
            if head == named and c < deed:
                heads[c] = deed
