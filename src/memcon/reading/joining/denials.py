"""What was told before and is denied after (CODEBOOK 1, Rules): "Chile denied it", "the army denied its part", "a charge Chile denies"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from memcon.ontology.codebook import codebook
from memcon.ontology.words import words

from ..claims.attribution import Claim, claim_heads
from ..parties.entity import Entity
from ..scene import Scene
from .group import Group

_REACH = 2
"""So many sentences before a denial that which it denies stands."""
_NOT_DONE = ("denied", "offered")
_DEEDS = frozenset(("ASSAULT", "COERCE", "AID", "MOBILIZE", "PROTEST", "SANCTION"))
"""What one can deny a part in."""


def with_denials(scene: Scene, groups: Sequence[Group]) -> list[Group]:
    """The events, with the claims that deny them in words that name no act of their own.

    Denied is what someone else is reported to have said of the one who denies, in the nearest sentence that tells such a thing. What
    only the report itself tells is left as it is: a denial alone would make it denied.
    """
    for number, claim in enumerate(scene.claims):
        if claim.stance != "denies" or not claim.source or not _is_told_before(scene, claim):
            continue
        here = scene.p.sentence_of[claim.cue[0][0]]
        for sentence in range(here, max(here - _REACH, 0) - 1, -1):
            if found := [(g, n) for g in groups if (n := _denied_there(scene, g, claim, sentence)) is not None]:
                for group, at in found:
                    act = group.acts[at]
                    group.acts[at] = replace(act, claims=(*act.claims, number))
                break
    return list(groups)


def _is_told_before(scene: Scene, claim: Claim) -> bool:
    """Whether the words denied only point back: a pronoun, or a noun for what was said or for a part in it."""
    p = scene.p
    inside = [t for first, end in claim.content for t in range(first, end)]
    tops = [t for t in inside if p.heads[t] not in inside or p.heads[t] == t]
    if not tops or any(t in scene.heads and p.lemmas[t] not in words("accusations") for t in inside):
        return False
    return any(p.lemmas[tops[0]] in words(name) for name in ("accusations", "told_before", "involvement"))


def _denied_there(scene: Scene, group: Group, claim: Claim, sentence: int) -> int | None:
    """The number of the act of a group that stands in a sentence before a denial, if it is what is denied."""
    p, cast = scene.p, scene.cast
    said = {p.lemmas[t] for first, end in claim.content for t in range(first, end)}
    spoken = group.type in codebook().speech and group.type != "REJECT"  # a breach is one, and a deed
    if spoken or group.status in _NOT_DONE or (said & words("involvement") and group.type not in _DEEDS):
        return None
    heads = claim_heads(p, claim)
    deniers = {n for h in heads for n in cast.of(h)}
    theirs = deniers | {n for h in heads for c in p.children[h] if p.deps[c] == "poss" for n in cast.of(c)}
    at = None
    for number, act in enumerate(group.acts):
        if p.sentence_of[act.trigger.head] != sentence or act.trigger.head > claim.cue[0][0]:
            continue
        told = [scene.claims[n] for n in act.claims]
        if any(c.stance == "asserts" and not {n for h in claim_heads(p, c) for n in cast.of(h)} & deniers for c in told):
            at = number
    if at is None or not theirs:
        return None
    own = group.of_role("actor") | (group.of_role("recipient") if group.type == "CONSULT" else set())
    if theirs & own or any(_speaks_for(cast.entities[a], cast.entities[b]) for a in theirs for b in own):
        return at
    nobodys = not any(cast.entities[n].country for n in theirs) and theirs == deniers
    return at if nobodys and (said & words("accusations") or not any(cast.entities[n].named for n in deniers)) else None


def _speaks_for(one: Entity, other: Entity) -> bool:
    """Whether both are of one state and not two persons, each of whom speaks for himself."""
    return one.country is not None and one.country == other.country and not (one.kind == other.kind == "person")
