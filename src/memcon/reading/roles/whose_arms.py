"""Arms that nobody rides: who struck with a missile or a drone is whose it is; warplanes and tanks are those who attack."""

from __future__ import annotations

from collections.abc import Iterable

from memcon.ontology.words import words

from ..coreference.cast import Cast
from ..grammar.dependents import is_verb
from ..grammar.parsed import Parsed
from ..grammar.relative_clauses import owner_of
from ..grammar.syntax import agents, subject
from ..triggers.triggers import Trigger
from .filled import Filled, may_fill

_WHOSE = ("poss", "amod", "compound", "nmod")


def with_owners_of_arms(p: Parsed, trigger: Trigger, parties: Iterable[Filled], cast: Cast) -> tuple[Filled, ...]:
    """The parties, arms that fly by themselves and are named as those who did it giving way to their owners: "Chadian missiles hit a port".

    Where the name of an owner and arms stand right before the verb of an annotated attack, test part left out, the owner alone is annotated
    11 times of 17 with missiles, rockets, shells, mortars and drones, 2 times of 28 with warplanes, tanks and ships.
    """
    found: list[Filled] = []
    for one in parties:
        owners = _owners(p, one.token, cast) if one.role == "actor" else []
        known = {(f.role, f.entity) for f in found}
        found += [o for o in owners or [one] if (o.role, o.entity) not in known]
    if trigger.entry.type == "ASSAULT" and is_verb(p, trigger.head) and not any(f.role == "actor" for f in found):
        found += [o for arms in subject(p, trigger.head) for o in _owners(p, arms, cast) if all(f.entity != o.entity for f in found)]
    return tuple(found)


def _owners(p: Parsed, arms: int, cast: Cast) -> list[Filled]:
    if p.lemmas[arms] not in words("unmanned_arms"):
        return []
    whose = [c for c in p.children[arms] if p.deps[c] in _WHOSE and may_fill(c, "mod", cast)]
    of = owner_of(p, arms)  # "Chad, whose drones hit a port"
    launched = [n for c in p.children[arms] if p.deps[c] == "acl" and p.tags[c] == "VBN" for n in agents(p, c) if may_fill(n, "by", cast)]
    told = [(c, "mod") for c in (*whose, *([of] if of is not None else ()))] + [(n, "by") for n in launched]
    return [Filled("actor", n, token, slot) for token, slot in told for n in cast.of(token)]
