"""Help told beside what it helped to do: in "Mali retook Kofo with the support of Chad" Chad supports Mali."""

from __future__ import annotations

from ..grammar.dependents import is_verb
from ..grammar.parsed import Parsed
from ..grammar.syntax import grammatical_subject, is_passive, prepositional, subject

_HELP = frozenset("support backing help assistance aid consent blessing approval".split())
_OF_WHOM = ("of", "from", "by")


def backed(p: Parsed, noun: int) -> tuple[list[int], list[int]] | None:
    """Those who give the help that a noun behind "with" tells, and those who do with it what its verb tells; None for other nouns.

    >>> from memcon.reading.parse.parsing import parser
    >>> p = parser().parse("Mali retook Kofo with the support of Chad.")
    >>> [[p.words[t] for t in side] for side in backed(p, p.words.index("support"))]
    [['Chad'], ['Mali']]
    """
    if p.lemmas[noun] not in _HELP or p.deps[noun] != "pobj" or p.lower[p.heads[noun]] != "with":
        return None
    givers = [t for word in _OF_WHOM for t in prepositional(p, noun, word)]
    verb = p.heads[p.heads[noun]]
    verb = p.heads[verb] if p.deps[verb] in ("dobj", "nsubjpass") else verb
    if not givers or not is_verb(p, verb):
        return None
    return givers, subject(p, verb) if is_passive(p, verb) else grammatical_subject(p, verb)


def backs(p: Parsed, token: int) -> bool:
    """Whether a noun tells who gives such help: "Chad" in "with the support of Chad"."""
    while p.deps[token] == "conj" and not is_verb(p, p.heads[token]):
        token = p.heads[token]
    above = p.heads[p.heads[token]]
    sides = backed(p, above) if p.deps[token] == "pobj" else None
    return sides is not None and token in sides[0]
