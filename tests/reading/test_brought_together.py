"""Who is at a meeting that is said to bring people together, and who only hosts it."""

from __future__ import annotations

import pytest

from memcon.model import Report
from memcon.reading.pipeline import read


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("The talks, hosted by Peru, brought together envoys from Chad and Togo.", {"Chad", "Togo"}, {"Peru"}),
        ("The talks in Lima involved rebel officers and Chadian clergymen.", {"rebel officers", "Chadian clergymen"}, set()),
        ("The summit in Lima gathered the leaders of Chad, Togo and Mali.", {"the leaders of Chad, Togo and Mali"}, set()),
        (
            "The talks were hosted by Peruvian president Ivan Rey in Lima and involved Chadian president Ana Rey and Togo's Bo Fox.",
            {"Ana Rey", "Bo Fox"},
            {"Ivan Rey"},
        ),
        ("The talks between Chad and Togo on Monday included trade and sanctions.", {"Chad", "Togo"}, set()),
    ],
)
def test_those_whom_a_meeting_brings_together_are_at_it(text: str, actors: set[str], recipients: set[str]) -> None:
    events = [e for e in read(Report("r", text, published="2022-03-09")).events if e.type == "CONSULT"]
    assert {p.name for p in events[0].participants if p.role == "actor"} == actors
    assert {p.name for p in events[0].participants if p.role == "recipient"} == recipients
