"""Learn which words of time and place are an event's: the weights of `memcon.reading.filling.likely_setting`, from our own annotations.

python -m training.setting --data DATA [--out src/memcon/reading/data/setting.tsv]

Reads the windows, passages and reports of our own of the part `train` and the 53 annotated reports, by both and by the rules alone, and
takes all words of time and place around the events that are paired with annotated ones. They are an event's where they meet the
annotated words, or are the same elsewhere.
What the encoder says is there a little surer than elsewhere, as it was taught on these texts; the bars of `likely_setting` were chosen on
`dev`. Properties that few words have are left out. Prints how many words were looked at and how many are an event's.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any
from unittest.mock import patch

from benchmarks.reading import ANNOTATIONS, PUBLISHED, by, events, sets, stated

from memcon import Report
from memcon.reading import pipeline
from memcon.reading.coreference.cast import Cast
from memcon.reading.filling.likely_setting import TABLE, around, by_sentence
from memcon.reading.filling.setting_properties import of_place, of_spot, of_time, of_timex, properties
from memcon.reading.grammar.parsed import Parsed
from memcon.reading.joining.group import Group
from memcon.reading.setting.place_phrases import Spot
from memcon.times import Timex
from training import agreement, annotated
from training.confidence import Judged
from training.corpora import Marked
from training.logistic import TABLES, learned, write

PENALTY = 20.0
FEWEST = 40
HEADING = (
    "# What each property of words of time and place (memcon.reading.filling.setting_properties) weighs for their being an event's day or",
    "# place, by rules and encoder together and by the rules alone. Learned from our own annotations by training/setting.py;",
    "# a probability is the logistic of the sum.",
)
Span = tuple[int, int]


def judged(text: Marked, way: str) -> list[tuple[str, Judged]]:
    """All words of time (`when`) and place (`where`) around the events of a text that a way of reading finds and annotators have too."""
    with by(way) as model, patch.object(pipeline, "with_likely_setting", side_effect=lambda _, groups, *__: groups) as asked:
        read = events(pipeline.read(Report(text.name, text.text, published=PUBLISHED), model))
    return list(_judged(text, read, *asked.call_args.args)) if asked.called else []


def _judged(
    text: Marked,
    read: list[dict[str, Any]],
    p: Parsed,
    groups: Sequence[Group],
    found: Sequence[Timex],
    spots: Sequence[Spot],
    cast: Cast,
    published: str | None,
) -> Iterator[tuple[str, Judged]]:
    times_told, places_told = by_sentence(p, of_time(p, groups, found)), by_sentence(p, of_place(groups, spots))
    gold = text.events or []
    for i, j in agreement.pair(text.text, gold, read):
        group = groups[j]
        days = [words for _, some in stated(gold[i], "when") for words in some]
        for timex, stretch in around(p, group, times_told):
            told = properties(p, groups, j, stretch, "when") | of_timex(timex, group, published)
            yield "when", Judged(told, _is_one(text.text, (timex.start, timex.end), days))
        places = [words for _, some in stated(gold[i], "where") for words in some]
        for spot, stretch in around(p, group, places_told):
            told = properties(p, groups, j, stretch, "where") | of_spot(p, spot, group, cast)
            yield "where", Judged(told, _is_one(text.text, (p.starts[spot.first], p.ends[spot.end - 1]), places))


def _is_one(text: str, words: Span, wanted: Sequence[Span]) -> bool:
    return any((a < words[1] and words[0] < b) or text[a:b].casefold() == text[slice(*words)].casefold() for a, b in wanted)


def common(some: Sequence[Judged]) -> list[Judged]:
    """The words with the properties that at least FEWEST of them have."""
    having = Counter(name for one in some for name in one.told)
    return [Judged({name: v for name, v in one.told.items() if having[name] >= FEWEST}, one.right) for one in some]


def main(arguments: Sequence[str] | None = None) -> None:
    """The command."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--out", type=Path, default=TABLES / f"{TABLE}.tsv")
    chosen = options.parse_args(arguments)
    texts = [one for some in sets(chosen.data, "train").values() for one in some]
    texts += annotated.training_part("reports", chosen.data, ANNOTATIONS)
    found: dict[str, list[Judged]] = {}
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        for way in ("both", "rules"):
            for some in pool.map(partial(judged, way=way), texts, chunksize=20):
                for value, one in some:
                    found.setdefault(f"{value}.{way}", []).append(one)
    columns = sorted(found)
    write(
        chosen.out,
        HEADING,
        {
            name: learned([one.told for one in common(found[name])], [one.right for one in found[name]], PENALTY, by_spread=False)
            for name in columns
        },
    )
    json.dump({name: {"words": len(found[name]), "right": sum(one.right for one in found[name])} for name in columns}, sys.stdout, indent=1)


if __name__ == "__main__":
    main()
