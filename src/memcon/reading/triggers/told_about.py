"""What people tell and discuss is no part of the telling: "briefed her on the talks", "discussed Togo"."""

from __future__ import annotations

from ..grammar.dependents import is_verb
from ..grammar.parsed import Parsed
from ..grammar.syntax import support

_DISCUSSING = frozenset(("discuss", "debate"))
_TELLING = frozenset("brief inform update tell speak talk report comment confer consult".split())


def is_topic_of(p: Parsed, noun: int, verb: int) -> bool:
    """Whether a noun is what a verb of telling is about: "briefed her on the outcome of the talks"."""
    if p.lemmas[verb] not in _TELLING or not is_verb(p, verb) or is_verb(p, noun):
        return False
    return support(p, noun) in ((verb, "on"), (verb, "about"), (verb, "regarding"))


def is_discussed(p: Parsed, token: int) -> bool:
    """Whether words are what somebody discusses, with whomever: "discussed Togo with Chad"."""
    while p.deps[token] == "conj":
        token = p.heads[token]
    return p.deps[token] in ("dobj", "nsubjpass") and p.lemmas[p.heads[token]] in _DISCUSSING
