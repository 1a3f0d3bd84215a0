"""Who is going to act by a warning, and who is warned."""

from __future__ import annotations

import pytest
from tests.reading.events_told import of_role, one_of


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("General Rey warned that Turkey would not hesitate to sink the ships.", []),
        ("A spokesman of the rebels warned that the army would be struck.", ["the army"]),
        ("The minister warned that Chad would pay for the raid.", ["Chad"]),
    ],
)
def test_who_would_act_is_not_warned(text: str, whom: list[str]) -> None:
    assert of_role(one_of(text, "THREATEN"), "recipient") == whom
