"""What befell people in commas behind them, and those who set them free."""

from __future__ import annotations

import pytest
from tests.reading.events_told import events_of, of_role, one_of


@pytest.mark.parametrize(
    ("text", "kind", "mode", "who", "whom"),
    [
        ("Police freed nine miners, kidnapped last week.", "ASSAULT", "abduct", [], ["nine miners"]),
        (
            "A court sentenced the former minister, detained since June, to ten years in prison.",
            "COERCE",
            "arrest",
            [],
            ["the former minister"],
        ),
        ("Troops rescued nine miners kidnapped last week.", "ASSAULT", "abduct", [], ["nine miners"]),
        ("The rebels released two nurses abducted in May.", "ASSAULT", "abduct", ["The rebels"], ["two nurses"]),
    ],
)
def test_whom_it_befell_before(text: str, kind: str, mode: str, who: list[str], whom: list[str]) -> None:
    event = one_of(text, kind, mode)
    assert of_role(event, "actor") == who
    assert of_role(event, "recipient") == whom


@pytest.mark.parametrize(
    ("text", "kind", "mode", "who", "whom"),
    [
        ("Rebels kidnapped and later killed two teachers.", "ASSAULT", "abduct", ["Rebels"], ["two teachers"]),
        ("Police detained and beat two students.", "COERCE", "arrest", ["Police"], ["two students"]),
        ("Two priests abducted and killed in Lima.", "ASSAULT", "abduct", [], ["Two priests"]),
    ],
)
def test_a_verb_that_shares_its_object_is_no_passive(text: str, kind: str, mode: str, who: list[str], whom: list[str]) -> None:
    event = one_of(text, kind, mode)
    assert (of_role(event, "actor"), of_role(event, "recipient")) == (who, whom)


@pytest.mark.parametrize(
    "deed", ["attacked and destroyed a police post", "intercepted and destroyed ten drones", "ambushed and burned a bus"]
)
def test_two_verbs_of_force_with_one_object_are_one_attack(deed: str) -> None:
    assert len([e for e in events_of(f"Rebels {deed} in Togo on Monday.") if e.type == "ASSAULT"]) == 1
