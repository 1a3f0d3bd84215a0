"""Teach the head of relations over the trunk at rest, from the rules' reading and the trunk's states of each marked sentence.

python -m training.relating --data DATA [--weights FOLDER]

Adds the head to the weights of a folder (`heads.npz` and its hash). The trunk has not seen these sentences, so that a head taught without a
fold (`learn`, as `benchmarks.relations` calls it) is tested on what nothing of it was trained on.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from memcon import Report
from memcon.coder import Coder, CoderError, coder
from memcon.coder.coder import Seen
from memcon.coder.decoding import Floats
from memcon.coder.heads import SLOPE
from memcon.coder.labels import ROOTS, labels
from memcon.coder.relating import PLACES, PREFIX, TRIGGER, Relating, places
from memcon.coder.session import FOLDER
from memcon.reading.parse.parsing import RULES
from memcon.reading.parse.sentences import sentences
from memcon.reading.pipeline import read
from memcon.reading.relating import TOLD, fitting, told
from training import corpora
from training.corpora import Marked
from training.export import with_heads
from training.model import WIDTH
from training.train import SEED

MEMBERS = 3  # networks side by side
EPOCHS, BATCH, RATE, DECAY, DROPOUT, SMOOTHING = 25, 32, 1.5e-3, 0.05, 0.4, 0.05
LOOK, HIDDEN = 64, 96


@dataclass(frozen=True, slots=True)
class Example:
    """A marked sentence as the head sees it, and its root (a number in ROOTS)."""

    name: str
    seen: Seen
    told: Floats
    root: int


def examples(texts: Sequence[Marked], reader: Coder) -> list[Example]:
    """The marked sentences whose parties stand in one window."""
    found = []
    for one in texts:
        if one.relation is None:
            continue
        source, target, root = one.relation
        seen = reader.seen(one.text, sentences(one.text), source, target)
        if seen is not None:
            ranked = fitting(read(Report(id="sentence", text=one.text), RULES), source, target)
            found.append(Example(one.name, seen, told(ranked), ROOTS.index(root)))
    return found


class Network(nn.Module):
    """One network, as `memcon.coder.relating` runs it."""

    def __init__(self) -> None:
        super().__init__()
        kinds = len(labels().types)
        self.query, self.key = nn.Linear(2 * WIDTH, LOOK), nn.Linear(WIDTH, LOOK)
        self.place = nn.Embedding(PLACES, 1)
        nn.init.zeros_(self.place.weight)
        self.parties = nn.Linear(3 * WIDTH, HIDDEN)
        self.told = nn.Linear(TOLD, HIDDEN, bias=False)
        self.kinds = nn.Linear(2 * kinds, HIDDEN, bias=False)
        self.out = nn.Linear(HIDDEN, len(ROOTS))
        self.dropout = nn.Dropout(DROPOUT)

    def forward(self, one: Batch) -> Tensor:
        """Scores [examples, roots]."""
        states = self.dropout(one.states)
        query, keys = self.query(one.parties), self.key(states)
        weight = (keys * query[:, None]).sum(-1) / LOOK**0.5 + self.place(one.places)[..., 0] + float(TRIGGER) * one.kinds.sum(-1)
        weight = torch.softmax(weight + one.hidden, -1)[..., None]
        about = torch.cat(((weight * one.kinds).sum(1), one.kinds.amax(1)), -1)
        mixed = self.parties(torch.cat((one.parties, (weight * states).sum(1)), -1)) + self.told(one.told) + self.kinds(about)
        return self.out(self.dropout(F.leaky_relu(mixed, float(SLOPE))))


@dataclass(slots=True)
class Batch:
    """Examples side by side."""

    states: Tensor
    hidden: Tensor
    kinds: Tensor
    places: Tensor
    parties: Tensor
    told: Tensor
    roots: Tensor


def together(chosen: Sequence[Example]) -> Batch:
    """Pad examples to the longest."""
    size = max(len(one.seen.states) for one in chosen)
    states = torch.zeros(len(chosen), size, WIDTH)
    kinds = torch.zeros(len(chosen), size, len(labels().types))
    hidden = torch.full((len(chosen), size), -1e4)
    where = torch.zeros(len(chosen), size, dtype=torch.long)
    parties = torch.zeros(len(chosen), 2 * WIDTH)
    for row, one in enumerate(chosen):
        n, (a, b), (c, d) = len(one.seen.states), one.seen.source, one.seen.target
        states[row, :n], kinds[row, :n], hidden[row, :n] = torch.from_numpy(one.seen.states), torch.from_numpy(one.seen.kinds), 0
        where[row, :n] = torch.from_numpy(places(n, (a, b), (c, d)))
        parties[row] = torch.cat((states[row, a:b].mean(0), states[row, c:d].mean(0)))
    spoken = torch.from_numpy(np.stack([one.told for one in chosen]))
    return Batch(states, hidden, kinds, where, parties, spoken, torch.tensor([one.root for one in chosen]))


def learn(chosen: Sequence[Example], seed: int = SEED) -> Relating:
    """The head that examples teach: `MEMBERS` networks from different beginnings."""
    torch.set_num_threads(1)  # so small a network is slower on two
    networks = [_learned(chosen, seed + number) for number in range(MEMBERS)]
    arrays = {name: np.stack([n.state_dict()[name].numpy() for n in networks]) for name in networks[0].state_dict()}
    return Relating({name: value.astype(np.float32) for name, value in arrays.items()})


def _learned(chosen: Sequence[Example], seed: int) -> Network:
    torch.manual_seed(seed)
    network = Network()
    optimiser = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=DECAY)
    steps, step = EPOCHS * -(-len(chosen) // BATCH), 0
    for _ in range(EPOCHS):
        for part in torch.randperm(len(chosen)).split(BATCH):
            for group in optimiser.param_groups:
                group["lr"] = RATE * min(1.0, (step + 1) / 30) * (1 - step / steps)
            one = together([chosen[number] for number in part.tolist()])
            F.cross_entropy(network(one), one.roots, label_smoothing=SMOOTHING).backward()
            optimiser.step()
            optimiser.zero_grad(set_to_none=True)
            step += 1
    return network.eval()


def main(arguments: Sequence[str] | None = None) -> None:
    """The command."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--weights", type=Path, default=FOLDER)
    chosen = options.parse_args(arguments)
    try:
        reader = coder(chosen.weights)
    except CoderError as problem:
        raise SystemExit(str(problem)) from problem
    head = learn(examples(list(corpora.relations(chosen.data)), reader))
    with_heads(chosen.weights, {PREFIX + name: value for name, value in head.arrays.items()})


if __name__ == "__main__":
    main()
