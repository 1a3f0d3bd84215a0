"""A strike of workers that the report tells of, which the encoder alone takes for one by aircraft."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from memcon.ontology.words import words

from ..factuality.status import BY_ENCODER
from ..grammar.parsed import Parsed
from ..triggers.triggers import Trigger


def with_strikes_of_workers(p: Parsed, found: Sequence[Trigger]) -> list[Trigger]:
    """The triggers; "the strike" is one of workers where the report has no word for arms and tells of one, or of workers who end it."""
    attacks = [t for t in found if t.entry.type == "ASSAULT" and p.lemmas[t.head] == "strike" and t.entry.rule == BY_ENCODER]
    if not attacks or words("words_of_arms") & set(p.lemmas):
        return list(found)
    told = any(t.entry.type == "PROTEST" and t.entry.mode == "strike" for t in found)
    workers = not words("strikers").isdisjoint(p.lemmas)
    theirs = [
        t for t in attacks if told or (workers and p.deps[t.head] == "dobj" and p.lemmas[p.heads[t.head]] in words("ending_of_strikes"))
    ]
    return [replace(t, entry=replace(t.entry, type="PROTEST", mode="strike", frame="n-protest")) if t in theirs else t for t in found]
