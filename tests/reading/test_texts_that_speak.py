"""Who urges or accuses where a letter, a motion or a report does."""

from __future__ import annotations

import pytest

from memcon.model import Report
from memcon.reading.pipeline import read


def _actors(text: str, kind: str) -> list[list[str]]:
    events = read(Report("text", text, published="2024-05-14")).events
    return [[p.name for p in e.participants if p.role == "actor"] for e in events if e.type == kind]


@pytest.mark.parametrize(
    ("text", "kind", "who"),
    [
        ("The letter, signed by Ana Rey and Bo Fox, accuses Togo of lies.", "ACCUSE", ["Ana Rey", "Bo Fox"]),
        ("Ana Rey and Bo Fox wrote to the minister on Monday. The letter accuses Togo of lies.", "ACCUSE", ["Ana Rey", "Bo Fox"]),
        ("The Rey League released a report on Monday. The report accuses Togo of lies.", "ACCUSE", ["Rey League"]),
        ("Chad's parliament passed a motion on Monday. The motion was long. It urges Togo to wait.", "REQUEST", ["Chad's parliament"]),
    ],
)
def test_a_text_speaks_for_those_whose_it_is(text: str, kind: str, who: list[str]) -> None:
    assert _actors(text, kind) == [who]


def test_a_text_of_nobody_told_speaks_for_nobody() -> None:
    assert _actors("Ana Rey read a letter in Lima on Monday. A report accuses Togo of lies.", "ACCUSE") in ([], [[]])
