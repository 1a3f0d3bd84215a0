"""Towns that are called as a state or capital is: "Paris, Illinois", "the Lebanon police" of a report on an American county."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

from memcon.actors import Identity, registry
from memcon.places import gazetteer
from memcon.places.surroundings import cues

from ..grammar.parsed import Parsed

_PLACES = frozenset(("GPE", "LOC", "NORP"))
_BODIES = frozenset(("ORG", "FAC"))
_CUES = 2  # different words for the institutions of a country's towns


def elsewhere(p: Parsed) -> Mapping[str, str]:
    """The names of states and capitals that a report gives to towns of other states, each with that state (ISO alpha-3).

    A town lies where the region behind its name is, or where a report is that names the institutions of towns there and nothing else of
    the state that the name is known for.

    >>> from memcon.reading.parse.parsing import parser
    >>> elsewhere(parser().parse("Police in Paris, Illinois, arrested two men.")), elsewhere(parser().parse("They met in Paris, France."))
    ({'Paris': 'USA'}, {})
    """
    states = registry().states
    named = list(_named(p))
    found: dict[str, str] = {}
    for name, end in named:
        own, behind = states.any_country(name), _behind(p, end)
        area = states.any_country(behind) if behind and states.is_region(behind) else None
        if own is not None and area is not None and area != own:
            found[name] = area
    told = Counter(cues(p.text))
    areas = {states.any_country(name) for name, _ in named if states.is_region(name)}
    told.update(area for area in areas if area and "County" in p.words)  # "Edgar County, Illinois"
    where, count = next(iter(told.most_common(1)), ("", 0))
    if count + len(areas & {where}) < _CUES:
        return found
    known = {name: country for name, _ in named if (country := states.any_country(name)) is not None}
    for name, own in known.items():
        alone = all(country != own for other, country in known.items() if other != name) and states.demonym(name) is None
        if own != where and alone and any(place.country == where for place in gazetteer().candidates(name)):
            found[name] = where
    return found


def placed(identity: Identity | None, name: str, towns: Mapping[str, str]) -> Identity | None:
    """What the registry knows by a name, the town in it being where it is: the police of a Paris in Illinois are no state's of France."""
    if identity is None or not towns:
        return identity
    town = next((t for t in towns if f" {t} " in f" {name} "), None)
    if town is None or identity.country != registry().states.any_country(town):
        return identity
    if identity.kind == "state" or not identity.how.startswith("words"):
        return None
    return replace(identity, id=f"{identity.id}-{towns[town].lower()}", country=towns[town])


def _named(p: Parsed) -> Iterator[tuple[str, int]]:
    """The names of places in a report, those that begin a body's name among them, each with the token behind it."""
    for first, end, label in p.names:
        first += p.lower[first] == "the" and end - first > 1  # noqa: PLW2901
        if label in _PLACES:
            yield p.phrase(first, end), end
        elif label in _BODIES and end - first > 1:
            yield p.words[first], first + 1


def _behind(p: Parsed, end: int) -> str:
    """The name of a place right behind a comma."""
    if p.words[end : end + 1] != (",",):
        return ""
    area = next(((a, b) for a, b, label in p.names if a == end + 1 and label in _PLACES), None)
    return p.phrase(*area) if area is not None else ""
