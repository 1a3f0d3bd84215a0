"""The public corpora that heads learn from, as texts with marks; see ../shared/data/README.md for where each comes from."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from typing import Any

from annotations.texts import READERS

from training.splits import GOLD_ARTICLES, annotated_documents

Spans = list[tuple[int, int]]


@dataclass(slots=True)
class Marked:
    """A text with what is known of it; None where a layer is not annotated. Spans are code points, end exclusive."""

    name: str
    text: str
    attributions: list[dict[str, Spans]] | None = None
    events: list[dict[str, Any]] | None = None
    times: list[tuple[int, int, str]] | None = None
    happenings: Spans | None = None
    facts: list[tuple[int, int, float]] = field(default_factory=list)
    arguments: list[dict[str, Any]] = field(default_factory=list)
    relation: tuple[tuple[int, int], tuple[int, int], str] | None = None


def polnear(data: Path, annotations: Path) -> tuple[list[Marked], list[Marked]]:
    """PolNeAR's train part as (train, dev): dev is the last tenth by date; gold and annotated articles are out of train."""
    rows = [json.loads(line) for line in (data / "attribution/polnear_train.jsonl").read_text("utf-8").splitlines()]
    rows = [row for row in rows if not any(name in row["id"] for name in GOLD_ARTICLES)]
    rows.sort(key=lambda row: (row["id"].split("_")[1], row["id"]))
    held = len(rows) // 10 + 1
    out = {name for corpus, name in annotated_documents(annotations) if corpus == "polnear"}
    train = [_attributed(row) for row in rows[:-held] if row["id"] not in out]
    return train, [_attributed(row) for row in rows[-held:]]


def _attributed(row: dict[str, Any]) -> Marked:
    text = row["text"]
    found = []
    for one in row["attributions"]:
        found.append({part: [s for a, b in one[part] if (s := stripped(text, a, b))] for part in ("source", "cue", "content")})
    return Marked(row["id"], text, attributions=found)


def stripped(text: str, start: int, end: int) -> tuple[int, int] | None:
    """A span without the blanks at its ends; None where nothing is left.

    >>> stripped(" met ", 0, 5)
    (1, 4)
    """
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None


_TAG = re.compile(r"<(/?)(TIMEX3|EVENT)\b([^>]*)>")


def timeml(data: Path, annotations: Path) -> Iterator[Marked]:
    """TimeBank and AQUAINT: time expressions and words of events; annotated documents are out."""
    out = annotated_documents(annotations)
    for corpus in ("timebank", "aquaint"):
        for path in sorted((data / "time" / corpus).glob("*.tml")):
            if (corpus, path.name) not in out:
                yield _tagged(path)


def _tagged(path: Path) -> Marked:
    markup = path.read_text("utf-8", errors="replace")
    body = re.search(r"<TEXT>(.*?)</TEXT>", markup, re.DOTALL)
    markup = body[1] if body else markup
    text, at = "", 0
    opened: dict[str, tuple[int, str]] = {}
    times: list[tuple[int, int, str]] = []
    words: Spans = []
    for tag in _TAG.finditer(markup):
        text += unescape(re.sub(r"<[^>]*>", "", markup[at : tag.start()]))
        at = tag.end()
        if not tag[1]:
            kind = re.search(r'\btype="(\w+)"', tag[3])
            opened[tag[2]] = (len(text), kind[1] if kind else "DATE")
        elif tag[2] in opened:
            start, kind_name = opened.pop(tag[2])
            if tag[2] == "EVENT":
                words.append((start, len(text)))
            else:
                times.append((start, len(text), kind_name))
    text += unescape(re.sub(r"<[^>]*>", "", markup[at:]))
    return Marked(path.stem, text, times=times, happenings=words)


def facts(data: Path, annotations: Path) -> Iterator[Marked]:
    """FactBank and the UW set: sentences with a factuality from -3 to 3 for words; sentences of annotated reports are out."""
    barred = _barred(data, annotations)
    for name in ("factbank", "uw"):
        blocks = (data / f"status/{name}_train.conll").read_text("utf-8").split("\n\n")
        for number, block in enumerate(blocks):
            rows = [line.split("\t") for line in block.splitlines() if line.strip()]
            if not rows or re.sub(r"\W", "", "".join(row[1] for row in rows)).casefold() in barred:
                continue
            text, scored = "", []
            for row in rows:
                glue = not text or row[1] in {",", ".", "'s", "n't", "''", ")", ":", ";", "?"}
                start = len(text) + (not glue)
                text += ("" if glue else " ") + row[1]
                if row[2] != "_":
                    scored.append((start, len(text), float(row[2])))
            yield Marked(f"{name}-{number}", text, facts=scored)


def _barred(data: Path, annotations: Path) -> set[str]:
    """The sentences of annotated TimeBank and AQUAINT reports, letters alone."""
    from memcon.reading.parse.sentences import sentences

    found = set()
    for corpus, document in annotated_documents(annotations):
        if corpus in ("timebank", "aquaint"):
            place, reader = READERS[corpus]
            text = reader(data / place, document)
            found |= {re.sub(r"\W", "", text[a:b]).casefold() for a, b in sentences(text)}
    return found


def relations(data: Path) -> Iterator[Marked]:
    """PLV: the sentences of its train part."""
    return marked_relations(data / "relations/PLV_train.tsv")


def marked_relations(path: Path) -> Iterator[Marked]:
    """Political sentences with a source, a target and the root of what one does to the other; those without both are left out."""
    for line in path.read_text("utf-8").splitlines()[1:]:
        number, marked, _, _, root, *_ = line.split("\t")
        text, spans, at = "", dict[str, tuple[int, int]](), 0
        for tag in re.finditer(r"<(/?)([st])>", marked):
            text += marked[at : tag.start()]
            at = tag.end()
            spans[tag[2]] = (spans[tag[2]][0], len(text)) if tag[1] else (len(text), len(text))
        text += marked[at:]
        if len(spans) == 2:
            yield Marked(f"plv-{number}", text, relation=(spans["s"], spans["t"], root))
