"""Negation in front of its clause: "at no time did Chad ask for it", "under no circumstances will Peru sign"."""

from __future__ import annotations

from ..grammar.parsed import Parsed

_NEVER = frozenset("time point stage way moment circumstance condition occasion".split())


def at_no_time(p: Parsed, verb: int) -> int | None:
    """The "no" of a phrase before a verb that tells that it never was or will be; None where there is none.

    >>> from memcon.reading.parse.parsing import parser
    >>> p = parser().parse("At no time did Chad shell the camp.")
    >>> at_no_time(p, p.words.index("shell"))
    1
    """
    nouns = (n for c in p.children[verb] if p.deps[c] == "prep" and c < verb for n in p.children[c] if p.deps[n] == "pobj")
    return next((k for n in nouns if p.lemmas[n] in _NEVER for k in p.children[n] if p.lower[k] == "no"), None)
