"""Broken and hostile files at the command line: a line that says what and where, the rest goes on, nothing is lost."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from tests.store.small_store import fill

from memcon.cli import main
from memcon.store import Store
from memcon.store.tellings import each_its_own


@pytest.fixture
def db(tmp_path: Path) -> Path:
    with Store.open(tmp_path / "memcon.db", place=each_its_own) as store:
        fill(store)
    return tmp_path / "memcon.db"


@pytest.fixture
def memcon(capsys, monkeypatch, tmp_path):
    monkeypatch.setenv("MEMCON_HOME", str(tmp_path / "home"))

    def run(*words: object):
        with pytest.raises(SystemExit) as ended:
            main([str(word) for word in words])
        captured = capsys.readouterr()
        assert "Traceback" not in captured.err
        assert "fault of memcon's own" not in captured.err
        return ended.value.code or 0, captured.out, captured.err

    return run


COMMANDS = [
    ("list",), ("find", "type:consult"), ("ask", "Who met Macron?"), ("show", "m0"), ("explain", "m0"), ("diff", "run:1", "run:1"),
    ("decisions",), ("decisions", "--head"), ("same", "m0", "m1"), ("split", "m0"), ("undo", "1"), ("forget", "Nobody", "--yes"),
    ("redact", "r0", "1", "2", "--yes"), ("aggregate",), ("sample",), ("export", "jsonl", "-o", "x.jsonl"),
    ("export", "standoff", "-o", "x.jsonl"), ("review",),
]  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_stores_that_are_none(memcon, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]) -> None:
    monkeypatch.chdir(tmp_path)
    bad = {"none.db": "no such store", "words.db": "not a store", "birds.db": "another program's SQLite file", "damaged.db": "damaged"}
    (tmp_path / "words.db").write_text("These are words.", "utf-8")
    with closing(sqlite3.connect(tmp_path / "birds.db")) as raw:
        raw.execute("CREATE TABLE birds (name TEXT)")
    (tmp_path / "damaged.db").write_bytes(b"SQLite format 3\x00" + b"x" * 5000)
    for name, why in bad.items():
        code, out, err = memcon(*command, "--db", name)
        assert (code, out) == (2, "")
        assert name in err.splitlines()[0]
        assert why in err
        assert len(err.splitlines()) == 2
    assert not (tmp_path / "none.db").exists()
    assert not (tmp_path / "x.jsonl").exists()


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_an_empty_store(memcon, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]) -> None:
    monkeypatch.chdir(tmp_path)
    with Store.open(tmp_path / "memcon.db"):
        pass
    code, out, err = memcon(*command)
    assert code in (0, 1, 2)
    assert out or err or command == ("decisions",)


def test_an_import_with_one_bad_line_takes_nothing_and_names_it(memcon, db: Path, tmp_path: Path) -> None:
    memcon("export", "jsonl", "--db", db, "-o", tmp_path / "good.jsonl")
    lines = (tmp_path / "good.jsonl").read_text("utf-8").splitlines()

    def changed(**given: object) -> str:
        return json.dumps(json.loads(lines[1]) | given)

    for bad in (lines[1][:-9], "[]", changed(id=7), "[" * 100_000):
        (tmp_path / "bad.jsonl").write_text(f"{lines[0]}\n{bad}\n", "utf-8")
        code, _, err = memcon("import", tmp_path / "bad.jsonl", "--db", tmp_path / "other.db")
        assert code == 2
        assert "bad.jsonl: line 2: " in err


def test_an_import_that_the_store_cannot_keep_names_the_event(memcon, db: Path, tmp_path: Path) -> None:
    memcon("export", "jsonl", "--db", db, "-o", tmp_path / "good.jsonl")
    line = json.loads((tmp_path / "good.jsonl").read_text("utf-8").splitlines()[0])
    line["tellings"][0]["event"]["triggers"][0]["start"] = 10**30
    for ident, named in (("mbig", "event mbig"), ("m\ud800", "event m?"), ("", "an event without an id")):
        (tmp_path / "bad.jsonl").write_text(json.dumps(line | {"id": ident}), "utf-8")
        code, _, err = memcon("import", tmp_path / "bad.jsonl", "--db", tmp_path / "other.db")
        assert code == 2
        assert f"the store cannot keep {named}" in err
    assert memcon("import", tmp_path / "good.jsonl", "--db", tmp_path / "other.db")[1] == "4 events taken in, 0 there already.\n"


def test_a_list_that_was_cut_says_so(memcon, db: Path) -> None:
    code, out, err = memcon("list", "--limit", "2", "--db", db)
    assert (code, len(out.splitlines())) == (0, 2)
    assert "the first 2" in err
    assert memcon("find", "who:nobody", "--db", db) == (1, "", "memcon: no event is found\n")


@pytest.mark.parametrize("day", ["foo", "2024-13-01", "", "2024-02-30"])
def test_a_today_that_is_no_day(memcon, db, day: str) -> None:
    code, out, err = memcon("ask", "Who met Macron?", "--today", day, "--db", db)
    assert (code, out) == (2, "")
    assert "--today" in err
    assert len(err.splitlines()) == 2
