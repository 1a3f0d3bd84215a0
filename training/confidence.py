"""Learn how likely an event of a record is right: the weights of `memcon.reading.filling.confidence`, from our own annotations.

python -m training.confidence --data DATA [--out src/memcon/reading/data/confidence.tsv]

Reads the windows, passages and reports of our own of the part `dev`, which the encoder was not taught on, by both and by the rules alone.
An event is right where it is paired with an annotated one (as `benchmarks.reading` pairs them) of its type. Prints how many were read and
how many are right.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from benchmarks.reading import PUBLISHED, by, events, sets

from memcon import Report
from memcon.reading import pipeline
from memcon.reading.filling.confidence import TABLE, properties
from training import agreement
from training.corpora import Marked
from training.logistic import TABLES, learned, write

PENALTY = 2.0
HEADING = (
    "# What each property of an event (memcon.reading.filling.confidence) weighs, by rules and encoder together and by the rules alone.",
    "# Learned from our own annotations by training/confidence.py; a probability is the logistic of the sum.",
)


@dataclass(frozen=True, slots=True)
class Judged:
    """An event that was read: what tells of it, and whether the annotations have it and its type."""

    told: Mapping[str, float]
    right: bool


def judged(texts: Sequence[Marked], way: str) -> Iterator[Judged]:
    """Every event that a way of reading finds in some texts, however unlikely."""
    with by(way) as model:
        for text in texts:
            yield from _of_a_text(text, model)


def _of_a_text(text: Marked, model: str) -> Iterator[Judged]:
    with patch.object(pipeline, "confident", side_effect=lambda _, groups: groups) as all_stand:
        read = events(pipeline.read(Report(text.name, text.text, published=PUBLISHED), model))
    p, groups = all_stand.call_args.args
    gold = text.events or []
    right = {j for i, j in agreement.pair(text.text, gold, read) if gold[i]["type"] == read[j]["type"]}
    for number, group in enumerate(groups):
        yield Judged(properties(p, group), number in right)


def main(arguments: Sequence[str] | None = None) -> None:
    """The command."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--out", type=Path, default=TABLES / f"{TABLE}.tsv")
    chosen = options.parse_args(arguments)
    texts = [one for some in sets(chosen.data, "dev").values() for one in some]
    found = {way: list(judged(texts, way)) for way in ("both", "rules")}
    write(
        chosen.out,
        HEADING,
        {way: learned([one.told for one in some], [one.right for one in some], PENALTY, by_spread=False) for way, some in found.items()},
    )
    json.dump({way: {"read": len(some), "right": sum(one.right for one in some)} for way, some in found.items()}, sys.stdout, indent=1)


if __name__ == "__main__":
    main()
