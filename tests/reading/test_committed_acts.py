"""Acts that a commitment names, calls, demands that were refused: who, whom, and whether it happened."""

import pytest

from memcon.model import Report
from memcon.reading.pipeline import read


@pytest.mark.parametrize(
    ("text", "kind", "status", "parties"),
    [
        ("Peru and Chile agreed on a ceasefire on Monday.", "RETREAT", "planned", {("actor", "Peru"), ("actor", "Chile")}),
        ("Peru pledged two million dollars in aid to Chile.", "AID", "planned", {("actor", "Peru"), ("recipient", "Chile")}),
        (
            "Angela Merkel called Theresa May on Sunday and asked her to wait.",
            "CONSULT",
            "happened",
            {("actor", "Angela Merkel"), ("recipient", "Theresa May")},
        ),
        (
            "Angela Merkel spoke by phone with Theresa May and with Barack Obama.",
            "CONSULT",
            "happened",
            {("actor", "Angela Merkel"), ("recipient", "Theresa May"), ("recipient", "Barack Obama")},
        ),
        ("Peru rejected Chile's demand to release the crew.", "REQUEST", "happened", {("actor", "Chile"), ("recipient", "Peru")}),
        (
            "A patrol boat rammed a Chilean trawler on Friday.",
            "ASSAULT",
            "happened",
            {("actor", "A patrol boat"), ("recipient", "a Chilean trawler")},
        ),
    ],
)
def test_commitment(text: str, kind: str, status: str, parties: set[tuple[str, str]]) -> None:
    events = [e for e in read(Report("r", text, published="2018-04-05")).events if e.type == kind]
    assert [e.status for e in events] == [status]
    assert {(p.role, p.name) for p in events[0].participants} == parties


@pytest.mark.parametrize(
    ("text", "kind", "sources"),
    [
        ("Angela Merkel pledged to send 500 soldiers to Mali.", "MOBILIZE", [("person", "Angela Merkel")]),
        ("Angela Merkel announced that she had recalled the German ambassador to Chile.", "SANCTION", [("person", "Angela Merkel")]),
        ("Angela Merkel offered to mediate between Peru and Chile.", "CONSULT", []),
        ("Angela Merkel plans to visit Peru.", "CONSULT", []),
    ],
)
def test_who_pledges_an_act_is_its_source(text: str, kind: str, sources: list[tuple[str, str]]) -> None:
    (event,) = read(Report("r", text, published="2018-04-05")).events
    assert event.type == kind
    assert [(s.kind, s.name) for s in event.sources] == sources


def test_a_named_spokesman_is_a_source_by_name() -> None:
    text = "Col. Jonas H. Lund, an army spokesman in Lima, said that Chilean troops had attacked Peru."
    (event,) = read(Report("r", text, published="2018-04-05")).events
    assert [(s.kind, s.name) for s in event.sources] == [("spokesperson", "Jonas H. Lund")]


@pytest.mark.parametrize(
    "text",
    [
        "The vote at the General Assembly was meant to condemn Chile's invasion.",
        "Angela Merkel spoke by phone with Theresa May before the vote intended to condemn Chile.",
    ],
)
def test_what_an_act_is_meant_for_is_no_act_beside_it(text: str) -> None:
    types = [e.type for e in read(Report("r", text, published="2018-04-05")).events]
    assert "ACCUSE" not in types


def test_how_much_earlier_is_nobody_who_acts() -> None:
    text = "Peru voted on Wednesday for the resolution, and a day earlier sent 20 tons of tents to Chile."
    (event,) = (e for e in read(Report("r", text, published="2018-04-05")).events if e.type == "AID")
    assert {(p.role, p.name) for p in event.participants} == {("actor", "Peru"), ("recipient", "Chile")}


@pytest.mark.parametrize(
    ("text", "kind", "status", "who", "when"),
    [
        ("Mediators have persuaded Chad and Togo to resume talks next Monday.", "CONSULT", "planned", ["Chad", "Togo"], "2018-04-09"),
        (
            "The envoy convinced Chad and Togo to hold talks in Lima next week.",
            "CONSULT",
            "planned",
            ["Chad", "Togo"],
            "2018-04-09/2018-04-15",
        ),
        ("Chad's envoy persuaded Togo to release ten prisoners.", "RETREAT", "happened", ["Togo"], None),
    ],
)
def test_what_somebody_was_persuaded_to_do_is_done_or_planned(text: str, kind: str, status: str, who: list[str], when: str | None) -> None:
    (event,) = [e for e in read(Report("r", text, published="2018-04-05")).events if e.type == kind]
    assert event.status == status
    assert [p.name for p in event.participants if p.role == "actor"] == who
    assert (event.when.edtf if event.when else None) == when


def test_what_somebody_was_not_persuaded_to_do_is_not() -> None:
    for text in ("The envoy tried to persuade Togo to release ten prisoners.", "The envoy failed to persuade Togo to withdraw its troops."):
        assert [e.type for e in read(Report("r", text, published="2018-04-05")).events] == ["REQUEST"], text
