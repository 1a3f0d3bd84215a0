"""Decisions and reports that come in through the site."""

import time
from typing import Any

import pytest
from fastapi.testclient import TestClient

from memcon.intake import IntakeError
from memcon.store import log, verify_chain
from memcon.web import adding


def csrf(client: TestClient) -> str:
    return client.get("/add").text.split('name="csrf" value="')[1].split('"')[0]


def decide(client: TestClient, **told: str) -> Any:
    return client.post("/decide", data={"csrf": csrf(client), **told}, follow_redirects=False)


def first(client: TestClient) -> str:
    return client.get("/api/review").json()["event"]["id"]


@pytest.mark.parametrize(("action", "judgement"), [("accept", "accepted"), ("reject", "rejected")])
def test_a_judgement_goes_on_to_the_next(editing: TestClient, action: str, judgement: str) -> None:
    number = first(editing)
    found = decide(editing, action=action, target=number, back=f"review {number}")
    assert found.status_code == 303
    assert found.headers["location"].startswith("/review?done=1")
    assert editing.get(f"/api/events/{number}").json()["judgement"] == judgement
    after = editing.get(found.headers["location"])
    assert "Entered as decision 1" in after.text
    assert editing.get("/api/review").json()["waiting"] == 5
    assert decide(editing, action="undo", target="1", back=f"review {number}").headers["location"] == f"/review?at={number}"
    assert editing.get(f"/api/events/{number}").json()["judgement"] is None
    assert verify_chain(editing.site.store) == []


def test_a_correction_stands_before_the_machine_and_keeps_it(editing: TestClient) -> None:
    number = editing.get("/api/events", params={"q": "type:threaten"}).json()["events"][0]["id"]
    found = decide(
        editing, action="correct", target=number, field="status", value="planned", reason="it was a plan", back=f"event {number}"
    )
    assert found.headers["location"] == f"/event/{number}?done=1"
    event = editing.get(f"/api/events/{number}").json()
    status = next(one for one in event["values"] if one["field"] == "status")
    assert (event["status"], status["corrected"], status["values"][0]["value"]) == ("planned", "planned", "happened")
    assert event["history"][0]["reason"] == "it was a plan"
    assert "✎ corrected" in editing.get(f"/event/{number}").text
    assert log(editing.site.store)[0].who == "ann"


@pytest.mark.parametrize(("field", "value"), [("status", "maybe"), ("when", "soon"), ("colour", "red"), ("type", "")])
def test_a_decision_that_cannot_be_changes_nothing(editing: TestClient, field: str, value: str) -> None:
    found = decide(editing, action="correct", target=first(editing), field=field, value=value)
    assert found.status_code == 409
    assert "Nothing was changed" in found.text
    assert log(editing.site.store) == []


@pytest.mark.parametrize("action", ["forget", "redact", "", "drop"])
def test_what_cannot_be_undone_is_not_done_here(editing: TestClient, action: str) -> None:
    assert decide(editing, action=action, target=first(editing)).status_code == 400


def test_two_events_are_made_one_and_parted(editing: TestClient) -> None:
    one, other = (editing.get("/api/events", params={"q": q}).json()["events"][0]["id"] for q in ("mode:call", "mode:visit"))
    decide(editing, action="merge", target=one, value=other, back=f"event {one}")
    assert editing.get(f"/api/events/{other}").json()["id"] == one
    assert "side by side" in editing.get(f"/event/{one}").text
    decide(editing, action="undo", target="1", back=f"event {one}")
    assert editing.get(f"/api/events/{other}").json()["id"] == other


def test_where_a_form_goes_back_to_is_ours(editing: TestClient) -> None:
    number = first(editing)
    found = decide(editing, action="accept", target=number, back="https://evil.example/")
    assert found.headers["location"] == f"/event/{number}?done=1"


def done(client: TestClient, address: str, seconds: float = 60) -> dict[str, Any]:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        found: dict[str, Any] = client.get(address).json()
        if found["over"]:
            return found
        time.sleep(0.1)
    raise AssertionError(f"not over: {found}")


def test_how_far_a_report_has_come_is_a_page_that_loads_itself(editing: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(adding.Adding, "_read", lambda self, made: time.sleep(0.3))
    found = editing.post("/add", data={"csrf": csrf(editing), "text": "Bennett met Putin."}, follow_redirects=False)
    page = editing.get(found.headers["location"])
    assert page.headers["refresh"] == "2"
    assert "waiting" in page.text


def test_a_page_made_while_a_report_fails_loads_itself_again(editing: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    class Failing(adding.Job):
        def to_dict(self) -> dict[str, Any]:
            told = super().to_dict()
            self.state = "failed"
            return told

        def __getattribute__(self, name: str) -> Any:
            if name == "reports":  # the last that is asked for
                self.state = "failed"
            return super().__getattribute__(name)

    made = Failing("a1", "url", "http://slow.example/a", None, None, "fetching")
    monkeypatch.setattr(adding.Adding, "job", lambda self, number: made)
    page = editing.get("/add/a1")
    assert page.headers["refresh"] == "2"
    assert "Adding: http://slow.example/a" in page.text
    assert "refresh" not in editing.get("/add/a1").headers


def test_an_address_that_never_answers_is_told(editing: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object, **__: object) -> None:
        raise IntakeError("slow.example did not answer in time", "try again later, or open it in a browser")

    monkeypatch.setattr(adding, "read_report", never)
    found = editing.post("/api/reports", json={"url": "https://slow.example/a"})
    assert found.status_code == 202
    told = done(editing, f"/api/jobs/{found.json()['id']}")
    assert (told["state"], told["reasons"]) == ("failed", ["slow.example did not answer in time"])
    page = editing.get(f"/add/{told['id']}").text
    assert "did not answer in time" in page
    assert "try again later" in page


def test_an_address_in_this_network_is_not_fetched(editing: TestClient) -> None:
    found = editing.post("/api/reports", json={"url": "http://127.0.0.1:1/"}).json()
    assert "private or local" in done(editing, f"/api/jobs/{found['id']}")["reasons"][0]


@pytest.mark.parametrize(
    "told",
    [{"text": " "}, {"url": "ftp://example.org/a"}, {"url": "javascript:alert(1)"}, {"text": "Bennett met Putin.", "published": "Monday"}],
)
def test_what_is_no_report_is_refused_at_once(editing: TestClient, told: dict[str, str]) -> None:
    found = editing.post("/api/reports", json=told)
    assert found.status_code == 400
    assert found.json()["advice"]


@pytest.mark.parametrize(("name", "data"), [("a.exe", b"MZ"), ("", b"x"), ("a.txt", b"")])
def test_a_file_that_is_none_is_refused(editing: TestClient, name: str, data: bytes) -> None:
    found = editing.post("/add", data={"csrf": csrf(editing)}, files={"file": (name, data)})
    assert found.status_code == 400


@pytest.mark.slow
def test_a_pasted_and_an_uploaded_report_are_read(editing: TestClient) -> None:
    text = "Olaf Scholz met Emmanuel Macron in Paris on Friday.\n"
    found = editing.post(
        "/add", data={"csrf": csrf(editing), "text": text, "published": "2022-03-05", "outlet": "Gazette"}, follow_redirects=False
    )
    told = done(editing, f"{found.headers['location']}.json")
    assert (told["state"], told["read"], told["events"]) == ("done", 1, 1), told
    assert "Scholz" in editing.get(f"/report/{told['reports'][0]}").text
    files = {"file": ("../../talks.txt", b"Xi Jinping called Joe Biden on Monday.\n")}
    found = editing.post("/add", data={"csrf": csrf(editing), "published": "2022-03-09"}, files=files, follow_redirects=False)
    told = done(editing, f"{found.headers['location']}.json")
    assert (told["name"], told["read"]) == ("talks.txt", 1), told
    bad = editing.post(
        "/add",
        data={"csrf": csrf(editing)},
        files={"file": ("a.txt", "Это не английский текст, а русский.".encode())},
        follow_redirects=False,
    )
    told = done(editing, f"{bad.headers['location']}.json")
    assert told["state"] == "failed"
    assert told["reasons"]
