"""The command that makes the README's pictures, on the demonstration."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("playwright")
CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
ROOT = Path(__file__).parents[2]
pytestmark = [pytest.mark.slow, pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")]


def test_the_pictures_of_the_readme_are_made_by_a_command(tmp_path: Path) -> None:
    store, pictures = tmp_path / "demo.db", tmp_path / "pictures"
    _run("-m", "memcon", "ingest", str(ROOT / "examples" / "mediation"), "--db", str(store))
    _run(str(ROOT / "docs" / "screenshots.py"), str(store), str(pictures))
    made = {path.name: path.stat().st_size for path in pictures.glob("*.png")}
    assert set(made) == {path.name for path in (ROOT / "docs" / "images").glob("*.png")}
    assert min(made.values()) > 5000


def _run(*command: str) -> None:
    done = subprocess.run([sys.executable, *command], check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
