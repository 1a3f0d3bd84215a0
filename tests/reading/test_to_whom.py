"""To whom an act is done: who is asked, visited, refused, thanked; and who only goes along or is only spoken of."""

import pytest

from memcon.model import Report
from memcon.reading.pipeline import read


def _roles(text: str, trigger: str) -> dict[str, list[str]]:
    record = read(Report("r", text, published="2022-03-05"))
    event = next(e for e in record.events if trigger in [t.quote for t in e.triggers])
    found: dict[str, list[str]] = {}
    for party in event.participants:
        found.setdefault(party.role, []).append(party.name)
    return found


@pytest.mark.parametrize(
    ("text", "trigger", "roles"),
    [
        ("Foreign Minister Ana Lopes flew to Kenya with two generals.", "flew", {"actor": ["Ana Lopes"], "companion": ["two generals"]}),
        (
            "Envoy Ivan Rey will travel to Togo with his wife on Friday.",
            "travel",
            {"actor": ["Ivan Rey"], "companion": ["Ivan Rey's wife"]},
        ),
        ("Envoy Ivan Rey travelled to Kenya on Friday.", "travelled", {"actor": ["Ivan Rey"]}),
        ("Chancellor Ana Lopes visited Kenya on Friday.", "visited", {"actor": ["Ana Lopes"], "recipient": ["Kenya"]}),
        ("Chancellor Ana Lopes left Kenya on Friday after talks.", "left", {"actor": ["Ana Lopes"]}),
    ],
)
def test_a_journey_goes_to_a_place_and_in_company(text: str, trigger: str, roles: dict[str, list[str]]) -> None:
    assert _roles(text, trigger) == roles


@pytest.mark.parametrize(
    ("text", "trigger", "recipients"),
    [
        ("The party demanded that President Ivan Rey resign.", "demanded", ["Ivan Rey"]),
        ("The rebels demanded that Ivan Rey be moved to Lima.", "demanded", []),
        ("Lawmakers demanded that the ambassador be expelled by Peru.", "demanded", ["Peru"]),
        ("Opposition leaders alleged that Ivan Rey was killed in his cell.", "alleged", []),
        ("The ministry rejected suggestions by some senators that Kenya pull its troops out.", "suggestions", ["Kenya"]),
        ("The senators' demand that Kenya pull its troops out was ignored.", "demand", ["Kenya"]),
    ],
)
def test_who_is_to_do_what_is_asked_for_is_asked(text: str, trigger: str, recipients: list[str]) -> None:
    assert _roles(text, trigger).get("recipient", []) == recipients


@pytest.mark.parametrize(
    ("text", "trigger", "recipients"),
    [
        ("Chad let out 300 inmates on Friday.", "let", ["300 inmates"]),
        ("Chad allowed a ship chartered by the charity to dock on Tuesday.", "allowed", ["a ship"]),
        ("Thousands marched against the president's plan on Friday.", "marched", ["the president"]),
        ("Chad sent four warships with 800 marines to the strait on Friday.", "sent", []),
        ("Officials blamed Russia for the Labour Party hack.", "hack", ["Labour Party"]),
        ("Chad imposed duties on steel from Togo.", "duties", ["Togo"]),
        ("Chad refused to send troops to Peru.", "refused", ["Peru"]),
        ("Peru refused to take the refugees back.", "refused", []),
        ("Togo protested to Chad over the raid.", "protested", ["Chad"]),
        ("President Ivan Rey thanked his host for the new hospital.", "thanked", ["Ivan Rey's host"]),
        ("A ministry spokesman said that Chile regretted the raid by Peru.", "regretted", ["Peru"]),
    ],
)
def test_whom_a_frame_asks_for(text: str, trigger: str, recipients: list[str]) -> None:
    assert _roles(text, trigger).get("recipient", []) == recipients


def test_a_war_that_is_fought_is_not_repelled() -> None:
    assert _roles("The two neighbours fought a border war over the hills in 1987.", "border war") == {"actor": ["The two neighbours"]}


@pytest.mark.parametrize(
    ("text", "trigger", "recipients"),
    [
        ("Togo has told Peru it accepts the terms.", "accepts", ["Peru"]),
        ("Togo's minister told broadcaster Kanal that Togo accepts the terms.", "accepts", []),
        ("Togo, asked by Chad to look after its interests, has accepted.", "accepted", ["Chad"]),
        ("Ana Rey asked the deputies to pass the bill, and they agreed.", "agreed", ["Ana Rey"]),
        ("Ana Rey spent three hours with Bo Fox, who refused to send back his ministers.", "refused", ["Ana Rey"]),
        ("Chad thanked Togo and promised that the boats would be registered.", "promised", ["Togo"]),
        ("Peru deplored the arrest of two nurses and urged Togo to free them.", "deplored", ["Togo"]),
        ("Peru welcomed the truce and thanked Togo for its work.", "welcomed", []),
        ("Chad condemned the attack and expressed its condolences to Togo.", "condemned", []),
        ("Police told farmers near the road that any march would be met with bullets.", "met", ["farmers"]),
    ],
)
def test_what_is_answered_is_answered_to_who_asked_or_is_told(text: str, trigger: str, recipients: list[str]) -> None:
    assert _roles(text, trigger).get("recipient", []) == recipients


@pytest.mark.parametrize(
    ("text", "trigger", "recipients"),
    [
        ('"The soldiers must first talk to everybody," President Ana Rey told journalists.', "must", ["The soldiers"]),
        ("The opposition's Bo Fox said the government had been fooled and should freeze the contract.", "should", ["the government"]),
        ("The Serb deputies are expected to be told by Belgrade not to vote at all.", "told", ["The Serb deputies"]),
        ("Bo Fox called for the rebels' strongholds in Togo to be bombed.", "called for", []),
        ("Ana Rey called on all to stop shooting.", "called on", ["all"]),
        ("Chad has urged both to let the monitors stay.", "urged", ["both"]),
    ],
)
def test_who_is_to_do_what_is_asked(text: str, trigger: str, recipients: list[str]) -> None:
    assert _roles(text, trigger).get("recipient", []) == recipients


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("Togo rejected the draft resolution, which was tabled by Chad and Peru.", ["Chad", "Peru"]),
        ("Togo rejected the draft that Peru had circulated.", ["Peru"]),
    ],
)
def test_who_put_a_draft_forward_is_refused(text: str, recipients: list[str]) -> None:
    assert _roles(text, "rejected").get("recipient", []) == recipients


def test_by_whom_something_is_passed_on_is_not_whom_it_is_for() -> None:
    text = "Minoru Fox said Japan had lodged a protest through its embassy in Lima on Monday."
    event = next(e for e in read(Report("r", text, published="2025-10-10")).events if e.type == "ACCUSE")
    assert "its embassy" not in [p.name for p in event.participants]


def test_the_community_of_states_is_called_on_and_not_blamed() -> None:
    text = "Chad condemned the bombing of the convoy and called on the international community to act."
    assert "recipient" not in _roles(text, "condemned")
    assert _roles(text, "called on")["recipient"] == ["the international community"]


def test_a_state_does_not_ask_its_own_envoy() -> None:
    text = "Ukrainian Ambassador Ivan Rey said that Kyiv had asked for a longer pause, and that his country would never agree to the plan."
    assert "recipient" not in _roles(text, "asked for")


@pytest.mark.parametrize(
    ("text", "trigger", "actors"),
    [
        ("Ann Lee met Bo Fox in Lima. The latter asked her to stay.", "asked", ["Bo Fox"]),
        ("Ann Lee met Ivan Rey and Bo Fox; she and the latter agreed to build a road.", "agreed", ["Ann Lee", "Bo Fox"]),
    ],
)
def test_the_latter_is_who_is_named_last(text: str, trigger: str, actors: list[str]) -> None:
    assert _roles(text, trigger)["actor"] == actors


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Ann Lee, whose offer to host a new round in Lima was turned down by Chad, left.", ["Ann Lee"]),
        ("Bo Fox said that Chad and Togo had rejected a compromise he put to them.", ["Bo Fox"]),
    ],
)
def test_what_is_turned_down_is_whose_it_was(text: str, whom: list[str]) -> None:
    (event,) = [e for e in read(Report("r", text, published="2024-05-14")).events if e.type == "REJECT"]
    assert [p.name for p in event.participants if p.role == "recipient"] == whom
