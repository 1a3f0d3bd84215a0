"""Who casts votes, and whom a vote concerns, where neither stands with its word."""

from __future__ import annotations

from ..grammar.dependents import is_verb
from ..grammar.parsed import Parsed
from ..grammar.syntax import clause, subject
from ..scene import Scene
from ..triggers.triggers import Trigger
from .filled import Filled, named
from .implied import filled


def voters(scene: Scene, vote: Trigger) -> list[Filled]:
    """Who casts the votes by which a thing is decided: "parliament rejected the motion by 74 votes to 61"."""
    p, noun = scene.p, vote.head
    if is_verb(p, noun) or p.deps[noun] != "pobj" or p.lower[p.heads[noun]] not in ("by", "with"):
        return []
    verb = clause(p, noun)
    return named("actor", subject(p, verb), scene.cast, "votes") if is_verb(p, verb) else []


def voted_on(scene: Scene, vote: Trigger) -> list[Filled]:
    """Whom a vote concerns: the party that the motion condemns, supports or punishes ("a resolution deploring Russia's invasion")."""
    p = scene.p
    here = p.sentence_of[vote.head]
    actors = {f.entity for f in filled(scene, vote) if f.role == "actor"}
    for other in scene.triggers:
        told = p.sentence_of[other.head] == here and other is not vote and _is_voted_on(p, vote.head, other.head)
        if told and other.entry.type in ("ACCUSE", "SANCTION", "SUPPORT", "REQUEST"):
            found = [f for f in filled(scene, other) if f.role == "recipient" and f.entity not in actors]
            if found and not any(f.role == "actor" and f.slot != "support" for f in filled(scene, other)):
                return found
    return []


def _is_voted_on(p: Parsed, vote: int, act: int) -> bool:
    """Whether an act is told in what a vote is on ("voted to condemn", "passed a motion deploring"), not in a clause of time or reason."""
    verb = vote if is_verb(p, vote) else clause(p, vote)
    held = [c for c in p.children[verb] if p.deps[c] in ("dobj", "nsubjpass", "xcomp", "ccomp", "prep", "oprd")]
    if act in p.ancestors(verb):  # "was admitted after parliament voted for it"
        return True
    if act not in p.subtree(vote) and not any(act in p.subtree(c) for c in held):
        return False
    between = [t for t in (act, *p.ancestors(act)) if vote in p.ancestors(t) or verb in p.ancestors(t)]
    return not any(p.deps[t] == "advcl" and any(p.deps[c] == "mark" for c in p.children[t]) for t in between)
