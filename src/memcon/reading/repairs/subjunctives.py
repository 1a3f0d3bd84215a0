"""What is asked for in the subjunctive: "demanded that Rey refuse any deal" tells of no refusal."""

from __future__ import annotations

from collections.abc import Sequence

# Verbs behind which the mandative subjunctive stands (Quirk et al. 1985, A Comprehensive Grammar of the English Language, 16.32).
_ASKING = frozenset(
    "advise ask command decree demand desire direct insist instruct order propose recommend request require suggest urge".split()
)
_ALONE = frozenset(("NN", "NNP"))
_ONE = frozenset(("he", "she", "it"))


def subjunctives(words: Sequence[str], tags: list[str], deps: list[str], heads: list[int], lemmas: Sequence[str]) -> None:
    """A plain form behind "that" of whom one is asked, read as a present, is the infinitive that it looks like, in place.

    Who asks so in the present is no part of a noun: "Chad requests that Peru leave".

    >>> words, tags = "They demand that Rey refuse it".split(), "PRP VBP IN NNP VBP PRP".split()
    >>> deps, heads = "nsubj ROOT mark nsubj ccomp dobj".split(), [1, 1, 4, 4, 1, 4]
    >>> subjunctives(words, tags, deps, heads, words)
    >>> tags
    ['PRP', 'VBP', 'IN', 'NNP', 'VB', 'PRP']
    """
    for verb, tag in enumerate(tags):
        if tag == "NNS" and lemmas[verb].lower() in _ASKING and "that" in words[verb + 1 : verb + 2]:
            _asks(tags, deps, heads, verb)
        if tag != "VBP" or deps[verb] not in ("ccomp", "acl") or lemmas[heads[verb]].lower() not in _ASKING:
            continue
        below = [c for c in range(max(0, verb - 20), verb) if heads[c] == verb]
        one = next((c for c in below if deps[c] == "nsubj"), None)
        if one is None or not any(words[c].lower() == "that" and deps[c] == "mark" for c in below):
            continue
        row = any(heads[c] == one and deps[c] == "conj" for c in range(one, verb))
        if not row and (tags[one] in _ALONE or words[one].lower() in _ONE):
            tags[verb] = "VB"


def _asks(tags: list[str], deps: list[str], heads: list[int], noun: int) -> None:
    """Turn a plural right behind a name, before what is asked for, into the verb that it is."""
    asked = next(
        (c for c, head in enumerate(heads) if head == noun and deps[c] in ("acl", "relcl", "ccomp") and tags[c] in ("VB", "VBP")), None
    )
    who = noun - 1
    if asked is None or who < 0 or not tags[who].startswith("NNP") or heads[who] != noun or deps[who] not in ("compound", "nmod"):
        return
    for c in range(who):
        heads[c] = who if heads[c] == noun and deps[c] in ("det", "compound", "amod", "nmod") else heads[c]
    tags[noun], deps[who], deps[asked] = "VBZ", "nsubj", "ccomp"
