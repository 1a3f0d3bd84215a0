"""Sides and mediators of talks told by several words: "the king brought the two together ... their talks" is his, between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .group import Group

_MEDIATION = "mediation"


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
