"""Who blames a thing accuses nobody."""

from __future__ import annotations

import pytest

from memcon.model import Report
from memcon.reading.pipeline import read


@pytest.mark.parametrize(
    ("text", "accused"),
    [
        ("Ana Rey blamed a scheduling conflict for the cancellation.", 0),
        ("The ministry blamed frost for the delay on Monday.", 0),
        ("Each side blames the other for the collapse.", 1),
        ("Chad and Togo blamed each other on Monday for the fighting.", 2),
        ("Prosecutors blamed tampering by Chad's government.", 1),
        ('Bo Fox blamed "one capital that likes to be called".', 1),
        ("Rey blamed the attack on a video.", 1),
    ],
)
def test_blaming_a_thing_is_no_accusation(text: str, accused: int) -> None:
    assert len([e for e in read(Report("r", text, published="2016-03-05")).events if e.type == "ACCUSE"]) == accused
