"""Figures of a large store from a process of their own."""

import os
import pickle
import signal
import time
from pathlib import Path
from threading import Event

import pytest
from site_client import TOKEN, open_client

from memcon.intake import IntakeError
from memcon.web import pictures, site
from memcon.web.aside import Aside
from memcon.web.problems import SiteError, known_errors, problem_of
from memcon.web.site import Site


@pytest.fixture
def aside(filled: Path) -> Aside:
    return Aside(filled)


def test_the_same_as_here(aside: Aside, filled: Path) -> None:
    here = Site.open(filled)
    try:
        for told in ({}, {"since": "2019-01", "until": "2019-12"}):
            assert aside.work(pictures.timeline_page, told).data == pictures.timeline_page(here, **told).data
    finally:
        here.close()
        aside.close()


def test_what_is_raised_there_is_raised_here(aside: Aside) -> None:
    try:
        with pytest.raises(known_errors()) as caught:
            aside.work(pictures.timeline_page, {"since": "2019-13"})
        problem = problem_of(caught.value)
        assert problem is not None
        assert problem.status == 400
    finally:
        aside.close()


def test_a_process_that_is_killed_is_told_and_another_begins(aside: Aside) -> None:
    try:
        aside.work(pictures.timeline_page, {})
        (number,) = aside._pool._processes  # type: ignore[union-attr]
        os.kill(number, signal.SIGKILL)
        while aside._pool is not None and not aside._pool._broken:
            time.sleep(0.02)
        with pytest.raises(SiteError) as caught:
            aside.work(pictures.timeline_page, {})
        assert caught.value.problem.status == 503
        assert aside.work(pictures.timeline_page, {}).template
    finally:
        aside.close()


def test_a_large_store_is_worked_on_aside(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(site, "_LARGE", 0)
    with open_client(filled, aside=True) as client:
        client.get(f"/?token={TOKEN}")
        answer = client.get("/api/network")
        assert answer.status_code == 200
        assert client.site.aside._pool is not None
        small = client.get("/api/network", params={"from": "2019-13"})
        assert small.status_code == 400
    assert client.site.aside._pool is None


@pytest.mark.parametrize("kind", known_errors())
def test_errors_travel(kind: type[Exception]) -> None:
    told = IntakeError("wrong", "do this") if kind is IntakeError else kind("wrong")
    again = pickle.loads(pickle.dumps(told))
    assert problem_of(again) == problem_of(told)
    assert type(again) is kind


def test_a_problem_travels() -> None:
    assert pickle.loads(pickle.dumps(SiteError(404, "gone", "look"))).problem == SiteError(404, "gone", "look").problem


def test_what_is_a_little_old_is_shown_while_it_is_worked_out_anew(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told, made = iter([(9, 0), (9, 0), *[(10, 0)] * 20]), []
    monkeypatch.setattr(site, "state", lambda _store: next(told))
    monkeypatch.setattr(site, "_LARGE", 0)
    monkeypatch.setattr(site, "_RECENT_S", 0.0)
    here = Site.open(filled)
    try:
        assert here.recent("k", lambda: made.append(1) or len(made)) == 1
        assert here.recent("k", lambda: made.append(1) or len(made)) == 1
        until = time.monotonic() + 5
        while len(made) < 2 and time.monotonic() < until:
            time.sleep(0.01)
        assert here.recent("k", lambda: 7) == 2
        monkeypatch.setattr(site, "_STALE_S", 0.0)
        monkeypatch.setattr(site, "state", lambda _store: (11, 0))
        assert here.recent("k", lambda: 7) == 7
    finally:
        here.close()


def test_a_page_does_not_wait_for_what_a_large_store_counts(filled: Path, held_counts: Event) -> None:
    with open_client(filled) as client:
        client.get(f"/?token={TOKEN}")
        page = client.get("/", params={"q": "type:consult"}).text
        assert "They are being counted." in page
        assert "data-item" in page
        held_counts.set()
        told = client.get("/api/events", params={"q": "type:consult"}).json()
        assert told["total"] == len(told["events"]) > 0
        later = client.get("/", params={"q": "type:consult"}).text
        assert "They are being counted." not in later
        assert f"{told['total']} events for" in later


def test_only_so_many_wait_to_be_counted(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    go, made = Event(), []
    monkeypatch.setattr(site, "_LARGE", 0)
    monkeypatch.setattr(site, "_MOST_WAITING", 2)
    here = Site.open(filled)
    try:
        for key in "abc":
            assert here.soon(key, lambda key=key: (go.wait(10), made.append(key)), 0.0) is None
        go.set()
        until = time.monotonic() + 5
        while len(made) < 2 and time.monotonic() < until:
            time.sleep(0.01)
        assert made == ["a", "b"]
        assert here.soon("c", lambda: 3, 5.0) == 3
    finally:
        here.close()
