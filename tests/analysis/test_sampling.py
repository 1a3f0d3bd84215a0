"""Samples: of every stratum, in proportion, the same for the same seed."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.analysis.world import told, worlds

from memcon.analysis import SampleError, sample
from memcon.analysis.sampling import CHECKED, COLUMNS, STRATA, allotted


@settings(max_examples=60, deadline=None)
@given(worlds(), st.integers(1, 15), st.lists(st.sampled_from(STRATA), min_size=1, unique=True), st.integers())
def test_every_stratum_gives_one_and_none_more_than_it_has(events, size, by, seed) -> None:
    drawn = sample(events, size, by, seed)
    sizes = Counter(one.stratum for one in sample(events, len(events) or 1, by, seed))
    assert len(drawn) == min(len(events), max(size, len(sizes)))
    assert len({one.merged.id for one in drawn}) == len(drawn)
    assert {one.stratum for one in drawn} == set(sizes)
    assert sum(one.weight for one in drawn) == pytest.approx(len(events))
    assert [one.row() for one in sample(reversed(events), size, by, seed)] == [one.row() for one in drawn]


@given(st.dictionaries(st.tuples(st.text(max_size=2)), st.integers(1, 50), max_size=6), st.integers(1, 80))
def test_shares(sizes, wanted) -> None:
    shares = allotted(sizes, wanted)
    assert sum(shares.values()) == (min(sum(sizes.values()), max(wanted, len(sizes))) if sizes else 0)
    assert all(1 <= shares[name] <= sizes[name] for name in sizes)


def test_another_seed_draws_others() -> None:
    events = [told(f"m{number}") for number in range(40)]
    first, again, other = (sorted(one.merged.id for one in sample(events, 10, ["type"], seed)) for seed in (0, 0, 1))
    assert first == again != other


def test_the_checker_sees_the_words_and_fills_in_the_rest() -> None:
    (one,) = sample([told("m1", when="2022-03-05")], 3, ["year"])
    row = one.row()
    assert tuple(row) == COLUMNS
    assert (row["stratum"], row["quotes"], row["summary"], row["when"]) == ("2022", "r1: met", "CONSULT of m1.", "2022-03-05")
    assert {row[name] for name in CHECKED} == {""}


def test_what_cannot_be_drawn() -> None:
    for size, by in ((0, ["type"]), (1, ["weather"]), (1, [])):
        with pytest.raises(SampleError):
            sample([], size, by)
