"""The head of relations: probabilities from made-up weights, whatever the spans."""

import warnings

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.coder import relating
from memcon.coder.labels import ROOTS
from memcon.coder.relating import PLACES, PREFIX, Relating, places

WIDTH, LOOK, HIDDEN, KINDS, TOLD, MEMBERS = 8, 4, 6, 3, 5, 2


def _weights(seed: int = 0) -> dict[str, np.ndarray]:
    chance = np.random.default_rng(seed)
    shapes = {
        "query.weight": (LOOK, 2 * WIDTH), "query.bias": (LOOK,), "key.weight": (LOOK, WIDTH), "key.bias": (LOOK,),
        "place.weight": (PLACES, 1), "parties.weight": (HIDDEN, 3 * WIDTH), "parties.bias": (HIDDEN,), "told.weight": (HIDDEN, TOLD),
        "kinds.weight": (HIDDEN, 2 * KINDS), "out.weight": (len(ROOTS), HIDDEN), "out.bias": (len(ROOTS),),
    }  # fmt: skip
    return {PREFIX + name: chance.normal(size=(MEMBERS, *shape)).astype(np.float32) for name, shape in shapes.items()}


def _ask(weights: dict[str, np.ndarray], size: int, source: tuple[int, int], target: tuple[int, int]) -> np.ndarray:
    chance = np.random.default_rng(size)
    states = chance.normal(size=(size, WIDTH)).astype(np.float32)
    kinds = chance.random((size, KINDS)).astype(np.float32) / KINDS
    head = Relating.of(weights)
    assert head is not None
    return head.probabilities(states, kinds, source, target, np.ones(TOLD, dtype=np.float32))


@given(st.integers(2, 40), st.data())
def test_one_probability_a_root(size: int, data: st.DataObject) -> None:
    a, b = (data.draw(st.integers(0, size - 1)) for _ in range(2))
    ends = (data.draw(st.integers(a + 1, size)), data.draw(st.integers(b + 1, size)))
    found = _ask(_weights(), size, (a, ends[0]), (b, ends[1]))
    assert found.shape == (len(ROOTS),)
    assert found.sum() == pytest.approx(1, abs=1e-4)
    assert (found >= 0).all()


def test_networks_that_agree_say_what_one_says() -> None:
    weights = _weights()
    twice = {name: np.stack((value[0], value[0])) for name, value in weights.items()}
    once = {name: value[:1] for name, value in weights.items()}
    assert _ask(twice, 9, (0, 2), (4, 6)) == pytest.approx(_ask(once, 9, (0, 2), (4, 6)), abs=1e-5)
    assert _ask(weights, 9, (0, 2), (4, 6)) != pytest.approx(_ask(once, 9, (0, 2), (4, 6)), abs=1e-3)


def test_who_does_it_to_whom_matters() -> None:
    assert _ask(_weights(), 9, (0, 2), (4, 6)) != pytest.approx(_ask(_weights(), 9, (4, 6), (0, 2)), abs=1e-3)


def test_weights_without_the_head_and_with_half_of_it() -> None:
    assert Relating.of({}) is None
    weights = _weights()
    del weights[PREFIX + "out.bias"]
    with pytest.raises(KeyError):
        Relating.of(weights)


def test_places_before_between_and_after() -> None:
    assert places(7, (4, 5), (1, 2)).tolist() == [2, 1, 3, 3, 0, 4, 4]


def test_flags_of_the_arithmetic_are_no_warnings(monkeypatch: pytest.MonkeyPatch) -> None:
    each = relating._each

    def flagged(weights: np.ndarray, given: np.ndarray) -> np.ndarray:
        assert np.isnan(np.array([np.inf]) * 0).all()  # raises the flag, as some kernels do for right results
        return each(weights, given)

    monkeypatch.setattr(relating, "_each", flagged)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert _ask(_weights(), 9, (0, 2), (4, 6)).sum() == pytest.approx(1, abs=1e-4)
