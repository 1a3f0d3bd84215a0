"""Verbs by the types of acts that the lexicon has them name."""

from __future__ import annotations

from functools import cache

from memcon.ontology.lexicon import lexicon


@cache
def verbs_of(types: frozenset[str]) -> frozenset[str]:
    """The verbs, as lemmas, with which words for acts of some types begin.

    >>> "shell" in verbs_of(frozenset(("ASSAULT",)))
    True
    """
    return frozenset(e.words[0] for e in lexicon().entries if e.pos == "v" and e.type in types)


@cache
def mediating_verbs() -> frozenset[str]:
    """The verbs, as lemmas, for what those do who bring others together.

    >>> "broker" in mediating_verbs()
    True
    """
    return frozenset(e.words[0] for e in lexicon().entries if e.pos == "v" and e.mode == "mediation" and len(e.words) == 1)


@cache
def types_of(verb: str) -> frozenset[str]:
    """The types of acts that a verb names by itself.

    >>> sorted(types_of("arrest"))
    ['COERCE']
    """
    return frozenset(e.type for e in lexicon().entries if e.pos == "v" and e.words == (verb,) and e.type)
