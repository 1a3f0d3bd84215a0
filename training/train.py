"""Train the encoder: `python -m training.train --data DATA --out FOLDER [--teacher FOLDER] ...` (docs/decisions/0015...).

With `--teacher` (the folder of all-mpnet-base-v2; wants a graphics card) several large networks are taught first, then the small one by
them and by the annotations, on texts without annotations too. Without it the small one is taught by the annotations alone.
FOLDER gets `teacherN.pt`, `student.pt` and `log.jsonl`. What is read how often stands in `pools.py`. Everything is seeded. Teachers that
are in FOLDER already are not taught again: with `--only N` the N-th alone is taught, so that several can be taught side by side.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.utils.data import DataLoader

from memcon.coder.pieces import Tokeniser
from training import distilling, pools, teacher
from training.batches import Batch, Stream, steps
from training.examples import Prepared
from training.losses import losses, total
from training.model import Network, Trunk, start_weights
from training.pools import Recipe

SEED = 20220305
EMA = 0.998  # of the averaged weights, a step; less at first
WORDS = "trunk.words.weight"


@dataclass(slots=True)
class Learner:
    """A network on its way: the weights that change, their average, and what changes them."""

    network: Network
    optimiser: torch.optim.AdamW
    averaged: dict[str, Tensor]

    @classmethod
    def of(cls, network: Network, recipe: Recipe) -> Learner:
        """AdamW with the recipe's rate, new parts faster than the trunk; word embeddings stay as they are."""
        network.trunk.words.weight.requires_grad_(False)  # type: ignore[union-attr]
        sorts: dict[float, list[nn.Parameter]] = {1.0: [], recipe.faster: []}
        for name, parameter in network.named_parameters():
            if parameter.requires_grad:
                new = not name.startswith("trunk.") or ".tags." in name or "shapes" in name
                sorts[recipe.faster if new else 1.0].append(parameter)
        groups = [{"params": some, "lr": recipe.rate * times, "top": recipe.rate * times} for times, some in sorts.items()]
        averaged = {name: value.detach().clone() for name, value in network.state_dict().items() if name != WORDS}
        return cls(network.train(), torch.optim.AdamW(groups, weight_decay=0.01, fused=True), averaged)

    def step(self, loss: Tensor, number: int, scale: float) -> None:
        """One change; `scale` is the share of the top rate."""
        for group in self.optimiser.param_groups:
            group["lr"] = group["top"] * scale
        loss.backward()
        nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimiser.step()
        self.optimiser.zero_grad(set_to_none=True)
        with torch.no_grad():
            state = self.network.state_dict()
            ours = list(self.averaged)
            torch._foreach_lerp_([self.averaged[n] for n in ours], [state[n] for n in ours], 1 - min(EMA, (number + 1) / (number + 10)))

    def save(self, path: Path) -> None:
        """Write the averaged weights; aside and renamed, so that a reader never meets half a file."""
        torch.save({name: value.cpu() for name, value in self.averaged.items()}, path.with_suffix(".part"))
        path.with_suffix(".part").rename(path)

    def finished(self) -> Network:
        """The network with its averaged weights, ready to read."""
        self.network.load_state_dict(self.averaged, strict=False)
        return self.network.eval()


def run(
    learner: Learner,
    sources: Sequence[tuple[Sequence[Prepared], float]],
    recipe: Recipe,
    tokeniser: Tokeniser,
    seed: int,
    teachers: Sequence[Network] = (),
    workers: int = 0,
    report: Callable[[dict[str, object]], None] = lambda _: None,
) -> None:
    """Teach a network by the annotations and, if there are teachers, by their word."""
    device = next(learner.network.parameters()).device
    half = torch.autocast(device.type, torch.bfloat16) if _halves(device) else nullcontext()
    of = steps(sources, recipe.tokens)
    warm = min(200, max(1, of // 16))
    stream = Stream(sources, tokeniser, recipe.tokens, seed)
    loader = DataLoader(
        stream, batch_size=None, num_workers=workers, pin_memory=device.type == "cuda", prefetch_factor=8 if workers else None
    )
    started, sums = time.perf_counter(), dict[str, Tensor]()
    for number, one in enumerate(loader):
        if number == of:
            break
        here: Batch = one.to(device)
        scale = min(1.0, (number + 1) / warm, (of - number) / max(1, of - warm))
        with half:
            states, tags = learner.network.trunk(here.ids, here.shapes, here.hidden)
            states, tags = states.float(), tags.float()
            found = losses(learner.network, here, states, tags)
            loss = total(found) if found else states.sum() * 0
            if teachers:
                told = distilling.taught(teachers, here)
                loss = loss + recipe.taught * total(distilling.losses(learner.network, here, states, tags, told))
        learner.step(loss, number, scale)
        for name, value in found.items():
            sums[name] = sums.get(name, torch.zeros((), device=device)) + value.detach()
        if number % 200 == 199 or number == of - 1:
            line: dict[str, object] = {"step": number + 1, "of": of, "s": round(time.perf_counter() - started)}
            report(line | {name: round(float(value) / (number % 200 + 1), 4) for name, value in sorted(sums.items())})
            sums.clear()


def _halves(device: torch.device) -> bool:
    """Whether products of bfloat16 are the faster ones here: on a processor without instructions for them they are many times slower."""
    return device.type == "cuda" or bool(torch.cpu.get_capabilities().get("avx512_bf16"))


def load(path: Path) -> Network:
    """A saved small network, with the word embeddings of the start weights, ready to read."""
    state = torch.load(path, weights_only=True)
    depth = 1 + max(int(name.split(".")[2]) for name in state if name.startswith("trunk.layers."))
    network = Network(Trunk(depth=depth, inner=state["trunk.layers.0.wide.weight"].shape[0]))
    words = Trunk()
    words.start(start_weights())
    network.load_state_dict(state | {WORDS: words.words.weight.detach()}, strict=True)
    return network.eval()


def main(arguments: Sequence[str] | None = None) -> None:
    """The command."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--annotations", type=Path, default=Path("annotations"))
    options.add_argument("--out", type=Path, required=True)
    options.add_argument("--teacher", type=Path, help="the folder of all-mpnet-base-v2 (model.safetensors)")
    options.add_argument("--teachers", type=int, default=pools.TEACHERS, help="how many teachers")
    options.add_argument("--only", type=int, help="teach this teacher alone, counted from 0, and no student")
    options.add_argument("--epochs", type=float, default=1.0, help="factor on how often every source is read")
    options.add_argument("--share", type=float, default=1.0, help="share of our own annotations that is used (learning curve)")
    options.add_argument("--without", nargs="*", default=[], help="sources to leave out (ablation)")
    options.add_argument("--read", type=Path, help="what the rules read (training.silver), for a training without teachers")
    options.add_argument("--mentions", type=Path, help="other mentions of annotated parties (training.local)")
    options.add_argument("--threads", type=int, default=2)
    options.add_argument("--workers", type=int, default=0, help="processes that make batches")
    chosen = options.parse_args(arguments)
    torch.set_num_threads(chosen.threads)
    chosen.out.mkdir(parents=True, exist_ok=True)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    tokeniser = Tokeniser(start_weights() / "vocab.txt")

    def sources(recipe: Recipe) -> list[tuple[Sequence[Prepared], float]]:
        reads = {name: times for name, times in recipe.reads.items() if name not in chosen.without}
        found = pools.texts(
            reads, chosen.data, chosen.annotations, tokeniser, share=chosen.share, read=chosen.read, mentions=chosen.mentions
        )
        return [(found[name], times * chosen.epochs) for name, times in reads.items()]

    def written(name: str) -> Callable[[dict[str, object]], None]:
        def write(line: dict[str, object]) -> None:
            with (chosen.out / "log.jsonl").open("a") as log:
                print(json.dumps({"network": name} | line), file=log)

        return write

    teachers: list[Network] = []
    if chosen.teacher:
        numbers = range(chosen.teachers) if chosen.only is None else [chosen.only]
        if missing := [number for number in numbers if not (chosen.out / f"teacher{number}.pt").exists()]:
            ready = sources(pools.TEACHER)
            for number in missing:
                torch.manual_seed(SEED + number)
                large = teacher.Trunk()
                large.start(chosen.teacher)
                learner = Learner.of(Network(large).to(device), pools.TEACHER)
                run(learner, ready, pools.TEACHER, tokeniser, SEED + number, workers=chosen.workers, report=written(f"teacher{number}"))
                learner.save(chosen.out / f"teacher{number}.pt")
        if chosen.only is not None:
            return
        teachers = [teacher.load(chosen.out / f"teacher{number}.pt", chosen.teacher).to(device) for number in numbers]
    recipe = pools.STUDENT if teachers else pools.ALONE
    torch.manual_seed(SEED)
    small = Trunk()
    small.start(start_weights())
    learner = Learner.of(Network(small).to(device), recipe)
    run(learner, sources(recipe), recipe, tokeniser, SEED, teachers, chosen.workers, written("student"))
    learner.save(chosen.out / "student.pt")


if __name__ == "__main__":
    main()
