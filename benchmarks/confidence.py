"""What `confidence` is worth: `python -m benchmarks.confidence DATA [--by both rules] [--part test|dev]`.

Reads the held-out texts of `benchmarks.reading` and asks of each event whether the annotations have it and its type. Prints JSON for each
way of reading: events read, the Brier score (the mean square of confidence less 0 or 1; `base` has the share of right ones in place of each
confidence), the calibration error (the mean distance between confidence and the share of right ones in ten bins of equal width, by events);
the bins; and, for those who keep only events from some confidence on, precision, recall and F1 of typed events. `values` has the same first
figures of what the evidence says of modes, statuses and parties in their roles, over events that are right.
Brier: G. W. Brier, Verification of Forecasts Expressed in Terms of Probability, Monthly Weather Review 78 (1950).
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from training import agreement
from training.corpora import Marked
from training.sureness import values

from benchmarks.attribution import f1
from benchmarks.reading import PUBLISHED, by, events, sets
from memcon.model import Report
from memcon.reading import pipeline

BINS = 10
BARS = (0.0, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
Said = tuple[float, bool]
"""The confidence of an event, and whether it is right."""


def said(texts: Sequence[Marked], way: str) -> Iterator[tuple[str, Said]]:
    """Every event that a way of reading finds in some texts ("event"), and every value of those that are right, by name."""
    with by(way) as model:
        for one in texts:
            record = pipeline.read(Report(one.name, one.text, published=PUBLISHED), model)
            gold, read = one.events or [], events(record)
            right = {j for i, j in agreement.pair(one.text, gold, read) if gold[i]["type"] == read[j]["type"]}
            for number, event in enumerate(record.events):
                yield "event", (event.confidence, number in right)
            told = [{entry.path: entry for entry in event.evidence} for event in record.events]
            for value, (number, path), holds in values(one, read):
                if holds is not None and not told[number][path].by.startswith("rule:date."):  # nobody knows the day of these texts
                    yield value, (told[number][path].p, holds)


def measured(found: Sequence[Said], annotated: int) -> dict[str, Any]:
    """The figures over some events, where so many are annotated.

    >>> figures = measured([(0.9, True), (0.9, True), (0.1, False)], 4)
    >>> figures["brier"], figures["calibration_error"], figures["from"]["0.5"]["precision"], figures["from"]["0.5"]["recall"]
    (0.01, 0.1, 1.0, 0.5)
    """
    return {
        "annotated": annotated,
        **calibration(found),
        "from": {str(bar): _kept(found, bar, annotated) for bar in BARS},
    }


def calibration(found: Sequence[Said]) -> dict[str, Any]:
    """How many there are, the Brier score with that of the share alone, the calibration error, and the bins."""
    base = sum(right for _, right in found) / max(1, len(found))
    bins: list[list[Said]] = [[] for _ in range(BINS)]
    for sure, right in found:
        bins[min(BINS - 1, int(sure * BINS))].append((sure, right))
    rows = [
        {"said": _mean(sure for sure, _ in some), "right": _mean(right for _, right in some), "read": len(some)} for some in bins if some
    ]
    off = sum(abs(row["said"] - row["right"]) * row["read"] for row in rows) / max(1, len(found))
    return {
        "read": len(found),
        "brier": round(_mean((sure - right) ** 2 for sure, right in found), 4),
        "base": round(base * (1 - base), 4),
        "calibration_error": round(off, 4),
        "bins": [{name: round(value, 3) for name, value in row.items()} for row in rows],
    }


def _kept(found: Sequence[Said], bar: float, annotated: int) -> dict[str, Any]:
    kept = [right for sure, right in found if sure >= bar]
    return {"read": len(kept), **f1(sum(kept), len(kept), annotated)}


def _mean(values: Iterator[float]) -> float:
    all_ = list(values)
    return sum(all_) / max(1, len(all_))


def main() -> None:
    """The command."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("data", type=Path)
    options.add_argument("--by", nargs="+", choices=("both", "rules"), default=["both", "rules"])
    options.add_argument("--part", choices=("test", "dev"), default="test")
    chosen = options.parse_args()
    texts = [one for some in sets(chosen.data, chosen.part).values() for one in some]
    annotated = sum(len(one.events or ()) for one in texts)
    found = {}
    for way in chosen.by:
        by_value: dict[str, list[Said]] = {}
        for value, one in said(texts, way):
            by_value.setdefault(value, []).append(one)
        found[way] = measured(by_value.pop("event"), annotated) | {"values": {value: calibration(some) for value, some in by_value.items()}}
    json.dump(found, sys.stdout, indent=1)
    print()


if __name__ == "__main__":
    main()
