"""Whose refusal or threat it is that a person of office tells for the own side: "Minister Fox said that Chad would not sign" is Fox's."""

from __future__ import annotations

from dataclasses import replace

from memcon.ontology.words import words

from ..claims.attribution import claim_heads
from ..coreference.press import is_of_the_press
from ..grammar.dependents import child, is_verb
from ..grammar.parsed import Parsed
from ..grammar.syntax import objects
from ..scene import Scene
from ..triggers.triggers import Trigger
from .filled import Filled, named
from .own_side import is_home

_HANDING = frozenset("give hand return surrender transfer yield".split())
_TELLING = frozenset("assure inform notify tell warn".split())
_SPOKEN = frozenset(("REJECT", "THREATEN"))


def with_who_refuses(scene: Scene, trigger: Trigger, parties: tuple[Filled, ...]) -> tuple[Filled, ...]:
    """The parties of a refusal or threat with whose it is, and of a refusal with whom it is told."""
    return with_those_refused(scene, trigger, with_who_speaks(scene, trigger, parties))


def with_who_speaks(scene: Scene, trigger: Trigger, parties: tuple[Filled, ...]) -> tuple[Filled, ...]:
    """The parties of a refusal or threat; a person known by name who says what the own side will or will not do makes it.

    In the annotated windows, passages and reports, test part left out, such a person is the actor 13 times and the side alone 2 times;
    of ministries, spokesmen and officials without a name the side.
    """
    p, verb = scene.p, trigger.head
    parties = _of_those_who_will_not(p, trigger, parties)
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


def with_those_refused(scene: Scene, trigger: Trigger, parties: tuple[Filled, ...]) -> tuple[Filled, ...]:
    """The parties of a refusal to let go; not whom one keeps, but who is told so: "told Fox that Chad would not free the captives"."""
    p, verb = scene.p, trigger.head
    keeps = trigger.entry.type == "REJECT" and is_verb(p, verb) and p.lemmas[verb] in words("let_go_verbs") | _HANDING
    if not keeps or child(p, verb, "neg") is None:
        return parties
    over = [scene.claims[n] for n in scene.claims_over(verb)]
    cue = next((t for t in range(*over[-1].cue[0]) if p.lemmas[t] in _TELLING), None) if over else None
    told = [t for t in objects(p, cue) if not is_of_the_press(p, scene.cast, t)] if cue is not None else []
    kept = tuple(f for f in parties if f.role != "recipient" or f.token not in objects(p, verb))
    return (*kept, *(f for f in named("recipient", told, scene.cast, "told") if all(f.entity != one.entity for one in kept)))


def _of_those_who_will_not(p: Parsed, trigger: Trigger, parties: tuple[Filled, ...]) -> tuple[Filled, ...]:
    """The parties of a refusal in the passive, which those refuse to whom nothing is to be done: "Peru will not be bullied by Chad"."""
    verb = trigger.head if is_verb(p, trigger.head) else p.heads[trigger.head]
    will_not = any(p.tags[c] == "MD" for c in p.children[verb]) and child(p, verb, "neg") is not None
    subject = child(p, verb, "nsubjpass")
    if trigger.entry.type != "REJECT" or subject is None or not will_not:
        return parties
    if not any(f.token == subject and f.role == "recipient" for f in parties):
        return parties
    others = {"actor": "recipient", "recipient": "actor"}
    return tuple(replace(f, role=others[f.role]) if f.role in others else f for f in parties)


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
