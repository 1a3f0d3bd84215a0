"""Who only hears what is asked of another: "told supporters that the president must resign" asks the president."""

from __future__ import annotations

from memcon.ontology.words import words

from ..coreference.cast import Cast
from ..coreference.press import is_of_the_press
from ..grammar.dependents import SUBJECTS, child, is_verb
from ..grammar.parsed import Parsed
from ..grammar.syntax import clause, grammatical_subject, is_passive
from ..parties.doers_before_deeds import DOERS
from ..triggers.triggers import Trigger
from .filled import Filled

_TELLING = frozenset("tell remind assure inform".split())


def with_those_asked(p: Parsed, trigger: Trigger, parties: tuple[Filled, ...], cast: Cast) -> tuple[Filled, ...]:
    """The parties of a request, without an unnamed group that is told of it, where another is to do what is asked."""
    if trigger.entry.type != "REQUEST":
        return parties
    parties = _with_whose_duty_it_is(p, trigger, parties, cast)
    if p.tags[trigger.head] == "MD":  # "told reporters that the men should be freed"
        parties = tuple(f for f in parties if f.role != "recipient" or not (_is_told(p, f.token) and is_of_the_press(p, cast, f.token)))
    asked = [f for f in parties if f.role == "recipient"]
    if len(asked) < 2:
        return parties
    told = {f.entity for f in asked if _is_told(p, f.token) and not cast.entities[f.entity].named}
    doing = {f.entity for f in asked if p.deps[f.token] in SUBJECTS and _is_below(p, f.token, trigger.head)} - told
    return tuple(f for f in parties if f.role != "recipient" or f.entity not in told) if doing else parties


def _with_whose_duty_it_is(p: Parsed, trigger: Trigger, parties: tuple[Filled, ...], cast: Cast) -> tuple[Filled, ...]:
    """The parties with whose duty it is that a word like "must" speaks of: "the soldiers must talk", Rey told journalists."""
    verb = p.heads[trigger.head]
    asked = [f for f in parties if f.role == "recipient" and not (_is_told(p, f.token) and cast.lemma(f.token) in words("audiences"))]
    if p.tags[trigger.head] != "MD" or asked or not is_verb(p, verb) or is_passive(p, verb):
        return parties
    known = {f.entity for f in parties if f.role == "actor"}
    own = [t for t in grammatical_subject(p, verb) if p.tags[t].startswith("N")]
    whose = [Filled("recipient", n, t, "subj") for t in own for n in cast.of(t) or _people(p, t, cast) if n not in known]
    return (*(f for f in parties if f.role != "recipient"), *whose) if whose else parties


def _people(p: Parsed, token: int, cast: Cast) -> tuple[int, ...]:
    number = cast.plain(token) if p.lemmas[token] in DOERS else None
    return (number,) if number is not None else ()


def _is_told(p: Parsed, token: int) -> bool:
    return p.deps[token] in ("dobj", "dative") and is_verb(p, p.heads[token]) and p.lemmas[p.heads[token]] in _TELLING


def _is_below(p: Parsed, subject: int, act: int) -> bool:
    """Whether a subject is that of the clause that tells what is asked, which hangs on a word of telling."""
    verb = clause(p, subject)
    return (
        p.deps[verb] == "ccomp"
        and child(p, p.heads[verb], "dobj", "dative") is not None
        and (verb == act or act in p.subtree(p.heads[verb]))
    )
