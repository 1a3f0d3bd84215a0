"""A strike of workers that the report tells of again, which the encoder alone takes for one by aircraft."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..factuality.status import BY_ENCODER
from ..grammar.parsed import Parsed
from ..triggers.triggers import Trigger

_ARMS = frozenset(
    """air aircraft airstrike army artillery attack bomb drone explosion fighter force helicopter jet kill militant military missile rebel
    rocket shell shelling soldier target troop war warplane""".split()
)


def with_strikes_of_workers(p: Parsed, found: Sequence[Trigger]) -> list[Trigger]:
    """The triggers; "the strike" is the workers' strike of which a report tells that has no word for arms."""
    attacks = [t for t in found if t.entry.type == "ASSAULT" and p.lemmas[t.head] == "strike" and t.entry.rule == BY_ENCODER]
    workers = any(t.entry.type == "PROTEST" and t.entry.mode == "strike" for t in found)
    if not attacks or not workers or _ARMS & set(p.lemmas):
        return list(found)
    return [replace(t, entry=replace(t.entry, type="PROTEST", mode="strike", frame="n-protest")) if t in attacks else t for t in found]
