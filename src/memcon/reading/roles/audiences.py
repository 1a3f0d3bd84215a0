"""Who only hears what is asked of another: "told supporters that the president must resign" asks the president."""

from __future__ import annotations

from ..coreference.cast import Cast
from ..grammar.dependents import SUBJECTS, child, is_verb
from ..grammar.parsed import Parsed
from ..grammar.syntax import clause
from ..triggers.triggers import Trigger
from .filled import Filled

_TELLING = frozenset("tell remind assure inform".split())


def without_audience(p: Parsed, trigger: Trigger, parties: tuple[Filled, ...], cast: Cast) -> tuple[Filled, ...]:
    """The parties of a request, without an unnamed group that is told of it, where another is to do what is asked."""
    asked = [f for f in parties if f.role == "recipient"]
    if trigger.entry.type != "REQUEST" or len(asked) < 2:
        return parties
    told = {f.entity for f in asked if _is_told(p, f.token) and not cast.entities[f.entity].named}
    doing = {f.entity for f in asked if p.deps[f.token] in SUBJECTS and _is_below(p, f.token, trigger.head)} - told
    return tuple(f for f in parties if f.role != "recipient" or f.entity not in told) if doing else parties


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
