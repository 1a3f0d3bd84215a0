"""Learn how likely modes, statuses and parties are right: the weights of `memcon.reading.record.sureness`, from our own annotations.

python -m training.sureness --data DATA [--out src/memcon/reading/data/sureness.tsv]

Reads the windows, passages and reports of our own of the part `dev`, which the encoder was not taught on, by both and by the rules alone.
Only events count that are paired with an annotated one of their type. A party is right where the annotated event has it in the role; in a
contact without direction on either side. Nobody knows the day of these texts, so statuses that hang on it are left out. Prints how many
values were read and how many are right.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any
from unittest.mock import patch

from benchmarks.reading import PUBLISHED, by, events, sets

from memcon import Report
from memcon.reading import pipeline
from memcon.reading.record import assembly
from memcon.reading.record.sureness import TABLE, VALUES
from training import agreement
from training.confidence import PENALTY, Judged
from training.corpora import Marked
from training.logistic import TABLES, learned, write

HEADING = (
    "# What each property of a mode, a status and a party in a role (memcon.reading.record.sureness) weighs, by rules and",
    "# encoder together and by the rules alone. Learned from our own annotations by training/sureness.py;",
    "# a probability is the logistic of the sum.",
)
_SIDES = ("actor", "recipient")


def judged(texts: Sequence[Marked], way: str) -> Iterator[tuple[str, Judged]]:
    """Every value, by name, of the events that a way of reading finds and types rightly."""
    with by(way) as model:
        for text in texts:
            yield from _of_a_text(text, model)


def _of_a_text(text: Marked, model: str) -> Iterator[tuple[str, Judged]]:
    with patch.object(assembly, "sureness", return_value=0.5) as asked:
        record = pipeline.read(Report(text.name, text.text, published=PUBLISHED), model)
    told: dict[str, list[Mapping[str, float]]] = {value: [] for value in VALUES}
    for call in asked.call_args_list:
        told[call.args[0]].append(call.args[1])
    given = {value: iter(some) for value, some in told.items()}
    for value, _, right in values(text, events(record)):
        properties = next(given[value])
        if right is not None and "rule:date" not in properties:
            yield value, Judged(properties, right)


def values(text: Marked, read: list[dict[str, Any]]) -> Iterator[tuple[str, tuple[int, str], bool | None]]:
    """Every value of the events that were read: its name, the event's number and the path there, and whether it is right.

    None where no annotated event of the type is paired with the event.
    """
    gold = text.events or []
    pairs = {j: i for i, j in agreement.pair(text.text, gold, read)}
    for number, event in enumerate(read):
        wanted = gold[pairs[number]] if number in pairs and gold[pairs[number]]["type"] == event["type"] else None
        if event["mode"]:
            yield "mode", (number, "/mode"), None if wanted is None else (wanted.get("mode") or "") == event["mode"]
        yield "status", (number, "/status"), None if wanted is None else wanted["status"] == event["status"]
        for at, party in enumerate(event["participants"]):
            yield "role", (number, f"/participants/{at}/role"), None if wanted is None else is_there(wanted, party)


def is_there(gold: Mapping[str, Any], party: Mapping[str, Any]) -> bool:
    """Whether an annotated event has a party that was read, by any of its mentions.

    >>> called = {"type": "CONSULT", "mode": "call", "participants": [{"role": "recipient", "mention": (9, 13)}]}
    >>> is_there(called, {"role": "actor", "mentions": [(9, 13)]}), is_there(called, {"role": "companion", "mentions": [(9, 13)]})
    (True, False)
    """
    undirected = gold["type"] == "CONSULT" and (gold.get("mode") or "") in agreement.NO_DIRECTION
    roles = _SIDES if undirected and party["role"] in _SIDES else (party["role"],)
    spans = [one["mention"] for one in gold["participants"] if one["role"] in roles]
    return any(start < b and a < end for start, end in spans for a, b in party["mentions"])


def main(arguments: Sequence[str] | None = None) -> None:
    """The command."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--out", type=Path, default=TABLES / f"{TABLE}.tsv")
    chosen = options.parse_args(arguments)
    texts = [one for some in sets(chosen.data, "dev").values() for one in some]
    found: dict[str, list[Judged]] = {}
    for way in ("both", "rules"):
        for value, one in judged(texts, way):
            found.setdefault(f"{value}.{way}", []).append(one)
    columns: dict[str, Mapping[str, float]] = {}
    for name, some in sorted(found.items()):
        columns[name] = learned([one.told for one in some], [one.right for one in some], PENALTY, by_spread=False)
    write(chosen.out, HEADING, columns)
    json.dump({name: {"read": len(some), "right": sum(one.right for one in some)} for name, some in found.items()}, sys.stdout, indent=1)


if __name__ == "__main__":
    main()
