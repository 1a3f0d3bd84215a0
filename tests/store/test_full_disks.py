"""Full disks: a clear message, and nothing lost."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from tests.store.small_store import bytes_of, fill, ids

from memcon.exports import export
from memcon.model import MadeBy, Record, Report
from memcon.store import Store, StoreError, migrations, sqlite
from memcon.store.decisions import clear_traces, decide, log, verify_chain
from memcon.store.ingest import Tally, ingest, ready
from memcon.store.tellings import each_its_own
from memcon.store.trouble import StoreFileError

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="mounts and permissions as Linux has them")
FULL = "the disk is full: nothing was lost, make room and go on"


def _records(count: int) -> list[Record]:
    made = []
    for number in range(count):
        words = " ".join(f"town{number}x{at} sent an envoy" for at in range(80))
        made.append(Record(Report(f"r{number}", f"{words}.", outlet="Gazette"), made_by=MadeBy("0.1.0")))
    return made


def _whole(path: Path, reports: int) -> None:
    """The store holds so many reports, each once, and its index knows each."""
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert raw.execute("SELECT COUNT(*), COUNT(DISTINCT report) FROM readings").fetchone() == (reports, reports)
        assert raw.execute("SELECT COUNT(*) FROM reports").fetchone() == (reports,)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "memcon.db"


@pytest.fixture
def limited(monkeypatch: pytest.MonkeyPatch):
    """Stores opened from now on have so many pages at most; None lifts the limit."""
    free = sqlite._SETTINGS

    def limit(pages: int | None) -> None:
        more = () if pages is None else (f"PRAGMA max_page_count = {pages}",)
        monkeypatch.setattr(sqlite, "_SETTINGS", (*free, *more))

    return limit


def _pages(path: Path) -> int:
    with closing(sqlite3.connect(path)) as raw:
        return int(raw.execute("PRAGMA page_count").fetchone()[0])


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of three megabytes."""
    mounted = tmp_path / "disk"
    mounted.mkdir()
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(mounted)], capture_output=True, check=False)
    if made.returncode:
        pytest.skip("only root can mount a small disk")
    yield mounted
    subprocess.run(["umount", str(mounted)], check=True)


def _fill(folder: Path) -> Path:
    """Fill the disk to the last byte."""
    filler = folder / "filler"
    with filler.open("wb", buffering=0) as file:
        try:
            while file.write(b"\0" * 512):
                pass
        except OSError:
            pass
    return filler


@LINUX
def test_an_ingest_on_a_full_disk_says_so_and_goes_on_when_there_is_room(small_disk: Path) -> None:
    path, records = small_disk / "memcon.db", [ready(one, one.report.id) for one in _records(300)]
    with Store.open(path) as store, pytest.raises(StoreFileError, match=FULL):
        ingest(store, records)
    with Store.open(path) as store:
        kept = store.counts()["reports"]
        assert 0 < kept < 300
        assert store.report(store.events().rows()[0]["id"] if store.events() else "none") is None
    _whole(path, kept)
    subprocess.run(["mount", "-o", "remount,size=64m", str(small_disk)], check=True)
    with Store.open(path) as store:
        assert ingest(store, records) == Tally(read=300 - kept, known=kept)
    _whole(path, 300)


def test_an_ingest_into_a_file_that_may_not_grow(path: Path, limited) -> None:
    records = [ready(one, one.report.id) for one in _records(60)]
    with Store.open(path) as store:
        ingest(store, records[:5])
    limited(_pages(path) + 40)
    with Store.open(path) as store:
        with pytest.raises(StoreFileError, match=FULL):
            ingest(store, records)
        kept = store.counts()["reports"]
    assert 5 <= kept < 60
    limited(None)
    with Store.open(path) as store:
        assert ingest(store, records) == Tally(read=60 - kept, known=kept)
    _whole(path, 60)


def test_a_decision_that_does_not_fit_is_not_entered(path: Path, limited) -> None:
    with Store.open(path, place=each_its_own) as store:
        known = fill(store)
        decide(store, "accept", known["met"], who="ann")
    limited(_pages(path))
    with Store.open(path, place=each_its_own) as store:
        with pytest.raises(StoreFileError, match=FULL):
            decide(store, "correct", known["met"], "where", "Berlin", who="ann", reason="because " * 20_000)
        assert [one.action for one in log(store)] == ["accept"]
        assert store.event(known["met"]).corrected == {}
        assert verify_chain(store) == []
    limited(None)
    with Store.open(path, place=each_its_own) as store:
        assert decide(store, "correct", known["met"], "where", "Berlin", who="ann").seq == 2
        assert verify_chain(store) == []


@LINUX
def test_forgetting_on_a_full_disk_is_whole_or_not_at_all(small_disk: Path) -> None:
    path = small_disk / "memcon.db"
    with Store.open(path, place=each_its_own) as store:
        known = fill(store)
        number = next(t.witness.id for t in store.event(known["shelled"]).tellings)
        filler = _fill(small_disk)
        with pytest.raises(StoreError) as told:
            decide(store, "forget", number, who="ann")
        if isinstance(told.value, StoreFileError):
            assert str(told.value) == FULL
            assert "Zenda" in store.report(number).text
            assert log(store) == []
            filler.unlink()
            decide(store, "forget", number, who="ann")
        else:
            assert "--traces" in str(told.value)
            filler.unlink()
            clear_traces(store)
        assert store.report(number) is None
        assert b"Zenda" not in bytes_of(path)
        assert verify_chain(store) == []


@LINUX
def test_traces_that_could_not_be_cleared_for_want_of_room_are_told_of(small_disk: Path) -> None:
    path = small_disk / "memcon.db"
    with Store.open(path, place=each_its_own) as store:
        known = fill(store)
        number = next(t.witness.id for t in store.event(known["shelled"]).tellings)
        filler = _fill(small_disk)
        size, said = filler.stat().st_size, FULL
        for room in range(32, 1024, 32):  # in the end enough for the transaction, yet not for a second file
            os.truncate(filler, size - room * 1024)
            with pytest.raises(StoreError) as told:
                decide(store, "forget", number, who="ann")
            said = str(told.value)
            if said != FULL:
                break
            assert store.report(number) is not None
        assert "--traces" in said
        assert store.report(number) is None
        filler.unlink()
        clear_traces(store)
        assert b"Zenda" not in bytes_of(path)


def test_a_store_cannot_be_made_on_a_full_disk_and_can_when_there_is_room(path: Path, limited) -> None:
    limited(20)
    with pytest.raises(StoreFileError, match=f"{path}: {FULL}"):
        Store.open(path)
    limited(None)
    with Store.open(path, place=each_its_own) as store:
        fill(store)


def test_a_change_of_layout_that_does_not_fit_leaves_the_store_as_it_was(path: Path, limited, monkeypatch: pytest.MonkeyPatch) -> None:
    with Store.open(path, place=each_its_own) as store:
        known = fill(store)
    before = migrations.MIGRATIONS

    def larger(connection) -> None:
        connection.exec_driver_sql("CREATE TABLE more (words TEXT)")
        connection.exec_driver_sql("UPDATE reports SET title = 'changed'")
        connection.exec_driver_sql("INSERT INTO more VALUES (zeroblob(4000000))")

    monkeypatch.setattr(migrations, "MIGRATIONS", (*before, larger))
    limited(_pages(path) + 50)
    with pytest.raises(StoreFileError, match=FULL):
        Store.open(path)
    limited(None)
    monkeypatch.setattr(migrations, "MIGRATIONS", before)
    with Store.open(path, place=each_its_own) as store:
        assert ids(store) == known
        assert {store.report(t.witness.id).title for n in known.values() for t in store.event(n).tellings} == {None}
    monkeypatch.setattr(migrations, "MIGRATIONS", (*before, larger))
    with Store.open(path, place=each_its_own) as store:
        assert ids(store) == known


@LINUX
def test_an_export_on_a_full_disk_leaves_the_earlier_file(small_disk: Path, path: Path) -> None:
    target = small_disk / "events.jsonl"
    target.write_text("earlier\n", "utf-8")
    with Store.open(path, place=each_its_own) as store:
        fill(store)
        filler = _fill(small_disk)
        with pytest.raises(OSError, match="No space left"):
            export("jsonl", store.events(), target)
        assert target.read_text("utf-8") == "earlier\n"
        assert sorted(one.name for one in small_disk.iterdir()) == ["events.jsonl", "filler"]
        filler.unlink()
        assert export("jsonl", store.events(), target).events == 4
    assert target.read_text("utf-8").count("\n") == 4
