"""Who invites whom where one tells of the answer."""

from __future__ import annotations

import pytest

from memcon.model import Report
from memcon.reading.pipeline import read


def _parties(text: str, mode: str) -> list[set[tuple[str, str]]]:
    events = read(Report("i", text, published="2024-05-14")).events
    return [{(p.role, p.name) for p in e.participants} for e in events if e.mode == mode and e.type != "REJECT"]


@pytest.mark.parametrize(
    ("text", "host"),
    [
        ("President Ana Rey of Chad accepted an invitation to visit Togo.", "Togo"),
        ("Chad's president, Ana Rey, accepted an invitation to Lima for the autumn.", "Peru"),
        ("Ana Rey declined an invitation to address Togo's parliament on Friday.", "Togo's parliament"),
        ("Ana Rey declined an invitation to the Rey League session on Peru.", "Rey League"),
    ],
)
def test_to_whom_one_is_invited_invites(text: str, host: str) -> None:
    assert _parties(text, "meet") == [{("actor", host), ("recipient", "Ana Rey")}]


def test_who_accepts_an_invitation_to_visit_is_to_visit() -> None:
    assert _parties("President Ana Rey of Chad accepted an invitation to visit Togo.", "visit") == [
        {("actor", "Ana Rey"), ("recipient", "Togo")}
    ]


def test_an_invitation_that_is_taken_up_was_made() -> None:
    (event,) = [e for e in read(Report("i", "Togo accepted an invitation to peace talks in Accra.")).events if e.type == "REQUEST"]
    assert event.status == "happened"
