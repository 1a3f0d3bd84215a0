"""What a record lists beside its events: attributions, times, places, entities."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from memcon.model import Attribution, Entity, Location, Span, Time
from memcon.times import Timex

from ..claims.attribution import Claim
from ..coreference.cast import Cast
from ..coreference.identities import Identified
from ..grammar.parsed import Parsed
from ..joining.group import Group
from ..setting.place_phrases import Spot
from .owners import Owners
from .party_words import party_words, whole_name


def attribution_table(p: Parsed, claims: Sequence[Claim], groups: Iterable[Group]) -> tuple[Attribution, ...]:
    """Each claim as an attribution, its content the words told; its id is its place in the list.

    A claim on whose word an event stands has all its words where those told do not hold the event.
    """
    held: dict[int, set[int]] = {}
    for act in (act for group in groups for act in group.acts):
        for number in act.claims:
            held.setdefault(number, set()).add(act.trigger.head)

    def spans(ranges: tuple[tuple[int, int], ...]) -> tuple[Span, ...]:
        return tuple(p.span(first, end - 1) for first, end in ranges)

    def words(number: int, claim: Claim) -> tuple[tuple[int, int], ...]:
        told = {t for first, end in claim.told for t in range(first, end)}
        return claim.told if held.get(number, told) <= told else claim.content

    return tuple(
        Attribution(
            f"a{n + 1}", c.kind, spans(c.source), spans(c.cue), spans(words(n, c)), f"a{c.parent + 1}" if c.parent is not None else None
        )
        for n, c in enumerate(claims)
    )


def time_table(timexes: Sequence[Timex]) -> tuple[Time, ...]:
    """Each time expression as TIMEX3."""
    return tuple(Time(t.type, t.value, t.start, t.end, t.quote) for t in timexes)


def place_table(p: Parsed, spots: Sequence[Spot]) -> tuple[Location, ...]:
    """Each place name with what it resolves to."""
    found = []
    for spot in spots:
        span, place = p.span(spot.first, spot.end - 1), spot.place
        found.append(Location(place.name, span.start, span.end, span.quote, place.country, place.lat, place.lon, place.geonames))
    return tuple(found)


def entity_table(p: Parsed, cast: Cast, identities: Mapping[int, Identified]) -> tuple[Entity, ...]:
    """Each party with all its mentions in text order."""
    found = []
    owners = Owners(p, cast, identities)
    for entity in cast.entities:
        if not entity.mentions:
            continue
        known = identities[entity.number]
        mentions = tuple(sorted({party_words(p, m) for m in entity.mentions}))
        name = whole_name(p, entity, known)
        name = name if entity.named else owners.told(name, party_words(p, entity.best))[0]
        found.append(Entity(f"x{entity.number + 1}", name, known.kind, mentions, known.wikidata, known.country, known.sector, known.office))
    return tuple(found)
