"""Time expressions against TimeML: `python -m benchmarks.time PATH [--half even|odd|all] [--errors FILE] [--rivals NAME ...]`.

PATH is a folder of .tml files, a folder of .xml files as MEANTIME has them (whose times are marked in the first six sentences), or a
folder of such folders. Prints strict, relaxed and value F1 as JSON, as TempEval-3 counts them:
strict is the same extent, relaxed any overlap, value a relaxed match with the same value. The halves are the files in even and odd
places by sorted name; rules are developed on the even ones. With --rivals the named tools that are installed run beside ours.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO
from xml.etree import ElementTree

from benchmarks.cat import documents
from benchmarks.time_rivals import RIVALS, Gold, Reader, installed
from memcon.times import find


@dataclass(frozen=True, slots=True)
class Article:
    """An article: its text, its creation day and its TIMEX3 as (start, end, type, value); where its text tells the creation day itself."""

    name: str
    text: str
    published: str | None
    gold: tuple[Gold, ...]
    given: tuple[tuple[int, int], ...] = ()


_DAY = re.compile(r"\d{4}-\d\d-\d\d")
ANNOTATED_SENTENCES = 6  # of a document of MEANTIME (NewsReader guidelines NWR-2014-2-2)


def articles(folder: Path) -> Iterator[Article]:
    """The articles of a folder by name; those of MEANTIME that give no creation day, or not as a date, are left out."""
    yield from _of_timeml(folder)
    for one in documents(folder):
        if not _DAY.match(one.published or ""):
            continue
        reach = one.sentence_ends[min(ANNOTATED_SENTENCES, len(one.sentence_ends)) - 1]
        times = [m for m in one.markables if m.tag == "TIMEX3" and m.attributes.get("functionInDocument") != "CREATION_TIME"]
        gold = tuple((m.start, m.end, m.attributes.get("type", ""), m.attributes.get("value", "")) for m in times)
        given = tuple((m.start, m.end) for m in one.markables if m.attributes.get("functionInDocument") == "CREATION_TIME")
        yield Article(one.name, one.text[:reach], one.published, gold, given)


def _of_timeml(folder: Path) -> Iterator[Article]:
    for path in sorted(folder.glob("*.tml")):
        root = ElementTree.parse(path).getroot()
        published = next((t.get("value") for t in root.iter("TIMEX3") if t.get("functionInDocument") == "CREATION_TIME"), None)
        body = root.find("TEXT")
        if body is None:
            continue
        pieces: list[str] = []
        gold: list[Gold] = []
        _walk(body, pieces, gold)
        yield Article(path.name, "".join(pieces), published, tuple(sorted(gold)))


def _walk(node: ElementTree.Element, pieces: list[str], gold: list[Gold]) -> None:
    start = sum(map(len, pieces))
    pieces.append(node.text or "")
    for child in node:
        _walk(child, pieces, gold)
        pieces.append(child.tail or "")
    if node.tag == "TIMEX3" and node.get("functionInDocument") != "CREATION_TIME":
        gold.append((start, sum(map(len, pieces)), node.get("type", ""), node.get("value", "")))


@dataclass(slots=True)
class Score:
    """Counts of expressions in gold, in the system's answer, and of those that match."""

    gold: int = 0
    system: int = 0
    strict: int = 0
    relaxed: int = 0
    value: int = 0
    type: int = 0
    errors: list[str] = field(default_factory=list)

    def add(self, article: Article, answer: list[Gold]) -> None:
        """Count one article's answer."""
        self.gold += len(article.gold)
        self.system += len(answer)
        used: set[int] = set()
        for start, end, kind, value in article.gold:
            same = [i for i, a in enumerate(answer) if i not in used and a[0] < end and start < a[1]]
            if not same:
                self.errors.append(f"{article.name}\tmissed\t{kind} {value}\t{_shown(article.text, start, end)}")
                continue
            best = max(same, key=lambda i: min(end, answer[i][1]) - max(start, answer[i][0]))
            used.add(best)
            got = answer[best]
            self.relaxed += 1
            self.strict += got[:2] == (start, end)
            self.type += got[2] == kind
            self.value += got[3] == value
            if got[3] != value:
                self.errors.append(f"{article.name}\tvalue\t{kind} {value} not {got[3]}\t{_shown(article.text, start, end)}")
            if got[:2] != (start, end):
                self.errors.append(f"{article.name}\textent\t{article.text[got[0] : got[1]]!r}\t{_shown(article.text, start, end)}")
        for i, (start, end, kind, value) in enumerate(answer):
            if i not in used:
                self.errors.append(f"{article.name}\tspurious\t{kind} {value}\t{_shown(article.text, start, end)}")

    def figures(self) -> dict[str, float | int]:
        """The counts of expressions and F1 in percent."""

        def f1(hits: int) -> float:
            return round(200 * hits / (self.gold + self.system), 1) if self.gold + self.system else 0.0

        return {"gold": self.gold, "system": self.system, "strict": f1(self.strict), "relaxed": f1(self.relaxed), "value": f1(self.value),
                "type": f1(self.type)}  # fmt: skip


def _shown(text: str, start: int, end: int) -> str:
    return " ".join(f"{text[max(0, start - 70) : start]}[{text[start:end]}]{text[end : end + 40]}".split())


def ours(text: str, published: str | None) -> list[Gold]:
    return [(t.start, t.end, t.type, t.value) for t in find(text, published)]


def score(folder: Path, half: str, reader: Reader = ours) -> Score:
    total = Score()
    for number, article in enumerate(articles(folder)):
        if half != "all" and number % 2 != (half == "odd"):
            continue
        answer = reader(article.text, article.published)
        total.add(article, [a for a in answer if not any(a[0] < end and start < a[1] for start, end in article.given)])
    return total


def speed(folder: Path) -> float:
    """Sentences a second, a full stop, question or exclamation mark counted as a sentence."""
    texts = [(a.text, a.published) for a in articles(folder)]
    find("Warm up on Monday.", "2022-03-05")
    begun = time.perf_counter()
    for text, published in texts:
        find(text, published)
    sentences = sum(sum(text.count(mark) for mark in (". ", ".\n", "? ", "! ")) for text, _ in texts)
    return round(sentences / (time.perf_counter() - begun))


def main(arguments: list[str] | None = None, out: TextIO | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.time", description=__doc__)
    parser.add_argument("path", type=Path)
    parser.add_argument("--half", choices=["even", "odd", "all"], default="all")
    parser.add_argument("--errors", type=Path, help="write what went wrong, one line each")
    parser.add_argument(
        "--rivals", nargs="*", choices=sorted(RIVALS), help="other tools to run beside ours; all that are installed where none is named"
    )
    options = parser.parse_args(arguments)
    rivals = {} if options.rivals is None else installed(options.rivals or list(RIVALS))
    here = options.path
    folders = [f for f in (here, *sorted(here.glob("*/")), *sorted(here.glob("*/*/"))) if any(f.glob("*.tml")) or any(f.glob("*.xml"))]
    if not folders:
        print(f"no .tml or .xml files in {here} or its folders", file=sys.stderr)
        return 1
    figures: dict[str, dict[str, dict[str, float | int]]] = {}
    lines: list[str] = []
    for folder in folders:
        total = score(folder, options.half)
        figures[folder.name] = {"memcon": total.figures() | {"sentences_per_second": speed(folder)}}
        for name, reader in rivals.items():
            figures[folder.name][name] = score(folder, options.half, reader).figures()
        lines.extend(f"{folder.name}\t{line}" for line in total.errors)
    if options.errors:
        options.errors.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(json.dumps({"half": options.half, "sets": figures}, indent=1), file=out or sys.stdout)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
