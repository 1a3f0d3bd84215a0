"""Learn which mentions are of one event: the weights of `memcon.reading.joining.same_event`, from our own annotations.

python -m training.same_event --data DATA [--out src/memcon/reading/data/same_event.tsv]

Reads the windows, passages and reports of our own of the parts `train` and `dev`. A mention that is annotated is compared with every event
of its type in the sentences before it, mentions joined as the annotations join them; the weights are those of a logistic regression.
Prints, for the test part, how many mentions are joined rightly, joined wrongly and left apart.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from benchmarks.reading import PUBLISHED, sets

from memcon import Report
from memcon.reading import pipeline
from memcon.reading.acts.acts import Act
from memcon.reading.coreference.cast import Cast
from memcon.reading.encoder.coding import Alike
from memcon.reading.grammar.parsed import Parsed
from memcon.reading.joining.comparing import SENTENCES_APART
from memcon.reading.joining.group import Group
from memcon.reading.joining.same_event import LEAST, properties
from memcon.reading.logistic import probability
from training.corpora import Marked
from training.logistic import TABLES, learned, write

PENALTY = 50.0
"""On the squares of the weights of properties with a spread of 1."""
TABLE = TABLES / "same_event.tsv"
HEADING = (
    "# What each property of a mention beside an event of its type (memcon.reading.joining.same_event) weighs. Learned from our",
    "# annotations by training/same_event.py; a probability is the logistic of the sum.",
)


@dataclass(frozen=True, slots=True)
class Pair:
    """A mention (by its text and number) beside an event: what speaks for it, and whether the annotations have them as one."""

    mention: tuple[str, int]
    told: Mapping[str, float]
    one: bool


def pairs(texts: Sequence[Marked]) -> Iterator[Pair]:
    """The mentions that the annotations know beside the events of their type that were told before."""
    for text in texts:
        yield from _compared(text, *_to_join(text))


def _to_join(text: Marked) -> tuple[Parsed, Sequence[Act], Cast, Alike]:
    """What reading has of a text when it comes to join mentions."""
    with patch.object(pipeline, "join", return_value=[]) as join:
        pipeline.read(Report(text.name, text.text, published=PUBLISHED))
    p, acts, cast, alike = join.call_args.args
    return p, acts, cast, alike


def _compared(text: Marked, p: Parsed, acts: Sequence[Act], cast: Cast, alike: Alike) -> Iterator[Pair]:
    groups: list[tuple[int | None, Group]] = []  # the number of the annotated event
    for number, act in enumerate(acts):
        event = _annotated(text, p, act)
        here = p.sentence_of[act.trigger.head]
        rivals = [(n, g) for n, g in groups if g.type == act.type and here - p.sentence_of[g.acts[-1].trigger.head] <= SENTENCES_APART]
        if event is not None:
            others = [g for _, g in rivals]
            for n, group in rivals:
                yield Pair((text.name, number), properties(p, act, group, others, cast, alike), n == event)
        own = next((g for n, g in groups if n == event and n is not None), None)
        if own is None:
            groups.append((event, Group([act])))
        elif own.type == act.type:
            own.acts.append(act)


def _annotated(text: Marked, p: Parsed, act: Act) -> int | None:
    """The number of the annotated event that an act is a mention of; of several one of its type."""
    spans = [(p.starts[t], p.ends[t]) for t in act.trigger.tokens]
    met = {
        n: (one["type"] == act.type, hits)
        for n, one in enumerate(text.events or [])
        if (hits := sum(any(a < end and start < b for start, end in spans) for a, b in one["triggers"]))
    }
    return max(met, key=lambda n: met[n], default=None)


def tally(found: Sequence[Pair], weights: Mapping[str, float]) -> Counter[str]:
    """How many mentions the likeliest event at `LEAST` or more is right for, wrong for, and how many are left apart."""
    by_mention: dict[tuple[str, int], list[tuple[float, bool]]] = {}
    for one in found:
        by_mention.setdefault(one.mention, []).append((probability(one.told, weights), one.one))
    counts: Counter[str] = Counter()
    for ranked in by_mention.values():
        (sure, right), known = max(ranked), any(one for _, one in ranked)
        counts["right" if right else "wrong"] += sure >= LEAST
        counts["left apart"] += known and not (sure >= LEAST and right)
    return counts


def main(arguments: Sequence[str] | None = None) -> None:
    """The command."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--out", type=Path, default=TABLE)
    chosen = options.parse_args(arguments)
    known = [one for part in ("train", "dev") for texts in sets(chosen.data, part).values() for one in pairs(texts)]
    weights = learned([one.told for one in known], [one.one for one in known], PENALTY)
    write(chosen.out, HEADING, {"weight": weights})
    test = [one for texts in sets(chosen.data, "test").values() for one in pairs(texts)]
    json.dump({"pairs": len(known), "of one event": sum(one.one for one in known), "test": tally(test, weights)}, sys.stdout, indent=1)


if __name__ == "__main__":
    main()
