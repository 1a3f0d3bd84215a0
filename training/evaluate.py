"""Score a checkpoint as it is: `python -m training.evaluate CHECKPOINT --data DATA [--part dev|test] [--every N]`.

Prints JSON: events on each set of `benchmarks.events`, attribution on PolNeAR's dev articles (each N-th). With `--teacher FOLDER`
(its start weights) the checkpoint is a teacher's; it is read on a graphics card where there is one.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from benchmarks import events as event_benchmark
from benchmarks.attribution import annotated, articles, coded_guess, coded_spans, measure

from memcon.coder import Coder
from memcon.coder.session import Settings
from memcon.reading.parse.sentences import sentences
from training import teacher
from training.checkpoint import coder_of, weights

POLNEAR = "attribution/polnear_train.jsonl"


def attribution(reader: Coder, path: Path, every: int) -> dict[str, Any]:
    """Source, cue, content and whole attributions on each `every`-th article of PolNeAR's last tenth."""
    pairs, spans = [], []
    for row in articles(path, "dev", every):
        coded = reader.read(row["text"], sentences(row["text"]))
        pairs.append((annotated(row), coded_guess(coded)))
        spans.append(coded_spans(coded))
    return measure(pairs, spans)


def main(arguments: Sequence[str] | None = None) -> None:
    """The command."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("checkpoint", type=Path)
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--annotations", type=Path, default=Path("annotations"))
    options.add_argument("--teacher", type=Path, help="the folder of all-mpnet-base-v2, if the checkpoint is a teacher's")
    options.add_argument("--part", default="dev")
    options.add_argument("--every", type=int, default=8)
    options.add_argument("--threshold", type=float, default=0.5)
    chosen = options.parse_args(arguments)
    torch.set_num_threads(1)
    settings = Settings({}, {"trigger": chosen.threshold})
    if chosen.teacher:
        device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        reader = Coder(weights(teacher.load(chosen.checkpoint, chosen.teacher).to(device), settings))
    else:
        reader = coder_of(chosen.checkpoint, settings)
    texts = event_benchmark.sets(("windows", "own", "reports"), chosen.part, chosen.data, chosen.annotations, None)
    found = {name: event_benchmark.measure(some, reader) for name, some in texts.items()}
    found["attribution"] = attribution(reader, chosen.data / POLNEAR, chosen.every)
    print(json.dumps(found, indent=1))


if __name__ == "__main__":
    main()
