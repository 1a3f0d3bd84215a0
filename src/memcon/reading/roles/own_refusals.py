"""Whose refusal or threat it is that a person of office tells for the own side: "Minister Fox said that Chad would not sign" is Fox's."""

from __future__ import annotations

from memcon.ontology.words import words

from ..claims.attribution import claim_heads
from ..grammar.dependents import child, is_verb
from ..scene import Scene
from ..triggers.triggers import Trigger
from .filled import Filled, named
from .own_side import is_home

_SPOKEN = frozenset(("REJECT", "THREATEN"))


def with_who_speaks(scene: Scene, trigger: Trigger, parties: tuple[Filled, ...]) -> tuple[Filled, ...]:
    """The parties of a refusal or threat; a person known by name who says what the own side will or will not do makes it.

    In the annotated windows, passages and reports, test part left out, such a person is the actor 13 times and the side alone 2 times;
    of ministries, spokesmen and officials without a name the side.
    """
    p, verb = scene.p, trigger.head
    if trigger.entry.type not in _SPOKEN or not is_verb(p, verb) or not any(p.tags[c] == "MD" for c in p.children[verb]):
        return parties
    over = [scene.claims[n] for n in scene.claims_over(verb) if scene.claims[n].clausal and scene.claims[n].stance != "denies"]
    speakers = named("actor", claim_heads(p, over[-1]), scene.cast, "speaker") if over else []
    does = [f for f in parties if f.role == "actor"]
    if len(speakers) != 1 or not does or any(f.entity == speakers[0].entity for f in does):
        return parties
    entity = scene.cast.entities[speakers[0].entity]
    own = child(p, verb, "nsubj")
    if entity.kind != "person" or not entity.named or own is None or over[-1].cue[0][0] > own:  # "Lima, he said, would not pay"
        return parties
    if not all(_is_side(scene, f, own, entity.number) for f in does):
        return parties
    return (*speakers, *(f for f in parties if f.role != "actor" and f.entity != entity.number))


def _is_side(scene: Scene, one: Filled, subject: int, speaker: int) -> bool:
    """Whether the subject of what is said is the speaker's state, its government or army, or somebody's of his: "his movement"."""
    p, cast = scene.p, scene.cast
    if one.token != subject:
        return False
    if any(p.tags[c] == "PRP$" and speaker in cast.of(c) for c in p.children[subject]):
        return True
    if is_home(cast, one.entity, [speaker]):
        return True
    known = cast.lemma(subject) in words("government_nouns") or p.lemmas[subject] in ("army", "military")
    return known and cast.entities[one.entity].country in {cast.entities[speaker].country, None}
