"""Who is asked to let go what another wants: "called for the release of those held by Togo", "to lift the sanctions imposed by Chad"."""

from __future__ import annotations

from memcon.ontology.words import words

from ..grammar.dependents import is_verb
from ..grammar.syntax import agents
from ..scene import Scene
from ..triggers.slots import fill
from ..triggers.triggers import Trigger
from .filled import Filled, named

_GIVEN_UP = frozenset(
    "release return freeing freedom lifting easing removal end suspension reopening withdrawal repeal handover relaxation halt".split()
)


def holders(scene: Scene, request: Trigger) -> list[Filled]:
    """Those who hold, or have imposed, what a request is that it be let go."""
    p = scene.p
    found: list[Filled] = []
    for slot in ("for", "obj"):
        for noun in fill(p, request.head, slot, request.tokens):
            if is_verb(p, noun) or p.lemmas[noun] not in _GIVEN_UP:
                continue
            held = [t for t in p.subtree(noun) if p.deps[t] in ("acl", "relcl") and is_verb(p, t) and p.lemmas[t] in words("holding_back")]
            found += named("recipient", [t for verb in held[:1] for t in agents(p, verb)], scene.cast, "held-by")
    return found
