"""The office that a person held on the day of an event, where that is not the report's (CODEBOOK 3)."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from typing import Protocol, TypeAlias

from memcon import times
from memcon.actors import Identity

from .identities import Identified

OfficeThen: TypeAlias = Callable[[Identified, str], Identified]
"""A party and an event's EDTF -> the party as it was then."""

_BY_TABLE = "registry:person"


class Registry(Protocol):
    """What the step asks of the registry of actors."""

    def resolve(self, mention: str, on: str | None = None, country: str | None = None, context: Collection[str] = ()) -> Identity | None:
        """The party that some words name, or None."""


def office_then(registry: Registry, published: str | None) -> OfficeThen:
    """How to tell what office a known person held in the days of an event.

    Where an office began or ended in these days, that office is meant; where they see two, and for days after the report's, what holds on
    the report's day stands. So do the report's own words.

    >>> from memcon.actors import registry
    >>> known = ("Johnson", "person", None, "GBR", "GOV", "prime minister", "registry:person.name", 0.9)
    >>> office_then(registry(), "2019-09-25")(Identified(*known, "wd:Q180589", "Boris Johnson"), "2017-03").office
    'foreign minister'
    """

    def then(who: Identified, edtf: str) -> Identified:
        if not who.by.startswith(_BY_TABLE) or "+words" in who.by or who.id is None:
            return who
        days = times.interval(edtf)
        if days.first is None or (published and days.first.isoformat() >= published):
            return who
        ends = sorted({days.first, days.last or days.first})
        found = [registry.resolve(who.registered, day.isoformat(), who.country) for day in ends]
        held = {one.office: one for one in found if one is not None and one.id == who.id}
        if not held or any(one is None or one.id != who.id for one in found):
            return who
        offices = [one for office, one in held.items() if office] or list(held.values())
        return replace(who, office=offices[0].office, sector=offices[0].sector or who.sector) if len(offices) == 1 else who

    return then
