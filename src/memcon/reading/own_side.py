"""Who speaks for a state acts with it and not on it: "the Peruvian president said Peru and Chad should talk" asks Chad."""

from __future__ import annotations

from .cast import Cast
from .filled import Filled

_OWN = frozenset(("STATEMENT", "THREATEN"))
"""What nobody in office tells the own state alone."""


def without_own_side(parties: tuple[Filled, ...], kind: str, cast: Cast) -> tuple[Filled, ...]:
    """The parties of an act of some type, without the state that its actor is in office of as one of several recipients.

    In the annotated windows and reports such a state is annotated once in ten times where there are others, alone in a statement or a
    threat twice in ten, in other acts as often as not.
    """
    lands = {cast.entities[f.entity].country for f in parties if f.role == "actor" and _is_in_office(cast, f.entity)} - {None}
    own = [
        f for f in parties if f.role == "recipient" and cast.entities[f.entity].kind == "state" and cast.entities[f.entity].country in lands
    ]
    others = any(f.role == "recipient" and f not in own for f in parties)
    return tuple(f for f in parties if f not in own) if own and (others or kind in _OWN) else parties


def _is_in_office(cast: Cast, number: int) -> bool:
    entity = cast.entities[number]
    return entity.kind == "person" and any(m.identity is not None and m.identity.sector == "GOV" for m in entity.mentions)
