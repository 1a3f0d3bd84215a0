"""Many reports into a store: what fails is told, what is there is let be, and a kill loses nothing."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from memcon.intake.inputs import Item, items
from memcon.model import MadeBy, Record, Report
from memcon.store import Store
from memcon.store.copies import likeness, shingles
from memcon.store.ingest import Limits, Tally, ingest, ready

WORDS = "The envoys met in Lima to talk about the border and the prisoners whom both armies hold since the war of last spring ended."


def _record(number: int, text: str | None = None, **given: str) -> Record:
    body = text or f"Report {number}. Nothing happened in town {number}."
    return Record(
        Report(f"r{number}", body, outlet=given.get("outlet", "Gazette"), published=given.get("published")), made_by=MadeBy("0.1.0")
    )


def _into(store: Store, *records: Record) -> Tally:
    return ingest(store, [ready(one, f"record:{number}") for number, one in enumerate(records)])


def test_ready_records_are_kept_and_not_twice() -> None:
    with Store.open(None) as store:
        assert _into(store, _record(1), _record(2)) == Tally(read=2)
        assert _into(store, _record(1), _record(3)) == Tally(read=1, known=1)
        assert store.counts()["reports"] == 3


def test_what_an_input_does_not_say_is_left_open() -> None:
    with Store.open(None) as store:
        _into(store, _record(1, published="2022-03-05"))
        assert _into(store, _record(1)).known == 1
        assert _into(store, _record(1, published="2022-03-06")).read == 1
        assert _into(store, _record(1, outlet="Herald", published="2022-03-05")).read == 1


def test_failures_are_listed_and_tried_again_only_when_asked(tmp_path: Path) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text(f'{{"no": "text"}}\n{{broken\n[]\n{_record(1).to_json()}\n', "utf-8")
    with Store.open(None) as store:
        assert ingest(store, items([str(path)])) == Tally(read=1, failed=3)
        assert [Path(name).name for name, _ in store.failures()] == ["bad.jsonl:1", "bad.jsonl:2", "bad.jsonl:3"]
        assert ingest(store, items([str(path)])) == Tally(known=4)
        path.write_text(f"{_record(2).to_json()}\n{{broken\n[]\n", "utf-8")
        assert ingest(store, items([str(path)]), retry_failed=True) == Tally(read=1, failed=2)
        assert [Path(name).name for name, _ in store.failures()] == ["bad.jsonl:2", "bad.jsonl:3"]


def test_texts_are_read_by_processes_of_their_own(tmp_path: Path) -> None:
    for name, text in (
        ("a", "Olaf Scholz met Emmanuel Macron in Paris on Monday."),
        ("b", "Il pleut sur la ville et personne ne parle anglais ici."),
    ):
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    with Store.open(None) as store:
        tally = ingest(store, items([str(tmp_path)]), published="2022-03-08", limits=Limits(jobs=2))
        assert (tally.read, tally.failed, tally.events) == (1, 1, 1)
        assert "English" in store.failures()[0][1]


def test_a_report_that_takes_too_long_is_a_failure_and_the_rest_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("memcon.store.workers._START_S", 0.0)
    (tmp_path / "a.txt").write_text("Olaf Scholz met Emmanuel Macron in Paris on Monday.", "utf-8")
    with Store.open(None) as store:
        tally = ingest(store, [*items([str(tmp_path)]), ready(_record(1))], limits=Limits(seconds=0.01))
        assert (tally.read, tally.failed) == (1, 1)
        assert "took longer" in store.failures()[0][1]


def test_a_reader_that_is_killed_takes_only_its_report_with_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("Olaf Scholz met Emmanuel Macron in Paris on Monday.", "utf-8")
    sent = subprocess.Popen

    def doomed(*args: object, **kwargs: object) -> object:
        process = sent(*args, **kwargs)
        os.kill(process.pid, signal.SIGKILL)
        return process

    monkeypatch.setattr("memcon.store.workers.subprocess.Popen", doomed)
    with Store.open(None) as store:
        tally = ingest(store, items([str(tmp_path)]))
        assert tally.failed == 1
        assert "signal 9" in store.failures()[0][1]


def test_tables(tmp_path: Path) -> None:
    csv = tmp_path / "t.csv"
    csv.write_text('id;body;date\n007;"Talks; were held.";2022-03-05\n008;;2022-03-05\n', "utf-8")
    found = list(items([str(csv)]))
    assert [one.row.get("id") for one in found] == ["007", "008"]
    assert found[0].row["text"] == "Talks; were held."
    assert [one.wrong for one in items([str(csv)], {"text": "nope"})] == [
        "there is no column 'nope' for text; the columns are id, body, date"
    ]
    (tmp_path / "u.csv").write_text("a,b\n1,2\n", "utf-8")
    assert "no column holds the text" in next(iter(items([str(tmp_path / "u.csv")]))).wrong
    (tmp_path / "v.csv").write_text('text,date\n"open quote,2022\n', "utf-8")
    assert [bool(one.wrong) for one in items([str(tmp_path / "v.csv")])] == [True]
    (tmp_path / "w.parquet").write_bytes(b"PAR1 no parquet at all")
    assert next(iter(items([str(tmp_path / "w.parquet")]))).wrong


def test_links_that_lead_out_of_a_folder_are_not_followed(tmp_path: Path) -> None:
    inside, outside = tmp_path / "in", tmp_path / "out"
    inside.mkdir()
    outside.mkdir()
    (outside / "secret.txt").write_text("Secret talks were held.", "utf-8")
    (inside / "link").symlink_to(outside)
    (inside / "link.txt").symlink_to(outside / "secret.txt")
    (inside / "own.txt").write_text("Talks were held.", "utf-8")
    assert [Path(one.name).name for one in items([str(inside)])] == ["own.txt"]


def test_wire_copies_and_updates_are_linked_to_the_first() -> None:
    first = _record(1, WORDS, outlet="Wire", published="2022-03-05")
    copy = _record(2, f"{WORDS} ", outlet="Herald", published="2022-03-06")
    update = _record(
        3, f"{WORDS} Late in the evening a third envoy came from the coast with a letter.", outlet="Wire", published="2022-03-06"
    )
    other = _record(4, "Two mayors spoke by telephone about a bridge that the flood had carried away in the night before the great fair.")
    with Store.open(None) as store:
        _into(store, copy, update, first, other)
        assert store.counts()["copies"] == 2
        with store.reading() as connection:
            rows = dict(connection.exec_driver_sql("SELECT name, copy_of FROM reports").all())
            ids = dict(connection.exec_driver_sql("SELECT name, id FROM reports").all())
        assert rows == {"r1": None, "r2": ids["r1"], "r3": ids["r1"], "r4": None}


def test_likeness_is_symmetric() -> None:
    one, other = shingles(WORDS), shingles(f"{WORDS} And more was said.")
    assert likeness(one, other) == likeness(other, one)
    assert likeness(one, one) == (1.0, 1.0)


def test_an_item_that_says_what_is_wrong_is_a_failure() -> None:
    with Store.open(None) as store:
        assert ingest(store, [Item("x", wrong="no such file")]).failed == 1


SCRIPT = """
import sys
from memcon.intake.inputs import items
from memcon.store import Store
from memcon.store.ingest import ingest
with Store.open(sys.argv[2]) as store:
    ingest(store, items([sys.argv[1]]))
"""


@pytest.mark.slow
def test_killed_at_random_moments_nothing_is_lost_and_nothing_twice(tmp_path: Path) -> None:
    """kill -9 at 200 moments of an ingest of ready-made records."""
    source, path = tmp_path / "records.jsonl", tmp_path / "memcon.db"
    total = 400
    source.write_text("".join(f"{_record(n).to_json()}\n" for n in range(total)), "utf-8")
    command = [sys.executable, "-c", SCRIPT, str(source), str(path)]
    for moment in range(200):
        process = subprocess.Popen(command)
        time.sleep(0.4 + (moment * 37 % 100) / 250)
        process.kill()
        process.wait()
        if path.exists() and path.stat().st_size:
            check = sqlite3.connect(path)
            assert check.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            check.close()
    assert subprocess.run(command, check=False).returncode == 0
    with Store.open(path) as store:
        counts = store.counts()
        assert counts["reports"] == total
        with store.reading() as connection:
            read = connection.exec_driver_sql("SELECT COUNT(*), COUNT(DISTINCT report) FROM readings").one()
            searched = connection.exec_driver_sql("SELECT COUNT(*), COUNT(DISTINCT id) FROM report_words").one()
        assert tuple(read) == tuple(searched) == (total, total)


def test_two_ingests_at_once(tmp_path: Path) -> None:
    source, path = tmp_path / "records.jsonl", tmp_path / "memcon.db"
    source.write_text("".join(f"{_record(n).to_json()}\n" for n in range(40)), "utf-8")
    command = [sys.executable, "-c", SCRIPT, str(source), str(path)]
    with Store.open(path):
        pass
    both = [subprocess.Popen(command) for _ in range(2)]
    assert [one.wait() for one in both] == [0, 0]
    with Store.open(path) as store, store.reading() as connection:
        assert connection.exec_driver_sql("SELECT COUNT(*) FROM reports").scalar() == 40
        assert connection.exec_driver_sql("SELECT COUNT(*) FROM report_words").scalar() == 40


def test_records_of_another_software_keep_their_run() -> None:
    other = replace(_record(2), made_by=MadeBy("9.9.9", (("model", "hash"),), "config"))
    with Store.open(None) as store:
        _into(store, _record(1), other)
        with store.reading() as connection:
            runs = connection.exec_driver_sql("SELECT memcon, config, models FROM runs ORDER BY id").all()
    assert [tuple(one) for one in runs] == [("0.1.0", "", "{}"), ("9.9.9", "config", json.dumps({"model": "hash"}))]
