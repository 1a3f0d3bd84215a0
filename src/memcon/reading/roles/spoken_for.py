"""The state for which somebody in office speaks."""

from __future__ import annotations

from dataclasses import replace

from ..coreference.cast import Cast
from .filled import Filled


def for_the_state(cast: Cast, one: Filled) -> Filled:
    """A party, as the state for which that person speaks where the report names it."""
    entity = cast.entities[one.entity]
    if entity.kind != "person" or entity.country is None:
        return one
    state = next((e for e in cast.entities if e.kind == "state" and e.country == entity.country and e.mentions), None)
    return one if state is None else replace(one, entity=state.number, token=state.before(one.token).head)
