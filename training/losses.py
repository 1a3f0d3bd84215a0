"""What each head is taught, as one number a batch."""

from __future__ import annotations

from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor

from memcon.coder.labels import AROUND, bio, labels
from training.examples import IGNORE, Batch, distances
from training.model import OUTSIDE, TRIGGERS, Network

WEIGHTS = {
    "source": 1.0, "cue": 1.0, "content": 1.0, "link": 1.0, "trigger": 2.0, "mode": 0.7, "status": 1.0, "around": 3.0, "time": 1.0,
    "happening": 0.5, "fact": 0.3,
}  # fmt: skip


OUTSIDE_WEIGHT = 0.4  # of the words around a trigger that are nothing to it: all but a few
_OWNERS = torch.tensor([labels().types.index(kind) for kind, _ in labels().modes])


def losses(network: Network, batch: Batch) -> dict[str, Tensor]:
    """The losses that a batch's labels allow, by the name of the head."""
    states, tags = network.trunk(batch.ids, batch.shapes, batch.hidden)
    states, tags = states.float(), tags.float()
    found: dict[str, Tensor] = {}
    edges = (0, 3, 6, OUTSIDE, OUTSIDE + TRIGGERS, tags.shape[-1])
    for layer, name in enumerate(("source", "cue", "content", "trigger", "time")):
        gold = batch.tags[:, layer]
        if (gold != IGNORE).any():
            found[name] = F.cross_entropy(tags[..., edges[layer] : edges[layer + 1]].transpose(1, 2), gold, ignore_index=IGNORE)
    if (links := link_scores(network, batch, states)) is not None:
        found["link"] = F.binary_cross_entropy_with_logits(links[0], links[1].float())
    events(network, batch, states, found)
    _side(network, batch, states, found)
    return found


def total(found: dict[str, Tensor]) -> Tensor:
    """The weighted sum."""
    return torch.stack([WEIGHTS[name] * value for name, value in found.items()]).sum()


def link_scores(network: Network, batch: Batch, states: Tensor) -> tuple[Tensor, Tensor] | None:
    """Scores and truth of every pair of a cue with a source or content of its window."""
    rows = [(row, *link) for row, one in enumerate(batch.windows) for link in one.links]
    if not rows:
        return None
    row, layer, cue, _, first, last, gold = torch.tensor(rows).T
    heads = states[row, cue]
    others = (states[row, first] + states[row, last]) / 2
    far = torch.tensor([[distances(c, f + 1)[f]] for c, f in zip(cue.tolist(), first.tolist(), strict=True)])
    return network.linking(others[:, None], torch.arange(len(heads)), heads, far, layer).view(-1), gold


@dataclass(slots=True)
class Scored:
    """Scores for the annotated triggers of a batch, with the truth."""

    kinds: Tensor
    mode: Tensor
    gold_mode: Tensor
    status: Tensor
    gold_status: Tensor
    around: Tensor
    gold_around: Tensor


def trigger_scores(network: Network, batch: Batch, states: Tensor) -> Scored | None:
    """Mode, status and what stands around, for every annotated trigger."""
    rows = [(row, t) for row, one in enumerate(batch.windows) for t in one.triggers]
    if not rows:
        return None
    row = torch.tensor([r for r, _ in rows])
    first, last = torch.tensor([t.first for _, t in rows]), torch.tensor([t.last for _, t in rows])
    own = (states[row, first] + states[row, last]) / 2
    around = torch.stack([sentence_mean(states[r], batch.windows[r].sentences, t.first) for r, t in rows])
    size = states.shape[1]
    far = torch.tensor([distances(t.first, size) for _, t in rows])
    kinds = torch.tensor([t.kind if t.kind != IGNORE else len(labels().types) for _, t in rows])
    gold = torch.full((len(rows), len(AROUND), size), IGNORE, dtype=torch.long)
    for at, (_, t) in enumerate(rows):
        gold[at, :, : t.around.shape[1]] = torch.from_numpy(t.around)
    return Scored(
        kinds,
        network.mode(own, around),
        torch.tensor([t.mode for _, t in rows]),
        network.status(own, around),
        torch.tensor([t.status for _, t in rows]),
        network.around(states, row, own, far, kinds),
        gold,
    )


def modes_of(scores: Tensor, kinds: Tensor) -> Tensor:
    """The scores of modes, those of other types out of reach."""
    return scores.masked_fill(_OWNERS[None] != kinds[:, None], -1e4)


def events(network: Network, batch: Batch, states: Tensor, found: dict[str, Tensor]) -> None:
    """Add the losses of mode, status and what stands around the annotated triggers."""
    scored = trigger_scores(network, batch, states)
    if scored is None:
        return
    if (scored.gold_mode != IGNORE).any():
        found["mode"] = F.cross_entropy(modes_of(scored.mode, scored.kinds), scored.gold_mode, ignore_index=IGNORE)
        found["status"] = F.cross_entropy(scored.status, scored.gold_status, ignore_index=IGNORE)
    edge, parts = 0, []
    for layer, names in enumerate(AROUND):
        gold = scored.gold_around[:, layer]
        if (gold != IGNORE).any():
            scores = scored.around[..., edge : edge + bio(names)].transpose(1, 2)
            weight = torch.ones(bio(names))
            weight[0] = OUTSIDE_WEIGHT
            parts.append(F.cross_entropy(scores, gold, weight, ignore_index=IGNORE))
        edge += bio(names)
    found["around"] = torch.stack(parts).sum()


def sentence_mean(states: Tensor, numbers: object, at: int) -> Tensor:
    """The mean state of the sentence that holds the piece `at`."""
    same = torch.from_numpy(numbers == numbers[at])  # type: ignore[index]
    return states[: len(same)][same].mean(0)


def _side(network: Network, batch: Batch, states: Tensor, found: dict[str, Tensor]) -> None:
    side = network.side(states)
    pairs = [(row, at, score) for row, one in enumerate(batch.windows) for at, score in one.facts]
    if pairs:
        row, at = torch.tensor([p[0] for p in pairs]), torch.tensor([p[1] for p in pairs])
        found["fact"] = F.smooth_l1_loss(side[row, at, 1], torch.tensor([p[2] for p in pairs]))
    marked = torch.full(batch.ids.shape, IGNORE, dtype=torch.long)
    for row_number, one in enumerate(batch.windows):
        marked[row_number, : len(one.ids)] = torch.from_numpy(one.happenings)
    if (kept := marked != IGNORE).any():
        found["happening"] = F.binary_cross_entropy_with_logits(side[..., 0][kept], marked[kept].float())
