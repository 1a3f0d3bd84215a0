"""Prepositions of time that a small parser hangs on the noun beside them, put right on its arrays."""

from __future__ import annotations

from collections.abc import Sequence


def what_follows(words: Sequence[str], tags: Sequence[str], deps: Sequence[str], heads: list[int]) -> None:
    """What "following" tells that came before hangs on the verb, not on whom it is done to, in place: "freed ten men following talks".

    >>> heads = [1, 1, 1, 2, 3]
    >>> what_follows("Chad freed men following talks".split(), "NNP VBD NNS VBG NNS".split(), "nsubj ROOT dobj prep pobj".split(), heads)
    >>> heads[3]
    1
    """
    for token, label in enumerate(deps):
        noun = heads[token]
        if label == "prep" and words[token].lower() == "following" and noun < token and deps[noun] in ("dobj", "nsubjpass", "pobj"):
            verb = heads[noun] if deps[noun] != "pobj" else heads[heads[noun]]
            if tags[noun].startswith("NN") and tags[verb].startswith("VB"):
                heads[token] = verb
