"""What is forgotten or redacted is in no table, no index and no byte of the store's files; ids and the chain stay."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from tests.store.search_problems import search_problems
from tests.store.small_store import TEXTS, bytes_of, event, fill, ids, record_of, spans

from memcon.model import Attribution, Entity, Event, Evidence, MadeBy, Party, Record, Source, Span, Time, When, Where
from memcon.store import Store, StoreError, sqlite
from memcon.store.decisions import DecisionError, clear_traces, decide, log, verify_chain
from memcon.store.query import find
from memcon.store.tellings import each_its_own
from memcon.verification import verify


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "memcon.db"


@pytest.fixture
def store(path: Path):
    with Store.open(path, place=each_its_own) as opened:
        yield opened


@pytest.fixture
def filled(store: Store) -> dict[str, str]:
    return fill(store)


def _held(path: Path, *words: str) -> list[str]:
    """Which of the words stand in the store's files, in whatever case."""
    raw = bytes_of(path)
    low = raw.lower()
    return [word for word in words if word.encode() in raw or word.lower().encode() in low]


def _report(store: Store, outlet: str) -> str:
    with store.reading() as connection:
        return connection.exec_driver_sql("SELECT id FROM reports WHERE outlet = ?", (outlet,)).scalar_one()


def test_a_report_that_is_forgotten_leaves_ids_only(store: Store, filled: dict[str, str], path: Path) -> None:
    number, shelled = _report(store, "Three"), filled["shelled"]
    decide(store, "correct", shelled, "where", "Zenda depot", who="ann", reason="Zenda is named")
    store.fail(store.begin_run(MadeBy("0.1.0")), "file-Three", "it was Zenda")
    assert _held(path, "Zenda", "shelled")
    decide(store, "forget", number, who="ann", reason="asked for")
    assert _held(path, "Zenda", "shelled", "depot", "Three") == []
    assert store.report(number) is None
    assert store.event(shelled).judgement == "forgotten"
    assert store.event(shelled).tellings == ()
    assert shelled not in ids(store).values()
    with store.reading() as connection:
        assert find(connection, "shelled") == find(connection, "text:zenda") == []
    assert search_problems(store.engine) == verify_chain(store) == []
    assert next((one.action, one.after) for one in log(store)) == ("correct", None)
    with pytest.raises(DecisionError, match="gone for good"):
        decide(store, "undo", "2", who="ann")


def test_what_is_forgotten_does_not_come_back(store: Store, filled: dict[str, str], path: Path) -> None:
    text = TEXTS["Three"]
    record = record_of("Three", text, event(text, "e1", "ASSAULT", "shelled", "The army", "Army"))
    decide(store, "forget", _report(store, "Three"), who="ann")
    assert store.has(record.report)
    with pytest.raises(StoreError, match="do not come back"):
        store.save(store.begin_run(MadeBy("0.2.0")), record)
    assert _held(path, "Zenda") == []


def test_an_event_that_another_report_tells_stays(store: Store, filled: dict[str, str], path: Path) -> None:
    decide(store, "merge", filled["met"], "", filled["received"], who="ann")
    decide(store, "forget", _report(store, "One"), who="ann")
    assert store.event(filled["met"]).lead.witness.outlet == "Two"
    assert store.event(filled["met"]).judgement is None
    assert store.event(filled["called"]).judgement == "forgotten"
    assert _held(path, "Zelensky", "Paris") == []
    assert verify_chain(store) == []


def test_a_forgotten_original_passes_its_copies_on(store: Store) -> None:
    body = " ".join(f"The minister said sentence number {n} of the long report about grain." for n in range(12))
    run = store.begin_run(MadeBy("0.1.0"))
    for outlet in ("A", "B", "C"):
        store.save(run, record_of(outlet, body + f" {outlet}"))
    with store.reading() as connection:
        first = connection.exec_driver_sql("SELECT DISTINCT copy_of FROM reports WHERE copy_of IS NOT NULL").scalar_one()
    decide(store, "forget", first, who="ann")
    assert store.counts()["reports"] == 2
    assert store.counts()["copies"] == 1


@pytest.mark.parametrize("wanted", ["Olaf Scholz", "olaf scholz", "wd:Q61053"])
def test_a_person_who_is_forgotten_is_named_nowhere(store: Store, filled: dict[str, str], path: Path, wanted: str) -> None:
    decide(store, "correct", filled["received"], "actor", "Olaf SCHOLZ", who="ann", reason="Scholz did it")
    made = decide(store, "forget", wanted, who="ann", reason="Scholz asked for it")
    assert _held(path, "Scholz", "Olaf", "Q61053") == []
    assert _held(path, "Macron") == ["Macron"]
    assert "scholz" not in made.target.lower()
    assert verify_chain(store) == []
    one = store.report(_report(store, "One"))
    assert one.text == "███████████ met Emmanuel Macron in Paris on Monday. Later ██████ called Zelensky."
    assert len(one.text) == len(TEXTS["One"])
    assert store.record(_report(store, "One")).report == one
    shown = store.event(filled["met"])
    assert shown.lead.event.participants[0].name == "███████████"
    assert shown.lead.event.participants[0].wikidata is None
    assert ids(store)["met"] == filled["met"]
    assert not shown.corrected


def test_a_redacted_text_keeps_its_id_and_its_old_words_do_not_come_back(store: Store, filled: dict[str, str], path: Path) -> None:
    number, text = _report(store, "One"), TEXTS["One"]
    record = store.record(number)
    decide(store, "forget", "Olaf Scholz", who="ann")
    rest = store.record(number)
    assert store.has(rest.report)
    assert store.has(record.report)
    run = store.begin_run(MadeBy("0.2.0"))
    with pytest.raises(StoreError, match="do not come back"):
        store.save(run, record)
    assert store.save(run, rest) == number
    assert _held(path, "Scholz") == []
    assert text not in store.report(number).text


def test_a_namesake_keeps_the_name(store: Store, filled: dict[str, str], path: Path) -> None:
    text = "Rupert Scholz lectured."
    store.save(store.begin_run(MadeBy("0.1.0")), record_of("Four", text, _by(text, "lectured", "Rupert Scholz")))
    decide(store, "forget", "Olaf Scholz", who="ann")
    assert store.report(_report(store, "Four")).text == text
    assert "Scholz" not in store.report(_report(store, "One")).text
    assert _held(path, "Olaf") == []


def _by(text: str, word: str, name: str) -> Event:
    party = Party("actor", name, "person", spans(text, name)[0], country="DEU")
    return Event("e1", "STATEMENT", "", "happened", spans(text, word), (party,), summary=f"{name} {word}.", confidence=0.5)


FULL = (
    "Envoys agreed a truce in Strelsau, the secret brother Rudolf said on Friday. The pact, Rudolf said, holds for three days. "
    "Rudolf of Ruritania met the duke in Zenda."
)


def _full() -> Record:
    def span(words: str, after: int = 0) -> Span:
        at = FULL.index(words, after)
        return Span(at, at + len(words), words)

    rudolf = Party("actor", "Rudolf of Ruritania", "person", span("Rudolf of Ruritania"), "n1", "Q1", "RUR", office="King")
    first = Party("actor", "Rudolf of Ruritania", "person", span("Rudolf"), "n1", "Q1", "RUR", office="King")
    envoys = Party("actor", "Envoys", "group", span("Envoys"), "n2")
    said = Source("person", "Rudolf of Ruritania", "a1", span("the secret brother Rudolf"), span("said"))
    agreed = Event(
        "e1", "AGREE", "", "happened", (span("agreed"), span("pact")), (envoys, first),
        When("2022-03-04", span("Friday")), where=Where("Strelsau", span("Strelsau"), country="RUR"), duration="P3D",
        summary="Envoys agreed with the secret brother on Friday in Strelsau.", about=(span("a truce"),), sources=(said,),
        evidence=(
            Evidence("/type", (span("agreed"),), "rule:x", 0.9), Evidence("/duration", (span("three days"),), "rule:y", 0.9),
            Evidence("/participants/1/wikidata", (span("Rudolf"),), "registry", 0.9),
        ), confidence=0.7,
    )  # fmt: skip
    met = Event(
        "e2",
        "CONSULT",
        "meeting",
        "happened",
        (span("met"),),
        (rudolf,),
        where=Where("Zenda", span("Zenda")),
        summary="Met.",
        confidence=0.6,
    )
    return Record(
        record_of("Full", FULL).report,
        (agreed, met),
        (Attribution("a1", "person", (span("the secret brother Rudolf"),), (span("said"),), (span("Envoys agreed a truce in Strelsau"),)),),
        (Time("DATE", "2022-03-04", span("Friday").start, span("Friday").end, "Friday"),),
        (),
        (
            Entity("n1", "Rudolf of Ruritania", "person", (*spans(FULL, "Rudolf"),), "Q1", "RUR"),
            Entity("n2", "Envoys", "group", (span("Envoys"),)),
        ),
        MadeBy("0.1.0"),
    )


def test_a_passage_goes_with_all_that_was_read_from_it(store: Store, path: Path) -> None:
    record = _full()
    number = store.save(store.begin_run(MadeBy("0.1.0")), record)
    start, end = FULL.index("in Strelsau"), FULL.index(". The pact")
    decide(store, "redact", number, "", f"{start}-{end}", who="ann")
    assert _held(path, "Strelsau", "secret", "brother", "Friday", "2022-03-04") == []
    rest = store.record(number)
    assert rest.report.text[:start] + FULL[start:end] + rest.report.text[end:] == FULL
    assert not [one for one in map(str, verify(rest)) if "no words" not in one]  # the record above has no evidence for all of it
    agreed, met = rest.events
    assert (agreed.when, agreed.where, agreed.sources, [p.name for p in agreed.participants]) == (None, None, (), ["Envoys"])
    assert (agreed.duration, agreed.about[0].quote, agreed.summary) == ("P3D", "a truce", "Envoys agreed for 3 days (on: a truce).")
    assert [one.path for one in agreed.evidence] == ["/type", "/duration"]
    assert met.participants[0].name == "Rudolf of Ruritania"
    assert verify_chain(store) == []


def test_an_event_whose_every_word_is_redacted_is_forgotten(store: Store, filled: dict[str, str], path: Path) -> None:
    text = TEXTS["One"]
    start = text.index("Later")
    decide(store, "redact", _report(store, "One"), "", f"{start}-{len(text)}", who="ann")
    assert store.event(filled["called"]).judgement == "forgotten"
    assert store.event(filled["met"]).judgement is None
    assert _held(path, "Zelensky", "Later Scholz") == []
    with pytest.raises(DecisionError, match="no stretch"):
        decide(store, "redact", _report(store, "One"), "", "5-999", who="ann")


def test_another_process_that_reads_the_old_state_is_told_of(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite, "WAIT_S", 0.1)
    with Store.open(path, place=each_its_own) as store:
        fill(store)
        number = _report(store, "Three")
        with Store.open(path, place=each_its_own) as other, other.reading() as connection:
            connection.exec_driver_sql("SELECT count(*) FROM reports")
            with pytest.raises(StoreError, match="--traces"):
                decide(store, "forget", number, who="ann")
        clear_traces(store)
        assert _held(path, "Zenda") == []
        assert verify_chain(store) == []


letters = st.text("abcdefghijklmnopqrstuvwxyzäöžş", min_size=6, max_size=12)


@given(first=letters, last=letters, how=st.sampled_from(["report", "person", "passage"]))
@example(first="ölaf", last="zžyxqwv", how="person")
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_byte_of_what_was_removed_is_left(tmp_path_factory: pytest.TempPathFactory, first: str, last: str, how: str) -> None:
    path = tmp_path_factory.mktemp("store") / "memcon.db"
    marked = f"Qx{first} Zj{last}"
    text = f"{marked} greeted the queen. The queen thanked Zj{last}’s aides; “{marked.upper()}!” they cried."
    with Store.open(path) as store:
        fill(store)
        number = store.save(store.begin_run(MadeBy("0.1.0")), record_of("Marked", text, _by(text, "greeted", marked)))
        known = ids(store)["greeted"]
        decide(store, "correct", known, "actor", marked.lower(), who="ann", reason=f"{marked} it was")
        assert _held(path, marked)
        if how == "passage":
            for _ in range(3):
                at = store.report(number).text.lower().find(f"zj{last}".lower())
                start = store.report(number).text.lower().find(marked.lower())
                start = at if start < 0 else min(at, start)
                end = store.report(number).text.lower().index(f"zj{last}".lower(), start) + len(f"Zj{last}")
                decide(store, "redact", number, "", f"{start}-{end}", who="ann")
        else:
            decide(store, "forget", number if how == "report" else marked, who="ann", reason="asked for")
        assert verify_chain(store) == []
        words = (f"Qx{first}", f"Zj{last}", f"Zj{last}".upper())
        assert _held(path, *words) == []
    assert _held(path, *words) == []
