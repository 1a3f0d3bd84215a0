"""Transcripts: "we" are those whose turn it is."""

from __future__ import annotations

import pytest
from tests.reading.events_told import of_role, one_of


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("MR POTTER: Good day. We urge Chad to free the sailors.", ["MR POTTER"]),
        ("Spokesperson Ana Rey: Peru is a friend. We urge Chad to free the sailors.", ["Ana Rey"]),
        ("QUESTION: What now?\n\nMS REY: Good day.\n\nWe urge Chad to free the sailors.", ["MS REY"]),
        ("QUESTION: Good day. We urge Chad to free the sailors.", []),
    ],
)
def test_we_are_those_whose_turn_it_is(text: str, who: list[str]) -> None:
    assert of_role(one_of(text, "REQUEST"), "actor") == who
