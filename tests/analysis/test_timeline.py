"""Timelines: each entry drawn as precisely as it is told; what stands between reports that differ."""

from datetime import date, datetime

import pytest
from hypothesis import given, settings
from tests.analysis.reported import REPORTS, Line, met, opened, report, store_of

from memcon.analysis import SubjectError, WindowError
from memcon.analysis.acts import acts
from memcon.analysis.timeline import FILLS, SHAPES
from memcon.analysis.windows import PRECISIONS, Window
from memcon.merging.statuses import standing
from memcon.store import decide


def _told() -> list[Line]:
    return [
        met("Niinisto", "Solberg", "2019-09-04", place=("Oslo", "NOR")),
        met("Solberg", "Jakobsdottir", "2019-09-18", status="planned"),
        met("Niinisto", "Jakobsdottir", "2019-09-02/2019-09-08", "call"),
        Line("Norway has been at war with Iceland.", "war", "ASSAULT", "", "ongoing", ("Norway",), ("Iceland",), "2019-08-30/.."),
        Line("Norway fired at Iceland.", "fired", "ASSAULT", "firearms", "denied", ("Norway",), ("Iceland",)),
    ]


def test_precision_and_status_are_drawn() -> None:
    with opened() as store:
        report(store, "2019-09-16", "Wire", *_told())
        found = [(one.when, one.precision, one.shape, one.fill) for one in store.timeline().entries]
    assert found == [
        ("2019-08-30/..", "open", "open bar", "solid"),
        ("2019-09-02/2019-09-08", "week", "bar", "solid"),
        ("2019-09-04", "day", "dot", "solid"),
        ("2019-09-18", "day", "dot", "hollow"),
        (None, "undated", "none", "struck"),
    ]


def test_an_actor_a_dyad_and_a_process() -> None:
    with opened() as store:
        report(store, "2019-09-16", "Wire", *_told())
        assert len(store.timeline("Niinisto").entries) == 2
        assert len(store.timeline("Norway", "Reykjavik").entries) == 3
        assert len(store.timeline("ISL").entries) == 4
        assert [one.place for one in store.timeline(query="place:oslo").entries] == ["Oslo"]
        with pytest.raises(SubjectError, match="anyone named"):
            store.timeline("Napoleon")
        with pytest.raises(WindowError, match="no day"):
            store.timeline(first="soon")
        with pytest.raises(WindowError, match="before it begins"):
            store.timeline(first="2019-09", last="2019-08")


def test_a_surname_of_two_is_not_guessed() -> None:
    with opened() as store:
        report(store, "2019-09-16", "Wire", Line("Ann Lee met Bob Lee.", "met", actors=("Ann Lee",), recipients=("Bob Lee",)))
        with pytest.raises(SubjectError, match=r"Ann Lee .*Bob Lee"):
            store.timeline("Lee")
        assert len(store.timeline("Bob Lee").entries) == 1


def test_windows_hold_what_may_have_been_in_them() -> None:
    with opened() as store:
        report(store, "2019-09-16", "Wire", *_told())
        assert len(store.timeline(first="2019-09-10").entries) == 3  # the war, the plan, and the undated by the day of its report
        assert len(store.timeline(last="2019-09-01").entries) == 1
        assert store.timeline(first="2020").entries[0].shape == "open bar"
        assert store.timeline(limit=2).left_out == 3


def test_what_was_planned_and_then_done_was_done() -> None:
    assert standing([("2019-09-02", "planned"), ("2019-09-03", "planned"), ("2019-09-04", "happened")]) == "happened"
    assert standing([("2019-09-02", "planned"), ("2019-09-03", "denied")]) == "denied"
    assert standing([("2019-09-02", "denied"), ("2019-09-03", "planned")]) == "planned"
    assert standing([("2019-09-02", "happened"), ("2019-09-03", "denied")]) == "happened"
    assert standing([("2019-09-02", "happened"), ("2019-09-03", "denied"), ("2019-09-03", "denied")]) == "denied"


def test_reports_that_differ_stand_side_by_side() -> None:
    shot = Line(
        "The Senja fired at a trawler of Iceland.", "fired", "ASSAULT", "firearms", "happened", ("Norway",), ("Iceland",), "2019-09-02"
    )
    denied = Line(
        "Norway denied having fired at Iceland.", "fired", "ASSAULT", "firearms", "denied", ("Norway",), ("Iceland",), "2019-09-02"
    )
    with opened() as store:
        report(store, "2019-09-03", "Observer", shot)
        report(store, "2019-09-03", "Dispatch", denied)
        first, second = store.timeline().entries
        decide(store, "merge", first.id, value=second.id, who="tester")
        (one,) = store.timeline().entries
    assert (one.status, one.denied, one.support, len(one.quotes)) == ("happened", True, 2, 2)
    assert {quote.status for quote in one.quotes} == {"happened", "denied"}


def test_corrections_and_rejections_count() -> None:
    with opened() as store:
        report(store, "2019-09-16", "Wire", *_told()[:2])
        first, second = store.timeline().entries
        decide(store, "correct", first.id, field="when", value="2019-10-01", who="tester")
        decide(store, "reject", second.id, who="tester")
        (one,) = store.timeline(first="2019-10-01").entries
    assert (one.id, one.when, one.precision) == (first.id, "2019-10-01", "day")
    assert one.title == "Sauli Niinisto met Erna Solberg in Oslo on Tue 1 Oct 2019."


@settings(max_examples=25, deadline=None)
@given(REPORTS)
def test_every_event_is_on_the_timeline_once(reports) -> None:
    with store_of(reports) as store:
        whole = store.timeline()
        assert sorted(one.id for one in whole.entries) == sorted(one.id for one in store.events())
        assert all(one.precision in PRECISIONS and one.fill in FILLS.values() for one in whole.entries)
        assert all(one.shape == SHAPES.get(one.precision, "bar") for one in whole.entries)
        assert all(one.quotes for one in whole.entries)
        assert sum(whole.counts.values()) == len(whole.entries)
        windows = [Window.of("2019-09-05", "2019-09-12"), Window.of(None, "2019-09-04"), Window.of("2019-09-13", None)]
        for window in windows:  # what the database looks up first is never too little
            assert acts(store, "", window) == tuple(one for one in acts(store) if one.inside(window))


def test_moments_are_days_of_a_window() -> None:
    assert Window.of(datetime(2019, 9, 10, 8), datetime(2019, 9, 12)) == Window(date(2019, 9, 10), date(2019, 9, 12))


def test_who_did_it_is_told_if_any_report_tells_it() -> None:
    with opened() as store:
        told = ("SANCTION", "freeze", "happened")
        report(store, "2019-09-16", "Wire", Line("Accounts of Russia and Finland were frozen.", "frozen", *told, (), ("Russia", "Finland")))
        report(store, "2019-09-17", "Post", Line("Sweden has frozen accounts.", "frozen", *told, ("Sweden",)))
        first, second = (one.id for one in store.events())
        decide(store, "merge", first, value=second, who="tester")
        (one,) = store.timeline().entries
        assert (one.actors, one.recipients) == (("Sweden",), ("Russia", "Finland"))
        assert "by whom is not said" not in one.title
