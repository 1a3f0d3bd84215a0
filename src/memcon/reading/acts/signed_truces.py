"""Who signs a truce lays down arms: "signed a ceasefire agreement", "the truce pact, signed in Lima", no support of a deal beside it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from memcon.ontology.words import words

from ..grammar.dependents import is_verb
from ..grammar.parsed import Parsed
from ..grammar.syntax import objects, prepositional
from .acts import Act

_TRUCES = frozenset(("ceasefire", "truce", "armistice", "cease-fire"))
_PAPERS = frozenset(("agreement", "accord", "deal", "pact", "memorandum", "protocol", "document", "declaration", "paper", "arrangement"))


def with_signed_truces(p: Parsed, acts: Iterable[Act]) -> list[Act]:
    """The acts; the signing of a truce is a truce (codebook 1.6), and no act of another type."""
    return [replace(a, type="RETREAT", mode="ceasefire", rule="rule:signed_truces") if _signs_a_truce(p, a) else a for a in acts]


def _signs_a_truce(p: Parsed, act: Act) -> bool:
    verb = act.trigger.head
    if act.type != "SUPPORT" or not is_verb(p, verb) or p.lemmas[verb] not in words("signing_verbs"):
        return False
    signed = objects(p, verb) or ([p.heads[verb]] if p.deps[verb] == "acl" else [])
    if p.deps[verb] == "acl":
        signed += [n for n in (_agreed_between(p, one) for one in signed) if n is not None]
    return any(_is_truce(p, one) for one in signed) or any(
        p.lemmas[one] in _PAPERS and bool(_TRUCES & {p.lemmas[t] for t in prepositional(p, verb, "on")}) for one in signed
    )


def _agreed_between(p: Parsed, party: int) -> int | None:
    """The noun of what two agree on, where the parser hangs its signing on them: "truce between Chad and rebels signed in Lima"."""
    while p.deps[party] == "conj":
        party = p.heads[party]
    link = p.heads[party]
    return p.heads[link] if p.deps[party] == "pobj" and p.lower[link] in ("between", "with") else None


def _is_truce(p: Parsed, noun: int) -> bool:
    """ "A truce", "a cease-fire", "a ceasefire accord", "a protocol on a truce"."""
    if p.lemmas[noun] in _TRUCES or (p.lower[noun] == "fire" and p.lower[max(0, noun - 2) : noun] == ("cease", "-")):
        return True
    if p.lemmas[noun] not in _PAPERS:
        return False
    first = p.edges[noun][0]
    told = {p.lemmas[t] for t in range(first, noun)} | {p.lemmas[t] for word in ("on", "for") for t in prepositional(p, noun, word)}
    return bool(told & _TRUCES) or "cease - fire" in " ".join(p.lower[first:noun])
