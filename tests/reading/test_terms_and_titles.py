"""Days given for something, money told with its sign, offices held for a while, occasions that only tell when."""

import pytest
from tests.reading.events_told import events_of, of_role, one_of


@pytest.mark.parametrize(
    ("text", "who", "whom"),
    [
        ("The bloc gave the junta a week to hand back power, or face force.", "The bloc", "the junta"),
        ("The rebels gave the government 48 hours to withdraw its troops from the town.", "The rebels", "the government"),
    ],
)
def test_days_are_given_for_what_is_asked(text: str, who: str, whom: str) -> None:
    event = one_of(text, "REQUEST")
    assert (of_role(event, "actor"), of_role(event, "recipient")) == ([who], [whom])
    assert all(e.type != "RETREAT" for e in events_of(text))


def test_diplomats_given_days_to_leave_are_expelled_once() -> None:
    text = "Chad expelled three Togolese diplomats on Tuesday and gave them 48 hours to leave."
    assert [(e.type, e.mode) for e in events_of(text)] == [("SANCTION", "expel")]


def test_who_announces_money_gives_what_it_is_in() -> None:
    event = one_of("Ana Rey announced $60 million in new funding for the mission in Haiti.", "AID")
    assert of_role(event, "actor") == ["Ana Rey"]


@pytest.mark.parametrize("office", ["caretaker Prime Minister", "shadow Foreign Secretary"])
def test_an_office_held_for_a_while_or_in_opposition(office: str) -> None:
    event = one_of(f"The envoy will meet Speaker Ana Rey and {office} Bo Fox.", "CONSULT")
    assert of_role(event, "recipient") == ["Ana Rey", "Bo Fox"]


def test_a_summit_before_which_somebody_speaks_is_not_theirs() -> None:
    assert [e.type for e in events_of("Before the summit, the junta accused Togo of lying.")] == ["ACCUSE"]


def test_help_that_one_is_assured_of_is_agreed() -> None:
    assert one_of("Rey called Fox and assured him of her support.", "AGREE").status == "happened"


def test_groups_are_no_persons() -> None:
    text = "Among the dead are Ana Rey and Bo Fox, the ombudsman's office said. Ombudsman Iris Lee asked both groups to open a corridor."
    assert of_role(one_of(text, "REQUEST"), "recipient") == ["both groups"]
