"""What holds for every string."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from memcon.places import Gazetteer, gazetteer
from memcon.places.compiled import COMPILED, Compiled
from memcon.places.names import fold, sound
from memcon.places.tables import own_places

KNOWN = sorted({c.name for entries in own_places().values() for c in entries} | {"Paris", "Tripoli", "Hama", "Springfield"})
NAMES = st.sampled_from(KNOWN)
TEXTS = st.one_of(st.text(), st.text(alphabet="-, '.’\tAa é\u202e\x00"), NAMES)
COUNTRIES = st.lists(st.sampled_from(["USA", "RUS", "UKR", "SYR", "GEO", "FRA", "LBN", "XXX", ""]), max_size=4)


@given(TEXTS, COUNTRIES, st.lists(TEXTS, max_size=5))
@settings(deadline=None)
def test_any_string_resolves_to_the_same_thing_twice(name, countries, others):
    first = gazetteer().resolve(name, countries, others)
    assert gazetteer().resolve(name, countries, others) == first
    if first is not None:
        assert 0 <= first.score <= 1
        assert first.how
        assert (first.lat is None) == (first.lon is None)


@given(NAMES, COUNTRIES, st.lists(NAMES, max_size=6))
@settings(deadline=None)
def test_no_hint_hides_a_known_place(name, countries, others):
    assert gazetteer().resolve(name) is not None
    assert gazetteer().resolve(name, countries, others) is not None


@given(st.text(), st.text())
@settings(deadline=None)
def test_pairs_and_candidates_take_any_string(name, container):
    gazetteer().resolve_pair(name, container)
    gazetteer().candidates(name)
    assert gazetteer().is_place(name) in (True, False)


@given(st.text())
def test_a_key_is_its_own_key(name):
    assert fold(fold(name)) == fold(name) or fold(name).startswith("the ")
    assert set(sound(name)) <= set("abcdefghijklmnopqrstuvwxyz0123456789 ")


def test_a_second_gazetteer_agrees_with_the_first():
    fresh = Gazetteer(Compiled())
    for name in ("Tripoli", "Georgia", "northern Syria", "Springfield"):
        assert fresh.resolve(name, ["USA", "LBN"], ["Beirut"]) == gazetteer().resolve(name, ["USA", "LBN"], ["Beirut"])


@pytest.mark.parametrize(
    "name", ["", " ", "\x00", "\u202eParis", "\ud800", "...", ",", ", ,", "St.", "the", "of", "province", "province of", "'s"]
)
def test_scraps_do_not_raise(name):
    gazetteer().resolve(name)
    gazetteer().resolve("Paris", [name], [name])


def test_a_name_of_ten_thousand_characters_is_no_place_and_costs_nothing():
    start = time.perf_counter()
    for long in ("x" * 10_000, "Paris " * 2_000, "north " * 2_000, "," * 10_000):
        assert gazetteer().resolve(long) is None
        assert gazetteer().resolve("Paris", (), [long]) is not None
        assert not gazetteer().is_place(long)
    assert time.perf_counter() - start < 1


def test_every_row_of_our_tables_can_be_found_by_each_of_its_names():
    for key, entries in own_places().items():
        assert {c.name for c in entries} <= {c.name for c in gazetteer()._by_key(key)}


def test_loading_is_quick():
    start = time.perf_counter()
    Gazetteer(Compiled(COMPILED)).resolve("Kyiv")
    assert time.perf_counter() - start < 2
