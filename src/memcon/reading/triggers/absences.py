"""Who does not come: "will skip the summit", "did not attend the talks", "snubbed the conference" tell of no part in them."""

from __future__ import annotations

from ..grammar.dependents import child, is_verb
from ..grammar.parsed import Parsed
from ..grammar.syntax import support

_STAYING_AWAY = frozenset("skip miss boycott snub shun".split())
_ATTENDING = frozenset("attend join".split())
_TAKING_PART = frozenset("take participate".split())
_REFUSING = frozenset("refuse decline fail".split())


def stays_away(p: Parsed, verb: int) -> bool:
    """Whether a verb tells that somebody is not there, and is not itself denied: "will skip"."""
    return is_verb(p, verb) and p.lemmas[verb] in _STAYING_AWAY and child(p, verb, "neg") is None


def absence(p: Parsed, noun: int) -> tuple[int, ...] | None:
    """The verb by which somebody has no part in the occasion that a noun tells, and its negation; None where he has.

    >>> from memcon.reading.parse.parsing import parser
    >>> p = parser().parse("The envoy did not attend the summit.")
    >>> [p.words[t] for t in absence(p, p.words.index("summit"))]
    ['attend', 'not']
    """
    verb, how = support(p, noun)
    if verb is None or not is_verb(p, verb):
        return None
    if how == "obj" and stays_away(p, verb):
        return (verb,)
    if not ((how == "obj" and p.lemmas[verb] in _ATTENDING) or (how == "in" and p.lemmas[verb] in _TAKING_PART)):
        return None
    negation = child(p, verb, "neg")
    if negation is not None:
        return verb, negation
    above = p.heads[verb]
    return (verb, above) if p.deps[verb] == "xcomp" and p.lemmas[above] in _REFUSING and child(p, above, "neg") is None else None
