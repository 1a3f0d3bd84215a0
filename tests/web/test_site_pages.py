import csv
import io
import json
import re
from html import unescape
from urllib.parse import urljoin

import pytest
from fastapi.testclient import TestClient
from site_sample import LONG

from memcon.analysis import OpenStore
from memcon.merging import Merged, Telling, Witness
from memcon.model import Event, MadeBy, Party, Record, Report, Span, When
from memcon.store.decisions import decide
from memcon.web import Site
from memcon.web.sides import cells, conflicts

PAGES = ["/", "/reports", "/review", "/ask", "/sources", "/timeline", "/network", "/map", "/ledgers"]
FORMLESS = ["/add", "/keys", "/api"]
BIDI = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def ids(client: TestClient) -> dict[str, str]:
    return {one["type"] + (one["mode"] or ""): one["id"] for one in client.get("/api/events").json()["events"]}


@pytest.mark.parametrize("path", [*PAGES, *FORMLESS])
def test_every_page_is_there_with_its_landmarks(reading: TestClient, path: str) -> None:
    found = reading.get(path)
    assert found.status_code == 200
    assert found.headers["content-type"].startswith("text/html")
    for part in ('<html lang="en">', "<main", "<nav", "<h1", 'role="search"', 'href="#main"', "</html>"):
        assert part in found.text, part
    assert found.text.count("<h1") == 1


@pytest.mark.parametrize("path", [*PAGES, "event", "report"])
def test_every_page_is_also_json_and_csv(reading: TestClient, path: str) -> None:
    if path == "event":
        path = f"/event/{ids(reading)['CONSULTcall']}"
    elif path == "report":
        path = f"/report/{reading.get('/api/reports').json()['reports'][0]['id']}"
    stem = "/record" if path == "/" else path
    as_json, as_csv = reading.get(f"{stem}.json"), reading.get(f"{stem}.csv")
    assert as_json.headers["content-type"] == "application/json"
    assert as_csv.headers["content-type"].startswith("text/csv")
    assert reading.get(path, params={"format": "json"}).json() == as_json.json()
    assert reading.get(path, params={"format": "csv"}).text == as_csv.text
    interface = {"/": "/events"}.get(path, path.replace("/event/", "/events/").replace("/report/", "/reports/"))
    assert reading.get(f"/api{interface}").json() == as_json.json()


def test_the_foot_of_a_page_has_no_gaps(reading: TestClient, stranger: TestClient) -> None:
    for client, status in ((reading, 200), (stranger, 401)):
        page = client.get("/timeline", headers={"accept": "text/html"})
        assert page.status_code == status
        assert "quoted with it · " in page.text
        assert "· ·" not in page.text.replace("\n", "")


def test_csv_runs_nothing(reading: TestClient) -> None:
    rows = list(csv.DictReader(io.StringIO(reading.get("/reports.csv").text)))
    assert {row["title"] for row in rows} >= {"'=cmd|'/c calc'!A1 <b>\u202etitle"}
    assert all(not cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row.values())


def test_the_stream_is_narrowed_by_its_query(reading: TestClient) -> None:
    every = reading.get("/api/events").json()
    calls = reading.get("/api/events", params={"q": "type:consult mode:call"}).json()
    assert every["total"] == len(every["events"]) == 6
    assert [one["mode"] for one in calls["events"]] == ["call"]
    assert every["facets"]["status"]["denied"] == 1
    page = reading.get("/", params={"q": "status:denied"}).text
    assert "1 event for" in page
    assert 'aria-current="true"' in page


def test_the_stream_has_pages(reading: TestClient) -> None:
    first = reading.get("/api/events", params={"size": 2}).json()
    last = reading.get("/api/events", params={"size": 2, "page": 3}).json()
    assert (first["more"], last["more"]) == (True, False)
    assert 'rel="next"' in reading.get("/", params={"size": 2}).text
    assert not {one["id"] for one in first["events"]} & {one["id"] for one in last["events"]}


def test_an_event_shows_every_value_with_its_words_and_the_sides(reading: TestClient) -> None:
    number = reading.get("/api/events", params={"q": "has:several"}).json()["events"][0]["id"]
    found = reading.get(f"/api/events/{number}").json()
    values = {one["field"]: one["values"] for one in found["values"]}
    assert values["when"][0]["quotes"][0]["quote"] == "Monday"
    page = reading.get(f"/event/{found['id']}").text
    for one in ("Every value and its words", "In the words of the reports", "What people decided"):
        assert one in page
    agree = {row["field"]: row["agree"] for row in found["cells"]}
    assert (agree["where"], agree["status"]) == (True, False)
    assert [one["field"] for one in found["conflicts"]] == ["status"]
    assert "≠ Accounts differ" in page


def test_a_report_is_read_with_its_marks(reading: TestClient) -> None:
    reports = reading.get("/api/reports").json()["reports"]
    number = next(one["id"] for one in reports if one["outlet"] == "Wire")
    found = reading.get(f"/api/reports/{number}").json()
    for mark in found["marks"]:
        assert found["text"][mark["start"] : mark["end"]]
    assert {mark["role"] for mark in found["marks"]} == {"trigger", "actor", "recipient", "when", "where"}
    page = reading.get(f"/report/{number}").text
    assert '<mark class="m m-trigger"' in page
    assert "e1\u00a0act" in page
    one = found["events"][0]
    alone = reading.get(f"/api/reports/{number}", params={"event": one["id"]}).json()
    assert {mark["event"] for mark in alone["marks"]} == {one["id"]}


def test_links_into_a_report_lead_to_its_words(reading: TestClient) -> None:
    reports = [f"/report/{one['id']}" for one in reading.get("/api/reports").json()["reports"]]
    every = [f"/event/{one['id']}" for one in reading.get("/api/events").json()["events"]]
    alone = {link.split("#")[0] for path in every for link in _links(reading.get(path).text) if link.startswith("/report/")}
    followed = 0
    for path in ("/", "/brief", "/ledgers", *reports, *every, *sorted(alone)):
        for link in _links(reading.get(path).text):
            target, _, place = urljoin(path, link).partition("#")
            if place and target.startswith("/"):
                assert f'id="{place}"' in reading.get(target).text, f"{path}: {link}"
                followed += 1
    assert followed > 20


def _links(page: str) -> list[str]:
    return [unescape(link) for link in re.findall(r'href="([^"]*)"', page)]


def test_the_reader_gives_back_the_whole_text(reading: TestClient) -> None:
    from memcon.web.reader import parts

    for one in reading.get("/api/reports").json()["reports"]:
        found = reading.get(f"/api/reports/{one['id']}").json()
        assert "".join(part["words"] for part in parts(found["text"], [])) == found["text"]


def test_review_shows_the_most_doubtful_and_skips(reading: TestClient) -> None:
    first = reading.get("/api/review").json()
    assert first["waiting"] == 6
    after = reading.get("/api/review", params={"after": first["event"]["id"]}).json()
    assert after["event"]["id"] == first["next"][0]["event"]
    page = reading.get("/review").text
    for key in "axcs":
        assert f'data-key="{key}"' in page


def test_what_waits_for_review_is_told_in_words(reading: TestClient) -> None:
    shown = reading.get("/review.json").json()
    titles = {one["id"]: one["title"] for one in reading.get("/api/events").json()["events"]}
    assert shown["next"]
    assert all(one["title"] == titles[one["event"]] for one in shown["next"])
    page = unescape(reading.get("/review").text)
    plain = [one for one in shown["next"] if one["title"].isascii()]
    assert plain
    assert all(f'href="/review?at={one["event"]}">{one["title"]}</a>' in page for one in plain)


def test_review_goes_round_and_counts_what_is_left(editing: TestClient) -> None:
    order = [row["event"] for row in csv.DictReader(io.StringIO(editing.get("/review.csv").text))]
    assert len(order) == 6
    last = editing.get("/api/review", params={"after": order[-1]}).json()
    assert last["event"]["id"] == order[0]
    second = editing.get("/api/review", params={"after": order[0]}).json()
    assert [second["event"]["id"], *(one["event"] for one in second["next"])] == [*order[1:], order[0]]
    site: Site = editing.site  # type: ignore[attr-defined]
    decide(site.store, "accept", order[1], who="ann")
    left = editing.get("/api/review", params={"after": order[0]}).json()
    assert left["waiting"] == 5
    assert left["event"]["id"] == order[2]


def test_sources_tell_coverage_runs_and_failures(reading: TestClient) -> None:
    found = reading.get("/api/sources").json()
    assert found["counts"]["reports"] == 5
    assert found["failures"][0]["reason"] == "it is not UTF-8"
    assert sum(number for one in found["outlets"] for number in one["days"].values()) == 5
    page = reading.get("/sources").text
    assert "broken&lt;i&gt;.txt" in page
    listed = reading.get("/api/reports", params={"outlet": "Wire"}).json()["reports"]
    assert [one["outlet"] for one in listed] == ["Wire"]


def test_nothing_of_a_report_is_html(reading: TestClient) -> None:
    reports = reading.get("/api/reports").json()["reports"]
    evil = next(one["id"] for one in reports if one["outlet"].startswith("=Evil"))
    denied = reading.get("/api/events", params={"q": "status:denied"}).json()["events"][0]["id"]
    for path in [
        "/",
        "/reports",
        f"/report/{evil}",
        f"/event/{denied}",
        "/review?at=" + denied,
        "/sources",
        "/network",
        "/timeline",
        "/map",
        "/ledgers",
    ]:
        page = reading.get(path).text
        assert "<script>" not in page, path
        assert "<img" not in page, path
        assert "javascript:" not in page.replace("javascript:alert(3)", ""), path
        assert 'href="javascript' not in page, path
        assert not set(page) & set(BIDI), path
        assert "\x1b" not in page, path
        assert "49" not in page or "{{ 7*7 }}" in page or path != f"/report/{evil}"
    assert "⟨U+202E⟩" in reading.get(f"/report/{evil}").text


def test_links_to_the_web_give_nothing_away(reading: TestClient) -> None:
    reports = reading.get("/api/reports").json()["reports"]
    wire = next(one["id"] for one in reports if one["outlet"] == "Wire")
    assert '<a href="https://example.org/a" rel="noopener noreferrer nofollow"' in reading.get(f"/report/{wire}").text


def test_a_name_of_500_characters_is_shown_and_asked_for(reading: TestClient) -> None:
    found = reading.get("/", params={"q": f'who:"{LONG}"'})
    assert found.status_code == 200
    assert "visited Reykjavik" in found.text


def test_the_interface_describes_itself(reading: TestClient) -> None:
    told = reading.get("/api/openapi.json").json()
    assert {"/api/events", "/api/events/{ident}", "/api/decisions", "/api/reports", "/api/jobs/{number}"} <= set(told["paths"])
    assert "/review" not in told["paths"]
    assert all(one.get("summary") for methods in told["paths"].values() for one in methods.values())


def test_json_is_json_whatever_a_report_holds(reading: TestClient) -> None:
    assert "\u202e" in json.dumps(reading.get("/api/reports").json(), ensure_ascii=False)


def test_a_question_is_answered_from_the_record(reading: TestClient) -> None:
    found = reading.get("/api/ask", params={"question": "Who met Erna Solberg in September 2019?"}).json()
    assert found["query"].startswith("type:consult mode:meeting")
    assert [one["value"] for one in found["answer"]] == ["Sauli Niinisto"]
    page = reading.get("/ask", params={"question": "Who met Erna Solberg in September 2019?"}).text
    assert "Understood as" in page
    assert "Nothing of that was understood" in reading.get("/ask", params={"question": "Zzz?"}).text


@pytest.mark.parametrize("path", ["/?page=99", "/?q=type%3Aconsult&page=99", "/reports?page=99", "/ledgers?ledger=contacts&page=99"])
def test_a_page_past_the_end_says_so_and_leads_back(reading: TestClient, path: str) -> None:
    page = reading.get(path).text
    assert "Nothing on page 99." in page
    assert "no events yet" not in page
    assert f'href="{path.replace("&page=99", "").replace("?page=99", "")}"' in page


def test_what_was_announced_and_then_done_is_no_conflict() -> None:
    def telling(report: str, published: str, status: str, when: str) -> Telling:
        words = Span(0, 3, "met")
        return Telling(Witness(report, published=published), Event("e1", "CONSULT", "meeting", status, (words,), when=When(when, words)))

    plan = telling("r1", "2019-09-01", "planned", "2019-09")
    done = telling("r2", "2019-09-04", "happened", "2019-09-03")
    late = telling("r3", "2019-09-05", "planned", "2019-09-07")
    denied = telling("r4", "2019-09-05", "denied", "2019-09-03")
    fields = [[row["field"] for row in conflicts(Merged("m1", told))] for told in ((plan, done), (plan, done, late), (done, denied))]
    assert fields == [[], ["status", "when"], ["status"]]
    assert {row["field"]: row["fits"] for row in cells(Merged("m1", (plan, done)))} == {
        "type": False, "mode": False, "status": True, "when": True,
    }  # fmt: skip


def test_contacts_without_a_day_are_undated(editing: TestClient) -> None:
    store: OpenStore = editing.site.store
    for name in ("Katrin Jakobsdottir", "Sauli Niinisto"):
        text = f"Mr Nobody called {name}."
        parties = tuple(
            Party(role, one, "person", Span(text.index(one), text.index(one) + len(one), one))
            for role, one in (("actor", "Mr Nobody"), ("recipient", name))
        )
        call = Event("e1", "CONSULT", "call", "happened", (Span(10, 16, "called"),), parties)
        store.save(store.begin_run(MadeBy("0.1.0")), Record(Report(name, text, outlet=name), (call,), made_by=MadeBy("0.1.0")))
    page = editing.get("/network").text
    assert "<td>undated</td>" in page
    assert "undated, told Thu 5 Sep 2019" in editing.get("/").text
    assert "<td>2019-09-04</td>" in page
    assert "? – ?" not in page + editing.get("/sources").text
