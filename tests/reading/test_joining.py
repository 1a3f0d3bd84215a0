"""Mentions of one act are one event; acts that differ stay apart."""

import pytest

from memcon.coder import available
from memcon.model import Report
from memcon.reading.parse.parsing import RULES
from memcon.reading.pipeline import read


def _triggers(text: str, kind: str) -> list[list[str]]:
    return [[t.quote for t in e.triggers] for e in read(Report("r", text, published="2022-03-05"), RULES).events if e.type == kind]


@pytest.mark.parametrize(
    ("text", "kind", "triggers"),
    [
        ("Olaf Scholz met Emmanuel Macron. Their meeting lasted an hour.", "CONSULT", [["met", "meeting"]]),
        ("Olaf Scholz met Emmanuel Macron to discuss the war.", "CONSULT", [["met", "discuss"]]),
        ("Chile attacked Peru last week. The attack began at dawn.", "ASSAULT", [["attacked", "attack"]]),
        (
            "Norway has long been talking with Chile and Peru. Chile and Peru are participants in the Arctic Summit.",
            "CONSULT",
            [["talking"], ["Summit"]],
        ),
        (
            "Chile shelled a hospital in Lima on Friday, killing 20 people and wounding ten.",
            "ASSAULT",
            [["shelled", "killing", "wounding"]],
        ),
        ("Norway condemned Chile. It also condemned Peru.", "ACCUSE", [["condemned"], ["condemned"]]),
        (
            "Fighting went on. A strike on Lima killed Jonas Lund on Monday. Peace talks failed. A strike on Cusco killed Jon Dahl.",
            "ASSAULT",
            None,
        ),
    ],
)
def test_joining(text: str, kind: str, triggers: list[list[str]] | None) -> None:
    found = _triggers(text, kind)
    if triggers is None:
        assert len(found) == 2
    else:
        assert found == triggers


def test_a_trip_to_a_meeting_is_part_of_it() -> None:
    assert _triggers("Olaf Scholz headed to Paris for talks with Emmanuel Macron.", "CONSULT") == [["headed", "talks"]]


def test_a_trip_whose_day_is_told_is_an_event_beside_the_meeting() -> None:
    text = "Ana Rey will fly to Togo on Monday for talks with Bo Fox."
    assert [e.mode for e in read(Report("r", text, published="2022-03-05"), RULES).events] == ["visit", "meeting"]


def test_what_is_told_as_done_and_as_begun_goes_on() -> None:
    text = "Norway put tariffs on Chile. Since May Norway has begun to expand the tariffs on Chile."
    (event,) = (e for e in read(Report("r", text, published="2022-03-05")).events if e.type == "SANCTION")
    assert len(event.triggers) == 3
    assert event.status == "ongoing"


def test_a_deed_that_harmed_people_befell_them() -> None:
    text = "Gunmen stormed a hotel in Kabul on Friday, killing ten guests."
    (event,) = read(Report("r", text, published="2022-03-05")).events
    assert [p.name for p in event.participants if p.role == "recipient"] == ["ten guests"]


def test_a_call_and_a_meeting_are_two() -> None:
    text = "Olaf Scholz met Emmanuel Macron on Monday. Scholz had a phone call with Macron on Friday."
    assert len(_triggers(text, "CONSULT")) == 2


def test_an_attack_is_no_other_word_for_a_war_told_between() -> None:
    text = (
        "A terror attack on the Norwegian consulate in Lima killed four. She spoke of the Syrian civil war. "
        "Questions linger about the attack."
    )
    assert _triggers(text, "ASSAULT")[0] == ["attack", "killed", "attack"]


def test_a_state_gives_way_to_those_of_it_whom_another_mention_tells_of() -> None:
    text = "The rebels met Peruvian officials in Lima on Monday. The rebels said their meeting with Peru in Lima was useful."
    record = read(Report("r", text, published="2016-05-04"), RULES)
    (event,) = [e for e in record.events if e.type == "CONSULT"]
    assert [p.name for p in event.parties("recipient")] == ["Peruvian officials"]
    together = read(Report("r", "Chad met Peru and Peruvian officials in Lima on Monday."), RULES).events[0]
    assert {p.name for p in together.parties("recipient")} == {"Peru", "Peruvian officials"}


def test_a_contact_of_no_stated_kind_is_of_the_meeting_rather_than_of_the_trip() -> None:
    if not available():
        pytest.skip("the encoder's weights are not in this installation")
    text = "Ann Lee flew to Lima on Saturday, where she met Ivan Rey. The ministry confirmed the conversation."
    events = read(Report("r", text, published="2022-03-05")).events
    assert [[t.quote for t in e.triggers] for e in events] == [["flew"], ["met", "conversation"]]


def test_who_also_calls_for_something_calls_for_another_thing() -> None:
    text = "Ana Rey called on Chad to free the crew. She also called for more patience of Chad in talks."
    assert len(_triggers(text, "REQUEST")) == 2


def test_what_is_not_to_be_is_not_what_is_to_be() -> None:
    text = "Chad will not invade Togo, Ana Rey said. Chad will bomb a camp in Togo on Monday, she added."
    assert [len(triggers) for triggers in _triggers(text, "ASSAULT")] == [1, 1]
