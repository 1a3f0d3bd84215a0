"""Refusals that a negation itself tells: "would not ratify", "there will be no talks" say that somebody refuses, not that nobody did."""

from __future__ import annotations

from ..grammar.dependents import child, is_verb
from ..grammar.parsed import Parsed
from ..triggers.triggers import Trigger


def refusing(p: Parsed, trigger: Trigger, heard: bool) -> int | None:
    """The negation that is part of a refusal (`heard`: the encoder gives it); None where none is, or where nothing was refused.

    >>> from memcon.model import Report
    >>> from memcon.reading.pipeline import read
    >>> [e.status for e in read(Report("r", "There will be no talks with the rebels, Rey said.")).events if e.type == "REJECT"]
    ['happened']
    """
    if trigger.entry.type != "REJECT":
        return None
    if not is_verb(p, trigger.head):
        return _no(p, trigger.head) if heard else None
    told = child(p, trigger.head, "neg")
    if told is not None:
        kept = any(c.slot == "neg" for c in trigger.entry.conditions)  # "has not kept its word"
        return told if kept or heard or told in trigger.tokens else None
    what = child(p, trigger.head, "attr", "nsubj") if heard and p.lemmas[trigger.head] == "be" else None
    return _no(p, what) if what is not None else None


def _no(p: Parsed, noun: int) -> int | None:
    return next((c for c in p.children[noun] if p.lower[c] == "no"), None)
