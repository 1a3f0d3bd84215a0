"""Networks that only tell where something was said: "hailed the truce on X"."""

from __future__ import annotations

from memcon.ontology.words import words

from ..grammar.parsed import Parsed

_LINKS = ("on", "via", "over", "through")


def tells_where_posted(p: Parsed, token: int) -> bool:
    """Whether a name is that of a network on which something was said; not "put pressure on Facebook".

    >>> from memcon.reading.parse.parsing import parser
    >>> p = parser().parse("Rey hailed the deal on Facebook.")
    >>> tells_where_posted(p, 5)
    True
    """
    if p.lower[token] not in words("networks"):
        return False
    link = token - (2 if p.lower[token - 1] == "truth" else 1)
    return link >= 0 and p.lower[link] in _LINKS and p.lemmas[p.heads[link]] not in words("bearing_on")
