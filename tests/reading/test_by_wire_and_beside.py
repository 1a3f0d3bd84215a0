"""Contacts from afar, those who stood beside, and what someone will not do."""

import pytest

from memcon.model import Event, Report
from memcon.reading.parse.parsing import DEFAULT_MODEL, RULES
from memcon.reading.pipeline import read


def _one(text: str, model: str = RULES) -> Event:
    (event,) = read(Report("r", text, published="2024-03-05"), model).events
    return event


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee discussed the crisis with Ivan Rey by phone on Monday.",
        "Ann Lee discussed the crisis by video link with Ivan Rey on Monday.",
        "Ann Lee held talks with Ivan Rey by video link.",
        "Ann Lee and Ivan Rey held talks over a video link.",
    ],
)
def test_talks_by_a_wire_are_a_call(text: str) -> None:
    event = _one(text)
    assert event.mode == "call"
    assert {p.name for p in event.participants} == {"Ann Lee", "Ivan Rey"}


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee met Ivan Rey on the border on Monday.",
        "Ann Lee met Ivan Rey on the line of contact on Monday.",
        "Ann Lee held talks with Ivan Rey on phone tariffs.",
    ],
)
def test_talks_on_a_border_or_about_phones_are_a_meeting(text: str) -> None:
    assert _one(text).mode == "meeting"


@pytest.mark.parametrize(
    "text",
    [
        "Peru mediated the talks along with Chile.",
        "Peru mediated the talks together with Chile.",
        "Peru, together with Chile, mediated the talks.",
    ],
)
def test_who_acts_along_with_another_is_no_counterpart(text: str) -> None:
    event = _one(text)
    assert [(p.role, p.name) for p in event.participants] == [("actor", "Peru"), ("companion", "Chile")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Chad will never recognise Togo, its minister said.", ("SUPPORT", "denied")),
        ("Chad will not meet Togo, its minister said.", ("REJECT", "happened")),
        ("Chad did not condemn Togo, its minister said.", None),
    ],
)
def test_what_someone_will_not_do_did_not_happen(text: str, told: tuple[str, str] | None) -> None:
    found = [(e.type, e.status) for e in read(Report("r", text, published="2024-03-05"), DEFAULT_MODEL).events]
    done = [one for one in found if one[1] == "happened" and one[0] not in ("REJECT", "STATEMENT")]
    assert not done
    assert told is None or told in found


def test_who_is_reached_by_the_press_is_no_contact() -> None:
    for text in (
        "Two of the elders, reached by telephone, insisted that Bo Fox had left.",
        "A court official, contacted by telephone on Friday, said Peru had sent one in 2023.",
    ):
        assert "CONSULT" not in [e.type for e in read(Report("press", text, published="2016-03-05")).events]


def test_who_will_not_be_bound_refuses() -> None:
    text = "The Sudanese government, whose envoy was allowed to speak, said it would not be bound by any text written in its absence."
    (event,) = [e for e in read(Report("bound", text, published="2016-03-05")).events if e.type == "REJECT"]
    assert [(p.role, p.name) for p in event.participants] == [("actor", "Sudan")]


def test_two_surnames_are_two_persons() -> None:
    text = "President Aleksandar Vucic left. Kosovo's prime minister, Albin Kurti, stayed. Ana Rey telephoned Vucic and Kurti on Monday."
    (call,) = [e for e in read(Report("r", text)).events if e.mode == "call"]
    assert [p.mention.quote for p in call.parties("recipient")] == ["Vucic", "Kurti"]
