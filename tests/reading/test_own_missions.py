"""Who closes its embassy in another country turns on that country."""

from __future__ import annotations

import pytest

from memcon.model import Report
from memcon.reading.pipeline import read


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("Peru closed its consulate in Lome in June.", ["Togo"]),
        ("Peru, which had shut its embassy in Chad in protest, is to reopen it on Monday.", ["Chad"]),
        ("Togo closed its embassy for a week.", []),
        ("Peru summoned its ambassador in Lome home for consultations.", ["Togo"]),
        ("On Monday Peru recalled its envoys to Chad and Togo.", ["Chad", "Togo"]),
        ("Peru withdrew its ambassador from Lome.", ["Togo"]),
        ("Chad shut the Togolese embassy in June.", ["the Togolese embassy"]),
    ],
)
def test_a_mission_of_ones_own_is_closed_to_its_host(text: str, recipients: list[str]) -> None:
    closed = next(e for e in read(Report("news", text, published="2024-03-05")).events if e.type == "SANCTION")
    assert [p.name for p in closed.participants if p.role == "recipient"] == recipients


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("Chad reopened its consulate in Lome on Tuesday.", ["Lome"]),
        ("Togo is to reopen its embassy in Lima, Minister Bo Fox said.", ["Lima"]),
    ],
)
def test_a_mission_of_ones_own_is_reopened_to_its_host(text: str, recipients: list[str]) -> None:
    opened = next(e for e in read(Report("news", text, published="2024-03-05")).events if e.type == "SUPPORT")
    assert [p.mention.quote if p.mention else p.name for p in opened.participants if p.role == "recipient"] == recipients


def test_an_own_envoy_is_called_home_by_his_state() -> None:
    (event,) = read(Report("r", "Chad said its ambassador to Togo had been called home.")).events
    assert [(p.role, p.name) for p in event.participants] == [("actor", "Chad"), ("recipient", "Togo")]
