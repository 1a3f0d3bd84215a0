"""Journeys: who only leaves, which day a visit that was put off is no longer on, and whose land hosts it."""

from __future__ import annotations

import pytest

from memcon.model import Event, Report
from memcon.reading.pipeline import read


def _events(text: str) -> list[Event]:
    return read(Report("t", text, published="2026-11-12")).events


@pytest.mark.parametrize(
    ("text", "withdraws"),
    [
        ("Gen Bo Fox refused to see the envoy a second time. Ana Rey, Norway's envoy, left Lome on Thursday without the truce.", False),
        ("The troops left Lome on Monday.", True),
    ],
)
def test_one_who_bears_no_arms_does_not_withdraw(text: str, withdraws: bool) -> None:
    assert any(e.type == "RETREAT" for e in _events(text)) == withdraws


def test_the_day_from_which_a_visit_was_put_off_is_not_its_day() -> None:
    (event,) = _events("President Rey is due to fly to Lome on Dec 3 for a visit postponed from September because of a storm.")
    assert (event.mode, event.when.edtf if event.when else None) == ("visit", "2026-12-03")


def test_the_host_is_of_the_land_where_one_goes() -> None:
    (event,) = _events("Rey would go to Doha only if Rwanda first pulled its forces out of South Kivu.")
    assert [(p.role, p.name) for p in event.participants] == [("actor", "Rey")]


def test_who_struck_with_arms_that_nobody_rides_is_their_owner_behind_whose() -> None:
    (event,) = _events("Chad, whose drones struck Togo, left.")
    assert ("actor", "Chad") in {(p.role, p.name) for p in event.participants}


def test_whom_one_travelled_to_see_is_whose_guest_one_was() -> None:
    (visit,) = _events("President Bo Fox flew to Lima on Tuesday to see his counterpart Ana Rey.")
    assert (visit.mode, visit.status) == ("visit", "happened")
    assert {(p.role, p.name) for p in visit.participants} == {("actor", "Bo Fox"), ("recipient", "Ana Rey")}


def test_whom_one_offers_to_host_for_talks_is_offered_those() -> None:
    (event,) = _events("Ana Rey offered to host the ministers in Lima for another round of negotiations before the end of the year.")
    assert event.status == "offered"


def test_who_is_called_before_a_journey_is_no_host_of_it() -> None:
    text = "Bo Fox, who spoke by telephone with President Ann Lee before flying to Brussels, told reporters that he was ready."
    (visit,) = [e for e in read(Report("r", text, published="2024-05-14")).events if e.mode == "visit"]
    assert not [p for p in visit.participants if p.role == "recipient"]
