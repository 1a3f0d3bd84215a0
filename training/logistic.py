"""A logistic regression over named properties, by Newton's method."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from memcon.reading.logistic import INTERCEPT

STEPS = 25
TABLES = Path(__file__).parent.parent / "src" / "memcon" / "reading" / "data"


def learned(told: Sequence[Mapping[str, float]], right: Sequence[bool], penalty: float, by_spread: bool = True) -> dict[str, float]:
    """The weights of the properties and of the intercept. `penalty` is on the squares of the weights, none on the intercept.

    By spread, it is on the weights that properties have when each is given a spread of 1: what is rare may weigh much. Else on the weights
    as they are: what is rare weighs little.

    >>> learned([{"alike": n % 2} for n in range(40)], [n % 4 != 0 for n in range(40)], 1.0)["alike"] > 0
    True
    """
    names = sorted({name for one in told for name in one})
    table = np.array([[one.get(name, 0.0) for name in names] for one in told])
    wanted = np.array(right, dtype=np.float64)
    mean, spread = table.mean(axis=0), table.std(axis=0)
    kept = spread > 0
    if not by_spread:
        spread = np.ones_like(spread)
    scaled = np.column_stack([np.ones(len(told)), (table[:, kept] - mean[kept]) / spread[kept]])
    ridge = np.diag([0.0, *[penalty] * int(kept.sum())])
    weights: npt.NDArray[np.float64] = np.zeros(scaled.shape[1])
    for _ in range(STEPS):
        sure = 1 / (1 + np.exp(-scaled @ weights))
        slope = scaled.T @ (wanted - sure) - ridge @ weights
        bend = (scaled * (sure * (1 - sure))[:, None]).T @ scaled + ridge
        weights = weights + np.linalg.solve(bend, slope)
    own = weights[1:] / spread[kept]
    found = [name for name, keep in zip(names, kept, strict=True) if keep]
    return {INTERCEPT: float(weights[0] - (own * mean[kept]).sum()), **dict(zip(found, own.tolist(), strict=True))}


def write(path: Path, heading: Sequence[str], columns: Mapping[str, Mapping[str, float]]) -> None:
    """A table of weights: the properties by how much they weigh in the first column, no cell where a property has no weight."""
    names = dict.fromkeys(name for known in columns.values() for name in known)
    first = next(iter(columns.values()))
    rows = [
        "\t".join([name, *(f"{known[name]:.3f}" if name in known else "" for known in columns.values())])
        for name in sorted(names, key=lambda one: -abs(first.get(one, 0.0)))
    ]
    path.write_text("\n".join((*heading, "\t".join(("property", *columns)), *rows, "")), "utf-8")
