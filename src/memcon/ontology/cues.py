"""The table of cues (words that attribute a claim to a source) and of nouns that say what kind of source speaks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_POS = ("v", "n", "a")
_STANCES = ("", "denies")
_HEDGES = ("", "possible")


@dataclass(frozen=True, slots=True)
class Cue:
    """One cue: its lemma, part of speech (v n a), how the content hangs on it (`frames`), what sort of speech act it is (`group`).

    `denies` says that the content is denied, `possible` that the cue itself hedges. `origin` is where the row comes from.
    """

    lemma: str
    pos: str
    frames: frozenset[str]
    group: str
    denies: bool
    possible: bool
    origin: str


@dataclass(frozen=True, slots=True)
class SourceNoun:
    """A word (or two) for a speaker and the kind of source that it names (CODEBOOK 2)."""

    words: tuple[str, ...]
    kind: str
    origin: str


def parse_cue(line: str) -> Cue:
    """One line of `data/cues.tsv`. ValueError says what is wrong.

    >>> parse_cue("deny\\tv\\tthat obj\\tdeny\\tdenies\\t\\town").denies
    True
    """
    cells = [c.strip() for c in line.rstrip("\n").split("\t")]
    if len(cells) != 7:
        raise ValueError(f"cues.tsv: {line!r}: needs 7 columns, has {len(cells)}")
    lemma, pos, frames, group, stance, hedge, origin = cells
    if not lemma or pos not in _POS or stance not in _STANCES or hedge not in _HEDGES or not (frames and group and origin):
        raise ValueError(f"cues.tsv: {line!r}: needs a lemma, v, n or a, frames, a group, denies or nothing, possible or nothing, a source")
    return Cue(lemma, pos, frozenset(frames.split()), group, stance == "denies", hedge == "possible", origin)


def parse_source_noun(line: str) -> SourceNoun:
    """One line of `data/source_nouns.tsv`. ValueError says what is wrong.

    >>> parse_source_noun("press secretary\\tspokesperson\\town").words
    ('press', 'secretary')
    """
    cells = [c.strip() for c in line.rstrip("\n").split("\t")]
    if len(cells) != 3 or not all(cells):
        raise ValueError(f"source_nouns.tsv: {line!r}: needs words, a kind and a source")
    return SourceNoun(tuple(cells[0].lower().split()), cells[1], cells[2])


def _rows(name: str) -> list[str]:
    text = (files("memcon.ontology") / "data" / name).read_text("utf-8")
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


@cache
def cues() -> Mapping[tuple[str, str], tuple[Cue, ...]]:
    """All cues by (lemma, part of speech).

    >>> [cue.group for cue in cues()["say", "v"] if "that" in cue.frames]
    ['say']
    """
    table: dict[tuple[str, str], list[Cue]] = defaultdict(list)
    for line in _rows("cues.tsv"):
        cue = parse_cue(line)
        table[cue.lemma, cue.pos].append(cue)
    return {key: tuple(found) for key, found in table.items()}


@cache
def source_nouns() -> Mapping[str, tuple[SourceNoun, ...]]:
    """All nouns for speakers by their last word, the longest first.

    >>> source_nouns()["spokeswoman"][0].kind
    'spokesperson'
    """
    table: dict[str, list[SourceNoun]] = defaultdict(list)
    for line in _rows("source_nouns.tsv"):
        noun = parse_source_noun(line)
        table[noun.words[-1]].append(noun)
    return {last: tuple(sorted(found, key=lambda n: -len(n.words))) for last, found in table.items()}


def is_saying(verb: str) -> bool:
    """Whether a verb, as its lemma, is one of saying.

    >>> is_saying("announce"), is_saying("leave")
    (True, False)
    """
    return any(cue.group == "say" for cue in cues().get((verb, "v"), ()))
