"""Verbs of relative clauses that a small parser tags as nouns, or whose subject it hangs on a verb of saying, put right on its arrays."""

from __future__ import annotations

from collections.abc import Sequence

from memcon.ontology.cues import is_saying

_SUBJECTS = ("nsubj", "nsubjpass")
_RELATIVE = ("WP", "WDT")


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


def those_of_whom_it_is_said(words: Sequence[str], tags: Sequence[str], deps: list[str], heads: list[int], lemmas: Sequence[str]) -> None:
    """Some of those just named, read as who says something beside its speaker, are who it is said of, in place.

    "the migrants, most of whom the ministry said would leave": of two subjects the first is that of the clause which has none.

    >>> words, tags = "men , most of whom police say fled".split(), "NNS , JJS IN WP NNS VBP VBD".split()
    >>> deps, heads = "ROOT punct nsubj prep pobj nsubj advcl ccomp".split(), [0, 0, 6, 2, 3, 6, 0, 6]
    >>> those_of_whom_it_is_said(words, tags, deps, heads, "man , most of whom police say flee".split())
    >>> deps[2], heads[2], deps[6], heads[6]
    ('nsubj', 7, 'relcl', 0)
    """
    for pronoun, tag in enumerate(tags):
        if tag not in _RELATIVE:
            continue
        counted = deps[pronoun] == "pobj" and words[heads[pronoun]].lower() == "of"
        first = heads[heads[pronoun]] if counted else pronoun
        described = next((t for t in range(pronoun + 1, min(len(heads), pronoun + 7)) if counted and heads[t] == first), None)
        cue = heads[first] if described is None else described
        as_subject = deps[first] in _SUBJECTS if described is None else deps[described] == "relcl"
        if not as_subject or first > cue or not is_saying(lemmas[cue]):
            continue
        below = range(pronoun + 1, min(len(heads), cue + 8))
        speaker = any(heads[t] == cue and deps[t] == "nsubj" for t in range(pronoun + 1, cue))
        told = next((t for t in below if heads[t] == cue and deps[t] == "ccomp" and t > cue), None)
        if not speaker or told is None or any(heads[t] == told and deps[t] in _SUBJECTS for t in range(cue, told)):
            continue
        passive = any(heads[t] == told and deps[t] == "auxpass" for t in range(cue, told))
        heads[first], deps[first] = told, "nsubjpass" if passive else "nsubj"
        noun = next((t for t in range(first - 1, max(-1, first - 4), -1) if tags[t].startswith("NN")), None)
        if noun is not None and heads[noun] != cue and words[first - 1] in (",", words[noun]):
            heads[cue], deps[cue] = noun, "relcl"
