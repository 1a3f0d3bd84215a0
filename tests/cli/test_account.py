"""`memcon explain ID --db STORE`: why one event, what was decided, and what each report's values rest on."""

import json
from pathlib import Path

import pytest
from tests.store.small_store import fill

from memcon.cli import main
from memcon.model import Event, Evidence, MadeBy, Party, Record, Report, Span, When, Where
from memcon.store import Store
from memcon.store.decisions import decide
from memcon.store.taking import take
from memcon.store.tellings import each_its_own


@pytest.fixture
def explained(tmp_path: Path, capsys):
    def run(*words: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as ended:
            main(["explain", *words, "--db", str(tmp_path / "memcon.db")])
        captured = capsys.readouterr()
        assert "Traceback" not in captured.err
        return (ended.value.code or 0, *captured)

    return run


def _record(outlet: str, text: str) -> Record:
    def span(words: str) -> Span:
        at = text.index(words)
        return Span(at, at + len(words), words)

    parties = (
        Party("actor", "Olaf Scholz", "person", span("Scholz"), None, "Q61053", "DEU"),
        Party("recipient", "Emmanuel Macron", "person", span("Macron"), None, "Q3052772", "FRA"),
    )
    event = Event(
        "e1", "CONSULT", "meeting", "happened", (span("met"),), parties, When("2022-03-07", span("Monday"), "weekday"),
        where=Where("Paris", span("Paris"), "Paris", "FRA"), summary="Olaf Scholz met Emmanuel Macron.",
        evidence=(Evidence("/status", (span("met"),), "rule:past", 0.9),), confidence=0.8,
    )  # fmt: skip
    return Record(Report(f"file-{outlet}", text, published="2022-03-08", outlet=outlet), (event,), made_by=MadeBy("0.1.0"))


def test_an_event_of_two_reports(tmp_path: Path, explained) -> None:
    with Store.open(tmp_path / "memcon.db") as store:
        run = store.begin_run(MadeBy("0.1.0"))
        store.save(run, _record("One", "Scholz met Macron in Paris on Monday."))
        store.save(run, _record("Two", "In Paris, Chancellor Scholz met President Macron. That was on Monday."))
        (event,) = store.events()
        reports = [t.witness.id for t in event.tellings]
        outlets = {t.witness.outlet: t.witness.id for t in event.tellings}
        decide(store, "correct", event.id, "where", "Versailles", who="ann", reason="the palace")
        decide(store, "reject", event.id, who="bob")
        decide(store, "undo", "2", who="ann")
    code, out, err = explained(event.id)
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert lines[0].startswith(f"{event.id}  ● happened  Olaf Scholz met Emmanuel Macron in Versailles on Mon 7 Mar 2022.")
    assert any("correct" in line and "Paris -> Versailles  (the palace)" in line and "undone" not in line for line in lines)
    assert any(line.endswith(f"reject {event.id} [undone]") for line in lines)
    assert any(line.startswith("    1.00 ") and all(report in line for report in reports) and "same day" in line for line in lines)
    assert "    where: Versailles (corrected)" in lines
    assert f"    where: Paris ({', '.join(reports)})" in lines
    for outlet, quote in (("One", "“Scholz *met* Macron in"), ("Two", "“In Paris, Chancellor Scholz *met*")):
        at = lines.index(f"as told by {outlets[outlet]} ({outlet}, 2022-03-08) e1")
        told = lines[at:]
        assert any(quote in line for line in told)
        assert "        by rule:past, p 0.900" in told
    assert explained(reports[0])[0] == 2
    assert "is a report" in explained(reports[0])[2]


def test_events_that_people_made_one_and_that_lack_texts(tmp_path: Path, explained) -> None:
    with Store.open(None, place=each_its_own) as store:
        known = fill(store)
        decide(store, "merge", known["met"], "", known["received"], who="ann", reason="one meeting")
        found = list(store.events())
        assert len(found) == 3
        with Store.open(tmp_path / "memcon.db") as other:
            take(other, found)
    code, out, _ = explained(known["received"])
    assert code == 0
    assert f"formerly also {known['received']}" in out
    assert out.count("not weighed: ") == 2
    assert "“met” (the store does not hold the text)" in out


def test_a_merge_by_hand_shows(tmp_path: Path, explained) -> None:
    with Store.open(tmp_path / "memcon.db", place=each_its_own) as store:
        known = fill(store)
        decide(store, "merge", known["met"], "", known["received"], who="ann", reason="one meeting")
    _, out, _ = explained(known["received"])
    assert f"merge {known['met']}  (one meeting)" in out


def test_what_cannot_be_explained(tmp_path: Path, explained) -> None:
    code, _, err = explained("m0")
    assert (code, "no such store" in err) == (2, True)
    with Store.open(tmp_path / "memcon.db"):
        pass
    code, _, err = explained("m0")
    assert (code, "m0 is no event of the store" in err) == (2, True)
    (tmp_path / "r.json").write_text(json.dumps({}), "utf-8")
    code, _, err = explained(str(tmp_path / "r.json"))
    assert (code, "which EVENT of" in err) == (2, True)
