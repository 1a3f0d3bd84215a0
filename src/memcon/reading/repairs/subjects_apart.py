"""A subject that a small parser leaves as a sentence of its own beside its verb, put right on its arrays."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

_FINITE = ("VBD", "VBZ", "VBP")
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
