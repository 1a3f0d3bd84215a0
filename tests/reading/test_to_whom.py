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
        ("Envoy Ivan Rey will travel to Togo with his wife on Friday.", "travel", {"actor": ["Ivan Rey"], "companion": ["his wife"]}),
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
        ("President Ivan Rey thanked his host for the new hospital.", "thanked", ["his host"]),
        ("A ministry spokesman said that Chile regretted the raid by Peru.", "regretted", ["Peru"]),
    ],
)
def test_whom_a_frame_asks_for(text: str, trigger: str, recipients: list[str]) -> None:
    assert _roles(text, trigger).get("recipient", []) == recipients


def test_a_war_that_is_fought_is_not_repelled() -> None:
    assert _roles("The two neighbours fought a border war over the hills in 1987.", "border war") == {"actor": ["The two neighbours"]}
