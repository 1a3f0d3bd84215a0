"""Whose speech act it is that somebody tells of as "we": the speaker's own, though "we" are a state in what it does."""

from __future__ import annotations

from dataclasses import replace

from memcon.ontology.codebook import codebook

from ..claims.attribution import claim_heads
from ..grammar.dependents import is_verb
from ..scene import Scene
from ..triggers.triggers import Trigger
from .filled import HEARD, Filled, named

SAYING = "source"
"""The slot of who says the words that are an act."""
_WE = frozenset(("we", "our"))


def with_who_says_we(scene: Scene, trigger: Trigger, parties: tuple[Filled, ...]) -> tuple[Filled, ...]:
    """The parties of an act that is words, with who says them for its actor: ""We urge both sides to talk," Rey said".

    In the annotated windows, passages and reports of our own, test part left out, it is who speaks 12 times and another once.
    """
    if trigger.entry.type not in (*codebook().speech, "SUPPORT"):
        return parties
    ours = [f for f in parties if f.role == "actor"]
    over = scene.claims_over(trigger.head)
    if not ours or not over or any(scene.p.lower[f.token] not in _WE or scene.cast.entities[f.entity].kind != "state" for f in ours):
        return parties
    speakers = named("actor", claim_heads(scene.p, scene.claims[over[-1]]), scene.cast, SAYING)
    if len(speakers) != 1 or scene.cast.entities[speakers[0].entity].kind != "person":
        return parties
    return (*speakers, *(f for f in parties if f not in ours and f.entity != speakers[0].entity))


def with_who_says_it(scene: Scene, trigger: Trigger, parties: tuple[Filled, ...]) -> tuple[Filled, ...]:
    """The parties of an act that is words, of the doers whom the encoder alone tells no more than who says the words: ""It is a disgrace,"
    said Fox. Rey called it a shame"."""
    heard = [f for f in parties if f.role == "actor"]
    over = scene.claims_over(trigger.head)
    if trigger.entry.type not in (*codebook().speech, "SUPPORT") or not over or any(f.slot != HEARD for f in heard):
        return parties
    speakers = {f.entity for f in named("actor", claim_heads(scene.p, scene.claims[over[-1]]), scene.cast, SAYING)}
    saying = [replace(f, slot=SAYING) for f in heard if f.entity in speakers]
    if len(saying) != 1 or (len(heard) == 1 and is_verb(scene.p, trigger.head)):  # "Chad said its envoy had been refused a visa"
        return parties
    return (*saying, *(f for f in parties if f not in heard))
