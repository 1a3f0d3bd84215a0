"""Whose speech act it is that somebody tells of as "we": the speaker's own, though "we" are a state in what it does."""

from __future__ import annotations

from memcon.ontology.codebook import codebook

from ..claims.attribution import claim_heads
from ..scene import Scene
from ..triggers.triggers import Trigger
from .filled import HEARD, Filled, named

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
    speakers = named("actor", claim_heads(scene.p, scene.claims[over[-1]]), scene.cast, "source")
    if len(speakers) != 1 or scene.cast.entities[speakers[0].entity].kind != "person":
        return parties
    return (*speakers, *(f for f in parties if f not in ours and f.entity != speakers[0].entity))


def with_who_says_it(scene: Scene, trigger: Trigger, parties: tuple[Filled, ...]) -> tuple[Filled, ...]:
    """The parties of an act that is words, of the doers whom the encoder alone tells without those of other sentences, where one says them:
    "Rey called it a shame. "It is a disgrace," Fox said"."""
    heard = [f for f in parties if f.role == "actor"]
    over = scene.claims_over(trigger.head)
    told = len(heard) > 1 and all(f.slot == HEARD for f in heard) and trigger.entry.type in (*codebook().speech, "SUPPORT")
    if not over or not told:
        return parties
    speakers = {f.entity for f in named("actor", claim_heads(scene.p, scene.claims[over[-1]]), scene.cast, "source")}
    here = scene.p.sentence_of[trigger.head]
    others = [f for f in heard if f.entity not in speakers and scene.p.sentence_of[f.token] != here]
    return tuple(f for f in parties if f not in others) if len(others) < len(heard) else parties
