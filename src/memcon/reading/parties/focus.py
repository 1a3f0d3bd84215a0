"""What a report is about: its countries, its people in full, and the country in focus."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping
from functools import lru_cache
from itertools import takewhile
from types import MappingProxyType
from typing import Protocol

from memcon.actors import Identity
from memcon.ontology.words import words as word_list
from memcon.places import gazetteer
from memcon.places.surroundings import cues

from ..grammar.parsed import Parsed
from .datelines import datelines
from .homonyms import placed

# Share of what names a country that must name one for bare nouns ("the army") to be taken as its.
_SHARE = 0.67
_PLACES = frozenset(("GPE", "NORP", "LOC"))
_REGNAL = frozenset("Pope King Queen Emir Sultan Emperor Patriarch".split())  # before the one name that their bearers go by
_COURTESY = word_list("courtesies") | frozenset("sir dame lord lady mister madame monsieur herr".split())
_BODIES = frozenset(("ORG", "FAC"))


class Registry(Protocol):
    """What the step asks of the registry of actors."""

    def resolve(self, mention: str, on: str | None = None, country: str | None = None, context: Collection[str] = ()) -> Identity | None:
        """The party that some words name, or None."""

    def capital(self, name: str) -> str | None:
        """ISO3 of the state whose capital has that name."""

    def country(self, name: str) -> str | None:
        """ISO3 of a state, people, capital or region of that name."""

    def is_shared(self, name: str) -> bool:
        """Whether bodies of many states go by a name, though one state's is the best known by it."""


def context(
    p: Parsed, registry: Registry, on: str | None, towns: Mapping[str, str] = MappingProxyType({})
) -> tuple[frozenset[str], str | None, str | None]:
    """The countries (ISO alpha-3), unions and full names of people in a report, the country that it is about, if it is about one, and the
    country at home in it: the one it names most often, if that is where it was filed or the United States are not in it.

    Countries speak by their own names, their people's and their cities', by their institutions and office holders ("the Senate", "Nicola
    Sturgeon", later "Sturgeon"), each as often as it is named, and by the words of their towns' offices ("sheriff", "town councillor").
    Where somebody travels is not the traveller's country. `towns` are those called as a state or capital is, each with its state.
    """
    people: dict[str, str | None] = {}
    surnames: dict[str, str | None] = {}
    named: Counter[str] = Counter()
    outright: set[str] = set()  # by more than a capital's name once: it may be but the scene
    shared: Counter[str] = Counter()  # by names that bodies of other states bear as well
    counts: Counter[str] = Counter(cues(p.text))
    for start, stop, label in p.names:
        first, end = _bare(p, start, stop) if label == "PERSON" else (start, stop)
        words = p.phrase(first, end)
        country: str | None = None
        if label in _PLACES and (_is_travelled_to(p, end - 1) or _stands_for_a_body(registry.resolve(words, on))):
            continue
        if label in _PLACES:
            name = words.removeprefix("the ").removeprefix("The ")
            country = towns.get(name) or registry.country(name)
            named.update([country] if country else _only_state(words))
            outright.update([country] if country and registry.capital(words) is None else [])
        elif label == "PERSON" and end - first > 1:
            if words not in people:
                people[words] = surnames[p.words[end - 1]] = _country(registry.resolve(words, on))
            country = people[words]
        elif label == "PERSON":
            if first and p.words[first - 1] in _REGNAL:
                people[p.phrase(first - 1, end)] = None  # "Pope Francis", later "Francis"
            country = surnames[words] if words in surnames else _country(registry.resolve(words, on))
        elif label in _BODIES:
            known = registry.resolve(words, on)
            country = _country(known)
            shared.update([country] if country and registry.is_shared(words) else [])
            named.update([known.name] if known is not None and known.sector == "IGO" else ())
            named.update(_only_state(words) if known is None and end - first > 1 else ())  # a town, whatever the recogniser takes it for
        counts.update([country] if country else [])
    focus = next((c for c, n in counts.most_common(1) if n >= _SHARE * counts.total() and (n > 1 or c in outright)), None)
    often = (c for c, n in counts.items() if n > 1)
    return frozenset({*people, *named, *often}), focus, _home(p, registry, counts - shared)


def _home(p: Parsed, registry: Registry, counts: Counter[str]) -> str | None:
    """The country at home in a report, by how often each is named; the United States, if named, rule others out but where it was filed."""
    (foremost, most), (_, next_most) = [*counts.most_common(2), (None, 0), (None, 0)][:2]
    lines = (p.words[first:end] for first, end in (p.sentences[number] for number in sorted(datelines(p))))
    towns = (" ".join(takewhile(lambda word: word.isupper() and word.isalpha(), line)).title() for line in lines)
    here = next((country for town in towns if (country := registry.country(town))), None)
    return foremost if most > next_most and ("USA" not in counts or foremost == here) else None


def resolving(
    p: Parsed, registry: Registry, on: str | None, towns: Mapping[str, str]
) -> tuple[Callable[[str], Identity | None], frozenset[str]]:
    """What tells whom a name in a report means, in the light of the report, and the report's countries, unions and people in full.

    "Congress" is the one of the country at home in it.
    """
    told, focus, home = context(p, registry, on, towns)

    def resolve(name: str) -> Identity | None:
        country = home if focus is None and registry.is_shared(name) else focus
        return placed(registry.resolve(name, on, country, told), name, towns)

    return lru_cache(maxsize=None)(resolve), told


def _stands_for_a_body(known: Identity | None) -> bool:
    """Whether a capital speaks for a body of several states: "Brussels"."""
    return known is not None and known.how == "metonym.table" and known.country is None


@lru_cache(maxsize=4096)
def _only_state(town: str) -> tuple[str, ...]:
    """The state of a town, where all towns of that name are in one: "El Fasher" tells that a report is on Sudan as well."""
    states = {place.country for place in gazetteer().candidates(town)}
    return tuple(state for state in states if state) if len(states) == 1 else ()


def _is_travelled_to(p: Parsed, place: int) -> bool:
    """Whether a place is only where a journey goes: "visited Togo", "his trip to Togo"."""
    above = p.heads[place]
    if p.deps[place] == "dobj":
        return p.lemmas[above] in word_list("journeys")
    travel = p.heads[above]
    goes = p.deps[place] == "pobj" and p.lower[above] in ("to", "in", "for")
    if p.lower[above] == "in" and p.lemmas[travel] == "arrive":
        return True
    return goes and p.lemmas[travel] in word_list("journeys") | (word_list("travel_verbs") if p.lower[above] != "in" else frozenset())


def _bare(p: Parsed, first: int, end: int) -> tuple[int, int]:
    """The range of a person's name without courtesy title before it and genitive behind."""
    if end - first > 1 and p.words[first].rstrip(".").lower() in _COURTESY:
        first += 1
    if end - first > 1 and p.words[end - 1] in ("'s", "’s", "'", "’"):
        end -= 1
    return first, end


def _country(found: Identity | None) -> str | None:
    """The state of what the registry itself knows; words that tell a state tell it in their own names."""
    return found.country if found and not found.how.startswith("words") else None
