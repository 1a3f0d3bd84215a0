"""Of two people of one name one alone is forgotten, and who is meant must be said."""

import json
from pathlib import Path

import pytest
from tests.store.small_store import bytes_of, spans

from memcon.cli import main
from memcon.model import Entity, Event, MadeBy, Party, Record, Report
from memcon.store import Store
from memcon.store.decisions import DecisionError, decide, log, verify_chain
from memcon.store.tellings import each_its_own

NAME = "Michael Müller"
ONE, OTHER = "Q111", "Q222"
TEXTS = {
    "Berlin": ("Mayor Michael Müller resigned. Müller wept.", "resigned", ONE, "DEU"),
    "Vienna": ("Michael Müller sang at the opera. Müller bowed.", "sang", OTHER, "AUT"),
    "Unknown": ("Michael Müller sailed away.", "sailed", None, None),
}


def _record(outlet: str, text: str, word: str, wikidata: str | None, country: str | None) -> Record:
    places = spans(text, "Müller")
    who = Entity("n1", NAME, "person", (*spans(text, NAME), *places[1:]), wikidata, country)
    party = Party("actor", NAME, "person", spans(text, NAME)[0], "n1", wikidata, country)
    event = Event("e1", "STATEMENT", "", "happened", spans(text, word), (party,), summary=f"{NAME} {word}.", confidence=0.8)
    return Record(Report(f"file-{outlet}", text, published="2022-03-08", outlet=outlet), (event,), entities=(who,), made_by=MadeBy("0.1.0"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "memcon.db"


@pytest.fixture
def store(path: Path):
    with Store.open(path, place=each_its_own) as opened:
        run = opened.begin_run(MadeBy("0.1.0"))
        for outlet, told in TEXTS.items():
            opened.save(run, _record(outlet, *told))
        yield opened


def _text(store: Store, outlet: str) -> str:
    with store.reading() as connection:
        number = connection.exec_driver_sql("SELECT id FROM reports WHERE outlet = ?", (outlet,)).scalar_one()
    return store.report(number).text


def _actor(store: Store, outlet: str) -> tuple[str, str | None]:
    (party,) = (
        p for e in store.events() for t in e.tellings if t.witness.outlet == outlet for p in t.event.participants
    )  # fmt: skip
    return party.name, party.wikidata


def test_a_name_that_two_bear_is_not_enough(store: Store) -> None:
    with pytest.raises(DecisionError) as told:
        decide(store, "forget", NAME, who="ann")
    for part in ("several bear the name", f"wd:{ONE} (DEU, 1 report)", f"wd:{OTHER} (AUT, 1 report)", "person:michael müller@ (1 report)"):
        assert part in str(told.value)
    assert log(store) == []
    assert all(_text(store, outlet) == text for outlet, (text, *_rest) in TEXTS.items())


def test_a_key_takes_one_and_leaves_the_other_whole(store: Store, path: Path) -> None:
    other = next(e.id for e in store.events() if e.lead.witness.outlet == "Vienna")
    own = next(e.id for e in store.events() if e.lead.witness.outlet == "Berlin")
    decide(store, "correct", other, "actor", f"{NAME} the singer", who="ann", reason=f"{NAME} sings")
    decide(store, "correct", own, "actor", f"{NAME} the mayor", who="ann", reason=f"{NAME} governs")
    made = decide(store, "forget", f"wd:{ONE}", who="ann")
    assert _text(store, "Berlin") == "Mayor ██████████████ resigned. ██████ wept."
    assert _actor(store, "Berlin") == ("█" * len(NAME), None)
    assert [_text(store, outlet) for outlet in ("Vienna", "Unknown")] == [TEXTS["Vienna"][0], TEXTS["Unknown"][0]]
    assert _actor(store, "Vienna") == (NAME, OTHER)
    assert dict(store.event(other).corrected) == {"actor": f"{NAME} the singer"}
    assert [(one.after, one.reason) for one in log(store)[:2]] == [(f"{NAME} the singer", f"{NAME} sings"), (None, None)]
    assert f"{NAME} the mayor".encode() not in bytes_of(path)
    assert ONE.encode() not in bytes_of(path)
    assert len(json.loads(made.after)["reports"]) == 1
    assert verify_chain(store) == []
    decide(store, "forget", f"wd:{OTHER}", who="ann")  # now the last of that name, so whoever else is called so is taken for him
    assert "Müller".encode() not in bytes_of(path)
    assert "müller".encode() not in bytes_of(path)
    assert verify_chain(store) == []


def test_everyone_of_a_name_can_be_forgotten_at_once(store: Store, path: Path) -> None:
    decide(store, "forget", NAME, "", "everyone", who="ann")
    assert "Müller".encode() not in bytes_of(path)
    assert verify_chain(store) == []


def test_in_one_report_only_the_others_own_words_stay(store: Store) -> None:
    text = "Michael Müller of Berlin met Michael Müller of Vienna."
    first, second = spans(text, NAME)
    parties = (
        Party("actor", NAME, "person", first, "n1", ONE, "DEU"),
        Party("recipient", NAME, "person", second, "n2", OTHER, "AUT"),
    )
    entities = (Entity("n1", NAME, "person", (first,), ONE, "DEU"), Entity("n2", NAME, "person", (second,), OTHER, "AUT"))
    event = Event("e1", "CONSULT", "meeting", "happened", spans(text, "met"), parties, summary=f"{NAME} met {NAME}.", confidence=0.8)
    store.save(
        store.begin_run(MadeBy("0.1.0")),
        Record(Report("both", text, outlet="Both"), (event,), entities=entities, made_by=MadeBy("0.1.0")),
    )
    decide(store, "forget", f"wd:{ONE}", who="ann")
    assert _text(store, "Both") == "██████████████ of Berlin met Michael Müller of Vienna."
    (shown,) = (e for e in store.events() if e.lead.witness.outlet == "Both")
    assert [(p.name, p.wikidata) for p in shown.lead.event.participants] == [("█" * len(NAME), None), (NAME, OTHER)]
    assert shown.lead.event.summary == f"{'█' * len(NAME)} met {NAME}."
    (record,) = (store.record(t.witness.id) for t in shown.tellings)
    assert [(e.name, e.wikidata) for e in record.entities] == [("█" * len(NAME), None), (NAME, OTHER)]


def test_a_surname_that_another_bears_stays_with_him(store: Store) -> None:
    """Even where the one who is forgotten goes by the surname alone elsewhere."""
    text = "Müller called. Erna Müller listened; the Müller sisters laughed."
    who = Entity("n1", "Müller", "person", (spans(text, "Müller")[0],), ONE, "DEU")
    party = Party("actor", "Müller", "person", spans(text, "Müller")[0], "n1", ONE, "DEU")
    event = Event("e1", "CONSULT", "call", "happened", spans(text, "called"), (party,), summary="Müller called.", confidence=0.8)
    run = store.begin_run(MadeBy("0.1.0"))
    store.save(run, Record(Report("short", text, outlet="Short"), (event,), entities=(who,), made_by=MadeBy("0.1.0")))
    own = "Erna Müller lectured in Rome. Müller was applauded."
    erna = Party("actor", "Erna Müller", "person", spans(own, "Erna Müller")[0], "n1", None, "ITA")
    lectured = Event("e1", "STATEMENT", "", "happened", spans(own, "lectured"), (erna,), summary="Erna Müller lectured.", confidence=0.8)
    her = Entity("n1", "Erna Müller", "person", spans(own, "Erna Müller"), None, "ITA")
    store.save(run, Record(Report("erna", own, outlet="Erna"), (lectured,), entities=(her,), made_by=MadeBy("0.1.0")))
    decide(store, "forget", f"wd:{ONE}", who="ann")
    assert _text(store, "Short") == "██████ called. Erna Müller listened; the ██████ sisters laughed."
    assert _text(store, "Erna") == own
    assert _actor(store, "Erna") == ("Erna Müller", None)


def test_a_person_with_a_states_name_and_the_state(store: Store) -> None:
    text = "Chad bombed a depot. Chad Smith sang."
    run = store.begin_run(MadeBy("0.1.0"))
    state = Party("actor", "Chad", "state", spans(text, "Chad")[0], None, None, "TCD")
    bombed = Event("e1", "ASSAULT", "", "happened", spans(text, "bombed"), (state,), summary="Chad bombed.", confidence=0.8)
    store.save(run, Record(Report("chad", text, outlet="Chad"), (bombed,), made_by=MadeBy("0.1.0")))
    man = Party("actor", "Chad", "person", spans(text, "Chad")[1], None, "Q9", "USA")
    other = "Chad left for home."
    left = Event("e1", "STATEMENT", "", "happened", spans(other, "left"), (man,), summary="Chad left.", confidence=0.8)
    man_there = Record(Report("home", other, outlet="Home"), (left,), made_by=MadeBy("0.1.0"))
    store.save(run, man_there)
    with pytest.raises(DecisionError, match="several bear"):
        decide(store, "forget", "Chad", who="ann")
    decide(store, "forget", "wd:Q9", who="ann")
    assert _text(store, "Chad") == text
    assert _text(store, "Home") == "████ left for home."


def test_the_command_tells_who_is_meant_and_what_was_left(store: Store, path: Path, capsys) -> None:
    def memcon(*words: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as ended:
            main([*words, "--db", str(path)])
        return (ended.value.code or 0, *capsys.readouterr())

    code, _, err = memcon("forget", NAME, "--yes")
    assert code == 2
    assert f"wd:{OTHER} (AUT, 1 report)" in err
    assert "--everyone" in err
    code, out, _ = memcon("forget", f"wd:{ONE}", "--yes")
    assert code == 0
    assert out.splitlines()[1].startswith("left, as others of that name: ")
    assert out.count("report") >= 2
    assert memcon("forget", NAME, "--everyone", "--yes")[0] == 0
    assert "Müller".encode() not in bytes_of(path)
    assert memcon("forget", "r0", "--everyone", "--yes")[0] == 2


def test_what_is_called_by_a_name_goes_with_it(store: Store, path: Path) -> None:
    text = "Ahmad Rahimi was heard. Rahimi's two lawyers met. Rahimi left; Rupert Rahimi’s aides stayed."
    who = Entity("n1", "Ahmad Rahimi", "person", (*spans(text, "Ahmad Rahimi"), spans(text, "Rahimi")[2]), None, "USA")
    theirs = Entity("n2", "Rahimi's two lawyers", "group", spans(text, "Rahimi's two lawyers"))
    his = Entity("n3", "Rupert Rahimi’s aides", "group", spans(text, "Rupert Rahimi’s aides"))
    party = Party("actor", theirs.name, "group", theirs.mentions[0], "n2")
    met = Event("e1", "CONSULT", "meeting", "happened", spans(text, "met"), (party,), summary=f"{theirs.name} met.", confidence=0.8)
    made = Record(Report("file", text, outlet="Paper"), (met,), entities=(who, theirs, his), made_by=MadeBy("0.1.0"))
    store.save(store.begin_run(MadeBy("0.1.0")), made)
    decide(store, "forget", "Ahmad Rahimi", who="ann")
    assert _text(store, "Paper") == "████████████ was heard. ██████'s two lawyers met. ██████ left; Rupert Rahimi’s aides stayed."
    (shown,) = (e for e in store.events() if e.lead.witness.outlet == "Paper")
    assert shown.lead.event.participants[0].name == "██████'s two lawyers"
    assert shown.lead.event.summary == "██████'s two lawyers met."
    assert list(store.events("rahimi lawyers")) == []
