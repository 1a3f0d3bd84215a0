"""Linear models over named properties: their weights, from tables of this package, and the probability that properties weigh together."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

INTERCEPT = "intercept"
_EDGE = 0.01


@cache
def weights(table: str, column: str = "weight") -> Mapping[str, float]:
    """The weight of each property, and of the intercept, in a column of `data/TABLE.tsv`; a property without a weight there has none.

    >>> weights("same_event")["alike"] > 0
    True
    """
    lines = (files("memcon.reading") / "data" / f"{table}.tsv").read_text("utf-8").splitlines()
    heading, *rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    at = heading.index(column)
    return {row[0]: float(row[at]) for row in rows if row[at]}


def probability(told: Mapping[str, float], known: Mapping[str, float]) -> float:
    """The logistic of what the properties weigh together, by known weights.

    >>> probability({"alike": 1.0}, {INTERCEPT: -2.0, "alike": 2.0})
    0.5
    """
    score = known.get(INTERCEPT, 0.0) + sum([known[name] * value for name, value in told.items() if name in known])
    return 1 / (1 + math.exp(-score))


def log_odds(p: float) -> float:
    """The logarithm of the odds of a probability, kept from infinity at both ends.

    >>> log_odds(0.5), log_odds(1.0) == -log_odds(0.0)
    (0.0, True)
    """
    return math.log((p + _EDGE) / (1 - p + _EDGE))
