"""Who each party of a report is: its identity at the report's date, and what that rests on."""

from __future__ import annotations

from dataclasses import dataclass, replace

from memcon.actors import Identity

from ..grammar.parsed import Parsed
from ..parties.entity import Entity
from .cast import Cast
from .homes import home
from .named_in_office import not_its_holder


@dataclass(frozen=True, slots=True)
class Identified:
    """An entity's name, kind, and what the registry or its own words tell of it; `by` and `p` say which and how sure.

    `id` and `registered` are the registry's own id and name of it.
    """

    name: str
    kind: str
    wikidata: str | None
    country: str | None
    sector: str | None
    office: str | None
    by: str
    p: float
    id: str | None = None
    registered: str = ""


def identities(p: Parsed, cast: Cast) -> dict[int, Identified]:
    """Number of the entity -> who it is. Unknown names stay themselves, with what their titles and nationality tell."""
    found = {entity.number: _identify(p, entity) for entity in cast.entities if entity.mentions}
    return {n: one if one.country or cast.entities[n].named else _at_home(p, cast, n, one) for n, one in found.items()}


def _at_home(p: Parsed, cast: Cast, number: int, one: Identified) -> Identified:
    """The same with the state that the report's words around it tell."""
    country = home(p, cast, cast.entities[number], one.sector)
    return replace(one, country=country, by=f"{one.by}+home", p=round(one.p * 0.8, 3)) if country else one


def _identify(p: Parsed, entity: Entity) -> Identified:
    known = _identity(p, entity)
    best = entity.best
    words = p.phrase(*best.name) if entity.named else p.phrase(best.first, best.end)
    if known is None:
        return Identified(words, entity.kind, None, entity.country, None, None, "report", 0.5)
    certain = known.kind in ("person", "state", "organisation", "armed_group") and not known.how.startswith("words")
    # The report's own full name before the registry's spelling; the registry's where the report gives a surname or an acronym only.
    by_office = best.identity is not None and best.identity.how.startswith("office")  # "Peru's Prime Minister"
    full = entity.kind != "state" and entity.named and best.form == "name" and best.name[1] - best.name[0] > 1 and not by_office
    name = known.name if certain and known.name and not full else words
    kind = entity.kind if entity.kind != "place" else "state"
    kind = known.kind if certain else kind
    by, score = f"registry:{known.how}", round(known.score, 3)
    country = known.country or (None if certain else entity.country)  # "its minister, Ann Lee"
    return Identified(name, kind, known.wikidata, country, known.sector, known.office, by, score, known.id, known.name)


def _identity(p: Parsed, entity: Entity) -> Identity | None:
    """The surest identity among the mentions; a metonym's identity counts after the party's own name."""
    own = [m for m in entity.mentions if m.form != "pronoun"]
    longest = max((m.name[1] - m.name[0] for m in own if m.form == "name"), default=0)
    if entity.kind == "person" and longest > 1:  # a full name that is not known is not the known bearer of its surname
        own = [m for m in own if m.form != "name" or m.name[1] - m.name[0] > 1]
    if entity.kind in ("organisation", "armed_group"):  # the full name tells who it is, and not what else its initials may stand for
        whole = [m for m in own if m.form == "name" and m.name[1] - m.name[0] > 1 and m.identity is not None]
        own = whole or own
    found = [m.identity for m in own if m.identity is not None]
    if entity.kind == "person":
        found = [replace(i, wikidata=None, how="words.agent", score=0.5) if not_its_holder(p, own, i) else i for i in found]
    return max(found, key=lambda i: (not i.how.startswith(("words", "metonym")), bool(i.wikidata), i.score), default=None)
