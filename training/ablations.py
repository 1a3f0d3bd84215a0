"""What each source of the training data is worth: `python -m training.ablations --data DATA --out FOLDER --read FILE --mentions FILE`.

Teaches the small network by the annotations alone (`pools.ALONE`, every source `--epochs` as often as there, the rest alike), once by all
sources, once without each, and once by each `--share` of our own annotations; the texts are read once for all. Writes a line of JSON a
run to FOLDER/ablations.jsonl: what was left out, the steps, and the figures of `training.evaluate` on `--part`. A run that is there
already is not made again. Without a source there are fewer steps; how often the others are read stays.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from benchmarks import events as event_benchmark

from memcon.coder.pieces import Tokeniser
from memcon.coder.session import Settings
from training import evaluate, pools
from training.batches import steps
from training.checkpoint import coder_of
from training.examples import Prepared
from training.model import Network, Trunk, start_weights
from training.train import SEED, Learner, run

OURS = ("windows", "own", "reports")


@dataclass(frozen=True, slots=True)
class Variant:
    """One run: the sources that are left out, and the share of our own annotations that is used."""

    without: tuple[str, ...] = ()
    share: float = 1.0

    @property
    def name(self) -> str:
        """As the lines of the file call it.

        >>> Variant().name, Variant(("polnear",)).name, Variant(share=0.5).name
        ('all', 'without polnear', 'share 0.5')
        """
        if self.share < 1:
            return f"share {self.share:g}"
        return "without " + " ".join(self.without) if self.without else "all"


def variants(sources: Sequence[str], shares: Sequence[float]) -> Iterator[Variant]:
    """All sources, the shares, then without each source."""
    yield Variant()
    yield from (Variant(share=share) for share in shares)
    yield from (Variant((name,)) for name in sources)


def main(arguments: Sequence[str] | None = None) -> None:
    """The command."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--annotations", type=Path, default=Path("annotations"))
    options.add_argument("--out", type=Path, required=True)
    options.add_argument("--read", type=Path, required=True, help="what the rules read (training.silver)")
    options.add_argument("--mentions", type=Path, required=True, help="other mentions of annotated parties (training.local)")
    options.add_argument("--epochs", type=float, default=0.1, help="factor on how often every source is read")
    options.add_argument("--shares", type=float, nargs="*", default=[0.25, 0.5], help="shares of our own annotations")
    options.add_argument("--part", default="test", help="the part of our own annotations that is scored")
    options.add_argument("--every", type=int, default=1, help="each N-th article of PolNeAR's last tenth is scored")
    options.add_argument("--threads", type=int, default=2)
    chosen = options.parse_args(arguments)
    torch.set_num_threads(chosen.threads)
    chosen.out.mkdir(parents=True, exist_ok=True)
    lines = chosen.out / "ablations.jsonl"
    made = {json.loads(line)["run"] for line in lines.read_text("utf-8").splitlines()} if lines.exists() else set()
    tokeniser, reads = Tokeniser(start_weights() / "vocab.txt"), pools.ALONE.reads

    def texts(names: Sequence[str], share: float) -> dict[str, list[Prepared]]:
        some = {name: reads[name] for name in names}
        return pools.texts(some, chosen.data, chosen.annotations, tokeniser, share, chosen.read, chosen.mentions)

    everything = texts(list(reads), 1.0)
    scored = event_benchmark.sets(OURS, chosen.part, chosen.data, chosen.annotations, None)
    for one in variants(list(reads), chosen.shares):
        if one.name in made:
            continue
        known = everything | (texts(OURS, one.share) if one.share < 1 else {})
        pool = [(known[name], times * chosen.epochs) for name, times in reads.items() if name not in one.without]
        torch.manual_seed(SEED)
        small = Trunk()
        small.start(start_weights())
        learner = Learner.of(Network(small), pools.ALONE)
        run(learner, pool, pools.ALONE, tokeniser, SEED)
        checkpoint = chosen.out / "student.pt"
        learner.save(checkpoint)
        reader = coder_of(checkpoint, Settings({}, {"trigger": 0.5}))
        found: dict[str, Any] = {name: event_benchmark.measure(some, reader) for name, some in scored.items()}
        found["attribution"] = evaluate.attribution(reader, chosen.data / evaluate.POLNEAR, chosen.every)
        line = {"run": one.name, "steps": steps(pool, pools.ALONE.tokens), "part": chosen.part, "epochs": chosen.epochs}
        with lines.open("a", encoding="utf-8") as out:
            print(json.dumps(line | found), file=out)


if __name__ == "__main__":
    main()
