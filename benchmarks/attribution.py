"""Attribution on PolNeAR: exact span F1 of source, cue and content, and attributions right as a whole.

    python -m benchmarks.attribution PATH [--part dev|train|all] [--every N] [--limit N] [--by rules coder both]

PATH is `polnear_train.jsonl`. `dev` (the default) is the last tenth of the articles by date, `train` the rest; `--every 10` takes each
tenth article of the part. Prints one JSON object, with `--by rules coder both` one for each beside the other (the rules over a parse, the
encoder alone, what a record holds; the default is the rules). Articles that are annotated elsewhere as gold reports are left out.

A span counts when its start and end are the annotation's (each continuous piece on its own, blanks at its ends aside). An attribution
is right as a whole when its content overlaps the annotated one by half (Jaccard over characters) and the sources overlap or are
both unknown. The encoder's spans count whether or not it links them to a cue; its attributions are the linked ones.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from memcon.coder import Coded, Coder, coder
from memcon.coder.session import FOLDER
from memcon.reading.claims.attribution import Claim, claims
from memcon.reading.encoder.coding import seen
from memcon.reading.grammar.parsed import Parsed
from memcon.reading.parse.parsing import parser
from memcon.reading.parse.sentences import sentences

GOLD_REPORTS = ("2016-06-07_china-rebuts", "2016-04-01_obama-asian", "2015-12-10_netanyahu-rejects")
ROLES = ("source", "cue", "content")
Spans = list[tuple[int, int]]


def articles(path: Path, part: str, every: int = 1, limit: int | None = None) -> list[dict[str, Any]]:
    """The articles of one part in order of date."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    rows = [row for row in rows if not any(name in row["id"] for name in GOLD_REPORTS)]
    rows.sort(key=lambda row: (row["id"].split("_")[1], row["id"]))
    held_out = len(rows) // 10 + 1
    chosen = {"dev": rows[-held_out:], "train": rows[:-held_out], "all": rows}[part]
    return chosen[::every][:limit]


def annotated(row: dict[str, Any]) -> list[dict[str, Spans]]:
    """The annotated attributions that have a content, with blanks taken off the ends of every piece."""
    text = row["text"]
    found = []
    for one in row["attributions"]:
        spans = {role: [s for a, b in one[role] if (s := _stripped(text, a, b)) is not None] for role in ROLES}
        if spans["content"]:
            found.append(spans)
    return found


def _stripped(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None


def found(parsed: Parsed, read: Iterable[Claim]) -> list[dict[str, Spans]]:
    """Our claims as character spans."""
    parts = [{"source": claim.source, "cue": claim.cue, "content": claim.told} for claim in read]
    return [{role: [(parsed.starts[a], parsed.ends[b - 1]) for a, b in one[role]] for role in ROLES} for one in parts]


def _characters(spans: Spans) -> set[int]:
    return {i for a, b in spans for i in range(a, b)}


def whole(gold: Sequence[dict[str, Spans]], guess: Sequence[dict[str, Spans]]) -> int:
    """How many attributions are right as a whole, each matched once, the best overlap first."""
    pairs = list(_pairs(gold, guess))
    taken_gold: set[int] = set()
    taken_guess: set[int] = set()
    for _, g, o in sorted(pairs, reverse=True):
        if g not in taken_gold and o not in taken_guess:
            taken_gold.add(g)
            taken_guess.add(o)
    return len(taken_gold)


def _pairs(gold: Sequence[dict[str, Spans]], guess: Sequence[dict[str, Spans]]) -> Iterator[tuple[float, int, int]]:
    ours = [(_characters(o["source"]), _characters(o["content"])) for o in guess]
    for g, one in enumerate(gold):
        source, content = _characters(one["source"]), _characters(one["content"])
        for o, (our_source, our_content) in enumerate(ours):
            both = len(content & our_content)
            if both and 2 * both >= len(content | our_content) and (source & our_source or not (source or our_source)):
                yield both / len(content | our_content), g, o


def f1(right: int, ours: int, gold: int) -> dict[str, float]:
    """Precision, recall and F1.

    >>> f1(1, 2, 1)["f1"]
    0.667
    """
    p, r = right / ours if ours else 0.0, right / gold if gold else 0.0
    return {"precision": round(p, 3), "recall": round(r, 3), "f1": round(2 * p * r / (p + r), 3) if p + r else 0.0}


def coded_guess(coded: Coded) -> list[dict[str, Spans]]:
    """The encoder's attributions as character spans."""
    return [
        {
            "source": [(one.start, one.end) for one in found.sources],
            "cue": [(found.cue.start, found.cue.end)] if found.cue else [],
            "content": [(one.start, one.end) for one in found.contents],
        }
        for found in coded.attributions
    ]


def coded_spans(coded: Coded) -> dict[str, Spans]:
    """All of the encoder's spans, linked or not."""
    layers = {"source": coded.sources, "cue": coded.cues, "content": coded.contents}
    return {role: [(one.start, one.end) for one in layers[role]] for role in ROLES}


def measure(
    pairs: Iterable[tuple[Sequence[dict[str, Spans]], Sequence[dict[str, Spans]]]], spans: Sequence[dict[str, Spans]] | None = None
) -> dict[str, Any]:
    """The figures over pairs of (annotated, found) attributions, one pair an article; `spans` where more were found than attributions."""
    counts: Counter[tuple[str, str]] = Counter()
    for number, (gold, guess) in enumerate(pairs):
        for role in ROLES:
            g, o = ({tuple(s) for one in side for s in one[role]} for side in (gold, [spans[number]] if spans else guess))
            counts[role, "right"] += len(g & o)
            counts[role, "ours"] += len(o)
            counts[role, "gold"] += len(g)
        counts["whole", "right"] += whole(gold, guess)
        counts["whole", "ours"] += len(guess)
        counts["whole", "gold"] += len(gold)
    return {name: f1(counts[name, "right"], counts[name, "ours"], counts[name, "gold"]) for name in (*ROLES, "whole")} | {
        "attributions": {"annotated": counts["whole", "gold"], "found": counts["whole", "ours"]}
    }


def by_rules(rows: Sequence[dict[str, Any]], reader: Coder | None = None) -> dict[str, Any]:
    """The figures of the rules over a parse, put together with what an encoder hears where there is one."""
    parse = parser().parse
    started = time.perf_counter()
    pairs, number = [], 0
    for row in rows:
        parsed = parse(row["text"])
        heard = seen(parsed, reader).heard() if reader is not None else None
        number += len(parsed.sentences)
        pairs.append((annotated(row), found(parsed, claims(parsed, heard))))
    seconds = time.perf_counter() - started
    speed = {"articles": len(rows), "sentences_per_second": round(number / seconds, 1) if seconds else 0.0}
    return measure(pairs) | speed | ({"weights": reader.sha256} if reader is not None else {})


def by_coder(rows: Sequence[dict[str, Any]], reader: Coder) -> dict[str, Any]:
    """The figures of the encoder alone."""
    started = time.perf_counter()
    pairs, spans, number = [], [], 0
    for row in rows:
        cut = sentences(row["text"])
        coded = reader.read(row["text"], cut)
        number += len(cut)
        pairs.append((annotated(row), coded_guess(coded)))
        spans.append(coded_spans(coded))
    seconds = time.perf_counter() - started
    speed = {"articles": len(rows), "sentences_per_second": round(number / seconds, 1) if seconds else 0.0}
    return measure(pairs, spans) | speed | {"weights": reader.sha256}


def main(arguments: Sequence[str] | None = None) -> None:
    options = argparse.ArgumentParser(description="Attribution on PolNeAR.")
    options.add_argument("path", type=Path)
    options.add_argument("--part", choices=("dev", "train", "all"), default="dev")
    options.add_argument("--every", type=int, default=1)
    options.add_argument("--limit", type=int)
    options.add_argument("--by", nargs="+", choices=("rules", "coder", "both"), default=["rules"])
    options.add_argument("--weights", type=Path, default=FOLDER, help="folder of the encoder's weights (default: those of the package)")
    chosen = options.parse_args(arguments)
    rows = articles(chosen.path, chosen.part, chosen.every, chosen.limit)
    ways = {
        "rules": lambda: by_rules(rows),
        "coder": lambda: by_coder(rows, coder(chosen.weights)),
        "both": lambda: by_rules(rows, coder(chosen.weights)),
    }
    figures = {name: ways[name]() for name in chosen.by}
    print(json.dumps(figures if len(figures) > 1 else figures[chosen.by[0]], indent=2))


if __name__ == "__main__":
    main()
