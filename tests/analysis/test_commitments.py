"""Promises: kept and broken on evidence alone, overdue and open without any."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.analysis.reported import LINES, REPORTS, Line, met, opened, report, store_of

from memcon.analysis.commitments import STATES, commitment_ledger
from memcon.analysis.windows import Window
from memcon.store import decide

PROMISE = Line(
    "Norway promised to release the crew by Thursday.",
    "release",
    "RETREAT",
    "release",
    "planned",
    ("Norway",),
    ("Iceland",),
    "../2019-09-12",
)


def _state(*later: tuple[str, Line], on: str | None = None) -> tuple[str, bool]:
    with opened() as store:
        report(store, "2019-09-10", "Wire", PROMISE)
        for day, line in later:
            report(store, day, "Wire", line)
        rows = [row for row in commitment_ledger(store, on=date.fromisoformat(on) if on else None) if row.made == date(2019, 9, 10)]
    assert len(rows) == 1
    return rows[0].state, rows[0].late


def _released(day: str, who: str = "Norway", what: str = "crew") -> Line:
    return Line(f"{who} released the {what}.", "released", "RETREAT", "release", "happened", (who,), ("Iceland",), day)


def test_kept_in_time_and_late() -> None:
    assert _state(("2019-09-13", _released("2019-09-12"))) == ("kept", False)
    assert _state(("2019-09-15", _released("2019-09-14"))) == ("kept", True)


@pytest.mark.parametrize(
    "other",
    [
        _released("2019-09-05"),  # before it was promised
        _released("2019-09-12", "Sweden"),
        Line("Norway gave Iceland fish.", "gave", "AID", "", "happened", ("Norway",), ("Iceland",), "2019-09-12"),
    ],
)
def test_what_does_not_keep_it(other) -> None:
    assert _state(("2019-09-13", other)) == ("overdue", False)


def test_broken_by_a_refusal_or_a_denial() -> None:
    refused = Line("Norway refused to release the crew.", "refused", "REJECT", "yield", "happened", ("Norway",), (), "2019-09-11")
    unrelated = Line("Norway refused to raise taxes.", "refused", "REJECT", "yield", "happened", ("Norway",), (), "2019-09-11")
    undone = Line("Norway did not release the crew.", "release", "RETREAT", "release", "denied", ("Norway",), ("Iceland",), "2019-09-13")
    assert _state(("2019-09-12", refused)) == ("broken", False)
    assert _state(("2019-09-12", unrelated)) == ("open", False)
    assert _state(("2019-09-13", undone)) == ("broken", False)
    assert _state(("2019-09-13", undone), ("2019-09-14", _released("2019-09-12"))) == ("disputed", False)


def test_open_until_it_is_due() -> None:
    assert _state() == ("open", False)
    assert _state(on="2019-09-12") == ("open", False)
    assert _state(on="2019-09-13") == ("overdue", False)


def test_a_truce_is_broken_by_an_attack() -> None:
    truce = Line("Norway and Iceland agreed to a truce.", "agreed", "AGREE", "", "happened", ("Norway", "Iceland"), (), "2019-09-10")
    rammed = Line("Iceland rammed a boat of Norway.", "rammed", "ASSAULT", "", "happened", ("Iceland",), ("Norway",), "2019-09-14")
    before = Line("Iceland rammed a boat of Norway.", "rammed", "ASSAULT", "", "happened", ("Iceland",), ("Norway",), "2019-09-01")
    for attack, state in ((rammed, "broken"), (before, "open")):
        with opened() as store:
            report(store, "2019-09-10", "Wire", truce)
            report(store, "2019-09-15", "Wire", attack)
            (row,) = store.ledger("commitments", "Norway", "Iceland")
        assert (row.kind, row.state) == ("agreement", state)
        assert [quote.words for quote in row.broken] == (["Iceland rammed a boat of Norway."] if state == "broken" else [])


def test_an_attack_breaks_a_truce_and_no_other_agreement() -> None:
    agreed = Line("Norway and Iceland agreed to share fish.", "agreed", "AGREE", "", "happened", ("Norway", "Iceland"), (), "2019-09-10")
    left = Line("Iceland promised to withdraw its ship.", "withdraw", "RETREAT", "withdraw", "planned", ("Iceland",), ("Norway",))
    rammed = Line("Iceland rammed a boat of Norway.", "rammed", "ASSAULT", "", "happened", ("Iceland",), ("Norway",), "2019-09-14")
    with opened() as store:
        report(store, "2019-09-10", "Wire", agreed, left)
        report(store, "2019-09-15", "Wire", rammed)
        assert [row.state for row in store.ledger("commitments", "Norway", "Iceland")] == ["open", "open"]


def test_a_truce_that_one_side_denies_before_it_begins_is_disputed() -> None:
    sides = ("Norway", "Iceland")
    planned = Line("Norway and Iceland agreed to a ceasefire.", "ceasefire", "RETREAT", "ceasefire", "planned", sides, (), "2019-09-13")
    denied = Line("Norway has not agreed to a ceasefire.", "ceasefire", "RETREAT", "ceasefire", "denied", ("Norway",), ("Iceland",))
    with opened() as store:
        report(store, "2019-09-11", "Wire", planned)
        report(store, "2019-09-12", "Ledger", denied)
        (row,) = store.ledger("commitments")
    assert (row.state, [q.words for q in row.broken]) == ("disputed", [denied.words])


def test_an_agreement_that_one_side_denies_is_disputed() -> None:
    agreed = Line("Norway and Iceland agreed to talks without conditions.", "agreed", "AGREE", "", actors=("Norway", "Iceland"))
    denied = Line("Norway had not agreed to talks without conditions.", "agreed", "AGREE", "", "denied", ("Norway",))
    with opened() as store:
        report(store, "2019-09-08", "Wire", agreed)
        report(store, "2019-09-09", "Ledger", denied)
        (row,) = store.ledger("commitments")
    assert (row.state, [q.words for q in row.kept], [q.words for q in row.broken]) == ("disputed", [agreed.words], [denied.words])


@pytest.mark.parametrize(
    ("words", "trigger", "state"),
    [
        ("Norway accused Iceland of breaking the truce.", "accused", "disputed"),
        ("Norway accused Iceland of violations of the truce.", "accused", "disputed"),
        ("Norway accused Iceland of delaying the truce.", "accused", "open"),
        ("Norway accused Iceland of breaking fishing rules.", "accused", "open"),
    ],
)
def test_a_truce_that_one_side_says_the_other_broke_is_disputed(words: str, trigger: str, state: str) -> None:
    sides = ("Norway", "Iceland")
    truce = Line("Norway and Iceland ceased fire.", "ceased fire", "RETREAT", "ceasefire", "happened", sides, (), "2019-09-10")
    with opened() as store:
        report(store, "2019-09-10", "Wire", truce)
        report(store, "2019-09-12", "Wire", Line(words, trigger, "ACCUSE", "", "happened", ("Norway",), ("Iceland",)))
        (row,) = store.ledger("commitments", *sides)
    assert (row.state, [q.words for q in row.broken]) == (state, [words] if state == "disputed" else [])


@pytest.mark.parametrize(
    ("who", "day", "place", "state"),
    [
        ("Solberg", "2019-09-10", ("Helsinki", "FIN"), "kept"),
        ("Solberg", "2019-09-11", ("Helsinki", "FIN"), "kept"),
        ("Solberg", "2019-09-15", ("Helsinki", "FIN"), "overdue"),
        ("Solberg", "2019-09-10", ("Turku", "FIN"), "overdue"),
        ("Jakobsdottir", "2019-09-10", ("Helsinki", "FIN"), "overdue"),
    ],
)
def test_who_was_to_travel_somewhere_came_if_there_in_contact(who: str, day: str, place: tuple[str, str], state: str) -> None:
    plan = Line("Solberg will fly to Helsinki.", "fly", "CONSULT", "visit", "planned", ("Solberg",), (), "2019-09-10", ("Helsinki", "FIN"))
    with opened() as store:
        report(store, "2019-09-08", "Wire", plan)
        report(store, "2019-09-12", "Ledger", met(who, "Haavisto", day, place=place))
        (row,) = store.ledger("commitments", last="2019-09-16")
    assert row.state == state


@pytest.mark.parametrize(
    ("who", "state"),
    [
        ("The foreign ministers of Norway and Iceland", "kept"),
        ("The Norwegian and Icelandic ministers", "kept"),
        ("The ministers of Norway and Sweden", "overdue"),
        ("The ministers of Norway, Iceland and Sweden", "overdue"),
    ],
)
def test_a_meeting_of_those_whom_their_states_name_is_kept_by_one_of_people_of_theirs(who: str, state: str) -> None:
    plan = Line(f"{who} will meet.", "meet", status="planned", actors=(who,), when="2019-09-10", place=("Helsinki", "FIN"))
    with opened() as store:
        report(store, "2019-09-08", "Wire", plan)
        report(store, "2019-09-11", "Ledger", met("Solberg", "Jakobsdottir", "2019-09-10", place=("Helsinki", "FIN")))
        report(store, "2019-09-12", "Ledger", met("Solberg", "Haavisto", "2019-09-10"))
        (row,) = store.ledger("commitments", last="2019-09-16")
    assert row.state == state


def test_one_event_planned_and_then_told_as_done() -> None:
    with opened() as store:
        report(store, "2019-09-03", "Wire", met("Niinisto", "Solberg", "2019-09-04", status="planned"))
        report(store, "2019-09-05", "Ledger", met("Niinisto", "Solberg", "2019-09-04"))
        first, second = (one.id for one in store.events())
        rows = store.ledger("commitments")
        assert [(row.state, row.kind) for row in rows] == [("kept", "appointment")]
        decide(store, "merge", first, value=second, who="tester")
        (row,) = store.ledger("commitments")
    assert (row.state, row.due, str(row.settled), row.late) == ("kept", "2019-09-04", "2019-09-04", False)
    assert (row.promised[0].report, row.kept[0].report) != (row.kept[0].report, row.promised[0].report)


@pytest.mark.parametrize(
    ("day", "more", "state", "late"),
    [
        ("2019-09-04", {}, "kept", False),
        ("2019-09-05", {}, "kept", True),
        ("2019-09-05", {"place": ("Oslo", "NOR")}, "kept", True),
        ("2019-09-05", {"place": ("Helsinki", "FIN")}, "overdue", False),
        ("2019-09-05", {"mode": "call"}, "overdue", False),
        ("2019-09-05", {"status": "planned"}, "overdue", False),
        ("2019-09-12", {}, "overdue", False),
    ],
)
def test_an_appointment_that_is_kept_a_day_late(day: str, more: dict, state: str, late: bool) -> None:
    with opened() as store:
        report(store, "2019-09-03", "Wire", met("Niinisto", "Solberg", "2019-09-04", status="planned", place=("Oslo", "NOR")))
        report(store, "2019-09-13", "Ledger", met("Niinisto", "Solberg", day, **more))
        row = next(row for row in store.ledger("commitments") if row.due == "2019-09-04")
    assert (row.state, row.late, bool(row.kept), bool(row.broken)) == (state, late, state == "kept", False)


def test_that_they_did_not_meet_on_the_day_is_no_word_against_a_later_one() -> None:
    with opened() as store:
        for day, when, status in (
            ("2019-09-03", "2019-09-04", "planned"),
            ("2019-09-04", "2019-09-04", "denied"),
            ("2019-09-06", "2019-09-05", "happened"),
        ):
            report(store, day, f"Wire {day}", met("Niinisto", "Solberg", when, status=status))
        (row,) = store.ledger("commitments")
    assert (row.state, row.late, str(row.settled)) == ("kept", True, "2019-09-05")


def test_a_plan_called_off_and_made_again() -> None:
    lines = [met("Solberg", "Jakobsdottir", "2019-09-18", status=status) for status in ("planned", "denied", "planned")]
    with opened() as store:
        for day, line in zip(("2019-09-11", "2019-09-12", "2019-09-13"), lines, strict=True):
            report(store, day, f"Wire {day}", line)
        first, *others = (one.id for one in store.events())
        for other in others:
            decide(store, "merge", first, value=other, who="tester")
        (row,) = store.ledger("commitments", last="2019-09-16")
    assert row.state == "open"


PROMISES = st.lists(
    st.lists(st.one_of(LINES, st.sampled_from([PROMISE, _released("2019-09-12"), _released("2019-09-02")])), max_size=4), max_size=4
)


@settings(max_examples=30, deadline=None)
@given(PROMISES)
def test_no_verdict_without_evidence(reports) -> None:
    with store_of([lines for lines in reports if lines]) as store:
        on = date(2019, 9, 14)
        for row in commitment_ledger(store, window=Window.of(None, on)):
            assert row.state in STATES
            assert row.promised
            assert bool(row.kept) == (row.state in ("kept", "disputed"))
            assert bool(row.broken) == (row.state in ("broken", "disputed"))
            if row.state == "overdue":
                assert row.due_by is not None
                assert row.due_by < on
            assert not row.late or row.kept
            assert all((quote.published or "") >= str(row.made) for quote in (*row.kept, *row.broken))


@settings(max_examples=10, deadline=None)
@given(REPORTS)
def test_a_later_day_settles_no_fewer(reports) -> None:
    with store_of(reports) as store:
        early = {row.id: row.state for row in commitment_ledger(store, on=date(2019, 9, 1))}
        late = {row.id: row.state for row in commitment_ledger(store, on=date(2019, 12, 31))}
        assert early.keys() == late.keys()
        assert all(state == late[one] or (state, late[one]) == ("open", "overdue") for one, state in early.items())


def test_a_promise_has_one_verdict_whoever_is_asked_about() -> None:
    """What keeps it may name one side alone: it is no less kept for whoever asks about both."""
    with opened() as store:
        report(store, "2019-09-10", "Wire", PROMISE)
        report(store, "2019-09-13", "Wire", Line("Norway released the crew.", "released", "RETREAT", "release", actors=("Norway",)))
        report(store, "2019-09-20", "Wire", met("Haavisto", "Sweden", "2019-09-20"))
        told = [store.ledger("commitments", *names) for names in ((), ("Norway",), ("Iceland",), ("Norway", "Iceland"))]
        told.append(store.ledger("commitments", query="whom:iceland"))
        assert [[(row.state, len(row.kept)) for row in rows] for rows in told] == [[("kept", 1)]] * 5
        assert "overdue" not in store.brief("Norway", "Iceland").to_text()


def _freed(words: str, whom: str, kind: str = "RETREAT", mode: str = "release", status: str = "happened", when: str | None = None) -> Line:
    return Line(words, "release", kind, mode, status, ("Norway",), (whom,) if whom else (), when)


@pytest.mark.parametrize(
    ("day", "line", "state"),
    [
        ("2019-09-13", _freed("Norway did release the last Icelandic engineers.", "last Icelandic engineers"), "kept"),
        ("2019-09-13", _freed("Norway did release two Icelandic pilots.", "two Icelandic pilots"), "overdue"),
        ("2019-09-13", _freed("Norway refused to release the engineers before a trial.", "", "REJECT", "yield"), "broken"),
    ],
)
def test_those_who_are_to_be_freed_are_called_otherwise_by_each_report(day: str, line: Line, state: str) -> None:
    promised = _freed("Norway will release the three remaining engineers by Thursday.", "three remaining engineers", status="planned",
                      when="../2019-09-12")  # fmt: skip
    with opened() as store:
        report(store, "2019-09-10", "Wire", promised)
        report(store, day, "Post", line)
        (row,) = store.ledger("commitments")
        assert row.state == state


def test_what_one_of_two_promises_to_people_of_no_state_is_of_their_quarrel() -> None:
    with opened() as store:
        free = _freed("Norway will release the crew by Thursday.", "crew", status="planned", when="../2019-09-12")
        report(store, "2019-09-10", "Wire", free, met("Solberg", "Jakobsdottir", "2019-09-10"))
        assert [row.to for row in store.ledger("commitments", "Norway", "Iceland")] == [("crew",)]
        assert store.ledger("commitments", "Norway", "Sweden") == ()
