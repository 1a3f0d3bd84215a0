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


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "recipients"),
    [
        ("Togo repeated its offer to bring the parties together in Lome.", "offer", {"Togo"}, {"the parties"}),
        (
            "In a call to President Bo Fox, the head of the Peace Commission offered two radars.",
            "call",
            {"the head of the Peace Commission"},
            {"Bo Fox"},
        ),
    ],
)
def test_who_mediates_brings_others_together(text: str, trigger: str, actors: set[str], recipients: set[str]) -> None:
    record = read(Report("r", text, published="2022-03-09"))
    event = next(e for e in record.events if trigger in [t.quote for t in e.triggers])
    assert {p.name for p in event.parties("actor")} == actors
    assert {p.name for p in event.parties("recipient")} == recipients
