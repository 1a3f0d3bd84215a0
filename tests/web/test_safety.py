"""Who gets in, who may change what, and what browsers are told."""

from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from site_client import TOKEN, open_client

from memcon.web import Access
from memcon.web.access import PasswordError, hashed, password_file, passwords, set_password

PAGES = ["/", "/event/m1", "/reports", "/api/events", "/api/openapi.json", "/record.csv", "/add", "/timeline.json"]


@pytest.mark.parametrize("path", PAGES)
def test_without_the_token_nothing_is_seen(stranger: TestClient, path: str) -> None:
    found = stranger.get(path)
    assert found.status_code == 401
    assert "Niinisto" not in found.text
    assert "memcon serve" in found.text


def test_the_token_becomes_a_cookie_and_leaves_the_address(stranger: TestClient) -> None:
    found = stranger.get("/", params={"q": "type:consult", "token": TOKEN}, follow_redirects=False)
    assert found.status_code == 303
    assert found.headers["location"] == "/?q=type%3Aconsult"
    cookie = found.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=lax" in cookie
    assert TOKEN not in found.headers["set-cookie"]
    assert stranger.get("/").status_code == 200


def test_a_wrong_token_lets_nobody_in(stranger: TestClient) -> None:
    assert stranger.get("/", params={"token": "x" * 43}).status_code == 401
    assert stranger.get("/", params={"token": "ü"}).status_code == 401
    assert stranger.get("/api/events", headers={"authorization": "Bearer nothing"}).status_code == 401


def test_a_script_shows_the_token_as_bearer(stranger: TestClient) -> None:
    assert stranger.get("/api/events", headers={"authorization": f"Bearer {TOKEN}"}).json()["total"] == 6


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1:9999", "testserver.evil.example", "", "127.0.0.1:8722.evil.example"])
def test_another_host_name_is_refused(reading: TestClient, host: str) -> None:
    found = reading.get("/", headers={"host": host})
    assert found.status_code == 421
    assert "Niinisto" not in found.text


def test_redirects_never_leave_the_site(stranger: TestClient) -> None:
    found = stranger.get(f"//evil.example/?token={TOKEN}", follow_redirects=False)
    assert not found.headers.get("location", "/").startswith("//")


@pytest.mark.parametrize("path", ["/", "/nope", "/static/site.css", "/api/events", "/event/m0"])
def test_browsers_are_told_to_run_nothing_foreign(reading: TestClient, path: str) -> None:
    headers = reading.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert "server" not in headers


@pytest.mark.parametrize("path", ["/", "/review", "/network", "/map", "/timeline"])
def test_pages_hold_nothing_that_the_policy_forbids(reading: TestClient, path: str) -> None:
    page = reading.get(path).text
    assert " style=" not in page
    assert "<style" not in page
    assert " onclick=" not in page
    assert "http://" not in page.replace("http://www.w3.org/", "")


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "cross-site", "origin": "https://evil.example"},
        {"sec-fetch-site": "same-site", "origin": "http://testserver"},
        {"sec-fetch-site": "same-origin", "origin": "http://evil.example"},
        {"sec-fetch-site": "same-origin", "origin": "null"},
        {"sec-fetch-site": "none"},
    ],
)
def test_another_site_writes_nothing(editing: TestClient, headers: dict[str, str]) -> None:
    number = editing.get("/api/events").json()["events"][0]["id"]
    csrf = _csrf(editing)
    for path, sent in (
        ("/decide", {"data": {"action": "accept", "target": number, "csrf": csrf}}),
        ("/api/decisions", {"json": {"action": "accept", "target": number}}),
    ):
        assert editing.post(path, headers=headers, **sent).status_code == 403
    assert editing.get(f"/api/events/{number}").json()["judgement"] is None


def test_a_form_without_its_secret_is_refused(editing: TestClient) -> None:
    number = editing.get("/api/events").json()["events"][0]["id"]
    for csrf in ("", "guess", "ü"):
        found = editing.post("/decide", data={"action": "accept", "target": number, "csrf": csrf})
        assert found.status_code == 403
        assert "Nothing was changed" in found.text


def test_readers_change_nothing(copied: Path) -> None:
    with open_client(copied, Access(token=TOKEN, role="reader")) as client:
        client.get(f"/?token={TOKEN}")
        number = client.get("/api/events").json()["events"][0]["id"]
        assert client.post("/api/decisions", json={"action": "accept", "target": number}).status_code == 403
        assert client.post("/api/reports", json={"text": "Bennett met Putin."}).status_code == 403
        assert "csrf" not in client.get("/review").text
        assert "Readers add nothing" in client.get("/add").text


def test_passwords_open_roles(copied: Path) -> None:
    access = Access(passwords={"reader": hashed("a reader's password"), "editor": hashed("an editor's password")})
    with open_client(copied, access) as client:
        assert client.get("/", follow_redirects=False).headers["location"].startswith("/login")
        assert client.get(f"/?token={TOKEN}", follow_redirects=False).headers["location"].startswith("/login")
        wrong = client.post("/login", data={"password": "nothing", "who": "eve", "to": "/"})
        assert wrong.status_code == 401
        found = client.post(
            "/login", data={"password": "an editor's password", "who": "ann", "to": "//evil.example"}, follow_redirects=False
        )
        assert found.headers["location"] == "/"
        number = client.get("/api/events").json()["events"][0]["id"]
        client.post("/api/decisions", json={"action": "accept", "target": number})
        assert client.get(f"/api/events/{number}").json()["history"][0]["who"] == "ann"
        client.post("/logout")
        assert client.get("/api/events").status_code == 401


def test_guessing_passwords_is_slow(copied: Path) -> None:
    with open_client(copied, Access(passwords={"reader": hashed("a reader's password")})) as client:
        found = [client.post("/login", data={"password": f"guess {n}", "who": "", "to": "/"}).status_code for n in range(6)]
    assert found == [401] * 5 + [429]


def test_passwords_are_kept_hashed_for_the_owner_alone(tmp_path: Path) -> None:
    store = tmp_path / "memo.db"
    set_password(store, "reader", "a reader's password")
    path = set_password(store, "editor", "an editor's password")
    assert path == password_file(store)
    assert path.stat().st_mode & 0o077 == 0
    assert "password" not in path.read_text("utf-8")
    assert set(passwords(store)) == {"reader", "editor"}
    for role, word in (("guest", "long enough a word"), ("reader", "short")):
        with pytest.raises(PasswordError):
            set_password(store, role, word)
    path.write_text("[]", "utf-8")
    with pytest.raises(PasswordError):
        passwords(store)


def _csrf(client: TestClient) -> str:
    return client.get("/add").text.split('name="csrf" value="')[1].split('"')[0]
