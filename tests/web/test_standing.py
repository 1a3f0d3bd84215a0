"""Views that take long."""

import threading
import time
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from memcon.store import Store
from memcon.store.decisions import decide
from memcon.web import offering, standing
from memcon.web.answers import View
from memcon.web.standing import AtWorkError, CrowdedError, StandingViews


@pytest.fixture(autouse=True)
def restless(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(standing, "_REST_S", 0.0)
    monkeypatch.setattr(standing, "_REST", 0.0)


def view(words: str) -> View:
    return View("x.html", words, {})


def test_a_view_is_worked_out_once_for_a_state_of_the_store(copied: Path) -> None:
    with Store.open(copied) as store:
        views, made = StandingViews(store), []

        def work() -> View:
            made.append(1)
            return view(f"number {len(made)}")

        assert [views.get("k", work, 5)[0].title for _ in range(3)] == ["number 1"] * 3
        decide(store, "accept", store.events()[0].id, who="ann")
        old, at = views.get("k", work, 5)
        assert old.title == "number 1"
        assert at is not None
        until = time.monotonic() + 5
        while views.get("k", work, 5)[1] is not None and time.monotonic() < until:
            time.sleep(0.01)
        assert views.get("k", work, 5)[0].title == "number 2"
        views.close()


def test_who_is_impatient_is_told_and_finds_it_later(filled: Path) -> None:
    with Store.open(filled) as store:
        views, go_on = StandingViews(store), threading.Event()

        def work() -> View:
            go_on.wait(10)
            return view("done")

        with pytest.raises(AtWorkError):
            views.get("k", work, 0.01)
        go_on.set()
        assert views.get("k", work, 5)[0].title == "done"
        views.close()
        with pytest.raises(CrowdedError):
            views.get("other", work, 1)


def test_what_goes_wrong_is_told_and_not_kept(filled: Path) -> None:
    with Store.open(filled) as store:
        views = StandingViews(store)
        with pytest.raises(ZeroDivisionError):
            views.get("k", lambda: 1 / 0, 5)  # type: ignore[arg-type, return-value]
        assert views.get("k", lambda: view("right"), 5)[0].title == "right"
        views.close()


def test_the_page_says_so_and_loads_itself(editing: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(offering, "_SMALL_WAITS_S", 0.0)
    monkeypatch.setattr(editing.site.standing, "_few", threading.Semaphore(0))
    found = editing.get("/network")
    assert found.status_code == 202
    assert found.headers["refresh"] == "2"
    assert "Being worked out" in found.text
    editing.site.standing._few.release()
    until = time.monotonic() + 20
    while editing.get("/network").status_code == 202 and time.monotonic() < until:
        time.sleep(0.05)
    assert "Who was in contact with whom" in editing.get("/network").text


def test_an_older_one_says_of_when_it_is(editing: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "As of" not in editing.get("/ledgers").text
    monkeypatch.setattr(editing.site.standing, "_few", threading.Semaphore(0))
    number = editing.get("/api/events").json()["events"][0]["id"]
    editing.post("/api/decisions", json={"action": "reject", "target": number})
    found = editing.get("/ledgers")
    assert found.status_code == 200
    assert "being worked out anew" in found.text
    editing.site.standing._few.release()
