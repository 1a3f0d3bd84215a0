"""New reports find the events that they tell of, whatever the order in which they come in."""

from itertools import permutations

import pytest

from memcon.model import Event, MadeBy, Party, Record, Report, Span, When, Where
from memcon.store import Store
from memcon.store.doubt import doubts
from memcon.store.tellings import weighings


def _record(outlet: str, published: str, mode: str, day: str | None, status: str = "happened") -> Record:
    text = f"{outlet}: Naftali Bennett and Vladimir Putin spoke with each other on that day in question, {mode}, as reported."

    def span(words: str) -> Span:
        at = text.index(words)
        return Span(at, at + len(words), words)

    parties = (
        Party("actor", "Naftali Bennett", "person", span("Naftali Bennett"), wikidata="Q39318", country="ISR"),
        Party("recipient", "Vladimir Putin", "person", span("Vladimir Putin"), wikidata="Q7747", country="RUS"),
    )
    when = When(day, span("that day")) if day else None
    event = Event("e1", "CONSULT", mode, status, (span("spoke"),), parties, when, summary=f"Bennett {mode} Putin.", confidence=0.8)
    return Record(Report(outlet, text, published=published, outlet=outlet), (event,), made_by=MadeBy("0.1.0"))


MEETING = (
    _record("One", "2022-03-05", "meeting", "2022-03-05"),
    _record("Two", "2022-03-06", "meeting", "2022-03-05"),
    _record("Three", "2022-03-04", "meeting", "2022-03-05", "planned"),
)
APART = (_record("Four", "2022-03-05", "call", "2022-03-05"), _record("Five", "2022-03-06", "meeting", "2022-03-02"))


def _groups(store: Store) -> set[frozenset[str]]:
    return {frozenset(t.witness.outlet or "" for t in one.tellings) for one in store.events()}


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_reports_of_one_meeting_are_one_event(order: tuple[int, ...]) -> None:
    with Store.open(None) as store:
        run = store.begin_run(MadeBy("0.1.0"))
        for record in (*APART, *(MEETING[at] for at in order)):
            store.save(run, record)
        assert _groups(store) == {frozenset(("One", "Two", "Three")), frozenset(("Four",)), frozenset(("Five",))}


def test_what_made_them_one_is_kept() -> None:
    with Store.open(None) as store:
        run = store.begin_run(MadeBy("0.1.0"))
        for record in MEETING[:2]:
            store.save(run, record)
        (one,) = store.events()
        with store.reading() as connection:
            (weighed,) = weighings(connection, one.id)
    assert weighed.score > 0.6
    assert "same day" in weighed.reasons
    assert {report for report, _ in (weighed.one, weighed.other)} == {t.witness.id for t in one.tellings}


def test_a_new_reading_keeps_its_place() -> None:
    with Store.open(None) as store:
        first = store.begin_run(MadeBy("0.1.0"))
        for record in MEETING[:2]:
            store.save(first, record)
        before = [one.id for one in store.events()]
        store.save(store.begin_run(MadeBy("0.2.0")), MEETING[1])
        assert [one.id for one in store.events()] == before
        assert _groups(store) == {frozenset(("One", "Two"))}


def test_support_counts_copies_once() -> None:
    with Store.open(None) as store:
        run = store.begin_run(MadeBy("0.1.0"))
        for record in MEETING[:2]:
            store.save(run, record)
        (one,) = store.events()
        support = {name: values[0].support for name, values in one.values.items()}
    assert support["when"] == len({t.witness.copy_of or t.witness.id for t in one.tellings})


def _told_twice(outlet: str, *modes: str) -> Record:
    """A report that tells of a plan once for each of these modes, in other words each time."""
    text = f"{outlet}: Naftali Bennett and Vladimir Putin have plans. " + " ".join(
        f"Words {n} on a {m} that day." for n, m in enumerate(modes)
    )

    def span(words: str) -> Span:
        at = text.index(words)
        return Span(at, at + len(words), words)

    parties = (
        Party("actor", "Naftali Bennett", "person", span("Naftali Bennett"), wikidata="Q39318", country="ISR"),
        Party("recipient", "Vladimir Putin", "person", span("Vladimir Putin"), wikidata="Q7747", country="RUS"),
    )
    where = Where("Moscow", span(outlet), "Moscow", "RUS", 55.75, 37.62)
    events = tuple(
        Event(f"e{n}", "CONSULT", mode, "planned", (span(f"Words {n}"),), parties, When("2022-03-05", span("that day")), where=where)
        for n, mode in enumerate(modes)
    )
    return Record(Report(outlet, text, published="2022-03-04", outlet=outlet), events, made_by=MadeBy("0.1.0"))


def _members(store: Store) -> set[frozenset[tuple[str | None, str, str]]]:
    return {frozenset((t.witness.outlet, t.event.id, t.event.mode) for t in one.tellings) for one in store.events()}


def test_of_two_that_fit_the_better_one_joins_whichever_report_comes_first() -> None:
    reports = (_told_twice("Six", "visit", "meeting"), _told_twice("Seven", "meeting"))
    found = []
    for order in permutations(reports):
        with Store.open(None) as store:
            run = store.begin_run(MadeBy("0.1.0"))
            for record in order:
                store.save(run, record)
            found.append(_members(store))
    assert found[0] == found[1]
    assert frozenset((("Six", "e1", "meeting"), ("Seven", "e0", "meeting"))) in found[0]


def test_an_event_stands_on_the_day_on_which_it_was_not_in_the_week_for_which_it_was_announced() -> None:
    week = _record("Eight", "2022-02-28", "meeting", "2022-02-28/2022-03-06", "planned")
    with Store.open(None) as store:
        run = store.begin_run(MadeBy("0.1.0"))
        for record in (week, MEETING[0], _record("Five", "2022-03-03", "call", "2022-03-02")):
            store.save(run, record)
        assert [len(one.tellings) for one in store.events()] == [1, 2]


def test_what_was_announced_and_then_done_is_not_doubtful_for_that() -> None:
    week = _record("Eight", "2022-02-28", "meeting", "2022-02-28/2022-03-06", "planned")
    with Store.open(None) as store:
        run = store.begin_run(MadeBy("0.1.0"))
        for record in (week, *MEETING):
            store.save(run, record)
        assert len(store.events()) == 1
        with store.reading() as connection:
            (doubt,) = doubts(connection)
        assert doubt.reasons == ("confidence 0.80",)
        store.save(run, _record("Nine", "2022-03-08", "meeting", "2022-03-05", "denied"))
        with store.reading() as connection:
            (doubt,) = doubts(connection)
        assert doubt.reasons == ("confidence 0.80", "accounts differ on status")
