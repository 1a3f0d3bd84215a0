"""A party in a role, and which mentions may be one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from memcon.ontology.words import words

from ..coreference.cast import Cast
from ..parties.doers_before_deeds import BODIES

HEARD = "model"
"""The slot of a party that the encoder alone gives."""
BY_AROUND = "model:around"
"""What gave such a party, in the evidence."""


@dataclass(frozen=True, slots=True)
class Filled:
    """A party in a role: the entity's number, the token of its mention here, and the slot that gave it."""

    role: str
    entity: int
    token: int
    slot: str


def may_fill(token: int, slot: str, cast: Cast) -> bool:
    """A city after "in", "at" or "on" is where it happened and no party; before a noun only a name is a party."""
    mention = cast.mention(token)
    if mention is None:
        return token in cast.bearers and slot != "mod"
    kinds = {mention.kind, *(cast.entities[n].kind for n in cast.of(token))}
    aimed = slot == "at" and mention.kind == "state" and not mention.capital  # "lashed out at Turkey": nothing happens "at" a state
    if slot in ("in", "at", "support-in", "support-at") and (kinds & {"state", "place"} or cast.lemma(token) in words("place_nouns")):
        return aimed
    if mention.kind == "place" and not mention.capital:
        return False
    does = mention.form == "name" or (mention.identity is not None and mention.identity.kind == "state")
    return slot != "mod" or does or cast.lemma(token) in BODIES


def named(role: str, tokens: Iterable[int], cast: Cast, slot: str) -> list[Filled]:
    """The parties at some tokens, in one role."""
    return [Filled(role, n, t, slot) for t in tokens if may_fill(t, slot, cast) for n in cast.of(t)]


def once(filled: Iterable[Filled]) -> list[Filled]:
    """Each party once."""
    seen: dict[int, Filled] = {}
    for one in filled:
        seen.setdefault(one.entity, one)
    return list(seen.values())
