"""The open lexicon of acts: which words name which act, and in which slots its parties stand (format: data/lexicon/README.md)."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from .words import words

PARTY_CLASSES = ("office", "army", "parliament", "police", "rebels", "state")


@dataclass(frozen=True, slots=True)
class Condition:
    """One test on a trigger's surroundings: the `slot`, the kind of `test` (has, is, in, quote, sent, cue), and the words."""

    slot: str
    test: str
    values: frozenset[str]
    negated: bool

    @property
    def classes(self) -> frozenset[str]:
        """The classes of party nouns that the words stand for (ontology/data/words.toml)."""
        return _classes(self.values) if self.test == "in" else frozenset()


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the lexicon. `type` is empty on a stop line. `rule` names it: file and trigger."""

    words: tuple[str, ...]
    pos: str
    type: str
    mode: str
    frame: str
    conditions: tuple[Condition, ...]
    example: str
    rule: str

    @property
    def stops(self) -> bool:
        """Whether the line says that these words name no act."""
        return not self.type


Frame = Mapping[str, tuple[tuple[str, ...], ...]]


@dataclass(frozen=True, slots=True)
class Governor:
    """A word that governs an act and sets its status. `construction` is how the act hangs on it (xcomp, ccomp, obj, mod, any, prep:X)."""

    words: tuple[str, ...]
    pos: str
    status: str
    construction: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All entries by the lemma of their head (first word of a verb, last of a noun), the frames and the governors."""

    verbs: Mapping[str, tuple[Entry, ...]]
    nouns: Mapping[str, tuple[Entry, ...]]
    others: Mapping[str, tuple[Entry, ...]]
    frames: Mapping[str, Frame]
    governors: Mapping[str, tuple[Governor, ...]]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Every line, in no fixed order of files."""
        return tuple(e for table in (self.verbs, self.nouns, self.others) for rows in table.values() for e in rows)


@cache
def _classes(values: frozenset[str]) -> frozenset[str]:
    return frozenset(name for name in PARTY_CLASSES if len(values & words(f"class_{name}")) >= 2)


@cache
def _lists() -> dict[str, frozenset[str]]:
    data = tomllib.loads((_folder() / "lists.toml").read_text("utf-8"))
    return {f"@{name}": frozenset(listed) for name, listed in data.items()}


def _folder() -> Traversable:
    return files("memcon.ontology") / "data" / "lexicon"


def _words(text: str) -> frozenset[str]:
    """Words between commas; `@name` is those of a list of lists.toml. ValueError for a list that is not there."""
    found = text.split(",")
    if unknown := [word for word in found if word.startswith("@") and word not in _lists()]:
        raise ValueError(f"no such list: {unknown[0]!r}")
    return frozenset().union(*(_lists().get(word, (word,)) for word in found))


def parse_condition(text: str) -> Condition:
    """One condition of the `when` column. ValueError for what is none.

    >>> parse_condition("-obj:deadline,need").values == {"deadline", "need"}
    True
    >>> "defuse" in parse_condition("support:@handling_bombs,use").values
    True
    """
    negated = text.startswith("-")
    body = text.removeprefix("-")
    if body in ("quote", "cue"):
        return Condition(body, body, frozenset(), negated)
    if body.startswith("sent:"):
        return Condition("sent", "sent", _words(body[5:]), negated)
    if body.startswith("prep:"):
        slot, _, rest = body[5:].partition("=")
        return Condition(slot, "is" if rest else "has", frozenset(rest.split(",")) if rest else frozenset(), negated)
    for mark, test in (("=", "is"), (":", "in")):
        slot, found, rest = body.partition(mark)
        if found:
            if not slot or not rest:
                break
            return Condition(slot, test, _words(rest), negated)
    if not body.replace("-", "").isalpha():
        raise ValueError(f"no condition: {text!r}")
    return Condition(body, "has", frozenset(), negated)


def parse_line(line: str, file: str) -> Entry:
    """One line of a lexicon file. ValueError says what is wrong."""
    cells = [c.strip() for c in line.rstrip("\n").split("\t")]
    cells += [""] * (7 - len(cells))
    trigger, pos, kind, mode, frame, when, example = cells[:7]
    if not trigger or pos not in ("v", "n", "a"):
        raise ValueError(f"{file}: {line!r}: needs a trigger and v, n or a")
    conditions = when.split()
    stops = "never" in conditions or kind == "-"
    return Entry(
        words=tuple(trigger.split()),
        pos=pos,
        type="" if stops else kind,
        mode="" if stops or mode == "-" else mode,
        frame=frame,
        conditions=tuple(parse_condition(c) for c in conditions if c != "never"),
        example=example,
        rule=f"lexicon:{file}:{trigger.replace(' ', '_')}",
    )


def _rows(file: Traversable) -> list[str]:
    return [line for line in file.read_text("utf-8").splitlines() if line.strip() and not line.startswith("#")]


def _frames(file: Traversable) -> dict[str, Frame]:
    data = tomllib.loads(file.read_text("utf-8"))
    return {
        name: {role: tuple(tuple(choice.split("+")) for choice in choices) for role, choices in roles.items()}
        for name, roles in data.items()
    }


def _governors(file: Traversable) -> dict[str, tuple[Governor, ...]]:
    table: dict[str, list[Governor]] = defaultdict(list)
    for line in _rows(file):
        cells = [c.strip() for c in line.split("\t")]
        words = tuple(cells[0].split())
        table[words[0]].append(Governor(words, cells[1], cells[2], cells[3] if len(cells) > 3 and cells[3] else "any"))
    return {head: tuple(sorted(rows, key=lambda g: -len(g.words))) for head, rows in table.items()}


@cache
def lexicon() -> Lexicon:
    """The lexicon that the package carries.

    >>> {e.type for e in lexicon().verbs["meet"]} >= {"CONSULT"}
    True
    """
    folder = _folder()
    tables: dict[str, dict[str, list[Entry]]] = {"v": defaultdict(list), "n": defaultdict(list), "a": defaultdict(list)}
    for file in sorted(folder.iterdir(), key=lambda f: f.name):
        if file.name.endswith(".tsv") and file.name != "governors.tsv":
            for line in _rows(file):
                entry = parse_line(line, file.name.removesuffix(".tsv"))
                tables[entry.pos][entry.words[-1] if entry.pos == "n" else entry.words[0]].append(entry)
    frozen = {pos: {head: tuple(rows) for head, rows in table.items()} for pos, table in tables.items()}
    governors = folder / "governors.tsv"
    return Lexicon(
        verbs=frozen["v"],
        nouns=frozen["n"],
        others=frozen["a"],
        frames=_frames(folder / "frames.toml"),
        governors=_governors(governors) if governors.is_file() else {},
    )
