"""Towns, buildings and names that nobody is known by are no hosts of who goes to see them."""

from __future__ import annotations

import pytest

from memcon.model import Report
from memcon.reading.pipeline import read


def _hosts(text: str) -> list[list[str]]:
    events = [e for e in read(Report("sights", text, published="2016-03-05")).events if e.mode == "visit"]
    return [[p.name for p in e.participants if p.role == "recipient"] for e in events]


@pytest.mark.parametrize(
    "text",
    [
        "Corps Commander Bo Fox of Chad visited Kofoshah on Thursday.",
        "The delegation of Chad later toured a field hospital where it donated drugs.",
        "Bo Fox has visited Cam Ranh.",
        "Bo Fox visited a sugar mill and a school.",
    ],
)
def test_what_is_seen_is_no_host(text: str) -> None:
    assert _hosts(text) == [[]]


@pytest.mark.parametrize(
    ("text", "host"),
    [
        ("Bo Fox visited Chad on Friday.", "Chad"),
        ("Bo Fox visited Ana Rey on Friday.", "Ana Rey"),
        ("Bo Fox visited troops at the border.", "troops"),
        ("Ana Rey of Peru was jailed. Bo Fox visited Rey on Friday.", "Ana Rey"),
    ],
)
def test_who_is_visited_is(text: str, host: str) -> None:
    assert _hosts(text) == [[host]]
