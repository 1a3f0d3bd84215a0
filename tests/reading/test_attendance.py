"""Who was there without being a principal, and who chaired or hosted: companions and mediators of what others did."""

from __future__ import annotations

import pytest

from memcon.model import Event, Report
from memcon.reading.pipeline import read


def _events(text: str) -> list[Event]:
    return list(read(Report("there", text, published="2016-03-05")).events)


def _of(event: Event, role: str) -> list[str]:
    return [p.name for p in event.participants if p.role == role]


@pytest.mark.parametrize(
    ("text", "companions"),
    [
        (
            "The king received Rey on Monday. The meeting was attended by the foreign minister, Bo Fox, and the ambassador of Peru.",
            ["Bo Fox", "the ambassador of Peru"],
        ),
        ("Rey met Fox in Lima. The conversation, which was also attended by the envoy Bo Lund, lasted three hours.", ["Bo Lund"]),
        ("Rey received the Chadian minister, Bo Fox, in the presence of the adviser Ana Lund.", ["Ana Lund"]),
        ("Rey met Fox. Also present were Bo Lund and Ana Poe.", ["Bo Lund", "Ana Poe"]),
    ],
)
def test_who_attends_beside_others_comes_along(text: str, companions: list[str]) -> None:
    (meeting,) = [e for e in _events(text) if e.type == "CONSULT"]
    assert _of(meeting, "companion") == companions
    assert not set(companions) & {*_of(meeting, "actor"), *_of(meeting, "recipient")}


def test_who_attends_what_nobody_else_does_is_at_it() -> None:
    (summit,) = _events("A summit attended by the presidents of Chad, Togo and Peru opened in Lima.")
    assert (_of(summit, "actor"), _of(summit, "companion")) == (["the presidents of Chad, Togo and Peru"], [])


def test_a_deal_is_signed_in_somebodys_presence() -> None:
    events = _events("The faction signed a truce on Tuesday in the presence of envoys from Norway and Cuba.")
    assert [(e.type, _of(e, "actor"), _of(e, "companion")) for e in events] == [("RETREAT", ["The faction"], ["Norway", "Cuba"])]


@pytest.mark.parametrize(
    "text",
    [
        "Rey and Fox held talks chaired by the envoy Bo Lund on Monday.",
        "Talks between Rey and Fox, mediated by the envoy Bo Lund, resumed on Monday.",
    ],
)
def test_who_chairs_the_talks_of_others_mediates(text: str) -> None:
    event = next(e for e in _events(text) if e.mode == "mediation")
    assert (_of(event, "actor"), _of(event, "recipient")) == (["Bo Lund"], ["Rey", "Fox"])


def test_whose_initiative_it_was() -> None:
    (call,) = [e for e in _events("The call with Rey took place at the initiative of the Chadian side.") if e.type == "CONSULT"]
    assert _of(call, "requested_by") == ["the Chadian side"]


def test_those_in_attendance_are_companions() -> None:
    text = "Bo Poe proposed a meeting in Lima on October 5 with French President Ivan Rey and German Chancellor Bo Fox in attendance."
    (event,) = [e for e in read(Report("r", text)).events if e.type == "CONSULT"]
    assert [p.name for p in event.participants if p.role == "companion"] == ["Ivan Rey", "Bo Fox"]


def test_a_round_held_without_others_is_of_those_who_attended_it() -> None:
    for text in (
        "A second round was held in Lima in January and was attended by Togo's envoy Bo Fox and Ana Poe.",
        "Talks were held in Lima on Sunday, attended by Togo's envoy Bo Fox and Ana Poe.",
    ):
        (meeting,) = [e for e in _events(text) if e.type == "CONSULT"]
        assert (_of(meeting, "actor"), _of(meeting, "companion")) == (["Bo Fox", "Ana Poe"], []), text


def test_with_whom_a_trip_was_cleared_it_was_coordinated() -> None:
    (trip,) = [e for e in _events("Rey cleared her trip to Togo with Paris and London.") if e.type == "CONSULT"]
    assert _of(trip, "coordinated_with") == ["France", "United Kingdom"]


@pytest.mark.parametrize(
    "there",
    [
        "Bo Poe also attended the meeting.",
        "Bo Poe was also present.",
        "Minister Bo Poe was present at the talks.",
        "Bo Poe, who also attended the meeting, blamed the weather.",
    ],
)
def test_who_was_there_too_is_a_companion(there: str) -> None:
    (event,) = [e for e in _events(f"Ana Rey met Ivan Fox in Lima. {there}") if e.type == "CONSULT"]
    assert (_of(event, "actor"), _of(event, "recipient"), _of(event, "companion")) == (["Ana Rey"], ["Ivan Fox"], ["Bo Poe"])
