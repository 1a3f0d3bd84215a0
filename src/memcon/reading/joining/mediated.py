"""Sides and mediators of talks told by several words: "the king brought the two together ... their talks" is his, between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..grammar.dependents import child, is_verb
from ..grammar.parsed import Parsed
from .group import Group

_MEDIATION = "mediation"
_TWO = 2


def with_sides_of_mediation(groups: Sequence[Group]) -> list[Group]:
    """The events; of a mediation whose sides other words tell as having met, these are they between whom it was."""
    for group in groups:
        brokers = set().union(*(a.of_role("actor") for a in group.acts if a.mode == _MEDIATION))
        if group.type != "CONSULT" or group.mode != _MEDIATION or not brokers or all(a.mode == _MEDIATION for a in group.acts):
            continue
        for number, act in enumerate(group.acts):
            if act.mode != _MEDIATION and act.of_role("actor") - brokers:
                sides = tuple(
                    replace(f, role="recipient") if f.role == "actor" and f.entity not in brokers else f
                    for f in act.parties
                    if f.role != "recipient" or f.entity not in brokers
                )
                group.acts[number] = replace(act, parties=sides)
    return list(groups)


def with_sides_of_what_was_brokered(p: Parsed, groups: Sequence[Group]) -> list[Group]:
    """The events; by whom the talks of others were brokered mediated between these: "The two met. The talks were brokered by Peru"."""
    talks_of = {a.trigger.head: g for g in groups if g.type == "CONSULT" for a in g.acts if a.mode != _MEDIATION}
    for group in groups:
        for number, act in enumerate(group.acts):
            verb = act.trigger.head
            talks = child(p, verb, "dobj", "nsubjpass") if act.mode == _MEDIATION and is_verb(p, verb) else None
            other = talks_of.get(talks) if talks is not None else None
            if other is None or other is group:
                continue
            brokers = act.of_role("actor")
            there = [f for a in other.acts for f in a.parties if f.role in ("actor", "recipient") and f.entity not in brokers]
            sides = {f.entity: replace(f, role="recipient", slot="brokered") for f in reversed(there)}
            if len(sides) >= _TWO:
                rest = (f for f in act.parties if f.role != "recipient" and f.entity not in sides)
                group.acts[number] = replace(act, parties=(*rest, *sides.values()))
    return list(groups)
