"""Whom a contact is said to bring together: "the talks involved Chad and Togo", "a summit gathering the leaders of both"."""

from __future__ import annotations

from memcon.ontology.words import words

from ..grammar.dependents import SUBJECTS, child, is_verb
from ..grammar.parsed import Parsed
from ..grammar.syntax import agents, grammatical_subject, is_passive, objects
from ..scene import Scene
from ..triggers.triggers import Trigger
from .filled import HEARD, Filled, named

_MEETS = frozenset(("person", "group", "state", "organisation", "armed_group"))


def with_those_brought_together(scene: Scene, trigger: Trigger, parties: tuple[Filled, ...]) -> tuple[Filled, ...]:
    """The parties of a contact, with those whom its words bring together as actors; who hosted it is then the recipient.

    Who mediates brings together others: "offered to bring the parties together".
    """
    p, noun = scene.p, trigger.head
    if trigger.entry.type != "CONSULT" or is_verb(p, noun):
        return parties
    mediates = trigger.entry.mode == "mediation"
    role = "recipient" if mediates else "actor"
    there = named(role, [o for verb in _verbs(p, noun) for o in objects(p, verb)], scene.cast, "brought_together")
    there = [f for f in there if scene.cast.entities[f.entity].kind in _MEETS]
    if not there:
        return parties
    those = {f.entity for f in there}
    hosts = _hosts(scene, noun)
    rest = [f for f in parties if f.entity not in those | {h.entity for h in hosts}]
    return (*there, *(f for f in rest if mediates or f.slot != HEARD), *(h for h in hosts if h.entity not in those))


def _verbs(p: Parsed, noun: int) -> list[int]:
    """Verbs of bringing together whose subject a noun is: "the talks brought together", "and involved", "a meeting involving"."""
    above = p.heads[noun]
    own = [above, *_joined(p, above)] if p.deps[noun] in SUBJECTS and is_verb(p, above) else []
    inside = [c for c in p.children[noun] if p.deps[c] == "acl" or (p.deps[c] == "relcl" and noun in grammatical_subject(p, c))]
    return [v for v in (*own, *inside) if not is_passive(p, v) and _brings_together(p, v)]


def _joined(p: Parsed, verb: int) -> list[int]:
    return [c for c in p.children[verb] if p.deps[c] == "conj" and is_verb(p, c) and child(p, c, *SUBJECTS) is None]


def _brings_together(p: Parsed, verb: int) -> bool:
    if p.lemmas[verb] == "bring":
        return any(p.lower[c] == "together" for c in p.children[verb])
    return p.lemmas[verb] in words("gathering_verbs")


def _hosts(scene: Scene, noun: int) -> list[Filled]:
    """By whom an occasion is said to be hosted: "the talks were hosted by Peru", "the talks, hosted by Peru,"."""
    p, above = scene.p, scene.p.heads[noun]
    verbs = [above] if p.deps[noun] == "nsubjpass" else [c for c in p.children[noun] if p.deps[c] == "acl"]
    return named("recipient", [a for v in verbs if p.lemmas[v] == "host" for a in agents(p, v)], scene.cast, "host")
