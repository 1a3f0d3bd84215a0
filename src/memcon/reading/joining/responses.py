"""Whom words are against or for that speak of a deed: who condemns or welcomes a decision says it of those who took it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..acts.acts import Act
from ..grammar.dependents import is_verb
from ..grammar.parsed import Parsed
from ..grammar.syntax import objects, prepositional
from ..roles.filled import Filled, named
from ..roles.not_aimed_at import complained_to
from ..roles.own_side import own_bodies
from ..scene import Scene
from .group import Group
from .pointed_to import authors

_RESPONSES = frozenset(("ACCUSE", "SUPPORT"))
_OF = ("of", "for", "over", "at")


def responding(scene: Scene, groups: Sequence[Group]) -> list[Group]:
    """The events; words without a recipient that speak of another event have its actors for recipients.

    In the annotated windows, passages and reports of our own, test part left out, those who did the deed that an accusation has as its
    object are its recipient 105 times and nobody is 21 times, with support 40 and 10. Not so where agreements and truces are welcomed
    (nobody 11 of 19), nor where an attack is condemned of which another sentence tells who did it (23 and 27; where the same does, 8
    and 3).
    """
    p = scene.p
    of = {act.trigger.head: group for group in groups for act in group.acts}
    for group in groups:
        if group.type not in _RESPONSES or group.mode == "investigate" or group.of_role("recipient") or not group.of_role("actor"):
            continue
        for number, act in enumerate(group.acts):
            deeds = (of[t] for t in _spoken_of(p, act) if t in of and of[t] is not group)
            doers = {f.entity: f for deed in deeds for f in _doers(p, act, deed) if f.entity not in group.of_role("actor")}
            if not doers:
                own = own_bodies(p, scene.cast, (f for a in group.acts for f in a.parties))
                doers = {f.entity: f for f in authors(scene, groups, group, act.trigger.head) if f.entity not in own}
            if not doers and group.type == "ACCUSE":
                heard = named("recipient", complained_to(p, act.trigger.head), scene.cast, "to")
                doers = {f.entity: f for f in heard if f.entity not in group.of_role("actor")}
            if doers:
                more = (Filled("recipient", f.entity, f.token, "response") for f in doers.values())
                group.acts[number] = replace(act, parties=(*act.parties, *more))
                break
    return list(groups)


def _spoken_of(p: Parsed, act: Act) -> Iterator[int]:
    """The nouns of what words speak of: "condemned the raid", "its condemnation of the raid"."""
    head = act.trigger.head
    if is_verb(p, head):
        yield from objects(p, head)
    else:
        yield from (t for word in _OF for t in prepositional(p, head, word))


def _doers(p: Parsed, words: Act, deed: Group) -> list[Filled]:
    """Those who did a deed, so far as words that speak of it are against or for them."""
    found = [f for a in deed.acts for f in a.parties if f.role == "actor"]
    if deed.type == "AGREE" or (deed.type == "RETREAT" and words.type == "SUPPORT"):
        return []
    if deed.type == "ASSAULT":
        here = p.sentence_of[words.trigger.head]
        return [f for f in found if p.sentence_of[f.token] == here] if words.type == "ACCUSE" else []
    return found
