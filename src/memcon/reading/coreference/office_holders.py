"""Who holds an office that is told by its state alone: by the report's own words, else by what is known."""

from __future__ import annotations

from collections.abc import Sequence

from memcon.ontology.words import words

from ..grammar.parsed import Parsed
from ..grammar.syntax import prepositional
from ..parties.entity import Entity
from ..parties.mention import Mention
from ..parties.mentions import Mentions
from .descriptions import Descriptions

_HELD_BY_ONE = words("first_offices") | frozenset(("minister",))


def holder(
    p: Parsed, mentions: Mentions, descriptions: Descriptions, entities: Sequence[Entity], mention: Mention, country: str | None
) -> Entity | Mention | None:
    """The party that holds an office in a state that the report names; its mention where the report has not told of it."""
    office = descriptions.office(mention)
    state = next((e for e in entities if e.kind == "state" and e.country == country and e.mentions), None)
    if state is None or country is None or not _held_by_one(office):
        return None
    return descriptions.titled(mention, country) or mentions.holder(mention, f"{p.phrase(*state.best.name)} {' '.join(office)}")


def land_of_office(p: Parsed, mentions: Mentions, mention: Mention, titles: set[str]) -> str | None:
    """The state (ISO alpha-3) of somebody who is named with an office and what it is of: "President Bo Rey of Chad"; None without one."""
    if mention.kind != "person" or mention.form != "name" or not titles & words("office_nouns"):
        return None
    states = (mentions.at(t) for t in prepositional(p, mention.head, "of"))
    return next((m.identity.country for m in states if m is not None and m.kind == "state" and m.identity is not None), None)


def _held_by_one(office: Sequence[str]) -> bool:
    """Whether a state has one at a time: a president, and a foreign minister, but no minister."""
    return office[-1] in _HELD_BY_ONE and (office[-1] != "minister" or len(office) > 1)
