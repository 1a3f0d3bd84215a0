"""Every example sentence of the lexicon fires on its bracketed words, with its line's type and mode (or, on a stop line, not at all)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import pytest

from memcon.actors import registry
from memcon.ontology.lexicon import Entry, lexicon, parse_line
from memcon.places import gazetteer
from memcon.reading.parse.parsing import parser
from memcon.reading.parties.mentions import Mentions
from memcon.reading.triggers.triggers import Surroundings, triggers

FOLDER = files("memcon.ontology") / "data" / "lexicon"
FAMILIES = tuple(sorted(f.name for f in FOLDER.iterdir() if f.name.endswith(".tsv") and f.name != "governors.tsv"))
ON = "2022-03-05"  # the day on which the examples' unnamed presidents are in office


@dataclass(frozen=True)
class Fired:
    """An example sentence without its brackets, the stretches that stood in them, and what the reader finds in it."""

    text: str
    marked: tuple[tuple[int, int], ...]
    found: tuple[tuple[tuple[tuple[int, int], ...], Entry], ...]

    def on_marked(self) -> list[Entry]:
        """The lines that fire on exactly the marked words; an adverb or pronoun between the marks is no part of them."""
        return [entry for spans, entry in self.found if spans == self.marked]

    def near_marked(self) -> list[Entry]:
        """The lines that fire on any of the marked words."""
        return [entry for spans, entry in self.found if any(s in self.marked for s in spans)]


@cache
def read(example: str) -> Fired:
    """Parse an example, and find its triggers with the registry's parties."""
    bounds: list[tuple[int, int]] = []
    text = ""
    for piece in re.split(r"(\[[^\[\]]+\])", example):
        if piece.startswith("["):
            bounds.append((len(text), len(text) + len(piece) - 2))
        text += piece.strip("[]")
    p = parser().parse(text)
    tokens = tuple((p.starts[i], p.ends[i]) for i in range(len(p)) if any(a <= p.starts[i] and p.ends[i] <= b for a, b in bounds))
    found = triggers(p, lexicon(), Surroundings(Mentions(p, registry(), ON, gazetteer().is_place).kind))
    # Hyphens inside a trigger ("cease-fire") are tokens of the text and not of the trigger.
    words = tuple(span for span in tokens if text[span[0] : span[1]] not in ("-", "‑"))
    return Fired(text, words, tuple((tuple((p.starts[i], p.ends[i]) for i in t.tokens), t.entry) for t in found))


def examples(name: str) -> list[tuple[int, Entry]]:
    """Line number and line of all that carry an example."""
    lines = (FOLDER / name).read_text("utf-8").splitlines()
    rows = [
        (n, parse_line(line, name.removesuffix(".tsv"))) for n, line in enumerate(lines, 1) if line.strip() and not line.startswith("#")
    ]
    return [(n, entry) for n, entry in rows if entry.example]


@pytest.mark.parametrize("name", FAMILIES)
def test_examples_fire_as_their_lines_say(name: str) -> None:
    wrong = []
    assert examples(name), "no line carries an example"
    for number, entry in examples(name):
        fired = read(entry.example)
        if not fired.marked:
            wrong.append((number, "no words of the text stand in brackets", entry.example))
        elif entry.stops:
            others = [e for e in fired.near_marked() if e.rule.split(":")[1] == entry.rule.split(":")[1]]
            if others:
                wrong.append((number, f"stops, yet {others[0].type}/{others[0].mode} fires", entry.example))
        elif (entry.type, entry.mode) not in [(e.type, e.mode) for e in fired.on_marked()]:
            got = [(e.rule, e.type, e.mode) for e in fired.near_marked()]
            wrong.append((number, f"{entry.type}/{entry.mode} wanted, {got} fires", entry.example))
    assert not wrong, "\n".join(map(str, wrong))
