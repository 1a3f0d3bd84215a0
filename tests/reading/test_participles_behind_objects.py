"""What befell people in commas behind them, and those who set them free."""

from __future__ import annotations

import pytest
from tests.reading.events_told import of_role, one_of


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
