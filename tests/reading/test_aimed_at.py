"""Whom an act is aimed at where its own slots do not say, and who claims a deed."""

import pytest

from memcon.model import Report
from memcon.reading.parsing import RULES
from memcon.reading.pipeline import read


def _told(text: str, kind: str) -> tuple[list[str], list[str], str | None]:
    """Actors, recipients and country of the first event of a type."""
    event = next(e for e in read(Report("r", text, published="2016-05-04"), RULES).events if e.type == kind)
    actors, recipients = ([p.name for p in event.parties(role)] for role in ("actor", "recipient"))
    return actors, recipients, event.where.country if event.where else None


@pytest.mark.parametrize(
    ("text", "kind", "whom"),
    [
        ("Chad refused to hold direct talks with Togo.", "REJECT", ["Togo"]),
        ("Chad refused to meet the demands of Togo.", "REJECT", ["Togo"]),
        ("Chad threatened to strike Togo.", "THREATEN", ["Togo"]),
        ("Chad threatened to suspend the talks with Togo.", "THREATEN", ["Togo"]),
        ("Chad is calling for Togo to take a stronger role.", "REQUEST", ["Togo"]),
        ("Chad called for peace.", "REQUEST", []),
        ("Chad alleged that the raid was plotted by Togo.", "ACCUSE", ["Togo"]),
        ("Chad complained that Togo was hampering the talks.", "ACCUSE", ["Togo"]),
        ("Chad joined NATO on Friday.", "SUPPORT", ["NATO"]),
        ("Chad lashed out at Togo over the raid.", "ACCUSE", ["Togo"]),
    ],
)
def test_whom(text: str, kind: str, whom: list[str]) -> None:
    actors, recipients, _ = _told(text, kind)
    assert (actors, recipients) == (["Chad"], whom)


def test_nothing_happens_at_a_state() -> None:
    assert _told("Chad lashed out at Togo over the raid.", "ACCUSE")[2] is None


@pytest.mark.parametrize(
    "text",
    [
        "The killing of a Saudi officer was claimed by the Taliban.",
        "The Taliban claimed responsibility for the killing of a Saudi officer.",
        "The killing of a Saudi officer, claimed by the Taliban, shocked the town.",
    ],
)
def test_who_claims_a_deed_did_it(text: str) -> None:
    assert _told(text, "ASSAULT")[:2] == (["Taliban"], ["a Saudi officer"])


def test_nobody_claims_it() -> None:
    assert _told("No group claimed responsibility for the killing of a Saudi officer.", "ASSAULT")[0] == []
