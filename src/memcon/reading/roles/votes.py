"""Who casts votes, where nobody stands with the word for it."""

from __future__ import annotations

from ..grammar.dependents import is_verb
from ..grammar.syntax import clause, subject
from ..scene import Scene
from ..triggers.triggers import Trigger
from .filled import Filled, named


def voters(scene: Scene, vote: Trigger) -> list[Filled]:
    """Who casts the votes by which a thing is decided: "parliament rejected the motion by 74 votes to 61"."""
    p, noun = scene.p, vote.head
    if is_verb(p, noun) or p.deps[noun] != "pobj" or p.lower[p.heads[noun]] not in ("by", "with"):
        return []
    verb = clause(p, noun)
    return named("actor", subject(p, verb), scene.cast, "votes") if is_verb(p, verb) else []
