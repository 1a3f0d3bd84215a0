"""Write-protected files and folders, damaged and foreign files: a clear message, and nothing lost."""

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
from tests.store.small_store import event, fill, ids, record_of

from memcon.model import MadeBy
from memcon.store import Store, StoreError, migrations, sqlite
from memcon.store.decisions import decide
from memcon.store.tellings import each_its_own
from memcon.store.trouble import StoreFileError

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="mounts and permissions as Linux has them")
WRITE_PROTECTED = "the store can only be read: its file or folder is write-protected"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "memcon.db"


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


def test_a_write_protected_store_can_be_copied(protected: Path) -> None:
    known, path = _made(protected), protected / "memcon.db"
    protected.chmod(0o555)
    with tempfile.TemporaryDirectory() as folder, Store.open(path, create=False, place=each_its_own) as store:
        store.copy_to(Path(folder) / "copy.db")
        with Store.open(Path(folder) / "copy.db", create=False, place=each_its_own) as copy:
            assert ids(copy) == known


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


def test_an_empty_file_is_no_store_and_stays_empty(path: Path) -> None:
    path.touch()
    with pytest.raises(StoreError, match="empty"):
        Store.open(path, create=False)
    assert path.stat().st_size == 0
    Store.open(path).close()
    assert path.stat().st_size


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
