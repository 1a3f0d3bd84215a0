"""Each thing that can go wrong has a page that says what is wrong and what to do."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from site_client import TOKEN, open_client

from memcon.model import MadeBy
from memcon.store import Store

ASKED = {
    "/event/m0": 404,
    "/event/" + "x" * 3000: 404,
    "/event/%00": 404,
    "/report/nope": 404,
    "/report/..%2F..%2Fetc%2Fpasswd": 404,
    "/nope": 404,
    "/add/none": 404,
    "/?q=colour:red": 400,
    "/?q=after:yesterday": 400,
    "/?q=" + "x" * 3000: 400,
    "/?q=" + "a+" * 200: 400,
    "/?q=%00": 400,
    "/?page=0": 422,
    "/?page=two": 422,
    "/?size=9999": 422,
    "/?format=pdf": 400,
    "/ask?question=" + "who+" * 200: 400,
    "/ask?today=monday": 422,
    "/timeline?from=soon": 400,
    "/timeline?from=2020&to=2019": 400,
    "/timeline?about=Nobody+Known": 400,
    "/network?level=planet": 422,
    "/network?about=" + "x" * 600: 422,
    "/ledgers?ledger=gossip": 422,
    "/map?to=2019-13-45": 400,
}


@pytest.mark.parametrize(("path", "status"), ASKED.items(), ids=[path[:40] for path in ASKED])
def test_what_cannot_be_asked_is_told(reading: TestClient, path: str, status: int) -> None:
    found = reading.get(path)
    assert found.status_code == status
    assert '<p class="notice">' in found.text
    assert "<h1>" in found.text
    if path.startswith("/?"):
        told = reading.get("/api/events" + path[1:])
        if "format" not in path:
            assert told.status_code == status
            assert told.headers["content-type"] == "application/problem+json"
            assert told.json()["detail"]
            assert told.json()["advice"]


@pytest.mark.parametrize(
    "query",
    [
        '"',
        '""',
        "-",
        ":",
        "who:",
        'text:"',
        "(",
        "a OR b",
        "NEAR(",
        "*",
        "who:%_",
        "𝕏",
        "ישראל",
        "' OR 1=1 --",
        "\\",
        "text:AND",
        "-who:x",
        "sort:time",
        "id:m1,m2",
    ],
)
def test_odd_queries_find_nothing_or_something_but_never_fail(reading: TestClient, query: str) -> None:
    assert reading.get("/", params={"q": query}).status_code in (200, 400)
    assert reading.get("/network", params={"q": query}).status_code in (200, 400)


@pytest.mark.parametrize(
    "path",
    ["/?q=after:2035", "/timeline?from=2035", "/network?from=2035", "/map?from=2035", "/ledgers?from=2035", "/reports?day=1999-01-01"],
)
def test_an_empty_window_says_so(reading: TestClient, path: str) -> None:
    found = reading.get(path)
    assert found.status_code == 200
    assert 'class="empty"' in found.text


def test_an_empty_store_and_a_store_of_one_event(tmp_path: Path, filled: Path) -> None:
    from site_sample import records

    path = tmp_path / "few.db"
    with Store.open(path):
        pass
    pages = ("/", "/review", "/sources", "/reports", "/timeline", "/network", "/map", "/ledgers")
    with open_client(path) as client:
        client.get(f"/?token={TOKEN}")
        for page in pages:
            assert client.get(page).status_code == 200, page
    with Store.open(path) as store:
        store.save(store.begin_run(MadeBy("0.1.0")), records()[3])
    with open_client(path) as client:
        client.get(f"/?token={TOKEN}")
        for page in pages:
            assert client.get(page).status_code == 200, page


def test_a_store_that_another_process_is_writing(editing: TestClient, copied: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from memcon.web import site as at_work

    monkeypatch.setattr(at_work, "_PATIENCE_MS", 50)
    with open_client(copied) as client, closing(sqlite3.connect(copied, isolation_level=None)) as other:
        client.get(f"/?token={TOKEN}")
        number = client.get("/api/events").json()["events"][0]["id"]
        other.execute("BEGIN IMMEDIATE")
        other.execute("UPDATE reports SET language = 'en'")
        assert client.get("/").status_code == 200  # reading goes on
        found = client.post("/api/decisions", json={"action": "accept", "target": number})
        other.execute("ROLLBACK")
        assert found.status_code == 503
        assert "another process" in found.json()["detail"].lower()
        assert found.headers["retry-after"]
        assert client.post("/api/decisions", json={"action": "accept", "target": number}).status_code == 200


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"--x\r\nbroken", "multipart/form-data; boundary=x"),
        (b"nothing", "multipart/form-data"),
        (b"{}", "application/json"),
        (b"", ""),
        (b"a=1&" * 100, "application/x-www-form-urlencoded"),
    ],
)
def test_a_broken_upload_is_told(editing: TestClient, body: bytes, kind: str) -> None:
    found = editing.post("/add", content=body, headers={"content-type": kind})
    assert found.status_code in (400, 403)
    assert '<p class="notice">' in found.text


def test_an_upload_that_is_too_large_is_refused(editing: TestClient) -> None:
    found = editing.post("/add", content=b"x" * 14_000_000, headers={"content-type": "multipart/form-data; boundary=x"})
    assert found.status_code == 413


def test_a_fault_of_our_own_shows_no_secrets(editing: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(editing.site.store, "counts", lambda: 1 / 0)
    found = editing.get("/sources")
    assert found.status_code == 500
    assert "ZeroDivisionError" in found.text
    assert "Traceback" not in found.text
    assert "default-src 'none'" in found.headers["content-security-policy"]


def test_a_question_of_a_day_that_is_none(reading: TestClient) -> None:
    """Found by Schemathesis: it has the form of a day."""
    answer = reading.get("/api/ask", params={"question": "Who met Putin last month?", "today": "0000-00-00"})
    assert answer.status_code == 400
    assert "no day" in answer.text
