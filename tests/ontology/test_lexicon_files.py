"""The lexicon's files keep the form that data/lexicon/README.md describes."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from importlib.resources import files

import pytest

from memcon.ontology.codebook import codebook
from memcon.ontology.lexicon import parse_condition

FOLDER = files("memcon.ontology") / "data" / "lexicon"
FAMILIES = tuple(sorted(f.name for f in FOLDER.iterdir() if f.name.endswith(".tsv") and f.name != "governors.tsv"))
FRAMES = tomllib.loads((FOLDER / "frames.toml").read_text("utf-8"))
KINDS = ("party", "person", "place", "group", "state", "organisation", "armed_group", "act", "own", "several")
SLOT = r"[a-z][a-z-]*"
WORDS = r"[^\s,:=]+(,[^\s,:=]+)*"
CONDITION = re.compile(
    rf"-?(quote|cue|sent:{WORDS}|prep:{SLOT}(=({'|'.join(KINDS)}))?|{SLOT}=({'|'.join(KINDS)})|{SLOT}:{WORDS}|obj|subj|comp-subj|iobj|xcomp|neg|ccomp|oprd)"
)

Row = tuple[str, int, list[str]]


def rows(name: str) -> list[Row]:
    """File, line number and cells (seven, the missing ones empty) of every line."""
    found = []
    for number, line in enumerate((FOLDER / name).read_text("utf-8").splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            cells = line.split("\t")
            found.append((name, number, cells + [""] * (7 - len(cells))))
    return found


def test_all_families_are_there() -> None:
    assert {"contact.tsv", "cooperation.tsv", "force.tsv", "protest.tsv", "retreat.tsv", "sanction.tsv", "vote.tsv"} <= set(FAMILIES)


@pytest.mark.parametrize("name", FAMILIES)
def test_columns(name: str) -> None:
    wrong = [
        (file, number)
        for file, number, cells in rows(name)
        if len(cells) != 7
        or any(c != c.strip() for c in cells)
        or cells[1] not in ("v", "n", "a")
        or not cells[0]
        or cells[0] != cells[0].lower()
        or "  " in cells[0]
    ]
    assert not wrong


@pytest.mark.parametrize("name", FAMILIES)
def test_types_and_modes_are_the_codebooks(name: str) -> None:
    types = codebook().types
    wrong = []
    for _, number, (trigger, _, kind, mode, *_, when, _) in rows(name):
        if kind == "-":
            good = mode == "-" and "never" in when.split()
        else:
            good = kind in types and (mode == "-" or mode in types[kind]) and "never" not in when.split()
        if not good:
            wrong.append((number, trigger, kind, mode))
    assert not wrong


@pytest.mark.parametrize("name", FAMILIES)
def test_frames_exist(name: str) -> None:
    wrong = [
        (number, cells[0], cells[4])
        for _, number, cells in rows(name)
        if cells[4] not in FRAMES or (cells[2] == "-") != (cells[4] == "none")
    ]
    assert not wrong


@pytest.mark.parametrize("name", FAMILIES)
def test_conditions_are_well_formed(name: str) -> None:
    wrong = [(number, c) for _, number, cells in rows(name) for c in cells[5].split() if c != "never" and not CONDITION.fullmatch(c)]
    assert not wrong


def test_lists_have_names_that_several_lines_use() -> None:
    lists = tomllib.loads((FOLDER / "lists.toml").read_text("utf-8"))
    used = Counter(word for name in FAMILIES for _, _, cells in rows(name) for word in re.findall(r"@(\w+)", cells[5]))
    assert set(used) == set(lists)
    assert min(used.values()) > 1


def test_a_list_that_is_not_there_is_told() -> None:
    with pytest.raises(ValueError, match="@nothing"):
        parse_condition("obj:@nothing,deadline")


@pytest.mark.parametrize("name", FAMILIES)
def test_examples_mark_the_trigger(name: str) -> None:
    wrong = []
    for _, number, cells in rows(name):
        marked = re.findall(r"\[([^\[\]]+)\]", cells[6])
        pieces = max(cells[6].count("["), cells[6].count("]"))
        # A trigger of several words may stand in pieces: "[took] the firm [to court]".
        if cells[6] and not 1 <= len(marked) == pieces <= len(cells[0].split()):
            wrong.append((number, cells[6]))
    assert not wrong


def test_no_line_stands_twice() -> None:
    counts: Counter[tuple[str, str, tuple[str, ...], str]] = Counter()
    for name in FAMILIES:
        for _, _, cells in rows(name):
            counts[(cells[0], cells[1], tuple(sorted(cells[5].split())), name)] += 1
    assert not [key for key, times in counts.items() if times > 1]


def test_same_words_under_same_conditions_name_one_act() -> None:
    acts: dict[tuple[str, str, tuple[str, ...]], set[tuple[str, str, str]]] = {}
    for name in FAMILIES:
        for _, _, cells in rows(name):
            acts.setdefault((cells[0], cells[1], tuple(sorted(cells[5].split()))), set()).add((cells[2], cells[3], name))
    assert not {key: found for key, found in acts.items() if len(found) > 1}


def test_frames_hold_known_roles() -> None:
    roles = set(codebook().roles)
    for name, frame in FRAMES.items():
        assert set(frame) <= roles, name
        for choices in frame.values():
            assert all(re.fullmatch(rf"{SLOT}(\+{SLOT})*", choice) for choice in choices), name
