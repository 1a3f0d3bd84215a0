"""The small networks over the trunk's states: what links a cue with a span, what stands around a trigger, its mode and status."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from .decoding import Floats
from .labels import DISTANCES, bucket
from .pieces import Ints

SLOPE = np.float32(0.1)  # of what is below nothing, so that no unit goes dead
_FAR = 4096
_BUCKETS = np.array([bucket(distance) for distance in range(-_FAR, _FAR + 1)], dtype=np.int64)


def distances(heads: Ints, others: Ints) -> Ints:
    """The steps of distance [heads, others] between positions.

    >>> distances(np.array([2]), np.array([0, 2, 5])).tolist()
    [[17, 0, 3]]
    """
    apart = others[None, :] - heads[:, None]
    return np.asarray(_BUCKETS[np.clip(apart, -_FAR, _FAR) + _FAR], dtype=np.int64)


@dataclass(frozen=True, slots=True)
class Pairing:
    """Labels for pairs of a head and another word, from both states, their product and their distance."""

    other: Floats
    other_bias: Floats
    head: Floats
    head_bias: Floats
    left: Floats
    right: Floats
    distance: Floats
    kinds: Floats
    out: Floats
    out_bias: Floats

    @classmethod
    def of(cls, weights: Mapping[str, Floats], name: str) -> Pairing:
        """The network of this name among the weights; KeyError where one is missing."""
        w = {key: np.asarray(weights[f"{name}.{key}"], dtype=np.float32) for key in _PAIRING}
        return cls(
            w["other.weight"].T.copy(),
            w["other.bias"],
            w["head.weight"].T.copy(),
            w["head.bias"],
            w["left.weight"].T.copy(),
            w["right.weight"].T.copy(),
            w["distance.weight"],
            w["kinds.weight"],
            w["out.weight"].T.copy(),
            w["out.bias"],
        )

    def scores(self, heads: Floats, others: Floats, apart: Ints, kinds: Ints) -> Floats:
        """[heads, others, labels] for `heads` [n, width], `others` [m, width], `apart` [n, m] in steps, `kinds` [n]."""
        mixed = self.distance[apart]
        mixed += (others @ self.other + self.other_bias)[None]
        mixed += (heads @ self.head + self.head_bias + self.kinds[kinds])[:, None]
        mixed += (others @ self.left)[None] * (heads @ self.right)[:, None]
        return np.asarray(np.maximum(mixed, SLOPE * mixed, out=mixed) @ self.out + self.out_bias, dtype=np.float32)


@dataclass(frozen=True, slots=True)
class Judging:
    """Labels for a trigger from its own state and its sentence's mean."""

    own: Floats
    bias: Floats
    around: Floats
    out: Floats
    out_bias: Floats

    @classmethod
    def of(cls, weights: Mapping[str, Floats], name: str) -> Judging:
        """The network of this name among the weights; KeyError where one is missing."""
        w = {key: np.asarray(weights[f"{name}.{key}"], dtype=np.float32) for key in _JUDGING}
        return cls(w["own.weight"].T.copy(), w["own.bias"], w["around.weight"].T.copy(), w["out.weight"].T.copy(), w["out.bias"])

    def scores(self, own: Floats, around: Floats) -> Floats:
        """[n, labels] for `own` and `around` [n, width]."""
        mixed = own @ self.own + self.bias + around @ self.around
        return np.asarray(np.maximum(mixed, SLOPE * mixed) @ self.out + self.out_bias, dtype=np.float32)


@dataclass(frozen=True, slots=True)
class Heads:
    """All of them."""

    linking: Pairing
    around: Pairing
    mode: Judging
    status: Judging

    @classmethod
    def of(cls, weights: Mapping[str, Floats]) -> Heads:
        """From named arrays; KeyError where one is missing."""
        return cls(
            Pairing.of(weights, "linking"), Pairing.of(weights, "around"), Judging.of(weights, "mode"), Judging.of(weights, "status")
        )


_PAIRING = (
    "other.weight", "other.bias", "head.weight", "head.bias", "left.weight", "right.weight", "distance.weight", "kinds.weight",
    "out.weight", "out.bias",
)  # fmt: skip
_JUDGING = ("own.weight", "own.bias", "around.weight", "out.weight", "out.bias")
NAMES = tuple(f"{head}.{name}" for head in ("linking", "around") for name in _PAIRING) + tuple(
    f"{head}.{name}" for head in ("mode", "status") for name in _JUDGING
)
STEPS = 2 * len(DISTANCES)
