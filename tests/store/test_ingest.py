"""Many reports into a store: what fails is told, what is there is let be, and a kill loses nothing."""

import json
import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.store.search_problems import search_problems
from tests.store.small_store import eventless

from memcon.intake.inputs import Item, items, obstacle
from memcon.model import Event, MadeBy, Record, Report, Span
from memcon.store import Store
from memcon.store.copies import likeness, shingles
from memcon.store.ingest import Tally, ingest, ready
from memcon.store.workers import Answer

WORDS = "The envoys met in Lima to talk about the border and the prisoners whom both armies hold since the war of last spring ended."


def _into(store: Store, *records: Record) -> Tally:
    return ingest(store, [ready(one, f"record:{number}") for number, one in enumerate(records)])


def test_ready_records_are_kept_and_not_twice() -> None:
    with Store.open(None) as store:
        assert _into(store, eventless(1), eventless(2)) == Tally(read=2)
        assert _into(store, eventless(1), eventless(3)) == Tally(read=1, known=1)
        assert store.counts()["reports"] == 3


class _LastFirst:
    """Processes of which the one that was started last is done first, and then has a report that is at once known to be none."""

    def __init__(self, *_settings: object) -> None:
        self.jobs, self._started = 3, list[Item]()

    @property
    def idle(self) -> bool:
        return len(self._started) < self.jobs

    @property
    def busy(self) -> bool:
        return bool(self._started)

    def start(self, item: Item) -> None:
        self._started.append(item)

    def answers(self) -> Iterator[Answer]:
        item = self._started.pop()
        number = int(item.name)
        yield Answer(item, reason="it is none") if number % 5 == 4 else Answer(item, record=eventless(number).to_json())

    def close(self) -> None:
        pass


def test_reports_are_kept_in_the_order_of_the_inputs_whichever_is_read_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("memcon.store.ingest.Workers", _LastFirst)
    given = [Item(str(number), wrong="it is missing" if number == 7 else "", row={"text": "x"}) for number in range(200)]
    told = list[str]()
    with Store.open(None) as store:
        tally = ingest(store, given, progress=lambda _tally, name, _why: told.append(name))
        with store.reading() as connection:
            kept = connection.exec_driver_sql("SELECT name FROM reports ORDER BY rowid").scalars().all()
    assert told == [one.name for one in given]
    assert kept == [eventless(int(name)).report.id for name in told if int(name) % 5 != 4 and name != "7"]
    assert tally == Tally(read=159, failed=41)


def test_what_an_input_does_not_say_is_left_open() -> None:
    with Store.open(None) as store:
        _into(store, eventless(1, published="2022-03-05"))
        assert _into(store, eventless(1)).known == 1
        assert _into(store, eventless(1, published="2022-03-06")).read == 1
        assert _into(store, eventless(1, outlet="Herald", published="2022-03-05")).read == 1


def test_failures_are_listed_and_tried_again_only_when_asked(tmp_path: Path) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text(f'{{"no": "text"}}\n{{broken\n[]\n{eventless(1).to_json()}\n', "utf-8")
    with Store.open(None) as store:
        assert ingest(store, items([str(path)])) == Tally(read=1, failed=3)
        assert [Path(name).name for name, _ in store.failures()] == ["bad.jsonl:1", "bad.jsonl:2", "bad.jsonl:3"]
        assert ingest(store, items([str(path)])) == Tally(known=1, skipped=3)
        path.write_text(f"{eventless(2).to_json()}\n{{broken\n[]\n", "utf-8")
        assert ingest(store, items([str(path)]), retry_failed=True) == Tally(read=1, failed=2)
        assert [Path(name).name for name, _ in store.failures()] == ["bad.jsonl:2", "bad.jsonl:3"]


def test_what_failed_is_tried_again_when_its_file_has_changed(tmp_path: Path) -> None:
    path = tmp_path / "days.csv"
    path.write_text("text,date\nThe talks in Lima failed.,the day before\n", "utf-8")
    with Store.open(None) as store:
        assert ingest(store, items([str(path)])) == Tally(failed=1)
        assert ingest(store, items([str(path)])) == Tally(skipped=1)
        later = time.time() + 5
        os.utime(path, (later, later))
        assert ingest(store, items([str(path)])) == Tally(failed=1)


@pytest.mark.parametrize(
    ("given", "read"),
    [
        (("05/03/2022", "25/03/2022"), ("2022-03-05", "2022-03-25")),
        (("3/5/2022", "3/25/2022"), ("2022-03-05", "2022-03-25")),
        (("05.03.2022 10:00", "25.03.2022 10:00"), ("2022-03-05", "2022-03-25")),
        (("2022/03/05", "20220325"), ("2022-03-05", "2022-03-25")),
        (("March 5, 2022 Saturday", "Fri 25 March 2022"), ("2022-03-05", "2022-03-25")),
        (("05/03/2022", "06/03/2022"), ("", "")),
        (("25/03/2022", "03/25/2022"), ("2022-03-25", "2022-03-25")),
    ],
)
@pytest.mark.parametrize("kind", ["csv", "jsonl"])
def test_days_of_tables_are_read_in_the_order_that_the_table_shows(tmp_path: Path, given, read, kind) -> None:
    path = tmp_path / f"t.{kind}"
    rows = [f'{{"text": "Talks.", "date": "{day}"}}' if kind == "jsonl" else f'Talks.,"{day}"' for day in given]
    path.write_text("\n".join([*(["text,date"] if kind == "csv" else []), *rows]), "utf-8")
    found = list(items([str(path)]))
    assert tuple("" if obstacle(one) else one.row["published"] for one in found) == read
    assert all(why.endswith("is not a date: it may mean two days") for one in found if (why := obstacle(one)))


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
    first = eventless(1, WORDS, outlet="Wire", published="2022-03-05")
    copy = eventless(2, f"{WORDS} ", outlet="Herald", published="2022-03-06")
    update = eventless(
        3, f"{WORDS} Late in the evening a third envoy came from the coast with a letter.", outlet="Wire", published="2022-03-06"
    )
    other = eventless(4, "Two mayors spoke by telephone about a bridge that the flood had carried away in the night before the great fair.")
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
    source.write_text("".join(f"{eventless(n).to_json()}\n" for n in range(total)), "utf-8")
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
        assert tuple(read) == (total, total)
        assert search_problems(store.engine) == []


def test_two_ingests_at_once(tmp_path: Path) -> None:
    source, path = tmp_path / "records.jsonl", tmp_path / "memcon.db"
    source.write_text("".join(f"{eventless(n).to_json()}\n" for n in range(40)), "utf-8")
    command = [sys.executable, "-c", SCRIPT, str(source), str(path)]
    with Store.open(path):
        pass
    both = [subprocess.Popen(command) for _ in range(2)]
    assert [one.wait() for one in both] == [0, 0]
    with Store.open(path) as store, store.reading() as connection:
        assert connection.exec_driver_sql("SELECT COUNT(*) FROM reports").scalar() == 40
        assert search_problems(store.engine) == []


def test_records_of_another_software_keep_their_run() -> None:
    other = replace(eventless(2), made_by=MadeBy("9.9.9", (("model", "hash"),), "config"))
    with Store.open(None) as store:
        _into(store, eventless(1), other)
        with store.reading() as connection:
            runs = connection.exec_driver_sql("SELECT memcon, config, models FROM runs ORDER BY id").all()
    assert [tuple(one) for one in runs] == [("0.1.0", "", "{}"), ("9.9.9", "config", json.dumps({"model": "hash"}))]


def _hostile() -> list[dict[str, object]]:
    good = json.loads(_told("One").to_json())
    made = []
    for outlet, change in (
        ("Off", {"start": 99999, "end": 100004}),
        ("Long", {"start": 10**30, "end": 10**30 + 3}),
        ("Quote", {"quote": "fled"}),
    ):
        bad = json.loads(json.dumps(good))
        bad["report"]["outlet"] = outlet
        bad["events"][0]["triggers"][0].update(change)
        made.append(bad)
    twice = json.loads(json.dumps(good))
    twice["report"]["outlet"] = "Twice"
    twice["events"] *= 2
    kind = json.loads(json.dumps(good))
    kind["report"]["outlet"] = "Kind"
    kind["events"][0]["type"] = "PARTY"
    day = json.loads(json.dumps(good))
    day["report"] |= {"outlet": "Day", "published": "sometime"}
    return [*made, twice, kind, day]


def _told(outlet: str) -> Record:
    text = "The army shelled a depot near Zenda."
    at = text.index("shelled")
    event = Event("e1", "ASSAULT", "", "happened", (Span(at, at + 7, "shelled"),), summary="The army shelled a depot.")
    return Record(Report("r", text, outlet=outlet), (event,), made_by=MadeBy("0.1.0"))


def test_records_that_are_not_true_to_their_text_are_told_and_the_rest_is_kept(tmp_path: Path) -> None:
    path, single = tmp_path / "records.jsonl", tmp_path / "one.json"
    lines = [*_hostile(), json.loads(_told("Two").to_json())]
    path.write_text("".join(json.dumps(one) + "\n" for one in lines), "utf-8")
    single.write_text(json.dumps(lines[0]), "utf-8")
    with Store.open(None) as store:
        assert ingest(store, items([str(path), str(single)])) == Tally(read=1, failed=7, events=1)
        reasons = dict(store.failures())
    assert all("does not verify" in reason for reason in reasons.values())
    assert "99999..100004 is no stretch" in reasons[f"{path}:1"] == reasons[str(single)]


def test_a_record_that_the_store_cannot_keep_is_told_and_the_rest_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("memcon.store.ingest.require_sound", lambda _record: None)
    records = [json.dumps(one) for one in _hostile()]
    with Store.open(None) as store:
        tally = ingest(store, [*(Item(f"r:{n}", row=json.loads(one)) for n, one in enumerate(records)), ready(_told("Two"))])
        assert (tally.read + tally.failed, tally.read >= 1, tally.failed >= 2) == (7, True, True)
        reasons = dict(store.failures())
        assert "cannot keep" in reasons["r:1"]
        assert store.counts()["reports"] == tally.read


def test_a_report_that_another_process_read_meanwhile_is_not_read_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "memcon.db"
    with Store.open(path) as store, Store.open(path) as other:
        asked = store.has

        def slow(report: Report) -> bool:
            known = asked(report)
            if report.id == "r1" and not known:
                _into(other, eventless(1))
            return known

        monkeypatch.setattr(store, "has", slow)
        assert _into(store, eventless(1), eventless(2)) == Tally(read=1, known=1)
        with store.reading() as connection:
            assert connection.exec_driver_sql("SELECT COUNT(*) FROM readings").scalar() == 2


def test_several_commands_at_once_on_a_store_that_is_not_there_yet(tmp_path: Path) -> None:
    """They make it once, take turns, and read each report once between them."""
    source, path = tmp_path / "records.jsonl", tmp_path / "memcon.db"
    source.write_text("".join(f"{eventless(n, published='2022-03-05').to_json()}\n" for n in range(120)), "utf-8")
    command = [sys.executable, "-m", "memcon", "ingest", str(source), "--db", str(path)]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(3)]
    told = [(*one.communicate(), one.returncode) for one in running]
    assert [(err, code) for _out, err, code in told] == [("", 0)] * 3
    assert sum(int(out.split(" read")[0]) for out, _err, _code in told) == 120
    with Store.open(path) as store, store.reading() as connection:
        assert connection.exec_driver_sql("SELECT COUNT(*), COUNT(DISTINCT report) FROM readings").one() == (120, 120)


def test_a_file_that_was_not_there_is_read_when_it_is(tmp_path: Path) -> None:
    path, folder = tmp_path / "later.jsonl", tmp_path / "folder"
    folder.mkdir()
    with Store.open(None) as store:
        assert ingest(store, items([str(path), str(folder)])).failed == 2
        assert dict(store.failures())[str(folder)] == "there is no file in this folder that memcon reads"
        path.write_text(f"{eventless(1).to_json()}\n", "utf-8")
        (folder / "r.jsonl").write_text(f"{eventless(2).to_json()}\n", "utf-8")
        assert ingest(store, items([str(path), str(folder)])).read == 2
