"""Who does not come to an occasion, what is put off to another day, and who is the first or only one to do something."""

from __future__ import annotations

import pytest
from tests.reading.encoder_stand_in import told

from memcon.model import Event, Report
from memcon.reading.pipeline import read


def _events(text: str) -> list[Event]:
    return read(Report("absent", text, published="2024-05-14")).events  # a Tuesday


def _actors(event: Event) -> list[str | None]:
    return [p.name for p in event.participants if p.role == "actor"]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya's minister will skip the summit in Lima next week.",
        "Peru's foreign minister will miss Friday's meeting with Chad.",
        "The Chadian envoy did not attend the talks in Doha on Monday.",
        "Togo's delegation did not take part in the talks in Oslo on Monday.",
    ],
)
def test_who_stays_away_has_no_part(text: str) -> None:
    events = _events(text)
    assert events
    assert {e.status for e in events if e.type == "CONSULT"} == {"denied"}


@pytest.mark.parametrize(
    "text",
    [
        "Peru's president will not attend the summit in Quito.",
        "Peru's president snubbed the summit in Quito.",
        "Togo's president refused to attend the conference in Oslo.",
    ],
)
def test_a_refusal_to_come_is_that_alone(text: str) -> None:
    assert [(e.type, e.mode) for e in _events(text)] == [("REJECT", "meet")]


def test_who_may_stay_away_has_not_yet() -> None:
    assert {e.status for e in _events("Kenya may skip the summit in Lima.")} == {"possible"}


def test_who_attends_is_told_once() -> None:
    (event,) = _events("Togo's delegation attended the talks with Chad in Oslo on Monday.")
    assert (event.type, event.mode, event.status) == ("CONSULT", "meeting", "happened")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The talks between Peru and Chad were postponed until Friday.", "2024-05-17"),
        ("Kenya's president put off his visit to Tokyo until Friday.", "2024-05-17"),
        ("The Kenyan president's visit to Kampala, planned for Monday, has been put off until Thursday.", "2024-05-16"),
        ("The meeting of the two ministers has been postponed to next week.", "2024-05-20/2024-05-26"),
        ("Togo delayed the summit in Lome to June.", "2024-06"),
    ],
)
def test_what_is_put_off_is_planned_for_the_new_day(text: str, day: str) -> None:
    (event,) = _events(text)
    assert event.when is not None
    assert (event.type, event.status, event.when.edtf) == ("CONSULT", "planned", day)


def test_what_is_extended_ends_in_days_to_come() -> None:
    (event,) = _events("The ceasefire was extended until Sunday.")
    assert event.when is not None
    assert event.when.edtf == "../2024-05-19"


def test_until_a_day_that_is_over() -> None:
    (event,) = _events("The crew was held until Friday.")
    assert event.when is not None
    assert event.when.edtf == "../2024-05-10"


@pytest.mark.parametrize(
    ("text", "who", "status"),
    [
        ("Lena Rey is the first African leader to meet Ana Fox since January.", "Lena Rey", "happened"),
        ("Lena Rey was the only president to visit Lima in 20 years.", "Lena Rey", "happened"),
        ("Lena Rey, who is the first Peruvian leader to visit Tokyo in 20 years, left.", "Lena Rey", "happened"),
        ("Lena Rey will be the first Gulf monarch to visit Lima.", "Lena Rey", "planned"),
        ("Togo was the first to recognise the new government of Peru.", "Togo", "happened"),
    ],
)
def test_the_first_to_do_it_did_it(text: str, who: str, status: str) -> None:
    event = _events(text)[0]
    assert (_actors(event), event.status) == ([who], status)


def test_the_first_who_came_is_told_by_what_he_did_then() -> None:
    assert {e.status for e in _events("The first minister to visit Chad since 1980 arrived on Monday.")} == {"happened"}


@pytest.mark.parametrize(
    "text", ["Lena Rey returned home to Lima on Friday.", "Peru's president Lena Rey returned to Lima on Monday.", "He is to return home."]
)
def test_to_go_home_is_no_visit(text: str) -> None:
    assert not _events(text)


def test_a_visit_that_the_encoder_hears_in_its_being_called_off_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Ana Rey cancelled a trip to Lima on Monday."
    (event,) = told(monkeypatch, text, ("cancelled", "CONSULT", "visit", (("actor", "Ana Rey", 0.99),)), ("trip", "CONSULT", "visit", ()))
    assert (event.type, event.mode, event.status, event.when.edtf if event.when else "") == ("CONSULT", "visit", "denied", "2015-03-02")
