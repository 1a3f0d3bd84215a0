"""Who let somebody go, where no one is told to have freed him: those who had taken him ("seized two nurses ... they were freed")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..grammar.dependents import is_verb
from ..grammar.parsed import Parsed
from ..joining.group import Group
from ..roles.filled import Filled

_TAKING = frozenset((("COERCE", "arrest"), ("ASSAULT", "abduct"), ("SANCTION", "convict")))


def with_captors_letting_go(p: Parsed, groups: Sequence[Group]) -> list[Group]:
    """The events; a release of which nobody is told to be the actor is the act of the only ones who are told to have taken those freed.

    Of nine such releases that are annotated, test part left out, it is theirs six times and of nobody once.
    """
    for group in groups:
        freed = group.of_role("recipient")
        if group.mode != "release" or not freed or group.of_role("actor") or not any(is_verb(p, a.trigger.head) for a in group.acts):
            continue  # "welcomed the release of the crew": by whom may be told elsewhere
        held = [g for g in groups if (g.type, g.mode) in _TAKING and g.of_role("recipient") & freed and g.acts[0].status.value != "denied"]
        captors = {
            f.entity: Filled("actor", f.entity, f.token, "held") for g in held for a in g.acts for f in a.parties if f.role == "actor"
        }
        if captors and all(g.of_role("actor") == captors.keys() for g in held) and not captors.keys() & freed:
            group.acts[0] = replace(group.acts[0], parties=(*captors.values(), *group.acts[0].parties))
    return list(groups)
