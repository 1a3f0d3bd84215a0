"""Refusals and reproaches: who stands with them and is not whom they are against, and to whom a complaint is made."""

import pytest

from memcon.model import Report
from memcon.reading.parse.parsing import RULES
from memcon.reading.pipeline import read


def _recipients(text: str, kind: str) -> set[str]:
    events = read(Report("r", text, published="2016-03-05"), RULES).events
    return {p.name for e in events if e.type == kind for p in e.participants if p.role == "recipient"}


@pytest.mark.parametrize(
    ("text", "kind", "whom"),
    [
        ("Ana Rey opposed the Togo accord on Friday.", "ACCUSE", set()),
        ("Ana Rey criticised Togo's accord with Chad on Friday.", "ACCUSE", {"Togo"}),
        ("Chad rejected a Togolese draft on Friday.", "REJECT", {"Togo"}),
        ("Ana Rey told supporters on Monday that she rejected the pact.", "REJECT", set()),
        ("Students blocked the Ayabaca highway near Lima on Monday.", "PROTEST", set()),
        ("Human Rights Watch condemned the jailing of Bo Fox.", "ACCUSE", set()),
        ("Bo Fox's detention was condemned by Human Rights Watch.", "ACCUSE", set()),
        ("Human Rights Watch condemned Chad for the jailing of Bo Fox.", "ACCUSE", {"Chad"}),
    ],
)
def test_who_only_stands_with_it(text: str, kind: str, whom: set[str]) -> None:
    assert _recipients(text, kind) == whom


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Togo complained to the UN envoy Ana Rey that nobody had asked it.", {"Ana Rey"}),
        ("Bo Fox complained to Chad's army chief about the noise.", {"Chad's army chief"}),
        ("Bo Fox complained to reporters that the road was closed.", set()),
        ("Peru complained about Chad to the court.", {"Chad"}),
    ],
)
def test_to_whom_one_complains(text: str, whom: set[str]) -> None:
    assert _recipients(text, "ACCUSE") == whom


def test_a_threat_is_made_to_nobody_who_only_stands_in_its_condition() -> None:
    """Who alone is told there is whom it is made to."""
    text = "The United States warned on Monday that it would cut military aid to Somalia if Egyptian troops were allowed to deploy."
    (event,) = read(Report("t", text, published="2026-11-24")).events
    assert [p.name for p in event.participants if p.role == "recipient"] == ["Somalia"]
    (event,) = read(Report("t", "Chad threatened to strike if Togo moved its troops.", published="2026-11-24")).events
    assert [p.name for p in event.participants if p.role == "recipient"] == ["Togo"]


@pytest.mark.parametrize(
    "text",
    [
        "Peru condemned the shelling of a UNIFIL post near Tyre, in which four Ghanaian peacekeepers were hurt.",
        "Lebanon's health ministry put the toll from Monday's raids at 31 dead.",
    ],
)
def test_nobody_who_was_struck_or_counts_the_dead_did_it(text: str) -> None:
    events = read(Report("t", text, published="2026-11-24")).events
    assert not [p.name for e in events if e.type == "ASSAULT" for p in e.participants if p.role == "actor"]
    assert not [p.name for e in events if e.type == "ACCUSE" for p in e.participants if p.role == "recipient"]
