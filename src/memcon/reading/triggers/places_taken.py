"""What is done to places: they are overrun, shelled, struck by drones, and fall."""

from __future__ import annotations

from memcon.ontology.words import words

from ..grammar.dependents import child
from ..grammar.parsed import Parsed
from ..grammar.syntax import agents, grammatical_subject, prepositional

_DROPPING = frozenset(("bomb", "strafe", "pound"))  # no persons
_GOING = frozenset("visit tour reach enter leave flee".split())
_TRUSTING = frozenset(("believe", "trust", "confide", "find", "see"))


def is_taken(p: Parsed, noun: int, *, known: bool = False) -> bool:
    """Whether to a noun is done what is done to places: "overran X", "X was shelled", "took control of X", "X fell to the rebels".

    Persons are captured and lost too, so a name that looks like one is no place for that, if it is not `known` to be one.
    """
    if p.deps[noun] == "conj" and p.tags[p.heads[noun]].startswith("NNP"):
        return is_taken(p, p.heads[noun], known=known)  # "struck X and Y"
    above, label = p.heads[noun], p.deps[noun]
    if known and (_is_struck(p, noun) or _is_gone_to(p, noun)):
        return True
    if label in ("dobj", "nsubjpass"):
        lost = p.lemmas[above] == "lose" and any(p.lower[c] == "to" for c in p.children[above])
        captured = (known or p.labels[noun] != "PERSON") and (p.lemmas[above] in words("capturing_verbs") or lost)
        return captured or p.lemmas[above] in words("done_to_places")
    if label == "pobj":
        return p.lower[above] == "of" and p.lemmas[p.heads[above]] == "control"
    return label == "nsubj" and p.lemmas[above] == "fall" and any(p.deps[c] == "prep" and p.lower[c] == "to" for c in p.children[above])


def _is_struck(p: Parsed, noun: int) -> bool:
    """Whether arms, fighters or states strike what a noun names: "drones hit X", "X was struck by missiles", "Chad struck X"."""
    above = p.heads[noun]
    if p.deps[noun] not in ("dobj", "nsubjpass") or p.lemmas[above] not in words("striking_verbs"):
        return False
    by = [*grammatical_subject(p, above), *agents(p, above), *(t for word in ("with", "in") for t in prepositional(p, above, word))]
    forces = any(p.lemmas[t].lower() in words("signs_of_force") | words("armament") or p.labels[t] == "GPE" for t in by)
    return forces or p.lemmas[above] in _DROPPING


def _is_gone_to(p: Parsed, noun: int) -> bool:
    """Whether somebody visits, reaches or leaves what a noun names."""
    return p.deps[noun] == "dobj" and p.lemmas[p.heads[noun]] in _GOING


def is_stayed_in(p: Parsed, noun: int) -> bool:
    """Whether somebody arrives, meets or does something else in what a noun names: "landed in X"."""
    link = p.heads[noun]
    verb = p.heads[link]
    return p.deps[noun] == "pobj" and p.lower[link] == "in" and p.tags[verb].startswith("VB") and p.lemmas[verb] not in _TRUSTING


def is_named_town(p: Parsed, noun: int) -> bool:
    """Whether a noun stands before the name of the settlement that it is: "the village of X"."""
    link = child(p, noun, "prep")
    held = child(p, link, "pobj") if link is not None and p.lower[link] == "of" else None
    return held is not None and p.tags[held].startswith("NNP") and p.lemmas[noun] in words("settlement_nouns")
