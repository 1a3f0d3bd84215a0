"""The verb of a relative clause that a small parser tags as a noun, put right on its arrays."""

from __future__ import annotations

from collections.abc import Sequence


def verbs_behind_which(tags: list[str], deps: list[str], heads: Sequence[int]) -> None:
    """A plural that a relative pronoun is the object of is a verb, and the name before it does it, in place: "Togo, which Chad accuses of".

    >>> tags, deps, heads = "NNP WDT NNP NNS IN".split(), "ROOT dobj compound relcl prep".split(), [0, 3, 3, 0, 3]
    >>> verbs_behind_which(tags, deps, heads)
    >>> tags[3], deps[2]
    ('VBZ', 'nsubj')
    """
    for verb, label in enumerate(deps):
        if label != "relcl" or tags[verb] != "NNS" or verb < 2:
            continue
        doer = verb - 1
        asks = any(heads[c] == verb and deps[c] in ("dobj", "pobj", "nsubj") and tags[c] in ("WDT", "WP") for c in range(verb - 1))
        if asks and heads[doer] == verb and deps[doer] in ("compound", "nmod", "nsubj") and tags[doer].startswith("NN"):
            tags[verb], deps[doer] = "VBZ", "nsubj"
