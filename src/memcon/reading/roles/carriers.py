"""Who stands to a noun of action by the verb that carries it: who answers a request, repels an attack, commits to a deed."""

from __future__ import annotations

from memcon.ontology.lexicon import Lexicon
from memcon.ontology.words import words

from ..factuality.governors import governing
from ..grammar.dependents import is_verb
from ..grammar.parsed import Parsed
from ..grammar.syntax import support
from ..triggers import slots
from ..triggers.triggers import Trigger

_DOING = frozenset("carry commit execute hatch launch mount orchestrate perpetrate plan plot stage".split())


def answerers(p: Parsed, trigger: Trigger) -> list[int]:
    """Whom a request was made to that someone answers: "accepted an invitation", "turned down the request"."""
    return _subjects(p, trigger, words("answering_verbs"))


def repellers(p: Parsed, trigger: Trigger) -> list[int]:
    """Whom an attack was aimed at that someone repels ("the army repelled a rebel attack"); who fights a war does not repel it."""
    fought = words("fighting_verbs") if trigger.entry.frame == "n-clash" else frozenset()
    return _subjects(p, trigger, words("repelling_verbs") - fought)


def accomplices(p: Parsed, trigger: Trigger) -> list[int]:
    """Who did it with who did it: "carried out the attack with her husband"; a raid staged with Chad, not a war with it."""
    verb, how = _carrier(p, trigger)
    if verb is None or how != "obj" or trigger.entry.frame == "n-clash" or p.lemmas[verb] not in _DOING:
        return []
    return [t for at in (verb, trigger.head) for t in slots.fill(p, at, "with")]


def committed(p: Parsed, trigger: Trigger, lexicon: Lexicon) -> list[int]:
    """Who commits to a noun of action does it: "agreed on a ceasefire", "promised the withdrawal", "offered talks"."""
    verb, how = _carrier(p, trigger)
    if verb is None or how in ("subj", "attr") or (trigger.entry.mode == "ceasefire" and p.lemmas[verb] == "arrange"):
        return []  # "who arranged the truce"
    if trigger.entry.type == "REQUEST" and how == "with" and p.lemmas[verb] in words("opening_with"):
        return slots.fill(p, verb, "subj")  # "opened the summit with a plea for calm"
    governor = governing(p, verb, "obj" if how == "obj" else f"prep:{how}", lexicon)
    return slots.fill(p, verb, "subj") if governor is not None and governor.status in ("planned", "offered") else []


def _subjects(p: Parsed, trigger: Trigger, verbs: frozenset[str]) -> list[int]:
    verb, how = _carrier(p, trigger)
    return slots.fill(p, verb, "subj") if verb is not None and how == "obj" and p.lemmas[verb] in verbs else []


def _carrier(p: Parsed, trigger: Trigger) -> tuple[int | None, str]:
    verb, how = support(p, trigger.head) if not is_verb(p, trigger.head) else (None, "")
    return (verb, how) if verb is not None and is_verb(p, verb) else (None, "")
