"""What the tests of the user's own registry share."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from memcon.actors.importing import import_file
from memcon.actors.refusals import ActorsFileError

TODAY = date(2024, 6, 1)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of the user's own, empty."""
    folder = tmp_path / "home"
    monkeypatch.setenv("MEMCON_HOME", str(folder))
    return folder


@pytest.fixture
def take(home, tmp_path):
    def run(content, name="file.txt", **options):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return import_file(path, TODAY, **options)

    return run


@pytest.fixture
def refuse(take, home):
    """Imports a file that must be refused, and nothing changed; gives the message."""

    def run(content, name="file.csv", **options):
        before = {path: path.read_bytes() for path in sorted(home.rglob("*.tsv"))}
        with pytest.raises(ActorsFileError) as refused:
            take(content, name, **options)
        assert {path: path.read_bytes() for path in sorted(home.rglob("*.tsv"))} == before
        assert refused.value.advice
        return refused.value.message

    return run
