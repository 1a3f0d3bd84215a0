"""What is asked for in the subjunctive: "demanded that Rey refuse any deal" tells of no refusal."""

from __future__ import annotations

from collections.abc import Sequence

# Verbs behind which the mandative subjunctive stands (Quirk et al. 1985, A Comprehensive Grammar of the English Language, 16.32).
_ASKING = frozenset(
    "advise ask command decree demand desire direct insist instruct order propose recommend request require suggest urge".split()
)
_ALONE = frozenset(("NN", "NNP"))
_ONE = frozenset(("he", "she", "it"))


def subjunctives(words: Sequence[str], tags: list[str], deps: Sequence[str], heads: Sequence[int], lemmas: Sequence[str]) -> None:
    """A plain form behind "that" of whom one is asked, read as a present, is the infinitive that it looks like, in place.

    >>> words, tags = "They demand that Rey refuse it".split(), "PRP VBP IN NNP VBP PRP".split()
    >>> deps, heads = "nsubj ROOT mark nsubj ccomp dobj".split(), [1, 1, 4, 4, 1, 4]
    >>> subjunctives(words, tags, deps, heads, words)
    >>> tags
    ['PRP', 'VBP', 'IN', 'NNP', 'VB', 'PRP']
    """
    for verb, tag in enumerate(tags):
        if tag != "VBP" or deps[verb] not in ("ccomp", "acl") or lemmas[heads[verb]].lower() not in _ASKING:
            continue
        below = [c for c in range(max(0, verb - 20), verb) if heads[c] == verb]
        one = next((c for c in below if deps[c] == "nsubj"), None)
        if one is None or not any(words[c].lower() == "that" and deps[c] == "mark" for c in below):
            continue
        row = any(heads[c] == one and deps[c] == "conj" for c in range(one, verb))
        if not row and (tags[one] in _ALONE or words[one].lower() in _ONE):
            tags[verb] = "VB"
