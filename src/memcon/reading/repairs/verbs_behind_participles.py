"""Participles behind a subject that a small parser takes for its verb, where the verb comes later, put right on its arrays."""

from __future__ import annotations

from collections.abc import Sequence

_PAST = ("VBD", "VBN")
_CLAUSES = ("advcl", "ccomp", "relcl", "ROOT")
_OF_A_CLAUSE = ("nsubj", "nsubjpass", "mark", "aux", "auxpass", "cc")
_LINKS = frozenset((",", ";", ":", "and", "or", "but", "that", "who", "which", '"', "“", "”"))
_BESIDE = 3  # tokens from a verb to the one behind "and": "abducted and later killed"
_ALONG = ("prep", "npadvmod", "advmod", "agent")


def verbs_behind_participles(words: Sequence[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Of two verbs behind a subject that nothing links the first is said of it, in place: "after shells fired from Chad killed ten".

    One that shares its object with the verb behind "and" is no passive: "gunmen abducted and killed a priest".

    >>> words, tags = "Togo wept after shells fired from Chad killed ten".split(), "NNP VBD IN NNS VBD IN NNP VBD CD".split()
    >>> deps, heads = "nsubj ROOT mark nsubj advcl prep pobj conj dobj".split(), [1, 1, 4, 4, 1, 4, 5, 1, 7]
    >>> verbs_behind_participles(words, tags, deps, heads)
    >>> deps, heads
    (['nsubj', 'ROOT', 'mark', 'nsubj', 'acl', 'prep', 'pobj', 'advcl', 'dobj'], [1, 1, 7, 7, 3, 4, 5, 1, 7])
    """
    for verb, label in enumerate(deps):
        if label == "conj" and tags[verb] in _PAST:
            _active_beside(words, tags, deps, heads, verb)
        if label not in ("conj", "dep", "ccomp", "advcl") or tags[verb] != "VBD" or verb < 3:
            continue
        first = next((t for t in range(verb - 1, max(0, verb - 9), -1) if tags[t] in _PAST), 0)
        noun = first - 1
        if (
            verb - first < 3
            or deps[first] not in _CLAUSES
            or deps[noun] != "nsubj"
            or heads[noun] != first
            or not tags[noun].startswith("NN")
        ):
            continue
        linked = any(words[t].lower() in _LINKS for t in range(first + 1, verb)) or tags[first + 1] not in ("IN", "RP", "RB", "TO")
        below = [c for c, head in enumerate(heads) if head == first and c not in (first, verb, noun)]
        said_of_it = [c for c in below if first < c < verb]
        helped = any(deps[c] in ("aux", "auxpass", "neg") for c in below)
        owned = any(heads[c] == verb and deps[c] in _OF_A_CLAUSE for c in range(first, verb))
        if linked or helped or owned or not said_of_it or any(deps[c] not in _ALONG for c in said_of_it):
            continue
        above = heads[verb]
        deps[verb], heads[verb] = deps[first], verb if deps[first] == "ROOT" else heads[first]
        tags[first], deps[first], heads[first], heads[noun] = "VBN", "acl", noun, verb
        for c in below:
            if c not in said_of_it:
                heads[c] = verb
        if label == "conj" and above < noun and above != first:
            for c, head in enumerate(heads):
                if head == verb and c > verb and deps[c] in ("cc", "conj", "punct"):
                    heads[c] = above


def _active_beside(words: Sequence[str], tags: list[str], deps: list[str], heads: list[int], verb: int) -> None:
    first = heads[verb]
    if tags[first] != "VBN" or not 1 < verb - first <= _BESIDE or words[first + 1].lower() != "and":
        return
    below = [c for c, head in enumerate(heads) if head == first and c != first]
    own = [c for c, head in enumerate(heads) if head == verb and c != verb]
    whom = next((c for c in own if deps[c] == "dobj" and c > verb), None)
    who = next((c for c in below if deps[c] == "nsubjpass"), None)
    helped = any(deps[c] in ("aux", "auxpass", "dobj", "agent") for c in below) or any(deps[c] in _OF_A_CLAUSE for c in own)
    if who is not None and whom is not None and who < first and not helped:
        tags[first], deps[who] = "VBD", "nsubj"
