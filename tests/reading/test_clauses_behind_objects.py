"""A clause behind "and": its subject is no object of the one before."""

from __future__ import annotations

import pytest

from memcon.model import Report
from memcon.reading.pipeline import read


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Gabon praised Chad and Kenya condemned the raid.", {"SUPPORT": (["Gabon"], ["Chad"]), "ACCUSE": (["Kenya"], [])}),
        (
            "The army is fighting Boko Haram and the government has asked Peru for help.",
            {"ASSAULT": (["The army"], ["Boko Haram"]), "REQUEST": (["the government"], ["Peru"])},
        ),
    ],
)
def test_each_clause_has_its_own_parties(text: str, who: dict[str, tuple[list[str], list[str]]]) -> None:
    told = {e.type: e for e in read(Report("clauses", text)).events}
    for kind, (actors, recipients) in who.items():
        assert [p.name for p in told[kind].participants if p.role == "actor"] == actors
        assert [p.name for p in told[kind].participants if p.role == "recipient"] == recipients
