"""What the small encoder is taught by teachers: their mean probabilities for every label, on texts that nobody annotated too.

Hinton, Vinyals and Dean, Distilling the knowledge in a neural network (2015), at a temperature of 1. A trigger's mode, status and
surroundings are asked wherever the teachers see a trigger.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from training.batches import Batch
from training.losses import AROUND_EDGES, EDGES, OUTSIDE_WEIGHT, TAGS, trigger_scores
from training.model import Network

LEAST = 0.15  # the probability from which a piece is asked about as a trigger
LONGEST = 4  # pieces of a trigger


@dataclass(slots=True)
class Taught:
    """The teachers' probabilities: of the labels of every layer [windows, pieces, labels]; of mode, status and surroundings of triggers."""

    tags: list[Tensor]
    triggers: Tensor
    mode: Tensor
    status: Tensor
    around: list[Tensor]


def taught(teachers: Sequence[Network], one: Batch) -> Taught:
    """What the teachers say of a batch, as the mean of their probabilities."""
    with torch.no_grad():
        return _taught(teachers, one)


def _taught(teachers: Sequence[Network], one: Batch) -> Taught:
    seen = [teacher.trunk(one.ids, one.shapes, one.hidden) for teacher in teachers]
    tags = [
        torch.stack([labelled[..., EDGES[n] : EDGES[n + 1]].float().softmax(-1) for _, labelled in seen]).mean(0) for n in range(len(TAGS))
    ]
    found = triggers(tags[TAGS.index("trigger")], one.known)
    told = [trigger_scores(teacher, one, states.float(), found) for teacher, (states, _) in zip(teachers, seen, strict=True)]
    return Taught(
        tags,
        found,
        torch.stack([each.mode.float().softmax(-1) for each in told]).mean(0),
        torch.stack([each.status.float().softmax(-1) for each in told]).mean(0),
        [torch.stack([_layer(each.around, n).softmax(-1) for each in told]).mean(0) for n in range(len(AROUND_EDGES) - 1)],
    )


def _layer(around: Tensor, number: int) -> Tensor:
    return around[..., AROUND_EDGES[number] : AROUND_EDGES[number + 1]].float()


def triggers(sure: Tensor, known: Tensor) -> Tensor:
    """Triggers [n, 4] (row, first and last piece, type) that are likely enough, by probabilities [windows, pieces, labels]."""
    begins = sure[..., 2:].sum(-1).masked_fill(~known, 0)
    row, first = torch.nonzero(begins >= LEAST, as_tuple=True)
    goes_on = (sure[..., 1] > 0.5) & known
    last = first
    for step in range(1, LONGEST):
        there = (first + step).clamp(max=sure.shape[1] - 1)
        last = torch.where((last == first + step - 1) & goes_on[row, there] & (there == first + step), there, last)
    return torch.stack((row, first, last, sure[row, first, 2:].argmax(-1)), 1)


def losses(network: Network, one: Batch, states: Tensor, tags: Tensor, told: Taught) -> dict[str, Tensor]:
    """How far a network's labels are from the teachers', by the names of the heads."""
    found = {}
    for n, name in enumerate(TAGS):
        found[name] = _apart(tags[..., EDGES[n] : EDGES[n + 1]], told.tags[n])[one.known].mean()
    if len(told.triggers):
        scored = trigger_scores(network, one, states, told.triggers)
        found["mode"], found["status"] = _apart(scored.mode, told.mode).mean(), _apart(scored.status, told.status).mean()
        known, parts = one.known[told.triggers[:, 0]].float(), []
        for n, sure in enumerate(told.around):
            weight = known * (1 - (1 - OUTSIDE_WEIGHT) * sure[..., 0])
            parts.append((_apart(_layer(scored.around, n), sure) * weight).sum() / weight.sum())
        found["around"] = torch.stack(parts).sum()
    return found


def _apart(scores: Tensor, sure: Tensor) -> Tensor:
    return -(sure * scores.log_softmax(-1)).sum(-1)
