"""Whom an act is aimed at where its own slots do not say, and who claims a deed."""

import pytest

from memcon.model import Report
from memcon.reading.parse.parsing import RULES
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


@pytest.mark.parametrize(
    ("text", "who", "where"),
    [
        ("The Paris attacks killed 130 people.", [("recipient", "130 people")], "Paris"),
        ("The Kenya bombing killed 200 people.", [("recipient", "200 people")], "Kenya"),
        ("The Moscow attacks on Kyiv went on.", [("actor", "Russia"), ("recipient", "Ukraine")], None),
        ("A Russian attack killed ten people.", [("actor", "Russia"), ("recipient", "ten people")], None),
        ("A U.S. strike killed ten people.", [("actor", "United States"), ("recipient", "ten people")], None),
    ],
)
def test_a_city_before_a_deed_is_where_it_was(text: str, who: list[tuple[str, str]], where: str | None) -> None:
    (event,) = (e for e in read(Report("r", text, published="2016-05-04"), RULES).events if e.type == "ASSAULT")
    assert [(one.role, one.name) for one in event.participants] == who
    assert (event.where.name if event.where else None) == where


def test_who_condemns_a_deed_does_not_condemn_its_place() -> None:
    (event,) = read(Report("r", "John Kerry condemned the Paris attacks.", published="2016-05-04"), RULES).events
    assert [(one.role, one.name) for one in event.participants] == [("actor", "John Kerry")]


def test_a_magazine_is_no_ocean() -> None:
    text = "Angela Merkel warns in The Atlantic that Russia will invade Ukraine."
    assert all(e.where is None for e in read(Report("r", text, published="2016-05-04"), RULES).events if e.type != "ASSAULT")


def test_who_confirms_a_conversation_takes_no_part_in_it() -> None:
    text = "Ann Lund sat with Jon Dahl in Lima on Monday. Norway confirmed the conversation."
    events = [e for e in read(Report("r", text, published="2016-05-04")).events if e.type == "CONSULT"]
    assert all(party.name != "Norway" for event in events for party in event.participants)


def test_a_feast_is_no_traveller() -> None:
    text = "A Ramadan visit to Cairo. Ann Lund flew to Cairo on Monday."
    assert all(party.name != "Ramadan" for event in read(Report("r", text, published="2016-05-04")).events for party in event.participants)


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Chadian government missiles struck the port.", ["Chad"]),
        ("A Chadian army offensive began on Monday.", ["Chadian army"]),
        ("Peruvian and Chadian government attacks killed ten people.", ["Peru", "Chad"]),
        ("An Israeli military strike killed two people.", ["Israel"]),
        ("The government offensive began on Monday.", ["government"]),
    ],
)
def test_a_states_adjective_and_the_body_behind_it_are_one_party_before_a_deed(text: str, actors: list[str]) -> None:
    assert _told(text, "ASSAULT")[0] == actors
