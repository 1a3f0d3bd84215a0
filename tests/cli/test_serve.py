"""`memcon serve`: what it refuses, and that it serves."""

import io
import re
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

pytest.importorskip("fastapi")

from memcon.cli import main
from memcon.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Path:
    path = tmp_path / "memo.db"
    with Store.open(path):
        pass
    return path


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    with pytest.raises(SystemExit) as ended:
        main(["serve", *arguments])
    assert ended.value.code == 2
    return capsys.readouterr().err


def test_a_store_that_is_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "no such store" in refused(capsys, str(tmp_path / "none.db"))


def test_another_address_needs_a_password_and_tls(store: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    assert "has no password" in refused(capsys, str(store), "--host", "0.0.0.0")
    monkeypatch.setattr(sys, "stdin", io.StringIO("a reader's password\n"))
    with pytest.raises(SystemExit) as ended:
        main(["serve", str(store), "--set-password", "reader"])
    assert not ended.value.code
    assert "a reader's password" not in (store.parent / "memo.db.passwords").read_text("utf-8")
    assert "in the clear" in refused(capsys, str(store), "--host", "0.0.0.0")
    assert "has no password" in _only_editor(store, capsys)


def _only_editor(store: Path, capsys: pytest.CaptureFixture[str]) -> str:
    (store.parent / "memo.db.passwords").write_text('{"editor": "scrypt$1$1$1$00$00"}', "utf-8")
    return refused(capsys, str(store), "--host", "0.0.0.0", "--read-only")


def test_a_certificate_without_its_key(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "needs its key" in refused(capsys, str(store), "--certificate", "cert.pem")


@pytest.mark.slow
def test_it_serves_and_prints_where(store: Path) -> None:
    command = [sys.executable, "-m", "memcon", "serve", str(store), "--port", "18722"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            lines = [process.stdout.readline() for _ in range(3)]
            found = re.search(r"http://127\.0\.0\.1:18722/\?token=(\S{40,})", "".join(lines))
            assert found
            asked = urllib.request.Request("http://127.0.0.1:18722/api/events", headers={"Authorization": f"Bearer {found[1]}"})
            for _ in range(50):
                try:
                    with urllib.request.urlopen(asked, timeout=5) as answer:
                        assert answer.status == 200
                    break
                except OSError:
                    time.sleep(0.2)
            else:
                pytest.fail("it did not answer")
        finally:
            process.terminate()
