"""The table of persons as the package's build compiles it: rows grouped by person, words of names indexed, ready to be looked up.

The file is JSON under gzip, without a time stamp, so that the same tables give the same bytes. It carries the hash of what it was made from
and is let be where that is no longer so (a source checkout whose tables were edited); the tables are indexed then as they are read.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path
from typing import TypedDict

from .identity import USER
from .names import fold, sound
from .own import own_rows
from .row_form import COLUMNS as OWN_COLUMNS

COMPILED = Path(__file__).with_name("registry.json.gz")
SOURCES = ("persons", "given_names", "surnames")
"""The tables that the file depends on."""
COLUMNS = 12
_WORDS = re.compile(r"[^\s\-.,()\"“”;']+")


class Index(TypedDict):
    """What People is made of.

    `rows`: for each person the rows of the table; `words`: word of a name -> numbers of persons; `sounds`: sound of a word -> words;
    `offices`: `class@ISO3` -> numbers of persons.
    """

    rows: list[list[list[str]]]
    words: dict[str, list[int]]
    sounds: dict[str, list[str]]
    offices: dict[str, list[int]]


def index(table: Iterable[list[str]]) -> Index:
    """The rows of a table of persons, grouped and indexed. Rows of one Wikidata id, or of one name and state, are one person.

    A row of no state (an office of a world body) is the only person's who bears its name.

    >>> found = index([["Jan Novak", "Honza", "", "CZE", "minister", "minister", "GOV", "3", "2020", "2021", "", "own list"]])
    >>> found["words"]["honza"], found["offices"]
    ([0], {'minister@CZE': [0]})
    """
    rows: list[list[list[str]]] = []
    words: dict[str, list[int]] = defaultdict(list)
    offices: dict[str, list[int]] = defaultdict(list)
    numbers: dict[str, int] = {}
    table = sorted(table, key=lambda row: not row[2])  # who has an id is there before rows that have but the name
    bearers: dict[str, set[str]] = defaultdict(set)
    for row in table:
        if row[3]:
            bearers[row[0]].add(row[3])
    for row in table:
        own = f"{row[0]}@{row[3] if row[3] or len(bearers[row[0]]) != 1 else next(iter(bearers[row[0]]))}"
        number = numbers.get(row[2] or own)
        if number is None:
            number = numbers.get(own) if not row[2] else None
        if number is None:
            number = len(rows)
            rows.append([])
        numbers.setdefault(own, number)
        if row[2]:
            numbers.setdefault(row[2], number)
        rows[number].append(row)
        offices[f"{row[4]}@{row[3]}"].append(number)
        for word in _WORDS.findall(fold(f"{row[0]} {row[1]}" if row[1] else row[0])):
            known = words[word]
            if not known or known[-1] != number:
                known.append(number)
    sounds: dict[str, list[str]] = defaultdict(list)
    for word in words:
        sounds[sound(word)].append(word)
    return {"rows": rows, "words": dict(words), "sounds": dict(sounds), "offices": dict(offices)}


def persons() -> list[list[str]]:
    """The rows of `persons.tsv`. ValueError names a row with another number of cells."""
    lines = [line for line in _source("persons").decode("utf-8").splitlines() if line and not line.startswith("#")]
    table = [line.split("\t") for line in lines[1:]]
    for number, cells in enumerate(table, 2):
        if len(cells) != COLUMNS:
            raise ValueError(f"persons.tsv, row {number}: {len(cells)} cells for {COLUMNS} columns")
    return table


def own_persons() -> list[list[str]]:
    """The user's own rows of persons, their sources marked as the user's."""
    rows = [[row[column] for column in OWN_COLUMNS["persons"]] for row in own_rows("persons")]
    return [[*row[:-1], f"{USER}{row[-1]}"] for row in rows]


def load() -> Index:
    """The compiled index, or one made from the tables where the file is not there or not theirs, or the user has rows of persons."""
    own = own_persons()
    if own:
        return index([*own, *persons()])
    try:
        stored = json.loads(gzip.decompress(COMPILED.read_bytes()))
        if stored["sources"] == _hash():
            found: Index = stored["index"]
            return found
    except (OSError, EOFError, ValueError, KeyError, TypeError):
        pass
    return index(persons())


def write(path: Path = COMPILED) -> bool:
    """Compile the tables into `path`; False if it holds them already."""
    digest = _hash()
    try:
        if json.loads(gzip.decompress(path.read_bytes()))["sources"] == digest:
            return False
    except (OSError, EOFError, ValueError, KeyError, TypeError):
        pass
    text = json.dumps({"sources": digest, "index": index(persons())}, ensure_ascii=False, separators=(",", ":"))
    path.write_bytes(gzip.compress(text.encode("utf-8"), 9, mtime=0))
    return True


def _source(table: str) -> bytes:
    return (files("memcon.actors") / "data" / f"{table}.tsv").read_bytes()


def _hash() -> str:
    digest = hashlib.sha256(b"1\n")  # the layout of the file
    for table in SOURCES:
        digest.update(_source(table))
    return digest.hexdigest()
