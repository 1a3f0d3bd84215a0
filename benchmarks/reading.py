"""Reading of texts that nothing was made from: `python -m benchmarks.reading DATA [--by rules coder both] [--part test|dev]`.

Reads the held-out windows (`annotations/windows.jsonl`), passages and reports of our own (`training/sentences/`) by the rules alone
(`--model rules`), with the encoder's acts in place of the lexicon's, and by both together. Prints JSON: events in the annotations and in
the records, F1 of having an event at all (found), of its type besides (typed) and of its actors and recipients besides (who-whom), and the
share of found events whose status, and of typed events whose mode is right. Events are paired one to one where triggers overlap; a party is
right where any mention of it meets the annotated one. `when`, `where` and `sources` are F1 over the values that found events state, as
words: right where they meet the annotated ones, or are the same words elsewhere, a source with its stance. What day or country the words
mean is told by the seven reports of `annotations/` that are kept apart (`python -m benchmarks.gold`).
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

from training import agreement, annotated, splits
from training.corpora import Marked

from benchmarks.attribution import f1
from benchmarks.events import Span
from memcon.coder import coder
from memcon.model import Record, Report
from memcon.model import Span as Words
from memcon.reading import pipeline
from memcon.reading.encoder import coding
from memcon.reading.parse.parsing import DEFAULT_MODEL, RULES

ANNOTATIONS = Path(__file__).parent.parent / "annotations"
SETTING = ("when", "where", "sources")
WAYS = ("rules", "coder", "both")
PUBLISHED = "2016-03-05"  # of texts whose day nobody knows


@contextmanager
def by(way: str) -> Iterator[str]:
    """The model to read with; for `coder` the lexicon finds nothing and the encoder's own threshold decides what is an act."""
    with ExitStack() as changed:
        if way == "coder":
            changed.enter_context(patch.object(pipeline, "matched", lambda *_: []))
            changed.enter_context(patch.object(coding, "ADD", coder().trigger_threshold))
            changed.enter_context(patch.object(coding, "ADD_TYPE", 0.0))
        yield RULES if way == "rules" else DEFAULT_MODEL


def events(record: Record) -> list[dict[str, Any]]:
    """The events of a record as annotations have them; a party has all its mentions."""
    mentions = {one.id: [(m.start, m.end) for m in one.mentions] for one in record.entities}
    return [
        {
            "type": event.type,
            "mode": event.mode or "",
            "status": event.status,
            "triggers": [(t.start, t.end) for t in event.triggers],
            "participants": [
                {
                    "role": p.role,
                    "mention": (p.mention.start, p.mention.end) if p.mention else (0, 0),
                    "mentions": [*mentions.get(p.entity or "", ()), *([(p.mention.start, p.mention.end)] if p.mention else [])],
                }
                for p in event.participants
            ],
            "when": {"span": (event.when.span.start, event.when.span.end)} if event.when else None,
            "where": {"span": (event.where.span.start, event.where.span.end)} if event.where else None,
            "sources": [
                {"stance": one.stance, "source": (one.source.start, one.source.end), "mentions": _of_the_same(record, one.source)}
                for one in event.sources
                if one.source is not None
            ],
        }
        for event in record.events
    ]


def same_parties(_text: str, gold: dict[str, Any], read: dict[str, Any], *roles: str) -> bool:
    """Whether both have as many parties in these roles, and each annotated one is among those that were read."""
    wanted = [p["mention"] for p in gold["participants"] if p["role"] in roles]
    left = [p["mentions"] for p in read["participants"] if p["role"] in roles]
    if len(wanted) != len(left):
        return False
    for start, end in wanted:
        at = next((i for i, spans in enumerate(left) if any(start < b and a < end for a, b in spans)), None)
        if at is None:
            return False
        left.pop(at)
    return True


def who_whom(gold: dict[str, Any], read: dict[str, Any]) -> bool:
    """The same actors and recipients; in a contact without direction: the same parties."""
    return agreement.who_whom("", gold, read, same_parties)


def _of_the_same(record: Record, words: Words) -> list[Span]:
    """The mentions of the party that these words mention: who said it may be "he" here and named before."""
    known = [[(m.start, m.end) for m in one.mentions] for one in record.entities]
    return next((spans for spans in known if any(a < words.end and words.start < b for a, b in spans)), [])


Stated = tuple[str, list[Span]]


def stated(event: dict[str, Any], value: str) -> list[Stated]:
    """The words of what an event states of its `when`, its `where` or its `sources` (with all mentions of these), by stance."""
    if value == "sources":
        return [
            (one.get("stance", "asserts"), [tuple(one["source"]), *one.get("mentions", ())]) for one in event["sources"] if one["source"]
        ]
    one = event.get(value)
    return [("", [(one["span"][0], one["span"][1])])] if one and one.get("span") else []


def right(text: str, gold: list[Stated], read: list[Stated]) -> int:
    """How many annotated values were read: the words meet, or are the same elsewhere, each used once.

    >>> right("On Friday he left. Friday was hot.", [("", [(3, 9)])], [("", [(19, 25)])])
    1
    """
    left, hits = list(read), 0
    for kind, ((start, end), *_) in gold:
        own = text[start:end].casefold()
        at = next((o for o in left if o[0] == kind and any((start < b and a < end) or text[a:b].casefold() == own for a, b in o[1])), None)
        if at is not None:
            left.remove(at)
            hits += 1
    return hits


def compared(text: str, gold: list[dict[str, Any]], read: list[dict[str, Any]]) -> Counter[str]:
    """Counts of what agrees in one text.

    >>> met = {"type": "CONSULT", "mode": "call", "status": "happened", "triggers": [(4, 10)], "participants": [], "sources": []}
    >>> sorted(compared("Rey called.", [met], [met | {"type": "AID"}]).items())
    [('found', 1), ('gold', 1), ('read', 1), ('status', 1)]
    """
    tally = Counter({"gold": len(gold), "read": len(read)})
    for i, j in agreement.pair(text, gold, read):
        one, other = gold[i], read[j]
        typed = one["type"] == other["type"]
        tally["found"] += 1
        tally["status"] += one["status"] == other["status"]
        tally["typed"] += typed
        tally["mode"] += typed and (one.get("mode") or "") == other["mode"]
        tally["who-whom"] += typed and who_whom(one, other)
        for value in SETTING:
            ours, theirs = stated(one, value), stated(other, value)
            tally[f"{value} gold"] += len(ours)
            tally[f"{value} read"] += len(theirs)
            tally[f"{value} right"] += right(text, ours, theirs)
    return +tally


def measure(texts: Sequence[Marked], way: str) -> dict[str, Any]:
    """The figures of one way of reading over annotated texts."""
    tally: Counter[str] = Counter()
    with by(way) as model:
        for one in texts:
            record = pipeline.read(Report(one.name, one.text, published=PUBLISHED), model)
            tally += compared(one.text, one.events or [], events(record))
    found: dict[str, Any] = {"texts": len(texts), "events": tally["gold"], "read": tally["read"]}
    found |= {name: f1(tally[name], tally["read"], tally["gold"])["f1"] for name in ("found", "typed", "who-whom")}
    for name, whole in (("status", "found"), ("mode", "typed")):
        found[name] = round(tally[name] / tally[whole], 3) if tally[whole] else 0.0
    for value in SETTING:
        found[value] = f1(tally[f"{value} right"], tally[f"{value} read"], tally[f"{value} gold"])["f1"]
    return found


def sets(data: Path, part: str) -> dict[str, list[Marked]]:
    """The windows and our own passages and reports of a part that was not trained on (training/splits.py)."""
    own = [one for one in annotated.own() if splits.part(one.name) == part]
    return {
        "windows": annotated.training_part("windows", data, ANNOTATIONS, part),
        "passages": [one for one in own if not one.name.startswith("reports-")],
        "reports": [one for one in own if one.name.startswith("reports-")],
    }


def main() -> None:
    """The command."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("data", type=Path)
    options.add_argument("--by", nargs="+", choices=WAYS, default=list(WAYS))
    options.add_argument("--part", choices=("test", "dev"), default="test")
    chosen = options.parse_args()
    found = {name: {way: measure(texts, way) for way in chosen.by} for name, texts in sets(chosen.data, chosen.part).items()}
    json.dump(found, sys.stdout, indent=1)
    print()


if __name__ == "__main__":
    main()
