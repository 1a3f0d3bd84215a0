"""The places of one report weighed together: each name in the light of what the others mean, the likeliest meanings counting most."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from .affinities import Affinities
from .place import Candidate
from .weighing import NAMESAKES, RIVALS, added, hint, is_metonym, prominence, shares

ROUNDS = 3
LEAST = 0.02
"""A neighbour's meaning less likely than this is left out."""
UNLIKELY = 0.15
FOCUS = 4.0
"""What a country in which all the other names lie adds to a place."""
FOCUS_HALF = 1.5
"""So many names of a country, or words of its institutions, make half of the focus."""
CUE_WORTH, CUES_MOST = 0.7, 5
METONYM_WORTH = 0.3
REGION = 2.0
"""What a first-level region in which all the other names lie adds."""
COUNTRY = 0.5
"""A country gains this part of the focus on itself."""
STATE = 0.7
"""Of what a town gains, a state of its name gains this part, unless the words are a town's."""
TOWN = 3.0
"""What words that go with a town or county add to a place of that kind."""


@dataclass(slots=True)
class Asked:
    """A name of the report: its key, what it may mean, how its form was changed, and of what kind its words say it is."""

    key: str
    found: tuple[Candidate, ...]
    how: str
    kind: str = ""
    hints: list[float] = field(default_factory=list)
    base: list[float] = field(default_factory=list)
    nearby: list[float] = field(default_factory=list)
    focus: list[float] = field(default_factory=list)
    total: list[float] = field(default_factory=list)


def weigh_together(asked: Sequence[Asked], countries: Sequence[str], cues: Mapping[str, int]) -> None:
    """Fill in the weights of every meaning of every name. No name twice, none without a meaning."""
    if not asked:
        return
    for one in asked:
        one.base = [prominence(c) + (TOWN if one.kind and c.kind == one.kind else 0.0) for c in one.found]
        one.hints = [hint(c, countries) for c in one.found]
        one.total = [a + b for a, b in zip(one.base, one.hints, strict=True)]
    affinities = Affinities([one.found for one in asked])
    for turn in range(ROUNDS):
        witnesses = [weight for one in asked for weight in _witness(one, turn)]
        nearby = [added(total) for total in affinities.beside(witnesses).tolist()]
        share = [_countries(one) for one in asked]
        at = 0
        for number, one in enumerate(asked):
            one.nearby = nearby[at : at + len(one.found)]
            at += len(one.found)
            one.focus = _focus(one, [s for other, s in enumerate(share) if other != number], cues)
        for one in asked:
            one.total = [sum(parts) for parts in zip(one.base, one.hints, one.nearby, one.focus, strict=True)]


def _witness(one: Asked, turn: int) -> list[float]:
    """How much each meaning of a name counts as a neighbour of others, 0..1."""
    ranked = sorted(zip(one.total, range(len(one.found)), strict=True), key=lambda pair: (-pair[0], pair[1]))[:RIVALS]
    least = 0.0 if is_metonym(one.found[ranked[0][1]]) else (0.3 if turn == 0 else UNLIKELY)
    weights = [0.0] * len(one.found)
    for (_, at), part in zip(ranked, shares([weight for weight, _ in ranked]), strict=True):
        weight = least + (1.0 - least) * part
        weights[at] = weight if weight >= LEAST else 0.0
    return weights


def _countries(one: Asked) -> dict[str, float]:
    """How much of a name lies in each country and first-level region."""
    found: dict[str, float] = defaultdict(float)
    for candidate, part in zip(one.found, shares(one.total), strict=True):
        worth = part * (METONYM_WORTH if is_metonym(candidate) else 1.0)
        if candidate.kind == "country":
            # a state is named as a party: where others' cities have namesakes in it, that says little of where they lie
            worth *= NAMESAKES.get(candidate.country or "", 1.0)
        if candidate.country:
            found[candidate.country] += worth
        if candidate.region and candidate.kind != "country":
            found[candidate.region] += worth
    return found


def _focus(one: Asked, others: Sequence[Mapping[str, float]], cues: Mapping[str, int]) -> list[float]:
    evidence: dict[str, float] = defaultdict(float)
    for country, number in cues.items():
        evidence[country] += CUE_WORTH * min(number, CUES_MOST)
    for other in others:
        for area, worth in other.items():
            evidence[area] += worth
    whole = sum(worth for area, worth in evidence.items() if "." not in area)
    regions = sum(worth for area, worth in evidence.items() if "." in area)

    def part(area: str | None, total: float) -> float:
        return evidence.get(area or "", 0.0) / (total + FOCUS_HALF)

    found = [FOCUS * part(c.country, whole) + REGION * part(c.region, regions) for c in one.found]
    # seas and regions of the world lie in no country, and a state is named in any: towns so called gain nothing on them
    town = max((weight for c, weight in zip(one.found, found, strict=True) if c.kind in ("city", "district")), default=0.0)
    return [_of_the_world(c, weight, town, one.kind) for c, weight in zip(one.found, found, strict=True)]


def _of_the_world(candidate: Candidate, weight: float, town: float, kind: str) -> float:
    if candidate.kind in ("world", "water") and candidate.match == "table":
        return max(weight, town)
    if candidate.kind == "country":
        return COUNTRY * weight if kind in ("city", "district") else max(COUNTRY * weight, STATE * town)
    return weight
