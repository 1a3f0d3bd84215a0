"""Fit what stands beside the weights: a temperature for each head and the threshold of a trigger, on dev passages.

python -m training.calibrate CHECKPOINT --data DATA [--annotations annotations] > settings.json

Temperatures make probabilities honest and change no decision; the threshold is the one with the best typed F1 on the dev windows and
passages (never the held-out tenth). Times and links of attributions take their temperatures from TimeML's and PolNeAR's dev articles.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import torch
import torch.nn.functional as F
from benchmarks import events as event_benchmark
from torch import Tensor

from memcon.coder import Coder
from memcon.coder.labels import AROUND, LAYERS, bio
from memcon.coder.pieces import Tokeniser
from memcon.coder.session import Settings
from training import annotated, corpora, splits
from training.batches import batch
from training.checkpoint import weights_of
from training.examples import IGNORE, Window, cut, prepare
from training.losses import AROUND_EDGES, EDGES, TAGS, link_scores, trigger_scores
from training.model import Network, start_weights
from training.train import load

HEATS = [round(0.5 + 0.05 * step, 2) for step in range(51)]
THRESHOLDS = [round(0.2 + 0.025 * step, 3) for step in range(21)]


def temperature(scores: Tensor, gold: Tensor) -> float:
    """The temperature with the least loss; scores of two or more labels, or of one for yes and no."""
    if scores.dim() == 1:
        return min(HEATS, key=lambda heat: float(F.binary_cross_entropy_with_logits(scores / heat, gold.float())))
    return min(HEATS, key=lambda heat: float(F.cross_entropy(scores / heat, gold)))


def temperatures(network: Network, windows: list[Window]) -> dict[str, float]:
    """The temperatures of all heads that the windows have labels for."""
    gathered: dict[str, list[tuple[Tensor, Tensor]]] = {}

    def add(name: str, scores: Tensor, gold: Tensor) -> None:
        kept = gold != IGNORE
        if kept.any():
            gathered.setdefault(name, []).append((scores[kept], gold[kept]))

    widest = max(bio(names) for names in AROUND)
    for at in range(0, len(windows), 8):
        one = batch(windows[at : at + 8])
        with torch.inference_mode():
            states, tags = network.trunk(one.ids, one.shapes, one.hidden)
            for layer, name in [pair for pair in enumerate(TAGS) if pair[1] not in LAYERS]:  # their spans are told without (decision 18)
                add(name, tags[..., EDGES[layer] : EDGES[layer + 1]], one.tags[:, layer])
            if len(one.links):
                add("link", link_scores(network, one, states), one.links[:, 6])
            if len(one.triggers):
                found = trigger_scores(network, one, states, one.triggers)
                add("mode", found.mode, one.triggers[:, 4])
                add("status", found.status, one.triggers[:, 5])
                for layer in range(len(AROUND)):
                    part = found.around[..., AROUND_EDGES[layer] : AROUND_EDGES[layer + 1]]
                    add("around", F.pad(part, (0, widest - part.shape[-1]), value=-1e4), one.around[:, layer])
    return {name: temperature(*(torch.cat(parts) for parts in zip(*pairs, strict=True))) for name, pairs in gathered.items()}


def main(arguments: Sequence[str] | None = None) -> None:
    """The command."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("checkpoint", type=Path)
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--annotations", type=Path, default=Path("annotations"))
    chosen = options.parse_args(arguments)
    torch.set_num_threads(1)
    tokeniser = Tokeniser(start_weights() / "vocab.txt")
    dev = [
        *annotated.training_part("windows", chosen.data, chosen.annotations, "dev"),
        *annotated.training_part("own", chosen.data, chosen.annotations, "dev"),
    ]
    texts = [*dev, *corpora.polnear(chosen.data, chosen.annotations)[1][::8]]
    texts += [one for one in corpora.timeml(chosen.data, chosen.annotations) if splits.part(one.name) == "dev"]
    windows = [window for text in prepare(texts, tokeniser) for window in cut(text, tokeniser)]
    heats = temperatures(load(chosen.checkpoint), windows)
    weights = weights_of(chosen.checkpoint)
    best: tuple[float, float] = (-1.0, 0.5)
    for threshold in THRESHOLDS:
        reader = Coder(replace(weights, settings=Settings(heats, {"trigger": threshold})))
        best = max(best, (event_benchmark.measure(dev, reader)["typed"]["f1"], threshold))
    settings: dict[str, Any] = {"temperature": heats, "threshold": {"trigger": best[1], "link": 0.5}}
    print(json.dumps(settings | {"dev_typed_f1": best[0]}, indent=1))


if __name__ == "__main__":
    main()
