"""Who blames the weather or a fault accuses nobody: "blamed the rain for the delay"."""

from __future__ import annotations

from ..grammar.dependents import is_verb
from ..grammar.syntax import agents, objects, prepositional
from ..scene import Scene
from ..triggers.triggers import Trigger
from .filled import Filled

_OTHERS = frozenset(("other", "another", "others", "side"))
_QUOTES = frozenset(('"', "“", "‘"))  # 'blamed "one capital that likes to be called"' is meant for somebody


def blames_only_things(scene: Scene, trigger: Trigger, parties: tuple[Filled, ...]) -> bool:
    """Whether a verb of blaming lays something on what is nobody: "blamed a scheduling conflict", not "each side blames the other".

    What is laid on a thing is no deed of another either ("blamed the crash on frost"), unless it is an act that the report tells.
    """
    p, verb = scene.p, trigger.head
    if trigger.entry.type != "ACCUSE" or not is_verb(p, verb) or p.lemmas[verb] != "blame":
        return False
    if any(f.role == "recipient" for f in parties):
        return False
    on_whom = [t for t in prepositional(p, verb, "on") if p.labels[t] not in ("DATE", "TIME")]
    held = [t for t in objects(p, verb) if t not in agents(p, verb)]
    laid = on_whom or held
    if not laid or any(t in scene.heads for t in held) or any(_is_quoted(scene, t) for t in laid):
        return False
    return not any(_is_somebody(scene, t) for t in laid)


def _is_quoted(scene: Scene, token: int) -> bool:
    first = scene.p.edges[token][0]
    return any(scene.p.words[t] in _QUOTES for t in (max(0, first - 1), first))


def _is_somebody(scene: Scene, token: int) -> bool:
    """Whether a word, or one that it is told with, is a party: "tampering by Chad's government"; or one that a pronoun stands for."""
    p = scene.p
    if not p.tags[token].startswith("NN") or p.lemmas[token] in _OTHERS:
        return True
    return any(scene.cast.of(t) for t in p.subtree(token))
