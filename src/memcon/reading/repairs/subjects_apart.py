"""A subject that a small parser leaves apart from its verb, or in its name, put right on its arrays."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

_FINITE = ("VBD", "VBZ", "VBP")
_CLAUSES = ("ROOT", "ccomp", "advcl", "relcl", "parataxis")
_BOTH = 2  # commas around what a noun is


def subjects_apart(words: Sequence[str], tags: Sequence[str], deps: list[str], heads: list[int]) -> None:
    """A noun that opens a sentence and is read as all of it, with a verb without a subject right behind, is its subject, in place.

    "Iran's spokesman, Ali Rey, said Tehran had refused".

    >>> words, tags = "The spokesman , Rey , said".split(), "DT NN , NNP , VBD".split()
    >>> deps, heads = "det ROOT punct appos punct ROOT".split(), [1, 1, 1, 1, 1, 5]
    >>> subjects_apart(words, tags, deps, heads)
    >>> deps[1], heads[1]
    ('nsubj', 5)
    """
    roots = [t for t, head in enumerate(heads) if head == t]
    for noun, verb in pairwise(roots):
        if tags[noun] not in ("NN", "NNP", "NNS") or tags[verb] not in _FINITE or deps[noun] != "ROOT":
            continue
        between = range(noun + 1, verb)
        own = all(heads[t] in (noun, verb) or noun < heads[t] < verb for t in between)
        closed = any(words[t] in (".", "!", "?", ":", ";", "(", "-", "–", "—", '"', "”", "\n") for t in between)
        commas = sum(words[t] == "," for t in between)
        if not own or closed or commas != _BOTH or words[verb - 1] != ",":
            continue
        if any(deps[t] in ("nsubj", "nsubjpass", "csubj", "expl") and heads[t] == verb for t in range(noun, min(verb + 6, len(heads)))):
            continue
        heads[noun], deps[noun] = verb, "nsubj"


def subjects_as_compounds(words: Sequence[str], tags: Sequence[str], deps: list[str], heads: list[int]) -> None:
    """A noun right before a finite verb without a subject, read as part of its name, is its subject, in place: "Chad annexes the strip".

    >>> deps, heads = "compound ROOT det dobj".split(), [1, 1, 3, 1]
    >>> subjects_as_compounds("Chad annexes the strip".split(), "NNP VBZ DT NN".split(), deps, heads)
    >>> deps[0]
    'nsubj'
    """
    for verb in range(1, len(tags)):
        noun = verb - 1
        if deps[noun] != "compound" or heads[noun] != verb or tags[verb] not in _FINITE or not tags[noun].startswith("NN"):
            continue
        if noun and words[noun - 1] in (",", "&", "/"):  # "Rey, Fox meet in Lima"
            continue
        clauses = deps[verb] in _CLAUSES or (deps[verb] == "conj" and tags[heads[verb]].startswith("VB"))
        below = [t for t, head in enumerate(heads) if head == verb and t != verb]
        if not clauses or any(deps[t] in ("nsubj", "nsubjpass", "csubj", "expl", "aux", "auxpass") for t in below):
            continue
        deps[noun] = "nsubj"
        for t in below:
            if t < noun and deps[t] in ("det", "amod", "compound", "nummod", "poss", "nmod"):
                heads[t] = noun
