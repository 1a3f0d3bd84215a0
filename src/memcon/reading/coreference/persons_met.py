"""Whether persons met each other, or a state's: "Rey met Fox", "Rey held talks with Chad"; "both sides" behind it are theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.ontology.lexicon import lexicon

from ..grammar.parsed import Parsed
from ..grammar.syntax import clause
from ..grammar.verbs_of_acts import types_of

if TYPE_CHECKING:
    from .cast import Cast

_PAIR = 2


def have_met(p: Parsed, cast: Cast, heads: list[int]) -> bool:
    """Whether two persons among mentions are subject and object of a verb for a contact: "Rey met Fox. They ..."."""
    people = [t for t in heads if any(cast.entities[n].kind == "person" for n in cast.of(t))]
    verbs = {clause(p, t) for t in people if p.deps[t] == "nsubj"} & {clause(p, t) for t in people if p.deps[t] in ("dobj", "pobj")}
    return any("CONSULT" in types_of(p.lemmas[v]) for v in verbs)


def told_of_their_meeting(p: Parsed, cast: Cast, heads: list[int]) -> bool:
    """Whether the mentions of a sentence tell of two persons together, of a meeting of two, or of one's talks with somebody."""
    if have_met(p, cast, heads) or any(_are_two_persons(cast, t) for t in heads):
        return True
    verbs = {clause(p, t) for t in heads if p.deps[t] == "nsubj" and any(cast.entities[n].kind == "person" for n in cast.of(t))}
    return any(clause(p, t) in verbs and _is_spoken_with(p, t) for t in heads)


def _are_two_persons(cast: Cast, token: int) -> bool:
    two = cast.of(token)
    return len(two) == _PAIR and all(cast.entities[n].kind == "person" for n in two)


def _is_spoken_with(p: Parsed, token: int) -> bool:
    """Whether words stand behind "talks with"."""
    link = p.heads[token]
    talks = p.heads[link]
    if p.deps[token] != "pobj" or p.lower[link] != "with" or not p.tags[talks].startswith("N"):
        return False
    return any(e.type == "CONSULT" for e in lexicon().nouns.get(p.lemmas[talks], ()))
