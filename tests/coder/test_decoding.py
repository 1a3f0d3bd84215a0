"""Labels to spans: no inside without its beginning, and never a worse sequence than by trying all."""

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.coder.decoding import Found, best_labels, logistic, probabilities, spans, together, triggers, whole


def _allowed(labels: tuple[int, ...]) -> bool:
    return all(b == 0 or b % 2 or (i > 0 and labels[i - 1] in (b, b - 1)) for i, b in enumerate(labels))


@given(st.lists(st.lists(st.floats(-3, 3, width=16), min_size=5, max_size=5), min_size=1, max_size=4))
def test_the_best_sequence_of_all(rows: list[list[float]]) -> None:
    scores = np.array(rows, dtype=np.float32)
    found = tuple(best_labels(scores).tolist())
    assert _allowed(found)
    best = max(sum(scores[i, one] for i, one in enumerate(way)) for way in product(range(5), repeat=len(rows)) if _allowed(way))
    assert sum(scores[i, one] for i, one in enumerate(found)) == pytest.approx(best, abs=1e-4)


def test_several_sequences_side_by_side() -> None:
    one = np.array([[0, 0, 5], [0, 0, 5]], dtype=np.float32)
    assert best_labels(np.stack((one, -one))).tolist() == [[1, 2], [0, 0]]
    assert best_labels(np.zeros((2, 0, 3), dtype=np.float32)).shape == (2, 0)


def test_spans_of_two_names_side_by_side() -> None:
    labels = np.array([1, 2, 3, 1, 0])
    sure = np.full((5, 5), 0.5, dtype=np.float32)
    assert spans(labels, sure) == [Found(0, 2, 0, 0.5), Found(2, 3, 1, 0.5), Found(3, 4, 0, 0.5)]


def test_a_threshold_finds_more_or_fewer_triggers() -> None:
    scores = np.array([[1, 0, 1, 0], [0, 4, 0, 0], [3, 0, 0, 1]], dtype=np.float32)
    assert [one[:3] for one in triggers(scores, 0.4, 1.0)] == [(0, 2, 0)]
    assert triggers(scores, 0.99, 1.0) == []


def test_words_that_may_begin_at_either_are_as_likely_an_act_as_the_surest() -> None:
    held_talks = np.log(np.array([[0.98, 0.01, 0.01], [0.9, 0.001, 0.099], [0.07, 0.7, 0.23], [0.98, 0.01, 0.01]], dtype=np.float32))
    (one,) = triggers(held_talks, 0.05, 1.0)
    assert one[:3] == (2, 3, 0)
    assert one.p == pytest.approx(0.93, abs=1e-3)
    assert [found[:2] for found in triggers(held_talks, 0.5, 1.0)] == [(2, 3)]


def test_heat_moves_probabilities_to_the_middle() -> None:
    scores = np.array([2.0, 0.0], dtype=np.float32)
    assert probabilities(scores, 2.0)[0] < probabilities(scores)[0]
    assert logistic(scores, 2.0)[0] < logistic(scores)[0]
    assert logistic(np.array([-1e9, 1e9], dtype=np.float32)).tolist() == pytest.approx([0.0, 1.0])


@given(st.lists(st.integers(1, 5), min_size=1, max_size=4), st.integers(0, 99))
def test_windows_together_are_decoded_as_alone(sizes: list[int], seed: int) -> None:
    chance = np.random.default_rng(seed)
    windows = [chance.normal(size=(2, size, 5)).astype(np.float32) for size in sizes]
    for alone, beside in zip(windows, best_labels(together(windows)), strict=True):
        assert beside[:, : alone.shape[1]].tolist() == best_labels(alone).tolist()
        assert not beside[:, alone.shape[1] :].any()


def test_no_windows_together() -> None:
    assert best_labels(together([])).shape[0] == 0


def _spans(labels: tuple[int, ...]) -> list[tuple[int, int]]:
    ends = [*(i for i, one in enumerate(labels) if one != 2), len(labels)]
    return [(i, next(end for end in ends if end > i)) for i, one in enumerate(labels) if one == 1]


@given(st.lists(st.lists(st.floats(-4, 4, width=16), min_size=3, max_size=3), min_size=1, max_size=5))
def test_a_span_is_as_likely_as_all_sequences_with_it_together(rows: list[list[float]]) -> None:
    sure = probabilities(np.array(rows, dtype=np.float32)).astype(np.float64)
    ways = {way: np.prod([sure[i, one] for i, one in enumerate(way)]) for way in product(range(3), repeat=len(rows)) if _allowed(way)}
    total = sum(ways.values())
    (row,) = whole(np.array([rows], dtype=np.float32))
    for first in range(len(rows)):
        for end in range(first + 1, len(rows) + 1):
            expected = sum(p for way, p in ways.items() if (first, end) in _spans(way)) / total
            assert row.p(first, end) == pytest.approx(expected, abs=1e-4)
    for least in (0.2, 0.5):
        told = row.likely(least)
        assert all(a.end <= b.first for a, b in pairwise(told))
        assert all(one.p == pytest.approx(row.p(one.first, one.end)) and one.p >= least - 1e-6 for one in told)


def test_of_two_that_overlap_the_likelier_stands() -> None:
    scores = np.log(np.array([[[0.01, 0.98, 0.01], [0.45, 0.01, 0.54]]], dtype=np.float32))
    assert [one[:2] for one in whole(scores)[0].likely(0.3)] == [(0, 2)]
    assert whole(scores)[0].likely(0.6) == []


def test_no_piece_and_a_window_s_padding() -> None:
    assert [one.likely(0.5) for one in whole(np.zeros((1, 0, 3), dtype=np.float32))] == [[]]
    row = np.array([[0, 9, 0], [9, 0, 0]], dtype=np.float32)
    alone, padded = whole(row[None])[0], whole(together([row, np.zeros((40, 3), dtype=np.float32)]))[0]
    assert [one[:2] for one in alone.likely(0.5)] == [one[:2] for one in padded.likely(0.5)] == [(0, 1)]
