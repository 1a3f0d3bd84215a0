"""Full disks, write-protected files and folders, damaged and foreign files: a clear message, and nothing lost."""

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from tests.store.small_store import bytes_of, event, fill, ids, record_of

from memcon.exports import export
from memcon.model import MadeBy, Record, Report
from memcon.store import Store, StoreError, migrations, sqlite
from memcon.store.decisions import clear_traces, decide, log, verify_chain
from memcon.store.ingest import Tally, ingest, ready
from memcon.store.tellings import each_its_own
from memcon.store.trouble import StoreFileError

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="mounts and permissions as Linux has them")
FULL = "the disk is full: nothing was lost, make room and go on"
WRITE_PROTECTED = "the store can only be read: its file or folder is write-protected"


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


@pytest.fixture
def protected() -> Iterator[Path]:
    """A folder of one's own; root, who may write everywhere, acts as nobody until the end of the test."""
    if sys.platform == "win32":
        pytest.skip("permissions as POSIX has them")
    folder = Path(tempfile.mkdtemp())
    root = os.geteuid() == 0
    if root:
        os.chown(folder, 65534, 65534)
        os.seteuid(65534)
    try:
        yield folder
    finally:
        if root:
            os.seteuid(0)
        folder.chmod(0o755)
        shutil.rmtree(folder)


def _made(folder: Path) -> dict[str, str]:
    with Store.open(folder / "memcon.db", place=each_its_own) as store:
        return fill(store)


@pytest.mark.parametrize(("folder_mode", "file_mode"), [(0o555, 0o444), (0o555, 0o644), (0o755, 0o444)])
def test_a_write_protected_store_can_be_read(protected: Path, folder_mode: int, file_mode: int) -> None:
    known, path = _made(protected), protected / "memcon.db"
    path.chmod(file_mode)
    protected.chmod(folder_mode)
    before = path.read_bytes()
    with Store.open(path, create=False, place=each_its_own) as store:
        assert ids(store) == known
        assert len(store.events("type:consult")) == 3
        with pytest.raises(StoreFileError, match=WRITE_PROTECTED):
            decide(store, "accept", known["met"], who="ann")
        with pytest.raises(StoreFileError, match=WRITE_PROTECTED):
            store.save(1, record_of("New", "Nothing.", event("Nothing.", "e1", "VOTE", "Nothing", "Nothing", "N")))
    assert path.read_bytes() == before


def test_no_store_can_be_made_in_a_write_protected_folder(protected: Path) -> None:
    protected.chmod(0o555)
    with pytest.raises(StoreFileError, match="no store can be made there"):
        Store.open(protected / "memcon.db")
    with pytest.raises(StoreFileError, match="there is no folder"):
        Store.open(protected / "none" / "memcon.db")


def test_a_store_that_may_not_be_read(protected: Path) -> None:
    _made(protected)
    (protected / "memcon.db").chmod(0)
    with pytest.raises(StoreFileError, match="may not be read"):
        Store.open(protected / "memcon.db")


def test_changes_in_a_log_are_not_overlooked(protected: Path) -> None:
    """A write-protected copy of a store that was in use: without its log it would be read as it was before."""
    with Store.open(protected / "memcon.db", place=each_its_own) as store:
        fill(store)
        copy = protected / "copy"
        copy.mkdir()
        for name in ("memcon.db", "memcon.db-wal"):
            shutil.copy(protected / name, copy / name)
    copy.chmod(0o555)
    try:
        with pytest.raises(StoreFileError, match="a log"):
            Store.open(copy / "memcon.db")
    finally:
        copy.chmod(0o755)


def test_a_store_of_an_earlier_layout_that_can_only_be_read(protected: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _made(protected)
    protected.chmod(0o555)
    monkeypatch.setattr(migrations, "MIGRATIONS", (*migrations.MIGRATIONS, lambda _connection: None))
    with pytest.raises(StoreFileError, match="an earlier memcon made it"):
        Store.open(protected / "memcon.db")


@LINUX
def test_a_store_on_a_read_only_mount(tmp_path: Path) -> None:
    source, mounted = tmp_path / "source", tmp_path / "mounted"
    source.mkdir()
    mounted.mkdir()
    known = _made(source)
    if subprocess.run(["mount", "--bind", str(source), str(mounted)], capture_output=True, check=False).returncode:
        pytest.skip("only root can mount")
    try:
        subprocess.run(["mount", "-o", "remount,ro,bind", str(mounted)], check=True)
        with Store.open(mounted / "memcon.db", place=each_its_own) as store:
            assert ids(store) == known
            with pytest.raises(StoreFileError, match=WRITE_PROTECTED):
                decide(store, "forget", "Olaf Scholz", who="ann")
            assert ids(store) == known
    finally:
        subprocess.run(["umount", str(mounted)], check=True)


def test_another_process_that_writes_is_told_of(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite, "WAIT_S", 0.1)
    with Store.open(path, place=each_its_own) as one, Store.open(path, place=each_its_own) as other, one.writing():
        with pytest.raises(StoreFileError, match="another process is writing"):
            other.begin_run(MadeBy("0.1.0"))
        assert other.counts()["reports"] == 0


def test_a_damaged_store_is_told_of_wherever_it_is_met(path: Path) -> None:
    with Store.open(path, place=each_its_own) as store:
        fill(store)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(StoreFileError, match=f"{path}: the store's file is damaged"):
        Store.open(path)
    path.write_bytes(whole[: 2 * 4096] + b"\xaa" * (len(whole) - 2 * 4096))
    with pytest.raises(StoreFileError, match="damaged"), Store.open(path, place=each_its_own) as store:
        store.events()


@pytest.mark.parametrize("line", ["CREATE TABLE birds (name TEXT)", "CREATE TABLE versions (app TEXT)"])
def test_another_programs_file_is_let_be(path: Path, line: str) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.execute(line)
    before = path.read_bytes()
    with pytest.raises(StoreError, match="another program's SQLite file"):
        Store.open(path)
    assert path.read_bytes()[100:] == before[100:]  # but for the journal's mode in the header


def test_a_store_of_a_newer_memcon_is_let_be(path: Path) -> None:
    with Store.open(path, place=each_its_own) as store:
        fill(store)
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("INSERT INTO versions VALUES (99, '2030-01-01')")
        raw.commit()
    with pytest.raises(StoreError, match=f"{path}: the store has version 99"):
        Store.open(path)


def test_names_of_files_that_addresses_give_a_meaning(tmp_path: Path) -> None:
    path = tmp_path / "a b?mode=ro#%20.db"
    with Store.open(path, place=each_its_own) as store:
        known = fill(store)
    assert path.exists()
    with Store.open(path, create=False, place=each_its_own) as store:
        assert ids(store) == known
