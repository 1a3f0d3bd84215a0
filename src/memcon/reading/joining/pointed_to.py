"""Whose deed or words nouns mean that only point back: "the move was condemned", "Peru hailed the decision", "called the remarks a lie"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from memcon.ontology.words import words

from ..claims.attribution import claim_heads
from ..grammar.dependents import is_verb
from ..grammar.parsed import Parsed
from ..grammar.syntax import grammatical_subject, objects, support
from ..roles.filled import Filled, named
from ..roles.not_aimed_at import BREAKING
from ..roles.own_side import is_home
from ..scene import Scene
from .group import Group

_REACH = 2
"""So many sentences before such a noun what it means stands."""
_DEEDS = frozenset(("SANCTION", "COERCE", "CONCEDE", "RETREAT", "MOBILIZE", "AID", "SUPPORT", "REJECT", "VOTE", "COOPERATE", "PROTEST"))
_WORDS = frozenset(("ACCUSE", "STATEMENT", "REQUEST", "THREATEN", "REJECT", "SUPPORT"))
_POINTING = frozenset(("the", "that", "this", "these", "those"))


def authors(scene: Scene, groups: Sequence[Group], response: Group, head: int) -> list[Filled]:
    """Who did or said last what a noun points to that the words at `head` are about; nobody where none of them points back.

    In the annotated windows, passages and reports, test part left out, of "the move", "the decision", "the step", "the measure", "the
    ruling" and "the remarks" that are praised or blamed those who took or made them are recipients 41 times and nobody is 7 times; of "the
    agreement", "the attack", "the killing" and "the bill" 8 and 26 times.
    """
    p = scene.p
    for noun in _about(p, head):
        if not _points_back(p, noun):
            continue
        said = p.lemmas[noun] in words("words_pointed_to")
        if not said and p.lemmas[noun] not in words("deeds_pointed_to"):
            continue
        actors = response.of_role("actor")
        for found in _said(scene, groups, response, noun) if said else _done(p, groups, response, noun):
            if found and not any(f.entity in actors or is_home(scene.cast, f.entity, actors) for f in found):
                return found
    return []


def _about(p: Parsed, head: int) -> Iterator[int]:
    """What words are about: "condemned the move", "the move drew anger", "the ruling was a lie", "the ban violated rules"."""
    if is_verb(p, head):
        yield from objects(p, head) if p.lemmas[head] not in BREAKING else grammatical_subject(p, head)
        return
    verb, how = support(p, head)
    if verb is not None and is_verb(p, verb) and (how == "attr" or (how == "obj" and p.lemmas[verb] in words("drawing_verbs"))):
        yield from grammatical_subject(p, verb)
    if p.deps[head] == "acomp":
        yield from grammatical_subject(p, p.heads[head])
    if p.deps[head] == "oprd" and is_verb(p, p.heads[head]):
        yield from objects(p, p.heads[head])


def _points_back(p: Parsed, noun: int) -> bool:
    """Whether a noun has nothing with it but a word that points back: "the move", "this decision"."""
    below = [c for c in p.children[noun] if p.deps[c] != "punct"]
    return len(below) == 1 and p.lower[below[0]] in _POINTING


def _done(p: Parsed, groups: Sequence[Group], response: Group, noun: int) -> Iterator[list[Filled]]:
    """Those who did what is told of before a noun, the last deed first."""
    acts = [a for g in groups if g is not response and g.type in _DEEDS for a in g.acts if _is_near(p, a.trigger.head, noun)]
    for act in sorted(acts, key=lambda a: -a.trigger.head):
        yield [f for f in act.parties if f.role == "actor"]


def _said(scene: Scene, groups: Sequence[Group], response: Group, noun: int) -> Iterator[list[Filled]]:
    """Those who spoke before a noun, the last one first."""
    p = scene.p
    acts = [a for g in groups if g is not response and g.type in _WORDS for a in g.acts if _is_near(p, a.trigger.head, noun)]
    acts = [a for a in acts if a.type != "REJECT" or not a.claims]  # "said that the ship had ignored warnings"
    spoken = [(a.trigger.head, [f for f in a.parties if f.role == "actor"]) for a in acts]
    told = [c for c in scene.claims if _is_near(p, c.cue[0][0], noun)]
    spoken += [(c.cue[0][0], named("actor", claim_heads(p, c), scene.cast, "source")) for c in told]
    for _, speakers in sorted(spoken, key=lambda one: -one[0]):
        yield speakers


def _is_near(p: Parsed, token: int, noun: int) -> bool:
    return token < noun and 0 < p.sentence_of[noun] - p.sentence_of[token] <= _REACH
