"""All whom a mention can mean, the likeliest first."""

from hypothesis import given, settings
from hypothesis import strategies as st

from memcon.actors import registry


def _names(mention, on):
    return [one.name for one in registry().candidates(mention, on)]


def test_what_resolve_says_is_first():
    for mention in ("Lavrov", "the Kremlin", "Georgia", "Hamas", "President Macron"):
        assert registry().candidates(mention, "2022-03-05")[0] == registry().resolve(mention, "2022-03-05")


def test_namesakes_follow():
    assert _names("Bush", "2002-01-01")[0] == "George W. Bush"
    assert "George H. W. Bush" in _names("Bush", "2002-01-01")
    assert "Hillary Clinton" in _names("Clinton", "1996-05-01")


def test_nobody_is_chosen_among_equals_yet_all_are_named():
    assert registry().resolve("Abdullah", "2020-01-01") is None
    assert "Abdullah II of Jordan" in _names("Abdullah", "2020-01-01")


def test_context_weighs():
    found = registry().candidates("Abdullah", "2020-01-01", context=("JOR",))
    assert found[0].country == "JOR"


@settings(deadline=None)  # the first answer of a process loads the tables
@given(st.text(max_size=60), st.dates())
def test_scores_sum_to_one_at_most(mention, on):
    found = registry().candidates(mention, on)
    assert sum(one.score for one in found) <= 1.0 + 0.01 * len(found)
    assert len({one.id for one in found}) == len(found)
    assert [one.score for one in found[1:]] == sorted((one.score for one in found[1:]), reverse=True)
