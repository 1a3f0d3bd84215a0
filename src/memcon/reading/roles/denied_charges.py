"""Who denies an accusation did not make it, and is whom it was made against: "Togo denied it", "a charge that Togo rejects"."""

from __future__ import annotations

from collections.abc import Iterable

from ..coreference.cast import Cast
from ..grammar.dependents import is_verb
from ..grammar.parsed import Parsed
from ..grammar.syntax import agents, is_passive, subject
from ..triggers.triggers import Trigger
from .filled import Filled, named

_DENYING = frozenset("deny reject dismiss refute rebut rubbish repudiate contest dispute".split())


def with_denier_accused(p: Parsed, trigger: Trigger, cast: Cast, parties: Iterable[Filled]) -> tuple[Filled, ...]:
    """The parties of a noun for an accusation; who denies it did not make it, and is whom it is against where nobody else is."""
    found = tuple(parties)
    if trigger.entry.type != "ACCUSE" or is_verb(p, trigger.head):
        return found
    deniers = _deniers(p, trigger.head)
    who = named("recipient", deniers, cast, "denied")
    those = {n for t in deniers for held in p.subtree(t) for n in cast.of(held)}  # and for whom he speaks
    if not those:
        return found
    found = tuple(f for f in found if f.role != "actor" or f.entity not in those)
    told = {f.role for f in found}
    return (*found, *who) if "actor" in told and "recipient" not in told else found


def _deniers(p: Parsed, noun: int) -> list[int]:
    """Those who deny what a noun names.

    >>> from memcon.reading.parse.parsing import parser
    >>> p = parser().parse("Togo has always denied the charge. The claim was rejected by Peru.")
    >>> [p.words[t] for word in ("charge", "claim") for t in _deniers(p, p.words.index(word))]
    ['Togo', 'Peru']
    """
    above = p.heads[noun]
    if p.deps[noun] in ("dobj", "nsubjpass") and p.lemmas[above] in _DENYING and is_verb(p, above):
        return agents(p, above) if is_passive(p, above) else subject(p, above)
    behind = [c for c in p.children[noun] if p.deps[c] == "relcl" and p.lemmas[c] in _DENYING and not is_passive(p, c)]
    return [t for c in behind for t in subject(p, c) if not p.tags[t].startswith("W")]
