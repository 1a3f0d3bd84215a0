"""What a contact is about is no scene of it: "talks on the war in Sudan"."""

from __future__ import annotations

from memcon.ontology.words import words

from ..grammar.parsed import Parsed
from ..grammar.syntax import support
from .place_phrases import Spot, head_of

TOPICS = frozenset(("on", "about", "over", "regarding"))
_BESIDE = frozenset(("sideline", "sidelines", "margin", "margins"))


def is_of_a_topic(p: Parsed, spot: Spot, contact: int) -> bool:
    """Whether a place is that of what the contact at a token is about.

    "On Monday in Lima" and "on the sidelines of the summit in Lima" tell of no topic.
    """
    head = head_of(p, spot.first, spot.end)
    path = [head, *p.ancestors(head)]
    above = [t for t in (contact, support(p, contact)[0]) if t in path]
    if not above:
        return False
    below = path[: min(path.index(t) for t in above)]
    told = (t for t in below if p.deps[t] == "pobj" and t != head and p.lower[p.heads[t]] in TOPICS)
    return any(p.labels[t] not in ("DATE", "TIME") and p.lemmas[t] not in _BESIDE | words("occasions") | words("journeys") for t in told)
