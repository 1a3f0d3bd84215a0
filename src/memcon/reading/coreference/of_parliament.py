"""The parties of a parliament: "won praise from both parties", "lawmakers of both parties"."""

from __future__ import annotations

from ..grammar.dependents import child
from ..grammar.parsed import Parsed

_MEMBERS = frozenset("congressman lawmaker legislator member politician representative senator".split())
_VIEWS = frozenset("applause backing condemnation criticism denunciation opposition praise rebuke support".split())


def of_parliament(p: Parsed, noun: int) -> bool:
    """Whether "both parties" are those of a parliament, and no two states or sides.

    >>> from memcon.reading.parse.parsing import parser
    >>> p = parser().parse("Her stance won praise from both parties. Lawmakers of both parties met envoys of both parties.")
    >>> [of_parliament(p, t) for t in range(len(p)) if p.words[t] == "parties"]
    [True, True, False]
    """
    link = p.heads[noun]
    if p.lower[noun] != "parties" or p.deps[noun] != "pobj" or not any(p.lower[c] in ("both", "two") for c in p.children[noun]):
        return False
    above = p.heads[link]
    won = child(p, above, "dobj") if p.lower[link] == "from" else None
    views = p.lower[link] == "from" and p.lemmas[above if won is None else won] in _VIEWS
    return views or (p.lower[link] in ("of", "in", "from") and p.lemmas[above].lower() in _MEMBERS)
