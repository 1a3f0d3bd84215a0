"""What a source does to a target: a small network over the trunk's states and what the rules say, several of them side by side.

The words of the sentence are weighed by how they fit both parties, by where they stand to them and by whether the encoder takes them for a
trigger; what they tell goes, with the states of both parties and the rules' own answer, to one score for each root.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from .decoding import Floats, probabilities
from .heads import SLOPE
from .pieces import Ints

PLACES = 5  # source, target, before both, between them, after both
TRIGGER = np.float32(4)  # how much more a sure trigger weighs
PREFIX = "relation."
_NAMES = (
    "query.weight", "query.bias", "key.weight", "key.bias", "place.weight", "parties.weight", "parties.bias", "told.weight", "kinds.weight",
    "out.weight", "out.bias",
)  # fmt: skip


def places(size: int, source: tuple[int, int], target: tuple[int, int]) -> Ints:
    """Where each of `size` pieces stands to two spans of pieces (first, end): 0 and 1 inside, 2 before, 3 between, 4 after.

    >>> places(6, (1, 2), (3, 4)).tolist()
    [2, 0, 3, 1, 4, 4]
    """
    at = np.arange(size)
    found = np.where(at < min(source[0], target[0]), 2, np.where(at < max(source[0], target[0]), 3, 4))
    found[target[0] : target[1]] = 1
    found[source[0] : source[1]] = 0
    return np.asarray(found, dtype=np.int64)


@dataclass(frozen=True, slots=True)
class Relating:
    """The weights of all networks: arrays whose first axis counts them."""

    arrays: Mapping[str, Floats]

    @classmethod
    def of(cls, weights: Mapping[str, Floats]) -> Relating | None:
        """The networks among the weights; None where there are none, KeyError where a part is missing."""
        if PREFIX + _NAMES[0] not in weights:
            return None
        return cls({name: np.asarray(weights[PREFIX + name], dtype=np.float32) for name in _NAMES})

    @np.errstate(invalid="ignore")  # OpenBLAS may flag what lies beside the numbers (numpy issue 24067)
    def probabilities(self, states: Floats, kinds: Floats, source: tuple[int, int], target: tuple[int, int], told: Floats) -> Floats:
        """One probability for each root (labels.ROOTS).

        `states` [pieces, width], `kinds` [pieces, types] the probability that a piece begins a trigger of a type, spans in pieces
        (first, end), `told` what the rules say (reading.relating).
        """
        w = self.arrays
        parties = np.concatenate((states[source[0] : source[1]].mean(axis=0), states[target[0] : target[1]].mean(axis=0)))
        query = w["query.weight"] @ parties + w["query.bias"]
        keys = states @ w["key.weight"].transpose(0, 2, 1) + w["key.bias"][:, None]
        width = np.float32(np.sqrt(query.shape[1]))
        weight = (keys * query[:, None]).sum(axis=-1) / width + TRIGGER * kinds.sum(axis=-1)
        weight = probabilities(weight + w["place.weight"][:, places(len(states), source, target), 0])
        told_kinds = np.concatenate((weight @ kinds, np.broadcast_to(kinds.max(axis=0), (len(weight), kinds.shape[1]))), axis=1)
        mixed = np.concatenate((np.broadcast_to(parties, (len(weight), len(parties))), weight @ states), axis=1)
        hidden = _each(w["parties.weight"], mixed) + w["parties.bias"] + w["told.weight"] @ told + _each(w["kinds.weight"], told_kinds)
        scores = _each(w["out.weight"], np.maximum(hidden, SLOPE * hidden)) + w["out.bias"]
        return np.asarray(probabilities(np.log(probabilities(scores) + np.float32(1e-9)).mean(axis=0)), dtype=np.float32)


def _each(weights: Floats, given: Floats) -> Floats:
    """Each network's product of its weights [networks, out, in] with its own input [networks, in]."""
    return np.asarray((weights @ given[..., None])[..., 0], dtype=np.float32)
