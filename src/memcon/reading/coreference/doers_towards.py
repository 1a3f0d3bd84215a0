"""Who has to do with somebody else by what a clause tells, and so is not that one: "Rey got a promise from the rebel leader"."""

from __future__ import annotations

from ..grammar.dependents import coordinated, is_verb
from ..grammar.parsed import Parsed

_TOWARDS_OTHERS = frozenset(("from", "with", "against"))
_HELD = ("dobj", "pobj", "attr")


def doers_towards(p: Parsed, noun: int) -> frozenset[int]:
    """The subjects of the verb that a noun hangs on by "from", "with" or "against", or by way of what that verb is done to.

    >>> from memcon.reading.parse.parsing import parser
    >>> p = parser().parse("Rey asked for help from the general.")
    >>> [p.words[t] for t in doers_towards(p, p.words.index("general"))]
    ['Rey']
    """
    at = p.heads[noun]
    if p.deps[noun] != "pobj" or p.lower[at] not in _TOWARDS_OTHERS:
        return frozenset()
    at = p.heads[at]
    while not is_verb(p, at) and p.deps[at] in _HELD and p.heads[at] != at:
        at = p.heads[p.heads[at]] if p.deps[at] == "pobj" else p.heads[at]
    if not is_verb(p, at):
        return frozenset()
    return frozenset(t for c in p.children[at] if p.deps[c] in ("nsubj", "nsubjpass") for t in coordinated(p, c))
