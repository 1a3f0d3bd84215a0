"""Whose guest a visitor is where words only tell it by the way: who calls a visit off or lets it be, whose counterpart visits."""

from __future__ import annotations

from ..coreference.cast import Cast
from ..grammar.dependents import child, is_verb
from ..grammar.parsed import Parsed
from ..grammar.syntax import subject, support
from ..triggers.triggers import Trigger
from .filled import Filled, named

_DECIDING = frozenset(
    "allow approve authorise authorize bar block cancel delay forbid permit postpone prevent refuse reject suspend veto".split()
)
_OF_TWO_WORDS = {"call": "off", "put": "off"}
_LETTING = frozenset("allow enable invite let permit".split())
_HOSTS = frozenset(("person", "state", "organisation", "armed_group"))
_BODIES = _HOSTS - {"person"}  # who alone calls off a visit of some delegation may be its head


def with_hosts_of_visit(p: Parsed, trigger: Trigger, parties: tuple[Filled, ...], cast: Cast) -> tuple[Filled, ...]:
    """The parties of a visit, with who decides on it, or whose counterpart comes, as the host where no other is told.

    In the annotated windows, passages and reports of our own, test part left out, a state that calls off another's visit is its host
    three times of three, whose "visiting counterpart" somebody is twice of three. Who calls off a visit of one's own is no host.
    """
    told = {f.role for f in parties}
    if trigger.entry.mode != "visit" or "recipient" in told or "actor" not in told:
        return parties
    guests = {f.entity for f in parties}
    lands = {cast.entities[n].country for n in guests} - {None}
    deciders = [(f, cast.entities[f.entity]) for f in named("recipient", _deciders(p, trigger.head), cast, "decides")]
    found = [f for f, one in deciders if one.country not in lands and one.kind in _BODIES]
    found = found or named("recipient", _visited(p, trigger.head), cast, "host")
    return (*parties, *(f for f in found if f.entity not in guests and cast.entities[f.entity].kind in _HOSTS))


def _deciders(p: Parsed, visit: int) -> list[int]:
    """Who calls off, puts off or allows a visit: "Chad cancelled the visit of Rey", "let Rey visit"; of "its visit" it is the visitor."""
    if is_verb(p, visit):
        above = p.heads[visit]
        lets = p.deps[visit] in ("ccomp", "xcomp") and p.lemmas[above] in _LETTING and p.tags[visit] == "VB"
        return subject(p, above) if lets else []
    verb, how = support(p, visit)
    own = child(p, visit, "poss")
    if verb is None or how != "obj" or not is_verb(p, verb) or (own is not None and p.tags[own] == "PRP$"):
        return []
    particle = _OF_TWO_WORDS.get(p.lemmas[verb])
    decides = p.lemmas[verb] in _DECIDING or (particle is not None and any(p.lower[c] == particle for c in p.children[verb]))
    return subject(p, verb) if decides else []


def _visited(p: Parsed, visiting: int) -> list[int]:
    """Whose visitor somebody is: "his visiting counterpart", "told the visiting senators".

    >>> from memcon.reading.parse.parsing import parser
    >>> p = parser().parse("Rey assured the visiting general that it was over.")
    >>> [p.words[t] for t in _visited(p, p.words.index("visiting"))]
    ['Rey']
    """
    guest = p.heads[visiting]
    if p.lower[visiting] != "visiting" or p.deps[visiting] != "amod":
        return []
    owner = child(p, guest, "poss")
    if owner is not None:
        return [owner]
    verb = p.heads[guest]
    return subject(p, verb) if p.deps[guest] in ("dobj", "dative") and is_verb(p, verb) else []
