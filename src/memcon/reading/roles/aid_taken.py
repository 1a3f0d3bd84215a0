"""Who takes aid, and from whom: "Togo received tents from Chad", "got a loan from Chad"."""

from __future__ import annotations

from ..coreference.cast import Cast
from ..grammar.dependents import is_verb
from ..grammar.parsed import Parsed
from ..grammar.syntax import is_passive, objects, prepositional, subject, support
from ..triggers.triggers import Trigger
from .filled import Filled, named

_TAKING = frozenset(("receive", "get", "accept", "obtain", "secure", "acquire", "borrow"))
_PEOPLE = ("person", "group", "state", "armed_group")
_WITH_CREWS = frozenset(("ambulance",))  # which count as people elsewhere
_IN_HAND = ("delivery", "receipt", "possession")  # "took delivery of"


def with_who_takes(p: Parsed, trigger: Trigger, cast: Cast, parties: tuple[Filled, ...]) -> tuple[Filled, ...]:
    """The parties of aid, its recipient the one who takes things, its actor whom they come from; people are taken by who gives them aid.

    So it is in the annotated windows, passages and reports of our own, test part left out, wherever things are received, got or accepted.
    """
    verb, how = (trigger.head, "obj") if is_verb(p, trigger.head) else support(p, trigger.head)
    if trigger.entry.type != "AID" or verb is None or how != "obj" or is_passive(p, verb) or not is_verb(p, verb):
        return parties
    things = objects(p, verb)
    in_hand = p.lemmas[verb] == "take" and any(p.lower[t] in _IN_HAND for t in things)
    if any(not p.tags[t].startswith("NN") or _are_people(cast, t) for t in things) or not (in_hand or p.lemmas[verb] in _TAKING):
        return parties
    things += [t for of in things for t in prepositional(p, of, "of")]
    takers = named("recipient", subject(p, verb), cast, "taken")
    givers = named("actor", [t for at in (verb, *things) for t in prepositional(p, at, "from")], cast, "from")
    those = {f.entity for f in (*takers, *givers)}
    if not things or not takers:
        return parties
    rest = [f for f in parties if f.entity not in those and not (givers and f.role == "actor")]
    return (*givers, *rest, *(f for f in takers if all(f.entity != g.entity for g in givers)))


def _are_people(cast: Cast, token: int) -> bool:
    return cast.lemma(token) not in _WITH_CREWS and any(cast.entities[n].kind in _PEOPLE for n in cast.of(token))
