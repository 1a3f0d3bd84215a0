"""Who is told to be angry blames others, and is not blamed: "Chad, which chairs the bloc, was furious", "the agency is alarmed"."""

from __future__ import annotations

from memcon.ontology.words import words

from ..coreference.cast import Cast
from ..grammar.dependents import child
from ..grammar.parsed import Parsed
from ..grammar.syntax import grammatical_subject
from ..triggers.triggers import Trigger
from .filled import HEARD, Filled, named


def with_who_feels(p: Parsed, trigger: Trigger, parties: tuple[Filled, ...], cast: Cast) -> tuple[Filled, ...]:
    """The parties of blame told by what somebody feels, with that party as actor."""
    word = trigger.head
    if trigger.entry.type != "ACCUSE" or p.lower[word] not in words("feelings_of_blame"):
        return parties
    verb = p.heads[word] if p.deps[word] == "acomp" else word
    if p.lemmas[verb] != "be" and child(p, verb, "auxpass") is None:
        return parties
    feels = named("actor", grammatical_subject(p, verb), cast, "feels")
    who = {f.entity for f in feels}
    others = (f for f in parties if f.entity not in who and not (f.role == "actor" and f.slot == HEARD))
    return (*feels, *others) if feels else parties
