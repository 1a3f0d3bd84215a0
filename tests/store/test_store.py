"""A store keeps reports whole, readings by run, and events under ids that last."""

from dataclasses import replace
from pathlib import Path

import pytest

from memcon.model import Event, MadeBy, Party, Record, Report, Span
from memcon.store import Store, StoreError
from memcon.store.history import PointError, point

TEXT = "Olaf Scholz met Emmanuel Macron in Paris on Monday. Later Scholz called Zelensky."
REPORT = Report("r", TEXT, published="2022-03-08", outlet="One")


def _span(words: str, text: str = TEXT) -> Span:
    at = text.index(words)
    return Span(at, at + len(words), words)


def _event(local: str, kind: str, words: str, text: str = TEXT) -> Event:
    party = Party("actor", "Olaf Scholz", "person", _span("Scholz", text), country="DEU")
    return Event(local, kind, "", "happened", (_span(words, text),), (party,), summary=f"Scholz {words}.", confidence=0.8)


def _record(*events: Event, report: Report = REPORT) -> Record:
    return Record(report, events, made_by=MadeBy("0.1.0"))


@pytest.fixture
def store(tmp_path: Path):
    with Store.open(tmp_path / "memcon.db") as opened:
        yield opened


def test_a_report_comes_back_whole(store: Store) -> None:
    record = _record(_event("e1", "CONSULT", "met"))
    number = store.save(store.begin_run(record.made_by), record)
    assert store.report(number) == REPORT
    assert store.record(number) == record
    assert store.has(REPORT)
    assert not store.has(replace(REPORT, outlet="Two"))


def test_the_same_run_twice_changes_nothing(store: Store) -> None:
    record = _record(_event("e1", "CONSULT", "met"))
    run = store.begin_run(record.made_by)
    store.save(run, record)
    before = store.counts()
    store.save(run, record)
    assert store.counts() == before


def test_ids_survive_a_new_reading(store: Store) -> None:
    first = store.begin_run(MadeBy("0.1.0"))
    store.save(first, _record(_event("e1", "CONSULT", "met"), _event("e2", "CONSULT", "called")))
    ids = {_words(store, number): number for number in _ids(store)}
    second = store.begin_run(MadeBy("0.2.0"))
    store.save(second, _record(_event("e1", "CONSULT", "called"), _event("e2", "STATEMENT", "met")))
    assert {_words(store, number): number for number in _ids(store)} == ids
    assert store.counts()["mentions"] == 2


def test_an_event_that_nobody_tells_any_more_is_gone_but_its_id_is_not_given_again(store: Store) -> None:
    store.save(store.begin_run(MadeBy("0.1.0")), _record(_event("e1", "CONSULT", "met")))
    (number,) = _ids(store)
    store.save(store.begin_run(MadeBy("0.2.0")), _record(_event("e1", "CONSULT", "called")))
    found = store.event(number)
    assert found is not None
    assert found.tellings == ()
    assert number not in _ids(store)


def test_a_store_says_which_it_is(tmp_path: Path) -> None:
    with Store.open(tmp_path / "a.db") as opened, Store.open(None) as held:
        assert (repr(opened), repr(held)) == (f"<Store {tmp_path / 'a.db'}>", "<Store in memory>")


def test_other_files_are_not_taken_for_stores(tmp_path: Path) -> None:
    path = tmp_path / "notes.db"
    path.write_text("no store at all, but a long enough text to be a file of some sort")
    with pytest.raises(StoreError, match="not a store"):
        Store.open(path)
    with pytest.raises(StoreError, match="folder"):
        Store.open(tmp_path)
    with pytest.raises(StoreError, match="no such store"):
        Store.open(tmp_path / "none.db", create=False)


def test_readers_see_the_store_while_one_writes(tmp_path: Path) -> None:
    path = tmp_path / "memcon.db"
    with Store.open(path) as one, Store.open(path) as other:
        run = one.begin_run(MadeBy("0.1.0"))
        with one.writing() as connection:
            connection.exec_driver_sql("DELETE FROM failures")
            assert other.counts()["runs"] == 1
        one.save(run, _record(_event("e1", "CONSULT", "met")))
        assert other.counts()["events"] == 1


def _ids(store: Store) -> list[str]:
    with store.reading() as connection:
        told = "SELECT DISTINCT event FROM members JOIN mentions ON mentions.id = members.mention WHERE mentions.current ORDER BY event"
        return [row[0] for row in connection.exec_driver_sql(told)]


def _words(store: Store, number: str) -> str:
    found = store.event(number)
    assert found is not None
    return found.lead.event.triggers[0].quote


def test_a_store_can_be_named_as_on_the_command_line(tmp_path: Path) -> None:
    with Store.open(f"sqlite:///{tmp_path / 'a.db'}"):
        assert (tmp_path / "a.db").exists()
    with pytest.raises(StoreError, match="only SQLite"):
        Store.open("postgresql://localhost/a")


def test_a_run_that_is_not_there_is_told_with_those_that_are() -> None:
    with Store.open(None) as store:
        for runs in ("it has none", "it has run:1 alone", "it has run:1 to run:2"):
            with store.reading() as connection, pytest.raises(PointError, match=runs):
                point(connection, "run:7")
            store.begin_run(MadeBy("0.1.0"))
