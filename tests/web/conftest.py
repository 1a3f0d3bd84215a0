"""A store of a few reports, one of them hostile, and the site on it."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event
from typing import Any

import pytest

pytest.importorskip("fastapi")

from fastapi.testclient import TestClient
from site_client import TOKEN, open_client
from site_sample import fill

from memcon.store import Store
from memcon.web import Site, events, site


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("site") / "memo.db"
    with Store.open(path) as store:
        fill(store)
    return path


@pytest.fixture
def held_counts(monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """The store counts as large, and its counts are not made before this is set."""
    go, counted = Event(), events._facets

    def slow(here: Site, q: str) -> dict[str, Any]:
        go.wait(20)
        return counted(here, q)

    monkeypatch.setattr(site, "_LARGE", 0)
    monkeypatch.setattr(events, "_facets", slow)
    yield go
    go.set()


@pytest.fixture
def copied(filled: Path, tmp_path: Path) -> Path:
    """A store of one's own, to change."""
    path = tmp_path / "memo.db"
    path.write_bytes(filled.read_bytes())
    return path


@pytest.fixture(scope="session")
def reading(filled: Path) -> Iterator[TestClient]:
    """Somebody who may edit, on a store that the tests share: it is only read."""
    with open_client(filled) as client:
        client.get(f"/?token={TOKEN}")
        yield client


@pytest.fixture
def editing(copied: Path) -> Iterator[TestClient]:
    with open_client(copied) as client:
        client.get(f"/?token={TOKEN}")
        yield client


@pytest.fixture
def stranger(filled: Path) -> Iterator[TestClient]:
    with open_client(filled) as client:
        yield client
