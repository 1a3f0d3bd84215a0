"""The encoder's word on the acts that the rules found: what it takes for no act at all is let go."""

from __future__ import annotations

from collections.abc import Iterable

from memcon.coder import Coded, Coder

from .parsed import Parsed
from .triggers import Trigger

LEAST = 0.05
"""An act of the rules stays where the encoder gives its words this probability of being one (docs/decisions/0010-the-encoder-waits.md)."""


def coded(p: Parsed, encoder: Coder) -> Coded:
    """The encoder's reading of a parsed text, with all that may be an act."""
    sentences = [(p.starts[first], p.ends[end - 1]) for first, end in p.sentences if end > first]
    return encoder.read(p.text, sentences, LEAST)


def allowed(p: Parsed, found: Iterable[Trigger], said: Coded) -> list[Trigger]:
    """The triggers of which the encoder, too, takes some word for an act."""
    spans = [(one.trigger.start, one.trigger.end) for one in said.events]
    return [one for one in found if any(p.starts[t] < end and start < p.ends[t] for t in one.tokens for start, end in spans)]
