"""Harm that nobody meant: "accidentally shot", "a gas blast killed four", "the truck overturned, killing two" (CODEBOOK 1.1, ASSAULT)."""

from __future__ import annotations

from collections.abc import Iterable

from memcon.ontology.words import words

from ..grammar.dependents import child, is_verb
from ..grammar.parsed import Parsed
from ..grammar.syntax import agents, grammatical_subject, prepositional
from ..triggers.triggers import Trigger

_UP = ("advcl", "conj", "xcomp")
_CRASHES = ("crash", "collision", "derailment", "stampede")
_RUN_DOWN = frozenset("hit strike kill injure knock crush".split())
_VEHICLES = frozenset("bus car lorry motorcycle motorbike pickup suv train tram truck van vehicle".split())
_FORCE = ("ASSAULT", "MOBILIZE", "THREATEN")


def accidental(p: Parsed, trigger: Trigger, triggers: Iterable[Trigger]) -> bool:
    """Whether the harm that an act of force tells of is an accident; `triggers` are all of the report.

    Words that say so decide. An explosion or a fire at a works, or of gas, is one where the report tells of no force.
    """
    if trigger.entry.type != "ASSAULT":
        return False
    at = trigger.head
    while p.deps[at] in _UP and p.tags[at] in ("VBG", "VBN") and is_verb(p, p.heads[at]):
        at = p.heads[at]
    if p.deps[at] == "acl" and p.tags[at] == "VBG":  # "A bus overturned, killing two", which the parser takes for a bus that is overturned
        at = next((c for c in p.children[p.heads[at]] if p.deps[c] == "acl" and p.lemmas[c] in words("mishap_verbs")), at)
    nouns = [at] if not is_verb(p, at) else grammatical_subject(p, at)
    when = [c for c in p.children[at] if p.deps[c] == "advcl"]  # "was killed when a car accidentally hit her"
    if any(_by_accident(p, t) for t in {trigger.head, at, *nouns, *when}):
        return True
    if _is_run_down(p, trigger.head) or (is_verb(p, at) and any(p.lemmas[n] in _CRASHES for n in prepositional(p, at, "in"))):
        first, end = p.sentences[p.sentence_of[at]]  # "was killed in a helicopter crash"
        return not _tells_of_force(p, (t for t in triggers if t is not trigger), range(first, end))
    if is_verb(p, at) and (at != trigger.head or child(p, at, "dobj") is None) and p.lemmas[at] in words("mishap_verbs"):
        first, end = p.sentences[p.sentence_of[at]]
        return not _tells_of_force(p, (t for t in triggers if t.head != at), range(first, end))
    return any(_is_mishap(p, n) for n in nouns) and not _tells_of_force(p, triggers, range(len(p)))


def _is_run_down(p: Parsed, verb: int) -> bool:
    """ "Was struck by a car"."""
    return is_verb(p, verb) and p.lemmas[verb] in _RUN_DOWN and any(p.lemmas[t] in _VEHICLES for t in agents(p, verb))


def _by_accident(p: Parsed, token: int) -> bool:
    if any(p.lower[c] in words("unmeant") for c in p.children[token]):
        return True
    links = [c for c in p.children[token] if p.deps[c] in ("prep", "agent") and p.lower[c] == "by" and p.lower[c - 1] != "not"]
    return any(p.lemmas[k] in ("accident", "mistake") for c in links for k in p.children[c])


def _is_mishap(p: Parsed, noun: int) -> bool:
    """ "A gas blast", "an explosion at a coal mine", "a fire at a camp", "a crash"."""
    if p.lemmas[noun] not in words("mishaps"):
        return False
    if p.lemmas[noun] in _CRASHES or any(p.lemmas[c] in words("mishap_kinds") for c in p.children[noun]):
        return True
    where = [n for link in ("at", "in", "inside") for n in prepositional(p, noun, link)]
    return any(p.lemmas[n] in words("works") or (p.lemmas[noun] == "fire" and p.lemmas[n] in words("scenes")) for n in where)


def _tells_of_force(p: Parsed, triggers: Iterable[Trigger], where: range) -> bool:
    """Whether some words tell of force, or of arms, beside the harm that a mishap does."""
    harm = words("harm_verbs") | words("mishaps")
    acts = any(t.head in where and t.entry.type in _FORCE and p.lemmas[t.head] not in harm for t in triggers)
    return acts or any(p.lemmas[t] in words("signs_of_force") for t in where)
