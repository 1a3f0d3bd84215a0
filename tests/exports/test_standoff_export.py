"""A whole store shared without its reports' words, and put together again by whoever has the texts: the same bytes."""

import json
from pathlib import Path

import pytest
from tests.store.small_store import TEXTS, fill

from memcon.cli import main
from memcon.merging import Merged
from memcon.model import MadeBy
from memcon.store import Store
from memcon.store.decisions import decide
from memcon.store.taking import take
from memcon.store.tellings import each_its_own


@pytest.fixture
def memcon(capsys):
    def run(*words: object):
        with pytest.raises(SystemExit) as ended:
            main([str(word) for word in words])
        captured = capsys.readouterr()
        assert "Traceback" not in captured.err
        return ended.value.code or 0, captured.out, captured.err

    return run


@pytest.fixture
def db(tmp_path: Path) -> Path:
    with Store.open(tmp_path / "memcon.db", place=each_its_own) as store:
        known = fill(store)
        decide(store, "merge", known["met"], "", known["received"], who="ann")
        decide(store, "correct", known["called"], "where", f"somewhere: {TEXTS['One'][:50]} it says", who="ann")
    return tmp_path / "memcon.db"


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / f"file-{name}.txt").write_text(text, "utf-8")
    return folder


def _whole(memcon, db: Path, tmp_path: Path) -> bytes:
    assert memcon("export", "jsonl", "--db", db, "-o", tmp_path / "whole.jsonl")[0] == 0
    return (tmp_path / "whole.jsonl").read_bytes()


def test_what_is_shared_holds_no_words_and_comes_back_byte_for_byte(memcon, db, texts, tmp_path) -> None:
    shared, again = tmp_path / "shared.jsonl", tmp_path / "again.jsonl"
    code, out, _ = memcon("export", "standoff", "--db", db, "-o", shared)
    assert (code, out) == (0, f"3 events in {shared}.\n")
    for word in ("The army", "received Chancellor", TEXTS["One"][:40]):
        assert word not in shared.read_text("utf-8")
    code, out, err = memcon("attach", shared, texts, "-o", again)
    assert (code, out, err) == (0, f"{again}: 3 events, with the texts of 3 reports.\n", "")
    assert again.read_bytes() == _whole(memcon, db, tmp_path)
    assert memcon("export", "jsonl", "--standoff", "--db", db, "-o", tmp_path / "same.jsonl")[0] == 0
    assert (tmp_path / "same.jsonl").read_bytes() == shared.read_bytes()
    assert memcon("import", again, "--db", tmp_path / "other.db")[1] == "3 events taken in, 0 there already.\n"


def test_texts_may_lie_in_tables(memcon, db, tmp_path) -> None:
    shared, again, table = tmp_path / "shared.jsonl", tmp_path / "again.jsonl", tmp_path / "wire.jsonl"
    table.write_text("".join(json.dumps({"words": text}) + "\n" for text in TEXTS.values()), "utf-8")
    memcon("export", "standoff", "--db", db, "-o", shared)
    assert memcon("attach", shared, table, "--column", "text=words", "-o", again)[0] == 0
    assert again.read_bytes() == _whole(memcon, db, tmp_path)


def test_missing_and_altered_texts_are_told_by_id_and_the_rest_goes_on(memcon, db, texts, tmp_path) -> None:
    shared, again = tmp_path / "shared.jsonl", tmp_path / "again.jsonl"
    memcon("export", "standoff", "--db", db, "-o", shared)
    (texts / "file-Three.txt").unlink()
    (texts / "file-Two.txt").write_text(TEXTS["Two"] + " More was said later.", "utf-8")
    code, out, err = memcon("attach", shared, texts, "-o", again)
    whole = {json.loads(line)["id"]: line for line in _whole(memcon, db, tmp_path).splitlines(keepends=True)}
    kept = [json.loads(line)["id"] for line in again.read_bytes().splitlines()]
    assert code == 1
    assert again.read_bytes() == whole[kept[0]]
    assert out == f"{again}: 1 event, with the texts of 1 report; 2 events are left out.\n"
    lines = err.splitlines()
    with Store.open(db) as store:
        ids = {t.witness.outlet: t.witness.id for e in store.events() for t in e.tellings}
    left = {outlet: next(i for i, line in whole.items() if ids[outlet].encode() in line) for outlet in ("Two", "Three")}
    assert any(line.startswith(f"memcon: {ids['Three']} (file-Three): its text is missing") and left["Three"] in line for line in lines)
    assert any(line.startswith(f"memcon: {ids['Two']} (file-Two): its text was altered") and "file-Two.txt" in line for line in lines)


def test_lines_that_are_damaged_are_told_and_the_rest_goes_on(memcon, db, texts, tmp_path) -> None:
    shared, again = tmp_path / "shared.jsonl", tmp_path / "again.jsonl"
    memcon("export", "standoff", "--db", db, "-o", shared)
    first, second, third = shared.read_text("utf-8").splitlines()
    changed = json.loads(second)
    changed["event"]["tellings"][0]["event"]["status"] = "denied"
    shared.write_text("\n".join([first, json.dumps(changed), third[:-9], "[]", '{"schema": "memcon.event-detached/1"}', ""]), "utf-8")
    code, out, err = memcon("attach", shared, texts, "-o", again)
    assert code == 1
    assert "1 event, with" in out
    for part in ("shared.jsonl:2: the detached event was changed", "shared.jsonl:3: ", "shared.jsonl:4: ", "shared.jsonl:5: "):
        assert part in err


def test_events_whose_texts_the_store_lacks_are_left_out(memcon, db, tmp_path) -> None:
    with Store.open(db) as store:
        found: list[Merged] = list(store.events())
    with Store.open(tmp_path / "other.db") as other:
        take(other, found)
        other.end_run(other.begin_run(MadeBy("0.1.0")))
    code, out, _ = memcon("export", "standoff", "--db", tmp_path / "other.db", "-o", tmp_path / "shared.jsonl")
    assert (code, out.startswith("0 events in ")) == (0, True)
    assert "3 whose texts the store does not hold were left out" in out


def test_bad_arguments(memcon, db, tmp_path) -> None:
    assert memcon("export", "csv", "--standoff", "--db", db, "-o", tmp_path / "x")[0] == 2
    code, _, err = memcon("detach", db, "-o", tmp_path / "x.json")
    assert code == 2
    memcon("export", "jsonl", "--db", db, "-o", tmp_path / "whole.jsonl")
    code, _, err = memcon("detach", tmp_path / "whole.jsonl", "-o", tmp_path / "x.json")
    assert code == 2
    assert "memcon export standoff" in err
    assert "standoff" in memcon("export", "list")[1]
