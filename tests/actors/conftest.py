"""What the tests of the user's own registry share."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of the user's own, empty."""
    folder = tmp_path / "home"
    monkeypatch.setenv("MEMCON_HOME", str(folder))
    return folder
