"""The last phase: the linking of sources and contents to their cues alone, over the states of the finished trunk, made once.

python -m training.heads CHECKPOINT --data DATA --out FILE

Linking needs more steps than the trunk can be given on a CPU; with the trunk at rest a step costs next to nothing. The heads that follow a
trigger are left as they are: on the few annotations they only grow surer of what they have seen.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Sequence
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from memcon.coder.pieces import Tokeniser
from training import pools
from training.examples import Batch, batch, cut
from training.losses import link_scores
from training.model import Network, start_weights
from training.train import SEED, load

TIMES = {"polnear": 6}
RATE = 1e-3
SHARE = 0.2  # of PolNeAR's articles


def states_of(network: Network, windows: list[Batch]) -> list[Tensor]:
    """The trunk's states of every batch, in half precision."""
    network.eval()
    with torch.inference_mode():
        return [network.trunk(one.ids, one.shapes, one.hidden)[0].half() for one in windows]


def learn(network: Network, ready: list[tuple[Batch, Tensor, int]], chance: random.Random) -> None:
    """Go over batches with their states as often as each says; the rate falls to nothing."""
    network.linking.train()
    parameters = list(network.linking.parameters())
    optimiser = torch.optim.AdamW(parameters, lr=RATE, weight_decay=0.01)
    order = [(chance.random() + turn) / times for _, _, times in ready for turn in range(times)]
    which = [number for number, (_, _, times) in enumerate(ready) for _ in range(times)]
    turns = [number for _, number in sorted(zip(order, which, strict=True))]
    seen: list[float] = []
    for step, number in enumerate(turns):
        for group in optimiser.param_groups:
            group["lr"] = RATE * min(1.0, (step + 1) / 50) * (1 - step / len(turns))
        one, half, _ = ready[number]
        links = link_scores(network, one, half.float())
        if links is None:
            continue
        loss = F.binary_cross_entropy_with_logits(links[0], links[1].float())
        loss.backward()
        nn.utils.clip_grad_norm_(parameters, 1.0)
        optimiser.step()
        optimiser.zero_grad(set_to_none=True)
        seen.append(float(loss.detach()))
        if step % 200 == 199:
            print(json.dumps({"step": step + 1, "of": len(turns), "link": round(sum(seen) / len(seen), 4)}), flush=True)
            seen.clear()
    network.eval()


def main(arguments: Sequence[str] | None = None) -> None:
    """The command."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("checkpoint", type=Path)
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--annotations", type=Path, default=Path("annotations"))
    options.add_argument("--out", type=Path, required=True)
    options.add_argument("--threads", type=int, default=2)
    chosen = options.parse_args(arguments)
    torch.set_num_threads(chosen.threads)
    torch.manual_seed(SEED)
    chance = random.Random(SEED)
    tokeniser = Tokeniser(start_weights() / "vocab.txt")
    network = load(chosen.checkpoint)
    read = pools.texts(TIMES, chosen.data, chosen.annotations, tokeniser)
    ready: list[tuple[Batch, Tensor, int]] = []
    for name, times in TIMES.items():
        texts = read[name] if name != "polnear" else chance.sample(read[name], round(SHARE * len(read[name])))
        windows = [window for text in texts for window in cut(text, tokeniser) if window.links]
        windows.sort(key=lambda one: len(one.ids))
        batches = [batch(windows[at : at + 4]) for at in range(0, len(windows), 4)]
        ready += [(one, states, times) for one, states in zip(batches, states_of(network, batches), strict=True)]
    print(f"{len(ready)} batches", flush=True)
    learn(network, ready, chance)
    torch.save({key: value for key, value in network.state_dict().items() if key != "trunk.words.weight"}, chosen.out)


if __name__ == "__main__":
    main()
