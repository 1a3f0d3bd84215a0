"""Train the encoder: `python -m training.train --data DATA --annotations annotations --out FOLDER [--phase 1|2|...|6|all] ...`.

Phase 1 teaches all heads together at one rate; phase 2 goes on from there while the rate falls to nothing, mostly with our own
annotations; phase 3 once more, mostly with attributions; phases 4 to 6 once more, mostly with our own annotations. Which sources are read
how often stands in `pools.py`. Everything is seeded; FOLDER gets `phase1.pt` to `phase6.pt` and `log.jsonl`.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import nn

from memcon.coder.pieces import Tokeniser
from training import pools
from training.examples import Prepared, Window, batch, cut
from training.losses import losses, total
from training.model import Network, start_weights

SEED = 20220305
TOKENS = 768  # pieces of a batch, padding included


@dataclass(slots=True)
class Pool:
    """Texts of one source and how often each is read."""

    name: str
    texts: list[Prepared]
    epochs: float


def schedule(chosen: Sequence[Pool], tokeniser: Tokeniser, chance: random.Random) -> list[tuple[str, list[Window]]]:
    """All batches of a phase: each pool's spread evenly over it, packed anew each time it is read."""
    placed: list[tuple[float, str, list[Window]]] = []
    for pool in chosen:
        found: list[list[Window]] = []
        left = pool.epochs
        while left > 0:
            texts = pool.texts if left >= 1 else chance.sample(pool.texts, max(1, round(left * len(pool.texts))))
            found += _batches([window for text in texts for window in cut(text, tokeniser, chance)], chance)
            left -= 1
        placed += [((at + chance.random()) / len(found), pool.name, one) for at, one in enumerate(found)]
    placed.sort(key=lambda one: one[0])
    return [(name, windows) for _, name, windows in placed]


def _batches(windows: list[Window], chance: random.Random) -> list[list[Window]]:
    """Windows of like length together, batches in random order."""
    windows = [one for one in windows if len(one.ids) > 4]
    windows.sort(key=lambda one: len(one.ids) + chance.random() * 16)
    found: list[list[Window]] = [[]]
    for one in windows:
        if found[-1] and (len(found[-1]) + 1) * max(len(one.ids), *(len(w.ids) for w in found[-1])) > TOKENS:
            found.append([])
        found[-1].append(one)
    chance.shuffle(found)
    return found


def groups(network: Network, rate: float, faster: float) -> list[dict[str, object]]:
    """The parameters with their rates: the trunk at `rate`, what is new at a multiple of that; word embeddings stay."""
    network.trunk.words.weight.requires_grad_(False)
    sorts: dict[float, list[nn.Parameter]] = {1.0: [], faster: []}
    for name, parameter in network.named_parameters():
        if parameter.requires_grad:
            new = not name.startswith("trunk.") or ".tags." in name or "shapes" in name
            sorts[faster if new else 1.0].append(parameter)
    return [{"params": some, "lr": rate * times, "top": rate * times} for times, some in sorts.items()]


def run(network: Network, plan: list[tuple[str, list[Window]]], phase: str, out: Path, ema: float = 0.96) -> None:
    """One phase: AdamW, warm-up, then a rate that stays or falls to nothing; `phaseN.pt` gets an average of the last weights."""
    optimiser = torch.optim.AdamW(
        groups(network, pools.RATES[phase], pools.NEW[phase]), lr=pools.RATES[phase], weight_decay=0.01, fused=True
    )
    steps, warm = len(plan), min(60, max(1, len(plan) // 16))
    averaged = {key: value.detach().clone() for key, value in network.state_dict().items() if "words" not in key}
    started, seen = time.perf_counter(), 0
    sums: dict[str, list[float]] = {}
    network.train()
    with (out / "log.jsonl").open("a") as log:
        for step, (_, windows) in enumerate(plan):
            scale = min(1.0, (step + 1) / warm, (steps - step) / max(1, steps - warm) if pools.FALLING[phase] else 1.0)
            for group in optimiser.param_groups:
                group["lr"] = group["top"] * scale
            one = batch(windows)
            found = losses(network, one)
            if not found:
                continue
            loss = total(found)
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            optimiser.zero_grad(set_to_none=True)
            seen += one.ids.numel()
            for key, value in found.items():
                sums.setdefault(key, []).append(float(value.detach()))
            if step % 5 == 0:
                with torch.no_grad():
                    for key, value in network.state_dict().items():
                        if key in averaged:
                            averaged[key].lerp_(value, 1 - min(ema, (step + 1) / (step + 10)))
            if step % 25 == 24 or step == steps - 1:
                took = time.perf_counter() - started
                line = {"phase": phase, "step": step + 1, "of": steps, "tokens_per_s": round(seen / took), "s": round(took)}
                print(json.dumps(line | {k: round(sum(v) / len(v), 4) for k, v in sorted(sums.items())}), file=log, flush=True)
                sums.clear()
            if step % 100 == 99:
                save(network, averaged, out / f"phase{phase}.pt")
    save(network, averaged, out / f"phase{phase}.pt")


def save(network: Network, averaged: dict[str, torch.Tensor], path: Path) -> None:
    """The averaged weights; written aside and renamed, so that a reader never meets half a file."""
    state = network.state_dict() | averaged
    torch.save({key: value.clone() for key, value in state.items() if key != "trunk.words.weight"}, path.with_suffix(".part"))
    path.with_suffix(".part").rename(path)


def load(path: Path) -> Network:
    """A saved network, with the word embeddings of the start weights, ready to read."""
    network = Network()
    network.trunk.start(start_weights())
    network.load_state_dict(torch.load(path, weights_only=True), strict=False)
    return network.eval()


def main(arguments: Sequence[str] | None = None) -> None:
    """The command."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--annotations", type=Path, default=Path("annotations"))
    options.add_argument("--out", type=Path, required=True)
    options.add_argument("--phase", choices=(*pools.PHASES, "all"), default="all")
    options.add_argument("--epochs", type=float, default=1.0, help="factor on how often every source is read")
    options.add_argument("--share", type=float, default=1.0, help="share of our own annotations that is used (learning curve)")
    options.add_argument("--without", nargs="*", default=[], help="sources to leave out (ablation)")
    options.add_argument("--read", type=Path, help="what the rules read (training.silver)")
    options.add_argument("--mentions", type=Path, help="other mentions of annotated parties (training.local)")
    options.add_argument("--threads", type=int, default=2)
    options.add_argument("--start", type=Path, help="weights to go on from in phases 2 to 6 (default: those of the phase before in --out)")
    chosen = options.parse_args(arguments)
    torch.set_num_threads(chosen.threads)
    chosen.out.mkdir(parents=True, exist_ok=True)
    tokeniser = Tokeniser(start_weights() / "vocab.txt")
    phases = tuple(pools.PHASES) if chosen.phase == "all" else (chosen.phase,)
    for phase in phases:
        torch.manual_seed(pools.SEEDS[phase])
        chance = random.Random(pools.SEEDS[phase])
        network = Network()
        network.trunk.start(start_weights())
        if phase != "1":
            network = load(chosen.start or chosen.out / f"phase{int(phase) - 1}.pt")
        recipe = pools.PHASES[phase]
        read = pools.texts(
            recipe, chosen.data, chosen.annotations, tokeniser, share=chosen.share, read=chosen.read, mentions=chosen.mentions
        )
        ready = [Pool(name, read[name], times * chosen.epochs) for name, times in recipe.items() if name not in chosen.without]
        plan = schedule(ready, tokeniser, chance)
        print(f"phase {phase}: {len(plan)} steps;", {pool.name: (len(pool.texts), pool.epochs) for pool in ready}, flush=True)
        run(network, plan, phase, chosen.out)


if __name__ == "__main__":
    main()
