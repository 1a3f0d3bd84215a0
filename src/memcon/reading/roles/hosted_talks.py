"""Talks between two that a third hosts: "Peru hosted talks between Chad and Togo" is Peru's mediation between them.

In the annotated windows, passages and reports of our own, test part left out, eight of nine such talks are a mediation of the host's.
"""

from __future__ import annotations

from dataclasses import replace

from memcon.ontology.words import words

from ..coreference.cast import Cast
from ..grammar.dependents import is_verb
from ..grammar.parsed import Parsed
from ..grammar.syntax import subject, support
from ..triggers.slots import fill
from ..triggers.triggers import Trigger
from .filled import Filled, named, once

_AMONG = ("between", "among")


def hosted_by_a_third(p: Parsed, trigger: Trigger, parties: tuple[Filled, ...], cast: Cast) -> tuple[Trigger, tuple[Filled, ...]]:
    """A contact told by a noun, and its parties; as a mediation by who hosts it, where that is none of those between whom it is."""
    entry, noun = trigger.entry, trigger.head
    if entry.type != "CONSULT" or entry.mode not in ("", "meeting", "mediation") or is_verb(p, noun):
        return trigger, parties
    verb, how = support(p, noun)
    if verb is None or how != "obj" or not is_verb(p, verb) or p.lemmas[verb] not in words("hosting_verbs"):
        return trigger, parties
    met = once(f for word in _AMONG for f in named("recipient", fill(p, noun, word, trigger.tokens), cast, word))
    hosts = [f for f in named("actor", subject(p, verb), cast, "support") if p.lemmas[f.token] not in words("place_nouns")]
    if not met or not hosts or {f.entity for f in met} & {f.entity for f in hosts}:
        return trigger, parties
    principals = {f.entity for f in (*hosts, *met)}
    rest = (f for f in parties if f.role not in ("actor", "recipient") and f.entity not in principals)
    return replace(trigger, entry=replace(entry, mode="mediation")), (*hosts, *met, *rest)
