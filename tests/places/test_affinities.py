"""What places speak for each other, all at once, is what each pair says alone."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.places import affinities, gazetteer
from memcon.places.affinities import Affinities
from memcon.places.place import Candidate
from memcon.places.weighing import affinity

NAMES = ("Tripoli", "Georgia", "Paris", "Texas", "Moscow", "Kyiv", "Victoria", "Springfield", "Lebanon", "Baltic Sea", "Sudan")
LETTERS = st.sampled_from(("", "A", "B"))
PLACES = st.builds(
    Candidate,
    name=st.just("x"),
    place=st.none(),
    country=st.sampled_from((None, "USA", "RUS", "LBN")),
    lat=st.none() | st.floats(-90, 90),
    lon=st.none() | st.floats(-180, 180),
    geonames=st.none() | st.integers(1, 4),
    kind=st.sampled_from(("country", "region", "district", "city", "landmark", "water", "land", "world")),
    region=LETTERS,
    population=st.just(0),
    match=st.just("main"),
    capital=st.booleans(),
)


def one_by_one(groups: list[list[Candidate]], weights: list[float]) -> list[float]:
    numbered = [(number, place) for number, group in enumerate(groups) for place in group]
    found = []
    for number, place in numbered:
        best = {other: 0.0 for other in range(len(groups)) if other != number}
        for (other, meaning), weight in zip(numbered, weights, strict=True):
            if other != number:
                best[other] = max(best[other], affinity(place, meaning) * weight)
        found.append(sum(best.values()))
    return found


@given(st.lists(st.lists(PLACES, min_size=1, max_size=4), min_size=1, max_size=5), st.randoms(use_true_random=False))
def test_all_pairs_are_as_each_pair_alone(groups: list[list[Candidate]], chance: random.Random) -> None:
    weights = [chance.choice((0.0, chance.random())) for group in groups for _ in group]
    assert Affinities(groups).beside(weights) == pytest.approx(one_by_one(groups, weights), abs=1e-9)


def test_real_places_also_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    groups = [[candidate for candidate, _, _ in gazetteer().ranked(name)] for name in NAMES]
    weights = [random.Random(7).random() for group in groups for _ in group]
    whole = one_by_one(groups, weights)
    assert max(whole) > 1
    assert Affinities(groups).beside(weights) == pytest.approx(whole, abs=1e-9)
    monkeypatch.setattr(affinities, "_PAIRS", 3 * sum(map(len, groups)))
    assert Affinities(groups).beside(weights) == pytest.approx(whole, abs=1e-9)
