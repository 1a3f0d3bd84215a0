"""Who asks where the words of a request do not say: whose capital one is invited to, or for whom the one speaks who tells of it."""

from __future__ import annotations

from memcon.ontology.words import words

from ..claims.attribution import claim_heads
from ..grammar.dependents import child, is_verb
from ..grammar.syntax import is_passive, objects, prepositional
from ..scene import Scene
from ..triggers.triggers import Trigger
from .carriers import answerers
from .filled import Filled, named
from .own_side import for_the_state

_INVITING = frozenset(("invite", "invitation"))


def unsaid_askers(scene: Scene, request: Trigger) -> list[Filled]:
    """The actors of a request that has none: "was invited to Lima", "Chad was asked to wait, Togo's minister said"."""
    p, head = scene.p, request.head
    if is_verb(p, head) and (not is_passive(p, head) or child(p, head, "agent") is not None):
        return []
    return _hosts(scene, head) or _tellers(scene, head)


def _hosts(scene: Scene, head: int) -> list[Filled]:
    """The state or body to which, or to whose capital or occasion, somebody is invited: "to Lima", "to visit Togo", "to its summit"."""
    p, cast = scene.p, scene.cast
    if p.lemmas[head] not in _INVITING:
        return []
    bid = [c for c in p.children[head] if p.deps[c] in ("acl", "xcomp", "relcl") and p.tags[c] == "VB"]
    goals = [*prepositional(p, head, "to"), *(t for verb in bid for t in (*objects(p, verb), *prepositional(p, verb, "to")))]
    for goal in goals:
        whose = [goal] if cast.of(goal) else [c for c in p.subtree(goal) if p.deps[c] in ("poss", "compound") and p.heads[c] == goal]
        whose = whose or prepositional(p, goal, "of")
        found = [Filled("actor", n, t, "host") for t in whose for n in cast.of(t) if cast.entities[n].kind in ("state", "organisation")]
        if found:
            return found
    return []


def with_host(scene: Scene, request: Trigger, parties: tuple[Filled, ...]) -> tuple[Filled, ...]:
    """The parties of an invitation that somebody answers, without a host to whom it is made: "Rey accepted an invitation to Lima"."""
    answer = answerers(scene.p, request) if scene.p.lemmas[request.head] == "invitation" else []
    hosts = {f.entity for f in _hosts(scene, request.head)} - {n for t in answer for n in scene.cast.of(t)}
    if not answer or not hosts:
        return parties
    kept = tuple(f for f in parties if f.role != "recipient" or f.entity not in hosts)
    return kept if any(f.role == "recipient" for f in kept) else (*kept, *named("recipient", answer, scene.cast, "answers"))


def invited_there(scene: Scene, act: Trigger) -> list[Filled]:
    """Who is to do what an invitation is to that somebody answers: "Rey accepted an invitation to visit Togo"."""
    p, above = scene.p, scene.p.heads[act.head]
    request = scene.heads.get(above)
    if request is None or p.lemmas[above] != "invitation" or p.deps[act.head] not in ("acl", "relcl") or p.tags[act.head] != "VB":
        return []
    return named("actor", answerers(p, request), scene.cast, "invited")


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
