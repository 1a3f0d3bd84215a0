"""Surnames alone: known everywhere, or only where the report is about their state."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from memcon.actors import Identity, registry


@pytest.mark.parametrize("name", ["Merkel", "Putin", "Lavrov", "Kerry", "Obama", "Netanyahu", "Stoltenberg"])
def test_known_everywhere(name):
    assert registry().resolve(name, "2016-03-01") is not None


@pytest.mark.parametrize(
    "name", ["Christie", "Smith", "Romero", "Mitchell", "Jinping", "Tenney", "Bailey", "Norton", "Arabia", "Elizabeth", "Del"]
)
def test_known_nowhere(name):
    assert registry().resolve(name, "2016-03-01") is None


def test_a_report_about_their_state_makes_them_known():
    assert registry().resolve("Christie", "2016-03-01", context=["BHS"]).name == "Perry Christie"
    found = registry().resolve("Elkin", "2022-03-05", context=["ISR", "RUS"])
    assert (found.country, found.how) == ("ISR", "person.surname+context")


def test_a_report_about_other_states_counts_against():
    assert registry().resolve("Osborne", "2016-03-01", context=["GBR"]).country == "GBR"
    assert registry().resolve("Osborne", "2016-03-01", context=["USA"]) is None


def test_a_common_surname_is_no_leader_of_a_state_that_the_report_does_not_name():
    """An analyst or an envoy of that name is likelier where nothing speaks of the leader's state."""
    for name, state, leader in (("Kim", "PRK", "Kim Jong-un"), ("Lee", "KOR", "Lee Jae-myung"), ("Li", "CHN", "Li Qiang")):
        assert registry().resolve(name, "2026-04-28", context=["TUR", "AZE"]) is None
        assert registry().resolve(name, "2026-04-28", context=["USA", state]).name == leader
    assert registry().resolve("Putin", "2026-04-28", context=["TUR", "AZE"]).name == "Vladimir Putin"


def test_context_by_name():
    found = registry().resolve("Lee", "2011-06-01", context=["Lee Hsien Loong"])
    assert found.country == "SGP"


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=60), st.sampled_from([None, "2016-03-01", "1890-01-01", "2090-12-31"]))
def test_any_text_is_answered(text, on):
    found = registry().resolve(text, on)
    assert found is None or isinstance(found, Identity)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            "the a former President Israeli of Putin 's , and U.S. army officials Foo Bar Ministry for in Minister Kim rebels".split()
        ),
        max_size=9,
    )
)
def test_any_mix_of_known_words_is_answered(words):
    found = registry().resolve(" ".join(words), "2018-04-04")
    assert found is None or 0 < found.score <= 1
