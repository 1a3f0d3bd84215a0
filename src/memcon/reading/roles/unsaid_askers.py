"""Who asks where the words of a request do not say: whose capital one is invited to, or for whom the one speaks who tells of it."""

from __future__ import annotations

from memcon.ontology.words import words

from ..claims.attribution import claim_heads
from ..grammar.dependents import child, is_verb
from ..grammar.syntax import is_passive, prepositional
from ..scene import Scene
from ..triggers.triggers import Trigger
from .filled import Filled
from .own_side import for_the_state

_INVITING = frozenset(("invite", "invitation"))


def unsaid_askers(scene: Scene, request: Trigger) -> list[Filled]:
    """The actors of a request that has none: "was invited to Lima", "Chad was asked to wait, Togo's minister said"."""
    p, head = scene.p, request.head
    if is_verb(p, head) and (not is_passive(p, head) or child(p, head, "agent") is not None):
        return []
    return _hosts(scene, head) or _tellers(scene, head)


def _hosts(scene: Scene, head: int) -> list[Filled]:
    """The state to which, or to whose capital, somebody is invited."""
    p, cast = scene.p, scene.cast
    if p.lemmas[head] not in _INVITING:
        return []
    goals = prepositional(p, head, "to")
    return [Filled("actor", n, t, "host") for t in goals for n in cast.of(t) if cast.entities[n].kind == "state"]


def _tellers(scene: Scene, head: int) -> list[Filled]:
    """The state, or body, for which the one speaks who tells of a request, and whom it is not made to."""
    p, cast = scene.p, scene.cast
    over = [scene.claims[n] for n in scene.claims_over(head) if scene.claims[n].clausal]
    if not over or not is_verb(p, head) or p.lemmas[head] in ("order", "instruct", "command"):  # "his men had been ordered to wait"
        return []
    found: list[Filled] = []
    for token in claim_heads(p, over[-1]):
        for number in cast.of(token):
            entity = cast.entities[number]
            if entity.kind in ("state", "armed_group"):
                found.append(Filled("actor", number, token, "teller"))
            elif entity.titles & words("office_nouns") and entity.country is not None:
                found.append(for_the_state(cast, Filled("actor", number, token, "teller")))
    return found
