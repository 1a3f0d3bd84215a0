"""Who signs a truce keeps one; the signing is no second event beside it."""

from __future__ import annotations

import pytest

from memcon.model import Report
from memcon.reading.pipeline import read


@pytest.mark.parametrize(
    "text",
    [
        "The government and the rebels signed a truce pact in Lima on Monday.",
        "A protocol was signed on a ceasefire between Chad and the rebels in Lima on Monday.",
        "The government of Chad and pro-Peruvian separatists signed a cease-fire agreement in Lima on Monday.",
    ],
)
def test_signing_a_truce_is_a_truce(text: str) -> None:
    events = read(Report("r", text, published="2022-03-09")).events
    assert [(e.type, e.mode, e.when and e.when.edtf) for e in events] == [("RETREAT", "ceasefire", "2022-03-07")]


def test_the_truce_of_a_headline_is_signed_once() -> None:
    text = "Ceasefire agreement between Chad's government and separatists signed in Lima\n\nIt rained. It was cold. Nobody left."
    events = read(Report("r", text, published="2022-03-09")).events
    assert [e.type for e in events if "signed" in {t.quote for t in e.triggers}] == ["RETREAT"]


def test_signing_another_deal_is_not() -> None:
    events = read(Report("r", "Chad and Togo signed a peace accord on Monday.", published="2022-03-09")).events
    assert [e.type for e in events] == ["SUPPORT"]


def test_who_works_a_truce_out_for_others_keeps_none() -> None:
    told = "The United States and Peru announced a plan to bring about a ceasefire in Togo."
    events = read(Report("news", told, published="2024-03-05")).events
    truce = next(e for e in events if (e.type, e.mode) == ("RETREAT", "ceasefire"))
    assert [p.name for p in truce.participants if p.role == "actor"] == []


@pytest.mark.parametrize(
    "text",
    [
        "The announcement followed the collapse of a US-Russian brokered ceasefire in Togo.",
        "The raid broke a Norwegian mediated truce in Togo.",
        "Chad and Peru announced a plan to bring about a ceasefire in Togo.",
        "Peru's envoy, Amos Fox, who arranged the ceasefire in January, said he would return.",
    ],
)
def test_who_brings_a_truce_about_keeps_none(text: str) -> None:
    truces = [e for e in read(Report("r", text, published="2016-03-05")).events if e.type == "RETREAT"]
    assert truces
    assert not any(p.role == "actor" for e in truces for p in e.participants)
