"""What a headline leaves out, put back on a small parser's arrays: "Envoy expelled over remarks" tells whom it befell, not who did it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from memcon.ontology.words import words as word_list

_CLOSED = frozenset((".", "?", "!", "…"))
_QUOTES = frozenset(('"', "”", "'", "’", "''", ")"))
_LONGEST = 20  # tokens of a headline


def headline_end(words: Sequence[str], first_sentence: int) -> int:
    """Where a text's headline ends: with its first sentence (of so many tokens), if that is short and has no stop; else 0.

    >>> headline_end("Envoy expelled He left .".split(), 2), headline_end("He left .".split(), 3)
    (2, 0)
    """
    end = first_sentence
    while end and words[end - 1] in _QUOTES:
        end -= 1
    return first_sentence if 1 < end <= _LONGEST and words[end - 1] not in _CLOSED else 0


def passives_in_headlines(tags: list[str], deps: list[str], heads: Sequence[int], lemmas: Sequence[str], end: int) -> None:
    """A headline's past form without object becomes the passive that it is, in place: "Four soldiers shot dead near border".

    `end` is where the headline ends. Headlines tell in the present what somebody did ("Troops shoot four"), in the past only what was done.

    >>> tags, deps = "NN NN VBD IN NNP".split(), "compound nsubj ROOT prep pobj".split()
    >>> passives_in_headlines(tags, deps, [1, 2, 2, 2, 3], "aid convoy attack in Togo".split(), 5)
    >>> tags[2], deps[1]
    ('VBN', 'nsubjpass')
    """
    for verb in range(end):
        if heads[verb] != verb or tags[verb] not in ("VBD", "VBN") or lemmas[verb] not in word_list("undergone_in_headlines"):
            continue
        below = [c for c in range(end) if heads[c] == verb and c != verb]
        subjects = [c for c in below if deps[c] == "nsubj" and c < verb]
        if subjects and not any(deps[c] in ("dobj", "ccomp", "aux", "auxpass", "dative") for c in below):
            tags[verb] = "VBN"
            for subject in subjects:
                deps[subject] = "nsubjpass"


def verbs_in_headlines(
    words: Sequence[str], tags: list[str], deps: list[str], heads: list[int], end: int, acts: Callable[[str], bool]
) -> None:
    """A verb behind a plural that is read as a noun before others becomes one, in place: "Rebels attack aid convoy in Togo".

    `end` is where the headline ends; `acts` tells which words can be verbs that name an act. A headline with a verb is left as it is.

    >>> words, tags = "Rebels attack aid convoy".split(), "NNS NN NN NN".split()
    >>> deps, heads = "compound compound compound ROOT".split(), [3, 3, 3, 3]
    >>> verbs_in_headlines(words, tags, deps, heads, 4, lambda word: word == "attack")
    >>> tags[1], deps, heads
    ('VBP', ['nsubj', 'ROOT', 'compound', 'dobj'], [1, 1, 3, 1])
    """
    if any(tag.startswith(("VBD", "VBZ", "VBP", "MD")) for tag in tags[:end]):
        return
    verb = next((t for t in range(1, end - 1) if tags[t] == "NN" and tags[t - 1] in ("NNS", "NNPS") and acts(words[t])), None)
    if verb is None or deps[verb] not in ("compound", "nmod", "ROOT"):
        return
    root = verb
    for _ in heads:
        root = heads[root]
    subject = verb - 1
    for token in range(subject):
        heads[token] = min(heads[token], subject)
    heads[subject], deps[subject] = verb, "nsubj"
    if root != verb:
        heads[root], deps[root] = verb, "dobj"
    tags[verb], heads[verb], deps[verb] = "VBP", verb, "ROOT"
