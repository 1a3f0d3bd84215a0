"""What people decide lies over the machine's values, is entered in a chain that verifies, and can be undone."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.store.small_store import TEXTS, event, fill, ids, record_of

from memcon.model import MadeBy
from memcon.store import Store
from memcon.store.decisions import DecisionError, decide, fields, head, log, verify_chain
from memcon.store.query import facets, find
from memcon.store.shadow import judged, parted, rejected
from memcon.store.tellings import each_its_own


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


def _decide(store: Store, action: str, target: str, *more: str):
    return decide(store, action, target, *more, who="ann", reason="because")


def test_a_correction_lies_over_the_machines_value_and_overwrites_nothing(store: Store, filled: dict[str, str]) -> None:
    met = filled["met"]
    made = _decide(store, "correct", met, "status", "planned")
    assert (made.before, made.after, made.reason, made.seq) == ("happened", "planned", "because", 1)
    shown = store.event(met)
    assert shown.best("status") == "planned"
    assert [value.value for value in shown.values["status"]] == ["happened"]
    assert shown.lead.event.status == "happened"
    _decide(store, "undo", "1")
    assert store.event(met).best("status") == "happened"
    assert [one.action for one in log(store)] == ["correct", "undo"]
    assert verify_chain(store) == []


def test_a_value_can_be_corrected_to_none(store: Store, filled: dict[str, str]) -> None:
    _decide(store, "correct", filled["met"], "when", "")
    assert store.event(filled["met"]).best("when") is None


def test_a_judgement_is_the_last_one_that_holds(store: Store, filled: dict[str, str]) -> None:
    met = filled["met"]
    _decide(store, "accept", met)
    _decide(store, "reject", met)
    assert store.event(met).judgement == "rejected"
    assert rejected_of(store) == {met}
    _decide(store, "undo", "2")
    assert store.event(met).judgement == "accepted"
    _decide(store, "undo", "3")
    assert store.event(met).judgement == "rejected"
    assert verify_chain(store) == []


def test_events_are_asked_for_by_their_judgement(store: Store, filled: dict[str, str]) -> None:
    met, called, received, shelled = (filled[word] for word in ("met", "called", "received", "shelled"))
    _decide(store, "accept", met)
    _decide(store, "reject", called)
    for query, found in {
        "": {met, received, shelled},
        "judgement:accepted": {met},
        "-judgement:accepted": {received, shelled},
        "judgement:rejected": {called},
        "-judgement:rejected": {met, received, shelled},
        "judgement:accepted,rejected": {met, called},
        "judgement:accepted,rejected -judgement:accepted": {called},
        "-judgement:accepted,rejected": {received, shelled},
    }.items():
        assert {one.id for one in store.events(query)} == found, query


def rejected_of(store: Store) -> set[str]:
    with store.reading() as connection:
        return rejected(connection)


def test_events_that_are_one_and_are_not_after_all(store: Store, filled: dict[str, str]) -> None:
    met, received = filled["met"], filled["received"]
    _decide(store, "correct", received, "where", "Berlin")
    _decide(store, "merge", met, "", received)
    assert store.event(received).id == met
    assert len(store.event(met).tellings) == 2
    assert store.event(met).replaced == (received,)
    assert store.event(met).best("where") == "Berlin"
    _decide(store, "undo", "2")
    assert store.event(received).id == received
    assert ids(store) == filled
    assert store.event(met).best("where") is None
    _decide(store, "undo", "3")
    assert store.event(received).id == met
    with pytest.raises(DecisionError, match="one event already"):
        _decide(store, "merge", met, "", received)


def test_what_people_part_is_to_stay_apart(store: Store, filled: dict[str, str]) -> None:
    met, received = filled["met"], filled["received"]
    pair = {frozenset((met, received))}
    expected = [("merge", set()), ("undo", pair), ("undo", set()), ("split", pair), ("undo", set())]
    for seq, (action, apart) in enumerate(expected):
        target, more = (str(seq), ()) if action == "undo" else (met, ("", received) if action == "merge" else ())
        _decide(store, action, target, *more)
        with store.reading() as connection:
            assert parted(connection) == apart


def test_a_merge_is_undone_after_the_report_was_read_anew(store: Store, filled: dict[str, str]) -> None:
    _decide(store, "merge", filled["met"], "", filled["received"])
    text = TEXTS["Two"]
    anew = event(text, "e7", "AGREE", "received", "Macron", "Emmanuel Macron")
    store.save(store.begin_run(MadeBy("0.2.0")), record_of("Two", text, anew))
    assert {value.value for value in store.event(filled["met"]).values["type"]} == {"AGREE", "CONSULT"}
    _decide(store, "undo", "1")
    assert ids(store) == filled


def test_tellings_taken_out_get_a_new_id_or_the_one_they_had(store: Store, filled: dict[str, str]) -> None:
    met, received = filled["met"], filled["received"]
    _decide(store, "merge", met, "", received)
    report = next(t.witness.id for t in store.event(met).tellings if t.witness.outlet == "Two")
    _decide(store, "split", met, "", report)
    assert ids(store) == filled
    _decide(store, "undo", "2")
    assert store.event(received).id == met
    _decide(store, "split", met)
    assert ids(store) == filled
    _decide(store, "merge", received, "", met)
    other = next(t.witness.id for t in store.event(received).tellings if t.witness.outlet == "Two")
    made = _decide(store, "split", received, "", other)
    fresh = ids(store)["received"]
    assert fresh not in filled.values()
    _decide(store, "undo", str(made.seq))
    assert store.event(fresh).id == received
    assert verify_chain(store) == []


def test_decisions_outlast_a_new_reading(store: Store, filled: dict[str, str]) -> None:
    met = filled["met"]
    _decide(store, "correct", met, "mode", "call")
    _decide(store, "accept", met)
    text = TEXTS["One"]
    run = store.begin_run(MadeBy("0.2.0"))
    store.save(run, record_of("One", text, event(text, "e1", "CONSULT", "met", "Scholz", "Olaf Scholz")))
    assert store.event(met).best("mode") == "call"
    assert store.event(met).judgement == "accepted"
    store.save(store.begin_run(MadeBy("0.3.0")), record_of("One", text))
    gone = store.event(met)
    assert (gone.tellings, gone.judgement, dict(gone.corrected)) == ((), "accepted", {"mode": "call"})


def test_a_corrected_name_is_found(store: Store, filled: dict[str, str]) -> None:
    _decide(store, "correct", filled["shelled"], "actor", "Ruritanian artillery")
    with store.reading() as connection:
        assert find(connection, "ruritanian") == [filled["shelled"]]
    _decide(store, "undo", "1")
    with store.reading() as connection:
        assert find(connection, "ruritanian") == []


@pytest.mark.parametrize(
    ("action", "target", "more", "why"),
    [
        ("praise", "met", (), "no decision"),
        ("accept", "m0", (), "no event m0"),
        ("correct", "met", ("colour", "red"), "no field 'colour'"),
        ("correct", "met", ("status", "red"), "'red' is no status"),
        ("correct", "met", ("status", ""), "always has"),
        ("correct", "met", ("mode", "red"), "there are meeting"),
        ("correct", "met", ("when", "yesterday"), "no date"),
        ("correct", "met", ("country", "Israel"), "three letters"),
        ("split", "met", ("", "r0"), "not told by r0"),
        ("split", "met", (), "nothing would be left"),
        ("undo", "9", (), "no decision 9"),
        ("undo", "x", (), "no decision x"),
        ("forget", "Nobody Known", (), "nobody of that name"),
        ("redact", "r0", ("", "1-2"), "no report r0"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_entered(store: Store, filled: dict[str, str], action, target, more, why) -> None:
    with pytest.raises(DecisionError, match=why):
        _decide(store, action, filled.get(target, target), *more)
    assert log(store) == []


def test_the_log_cannot_be_changed(store: Store, filled: dict[str, str], path: Path) -> None:
    _decide(store, "accept", filled["met"])
    for change in ("UPDATE decisions SET who = 'eve'", "DELETE FROM decisions"):
        with closing(sqlite3.connect(path)) as other, pytest.raises(sqlite3.IntegrityError, match="never changed"):
            other.execute(change)


@pytest.mark.parametrize(
    ("change", "problems"),
    [
        ("UPDATE decisions SET who = 'eve' WHERE seq = 2", ["decision 2: the entry is not what was hashed"]),
        ("DELETE FROM decisions WHERE seq = 2", ["number 2 is missing", "does not follow", "without an entry"]),
        ("UPDATE decision_values SET value = 'ongoing' WHERE seq = 1 AND side = 'after'", ["decision 1: its after is not what was hashed"]),
        ("DELETE FROM decision_values WHERE seq = 1 AND side = 'before'", ["its before is missing"]),
    ],
)
def test_tampering_shows(store: Store, filled: dict[str, str], path: Path, change: str, problems: list[str]) -> None:
    for status in ("planned", "offered", "denied"):
        _decide(store, "correct", filled["met"], "status", status)
    with closing(sqlite3.connect(path)) as other:
        other.executescript(f"DROP TRIGGER decisions_no_update; DROP TRIGGER decisions_no_delete; {change};")
    found = "; ".join(verify_chain(store))
    assert all(one in found for one in problems), found


KINDS = ["accept", "reject", "correct", "merge", "split", "undo"]
steps = st.lists(st.tuples(st.sampled_from(KINDS), st.integers(0, 9), st.integers(0, 9)), max_size=10)


def _state(store: Store) -> object:
    numbers = sorted(ids(store).values())
    with store.reading() as connection:
        told = sorted(tuple(row) for row in connection.exec_driver_sql("SELECT mention, event FROM members"))
        judgements = judged(connection)
    shown = {number: dict(store.event(number).corrected) for number in numbers}
    return told, judgements, shown


def _take(store: Store, step: tuple[str, int, int], known: list[str]) -> bool:
    action, one, other = step
    target, second = known[one % len(known)], known[other % len(known)]
    more: tuple[str, ...] = ()
    if action == "undo":
        target = str(one)
    elif action == "correct":
        more = (("status", "planned"), ("mode", "call"), ("where", "Berlin"))[other % 3]
    elif action == "merge":
        more = ("", second)
    elif action == "split" and other % 2:
        found = store.event(target)
        more = ("", found.tellings[-1].witness.id) if found.tellings else ()
    try:
        _decide(store, action, target, *more)
    except DecisionError:
        return False
    return True


@given(steps)
@settings(max_examples=12, deadline=None)
def test_any_decisions_verify_and_undo_restores_what_was(steps) -> None:
    with Store.open(None, place=each_its_own) as store:
        known = list(fill(store).values())
        states = [_state(store)]
        for step in steps:
            if step[0] != "undo" and _take(store, step, known):
                states.append(_state(store))
        assert verify_chain(store) == []
        count = len(states) - 1
        for seq in range(count, 0, -1):
            assert _state(store) == states[seq]
            _decide(store, "undo", str(seq))
        assert _state(store) == states[0]
        for back in range(2 * count, count, -1):  # and undone in their turn, all holds as it did
            _decide(store, "undo", str(back))
        assert _state(store) == states[-1]
        assert verify_chain(store) == []
        assert all(store.event(number) for number in known)


@given(steps)
@settings(max_examples=12, deadline=None)
def test_decisions_and_undos_in_any_order_keep_the_chain_and_every_telling(steps) -> None:
    with Store.open(None, place=each_its_own) as store:
        known = list(fill(store).values())
        entered = sum(_take(store, step, known) for step in steps)
        assert verify_chain(store) == []
        assert len(log(store)) == entered
        told, _judgements, _shown = _state(store)
        assert len(told) == 4
        for number in known:
            assert store.event(number).tellings


def test_every_field_has_a_name_that_records_use() -> None:
    assert {"type", "status", "when", "where", "actor", "recipient"} <= set(fields())


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ("", None),
        ("DELETE FROM decision_values WHERE seq > 1; DELETE FROM decisions WHERE seq > 1", "2 of the 3 decisions are gone from its end"),
        ("DELETE FROM decision_values; DELETE FROM decisions", "3 of the 3 decisions are gone from its end"),
    ],
)
def test_what_was_cut_off_shows_by_a_head_kept_elsewhere(store: Store, filled: dict[str, str], path: Path, change: str, problem) -> None:
    assert head(store) == f"0:{'0' * 64}"
    first = head(store)
    for status in ("planned", "offered", "denied"):
        _decide(store, "correct", filled["met"], "status", status)
    kept = head(store)
    assert kept == f"3:{log(store)[-1].hash}"
    with closing(sqlite3.connect(path)) as other:
        other.executescript(f"DROP TRIGGER decisions_no_delete; {change};")
    assert verify_chain(store) == []
    assert verify_chain(store, first) == []
    assert verify_chain(store, kept) == ([f"the log ends too early: {problem}"] if problem else [])
    _decide(store, "accept", filled["met"])
    assert bool(verify_chain(store, kept)) == bool(problem)


def test_a_log_written_anew_shows_by_a_head_kept_elsewhere(store: Store, filled: dict[str, str]) -> None:
    _decide(store, "accept", filled["met"])
    with Store.open(None, place=each_its_own) as other:
        fill(other)
        _decide(other, "reject", filled["met"])
        _decide(other, "accept", filled["met"])
        assert verify_chain(other, head(store)) == ["decision 1 is not the one that was noted: the log was written anew"]
    for wrong in ("", "1", "x:y", "1:ab", f"-1:{'0' * 64}"):
        with pytest.raises(DecisionError, match="no head"):
            verify_chain(store, wrong)


def test_find_asks_for_what_a_person_put_right_and_no_longer_for_what_the_report_says(store: Store, filled: dict[str, str]) -> None:
    met, received, shelled = filled["met"], filled["received"], filled["shelled"]

    def found(query: str) -> list[str]:
        return [one.id for one in store.events(query)]

    for field, value in (("when", "2024-05-20"), ("status", "denied"), ("where", "Versailles"), ("country", "FRA"), ("source", "Le Soir")):
        _decide(store, "correct", met, field, value)
    assert found("on:2024-05-20") == found("status:denied") == found("place:versailles country:FRA") == found('source:"le soir"') == [met]
    assert found("on:2022-03-07") == []
    assert found("sort:-time")[0] == met
    assert asked_facets(store)["year"] == {"2022": 1, "2024": 1}
    _decide(store, "correct", shelled, "actor", "Emmanuel Macron")
    _decide(store, "correct", received, "recipient", "John Doe")
    assert found("who:macron type:assault") == [shelled]
    assert found("who:army") == found("with:army") == []
    assert found("whom:doe") == found('with:"john doe"') == found("who:doe") == [received]  # a contact has two sides
    assert found("whom:macron type:assault") == []
    assert set(found("-with:army")) == set(filled.values())
    _decide(store, "correct", shelled, "type", "CONSULT")
    assert set(found("whom:macron type:consult")) == {received, shelled}
    _decide(store, "correct", met, "actor", "")
    assert found("who:scholz") == [filled["called"]]
    for number in range(1, len(log(store)) + 1):
        _decide(store, "undo", str(number))
    assert found("on:2022-03-07") == [met]
    assert found("who:army") == [shelled]
    assert set(found("who:scholz")) == {met, filled["called"]}


def test_one_whom_the_store_knows_is_found_by_key_and_country(store: Store, filled: dict[str, str]) -> None:
    _decide(store, "correct", filled["shelled"], "actor", "Olaf Scholz")
    assert [one.id for one in store.events("who:wd:Q61053 type:assault")] == [filled["shelled"]]
    assert [one.id for one in store.events("who:deu type:assault")] == [filled["shelled"]]


def asked_facets(store: Store) -> dict[str, dict[str, int]]:
    with store.reading() as connection:
        return facets(connection, "")
