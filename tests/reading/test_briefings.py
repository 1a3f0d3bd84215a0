"""What somebody is told about is no part of the telling: "briefed her on the outcome of the talks"."""

import pytest

import memcon


def _events(text: str) -> list[memcon.Event]:
    return list(memcon.read(text, published="2026-03-02").events)


def test_talks_that_somebody_is_briefed_on_are_others() -> None:
    events = _events("Bo Fox briefed Ivan Rey on the outcome of the Doha talks.")
    briefed = next(e for e in events if e.triggers[0].quote == "briefed")
    assert [t.quote for t in briefed.triggers] == ["briefed"]
    assert briefed.where is None


def test_a_round_is_what_its_host_hosts() -> None:
    (event,) = _events("Bo Fox said Doha would host a fourth round before the end of the month.")
    assert [t.quote for t in event.triggers] == ["host", "round"]


def test_a_topic_that_leads_somewhere_tells_no_place() -> None:
    (event,) = _events("Ana Rey and Bo Fox exchanged views on Friday on the situation in Sudan and on the corridor to El Fasher.")
    assert event.where is None


def test_a_field_of_office_is_no_place() -> None:
    (event,) = _events("Ana Rey met the Minister for Europe on Friday.")
    assert event.where is None


def test_a_source_told_by_a_pronoun_is_whom_it_stands_for() -> None:
    events = _events("The foreign minister met the bishop on Monday. She told reporters that Lima had sent 200 soldiers.")
    assert [s.name for e in events for s in e.sources] == ["The foreign minister"]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Rey and Bo Fox discussed Togo in Lima on Friday.",
        "Ana Rey discussed Togo with Bo Fox.",
        "Ana Rey and Bo Fox discussed Togo and Chad by phone on Friday.",
        "Ana Rey met Bo Fox on Friday. They discussed Togo.",
    ],
)
def test_a_topic_is_no_party(text: str) -> None:
    assert {p.name for e in _events(text) for p in e.participants} == {"Ana Rey", "Bo Fox"}


def test_to_meet_anybody_who_asks_is_no_meeting() -> None:
    assert _events("The premier will meet with any envoy who comes to Lima, an official said.") == []


@pytest.mark.parametrize("text", ["The heads of", "Ana Rey met the heads of", "Did it"])
def test_a_text_that_breaks_off_is_read(text: str) -> None:
    assert memcon.read(text, published="2026-03-02").report.text == text
