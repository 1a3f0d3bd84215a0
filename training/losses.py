"""What each head is taught, as one number a batch."""

from __future__ import annotations

from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor

from memcon.coder.labels import AROUND, bio, bucket, labels
from training.batches import Batch
from training.examples import IGNORE
from training.model import OUTSIDE, TRIGGERS, Network

WEIGHTS = {
    "source": 1.0, "cue": 1.0, "content": 1.0, "link": 1.0, "trigger": 2.0, "mode": 0.7, "status": 1.0, "around": 3.0, "time": 1.0,
    "happening": 0.5, "fact": 0.3,
}  # fmt: skip
OUTSIDE_WEIGHT = 0.4  # of the words around a trigger that are nothing to it: all but a few
TAGS = ("source", "cue", "content", "trigger", "time")
EDGES = (0, 3, 6, OUTSIDE, OUTSIDE + TRIGGERS, None)
AROUND_EDGES = tuple(sum(bio(names) for names in AROUND[:n]) for n in range(len(AROUND) + 1))
_FAR = 2000
_BUCKETS = torch.tensor([bucket(distance) for distance in range(-_FAR, _FAR + 1)])
_OWNERS = torch.tensor([labels().types.index(kind) for kind, _ in labels().modes])


def losses(network: Network, one: Batch, states: Tensor, tags: Tensor) -> dict[str, Tensor]:
    """The losses that a batch's labels allow, by the name of the head; `states` and `tags` are the trunk's."""
    found: dict[str, Tensor] = {}
    for layer, name in enumerate(TAGS):
        gold = one.tags[:, layer]
        if (gold != IGNORE).any():
            found[name] = F.cross_entropy(tags[..., EDGES[layer] : EDGES[layer + 1]].transpose(1, 2), gold, ignore_index=IGNORE)
    if len(one.links):
        found["link"] = F.binary_cross_entropy_with_logits(link_scores(network, one, states), one.links[:, 6].float())
    if len(one.triggers):
        _events(network, one, states, found)
    side = network.side(states)
    if len(one.facts):
        found["fact"] = F.smooth_l1_loss(side[one.facts[:, 0], one.facts[:, 1], 1], one.scores)
    if (kept := one.happenings != IGNORE).any():
        found["happening"] = F.binary_cross_entropy_with_logits(side[..., 0][kept], one.happenings[kept].float())
    return found


def total(found: dict[str, Tensor]) -> Tensor:
    """The weighted sum."""
    return torch.stack([WEIGHTS[name] * value for name, value in found.items()]).sum()


def distances(heads: Tensor, size: int) -> Tensor:
    """The buckets [heads, size] of the distance of every piece from each of the `heads`."""
    apart = torch.arange(size, device=heads.device)[None] - heads[:, None]
    return _BUCKETS.to(heads.device)[apart + _FAR]


def link_scores(network: Network, one: Batch, states: Tensor) -> Tensor:
    """A score for every pair of a cue with a source or content of its window, in the order of the batch's links."""
    row, layer, cue, _, first, last, _ = one.links.T
    others = (states[row, first] + states[row, last]) / 2
    far = _BUCKETS.to(cue.device)[first - cue + _FAR][:, None]
    return network.linking(others[:, None], torch.arange(len(row), device=row.device), states[row, cue], far, layer).view(-1)


@dataclass(slots=True)
class Scored:
    """Scores of modes [n, modes], statuses [n, statuses] and what stands around [n, pieces, labels] for triggers."""

    mode: Tensor
    status: Tensor
    around: Tensor


def trigger_scores(network: Network, one: Batch, states: Tensor, triggers: Tensor) -> Scored:
    """Scores for `triggers` [n, 4 or more] (row, first and last piece, type) of a batch; modes of other types are out of reach."""
    row, first, last, kind = triggers.T[:4]
    own = (states[row, first] + states[row, last]) / 2
    same = (one.sentences[row] == one.sentences[row, first][:, None]).to(states.dtype)
    around = torch.bmm(same[:, None], states[row])[:, 0] / same.sum(1, keepdim=True)
    unknown = kind == IGNORE
    kind = kind.masked_fill(unknown, len(labels().types))
    modes = network.mode(own, around).masked_fill(_OWNERS.to(kind.device)[None] != kind[:, None], -1e4)
    far = distances(first, states.shape[1])
    return Scored(modes, network.status(own, around), network.around(states, row, own, far, kind))


def _events(network: Network, one: Batch, states: Tensor, found: dict[str, Tensor]) -> None:
    """Add the losses of mode, status and what stands around the annotated triggers."""
    scored = trigger_scores(network, one, states, one.triggers)
    mode, status = one.triggers[:, 4], one.triggers[:, 5]
    if (mode != IGNORE).any():
        found["mode"] = F.cross_entropy(scored.mode, mode, ignore_index=IGNORE)
        found["status"] = F.cross_entropy(scored.status, status, ignore_index=IGNORE)
    parts = []
    for layer, names in enumerate(AROUND):
        gold = one.around[:, layer]
        if (gold != IGNORE).any():
            scores = scored.around[..., AROUND_EDGES[layer] : AROUND_EDGES[layer + 1]].transpose(1, 2)
            weight = torch.ones(bio(names), device=scores.device)
            weight[0] = OUTSIDE_WEIGHT
            parts.append(F.cross_entropy(scores, gold, weight, ignore_index=IGNORE))
    if parts:
        found["around"] = torch.stack(parts).sum()
