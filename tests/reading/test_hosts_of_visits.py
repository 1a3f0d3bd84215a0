"""Whose guest somebody is where only who calls a visit off, who allows it or whose counterpart comes tells of the host."""

from __future__ import annotations

import pytest

from memcon.model import Report
from memcon.reading.pipeline import read


@pytest.mark.parametrize(
    ("text", "trigger", "guests", "hosts"),
    [
        ("Chad cancelled the visit of a Togolese trade delegation on Tuesday.", "visit", ["a Togolese trade delegation"], ["Chad"]),
        ("Chad called off a visit by Prime Minister Bo Fox on Tuesday.", "visit", ["Bo Fox"], ["Chad"]),
        ("Chad agreed to let inspectors of the UN agency visit two plants.", "visit", ["inspectors of the UN agency"], ["Chad"]),
        ("Chad called off its visit to Lome on Tuesday.", "visit", ["Chad"], []),
        (
            "Minister Ana Rey spoke beside her visiting Togolese colleague.",
            "visiting",
            ["Ana Rey's visiting Togolese colleague"],
            ["Ana Rey"],
        ),
        (
            "Ana Rey told the visiting Togolese senators that the bridge would open.",
            "visiting",
            ["the visiting Togolese senators"],
            ["Ana Rey"],
        ),
    ],
)
def test_who_decides_on_a_visit_is_its_host(text: str, trigger: str, guests: list[str], hosts: list[str]) -> None:
    record = read(Report("r", text, published="2022-03-09"))
    event = next(e for e in record.events if e.mode == "visit" and trigger in [t.quote for t in e.triggers])
    assert [p.name for p in event.parties("actor")] == guests
    assert [p.name for p in event.parties("recipient")] == hosts
