"""Panels: every event is in its row, every period has one, and the figures beside the counts are the data sets' own."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.analysis.world import PARTIES, person, state, told, worlds
from tests.store.small_store import fill

from memcon.analysis import AggregateError, Published, aggregate, dyads, reports_of, side
from memcon.analysis.aggregate import DIMENSIONS
from memcon.analysis.periods import UNITS, periods
from memcon.merging import Merged
from memcon.store import Store


def _sum(panel, column: str) -> float:
    return sum(row[column] for row in panel.records())


def _columns(panel, start: str) -> list[str]:
    return [name for name in panel.columns if name.startswith(start) and not name.endswith("_events")]


ALONE = st.lists(st.sampled_from(["country", "type", "status"]), max_size=2, unique=True)


@settings(max_examples=60, deadline=None)
@given(worlds(), ALONE, st.sampled_from([None, *UNITS]))
def test_counts_sum_to_the_number_of_events(events, by, unit) -> None:
    by = [*by, *([unit] if unit else [])] or ["type"]
    panel = aggregate(events, by)
    assert _sum(panel, "events") == panel.events == len(events)
    assert panel.outside == 0
    for start in ("type_", "status_"):
        assert sum(_sum(panel, name) for name in _columns(panel, start)) == len(events)
    assert sum(_sum(panel, f"quad_{number}") for number in "1234") <= len(events)


@settings(max_examples=60, deadline=None)
@given(worlds(), st.sampled_from(UNITS))
def test_an_event_counts_once_in_each_of_its_dyads(events, unit) -> None:
    panel = aggregate(events, ["dyad", unit])
    assert _sum(panel, "events") == sum(len(dyads(one.lead.event)) or 1 for one in events)
    assert panel.events == len(events)


@settings(max_examples=60, deadline=None)
@given(worlds(), st.sampled_from(UNITS), st.dates(date(2022, 1, 1), date(2022, 2, 28)), st.dates(date(2022, 2, 28), date(2022, 4, 1)))
def test_every_group_has_a_row_for_every_period_of_the_window(events, unit, first, last) -> None:
    panel = aggregate(events, ["dyad", "type", unit], first=first, last=last)
    rows = [row for row in panel.records() if row[unit] != "undated"]
    groups = {(row["dyad_1"], row["dyad_2"], row["type"]) for row in panel.records()}
    names = set(periods(first, last, unit))
    assert len(rows) == len(groups) * len(names) == len({(row["dyad_1"], row["dyad_2"], row["type"], row[unit]) for row in rows})
    assert panel.events + panel.outside == len(events)
    assert all(row["events"] for row in panel.records() if row[unit] == "undated")


@settings(max_examples=30, deadline=None)
@given(worlds(6), st.lists(st.sampled_from([name for name in DIMENSIONS if name not in UNITS]), min_size=1, unique=True), st.booleans())
def test_any_dimensions_go_together(events, by, states) -> None:
    panel = aggregate(events, by, states=states)
    assert all(len(row) == len(panel.columns) for row in panel.rows)
    assert len(set(panel.columns)) == len(panel.columns)
    assert not events or panel.rows


@given(st.lists(PARTIES, max_size=5))
def test_dyads_are_pairs_of_two(parties) -> None:
    found = dyads(told("m1", "CONSULT", "meeting", "happened", *parties).lead.event)
    assert all(one < other for one, other in found)
    assert len(set(found)) == len(found)


def test_a_month_of_two_states() -> None:
    bennett, putin = person("actor", "Bennett", "ISR", "GOV"), person("recipient", "Putin", "RUS", "GOV")
    events = [
        told("m1", "CONSULT", "meeting", "happened", bennett, putin, when="2022-03-05"),
        told("m2", "CONSULT", "visit", "planned", state("actor", "ISR"), state("recipient", "RUS"), when="2022-05-01/.."),
        told("m3", "ACCUSE", "disapprove", "happened", putin, state("recipient", "ISR")),
    ]
    reports = [Published(date(2022, 3, 6)), Published(date(2022, 3, 7), copy=True), Published(date(2022, 5, 2)), Published(None)]
    rows = aggregate(events, ["dyad", "month"], reports).records()
    wanted = [("ISR", "RUS", "2022-03", 1, 2, 1), ("ISR", "RUS", "2022-04", 0, 0, 0), ("ISR", "RUS", "2022-05", 1, 1, 1)]
    shown = [tuple(row[name] for name in ("dyad_1", "dyad_2", "month", "events", "reports", "originals")) for row in rows]
    assert shown[:3] == wanted
    assert rows[0]["dyad_1_cow"] == 666
    assert rows[0]["dyad_2_gw"] == 365
    assert rows[0]["quad_1"] == rows[0]["type_CONSULT"] == rows[0]["status_happened"] == 1
    assert rows[2]["status_planned"] == 1
    assert rows[1]["goldstein"] == rows[1]["goldstein_events"] == 0
    without = [(row["month"], row["events"], row["reports"]) for row in rows if row["dyad_1"] is None]  # who accused Israel is not told
    assert without == [("2022-03", 0, 2), ("2022-04", 0, 0), ("2022-05", 0, 1), ("undated", 1, 1)]


def test_who_acts_for_no_state_is_a_side_of_its_own() -> None:
    assert side(person("actor", "Jane Roe", "USA", "CVL")) == "Jane Roe"
    assert side(person("actor", "Jane Roe", "USA", None)) == "USA"
    events = [told("m1", "ASSAULT", "", "happened", person("actor", "Roe", "USA", "CRM"), state("recipient", "FRA"))]
    assert aggregate(events, ["dyad"]).records()[0]["dyad_2"] == "Roe"
    (row,) = aggregate(events, ["actor", "recipient"], states=True).records()
    assert (row["actor"], row["actor_cow"], row["recipient"]) == (None, None, "FRA")


def test_corrections_and_rejections_count() -> None:
    one = told("m1", "AID", "military", "planned", when="2022-03-05")
    right = Merged(one.id, one.tellings, corrected={"when": "2022-04-01", "status": "happened"})
    gone = Merged("m2", one.tellings, judgement="rejected")
    (row,) = aggregate([right, gone], ["month"]).records()
    assert (row["month"], row["status_happened"], row["events"]) == ("2022-04", 1, 1)


def test_what_cannot_be_counted_by() -> None:
    for by, words in (([], "nothing to count by"), (["weather"], "no counting by 'weather'"), (["day", "month"], "only one of")):
        with pytest.raises(AggregateError, match=words):
            aggregate([], by)
    with pytest.raises(AggregateError, match=r"ends \(2024-05-31\) before it begins \(2024-06-01\)"):
        aggregate([], ["month"], first=date(2024, 6, 1), last=date(2024, 5, 31))
    with pytest.raises(AggregateError, match="too many rows"):
        aggregate([told(f"m{n}", country=f"A{n:02}") for n in range(60)], ["country", "day"], first=date(1900, 1, 1), last=date(2020, 1, 1))


def test_no_events_are_a_panel_of_zeros() -> None:
    rows = aggregate([], ["week"], first=date(2022, 1, 1), last=date(2022, 1, 10)).records()
    assert [(row["week"], row["events"]) for row in rows] == [("2021-W52", 0), ("2022-W01", 0), ("2022-W02", 0)]


def test_reports_of_a_store() -> None:
    with Store.open(None) as store:
        fill(store)
        assert reports_of(store) == [Published(date(2022, 3, 8))] * 3
