"""Pronouns read in the light of the rest of the report: who "flew to X" is whom the report elsewhere says to have gone there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..coreference.cast import Cast
from ..grammar.parsed import Parsed
from .acts import Act


def consistent(p: Parsed, acts: Sequence[Act], cast: Cast) -> list[Act]:
    """The acts; a journey by "he" or "she" is that of the person named before it whom another sentence names as going to that place."""
    goers: dict[str, set[int]] = {}
    for act in acts:
        for place in _places(act):
            goers.setdefault(place, set()).update(f.entity for f in act.parties if f.role == "actor" and not _is_pronoun(p, f.token))
    return [_by_a_goer(p, act, cast, set().union(*(goers.get(place, set()) for place in _places(act)))) for act in acts]


def _by_a_goer(p: Parsed, act: Act, cast: Cast, known: set[int]) -> Act:
    pronouns = [f for f in act.parties if f.role == "actor" and _is_pronoun(p, f.token)]
    if len(pronouns) != 1 or pronouns[0].entity in known:
        return act
    start, _ = p.sentences[p.sentence_of[act.trigger.head]]
    near = {n for t in range(start, pronouns[0].token) for n in cast.of(t) if cast.entities[n].kind == "person"} & known
    if len(near) != 1:
        return act
    other = replace(pronouns[0], entity=next(iter(near)))
    return replace(act, parties=tuple(other if f is pronouns[0] else f for f in act.parties if f.entity != other.entity))


def _places(act: Act) -> set[str]:
    return {s.place.name for s in act.spots} if act.mode == "visit" else set()


def _is_pronoun(p: Parsed, token: int) -> bool:
    return p.lower[token] in ("he", "she")
