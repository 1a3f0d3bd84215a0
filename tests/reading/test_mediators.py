"""Who brings others together: hosts of talks between two, who stands before "-brokered", whose mediation it is."""

from __future__ import annotations

import pytest
from tests.reading.encoder_stand_in import told

from memcon.model import Report
from memcon.reading.pipeline import read


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("Peru hosted talks between Chad and Togo.", ["Peru"], ["Chad", "Togo"]),
        ("Peru hosted two rounds of talks between Chad and Togo last year.", ["Peru"], ["Chad", "Togo"]),
        ("Two rounds of talks between Chad and Togo were hosted by Peru.", ["Peru"], ["Chad", "Togo"]),
        ("Peru-mediated talks between Chad and Togo began.", ["Peru"], ["Chad", "Togo"]),
        ("Peru will host a second round of Chad-Togo talks in May.", ["Peru"], ["Chad", "Togo"]),
        ("Oman hosted Chadian-Togolese talks on Monday.", ["Oman"], ["Chad", "Togo"]),
        ("Omani-brokered talks between Chad and Togo began.", ["Oman"], ["Chad", "Togo"]),
        ("Norwegian diplomats negotiated a truce between Chad and Togo in November.", ["Norwegian diplomats"], ["Chad", "Togo"]),
        ("The sailors were freed by Chad on Tuesday following Turkish mediation.", ["Turkey"], []),
    ],
)
def test_a_third_mediates(text: str, actors: list[str], recipients: list[str]) -> None:
    (event,) = [e for e in read(Report("third", text, published="2016-03-05")).events if e.type == "CONSULT"]
    assert event.mode == "mediation"
    assert [p.name for p in event.participants if p.role == "actor"] == actors
    assert [p.name for p in event.participants if p.role == "recipient"] == recipients


def test_hosting_and_what_is_hosted_are_one() -> None:
    text = "Peru stands ready to host a second round of talks in Lima, Bo Fox said."
    events = read(Report("hosted", text, published="2016-03-05")).events
    assert [(e.type, e.status, [p.name for p in e.participants if p.role == "actor"]) for e in events] == [("CONSULT", "offered", ["Peru"])]


def test_what_is_offered_is_not_the_offering(monkeypatch: pytest.MonkeyPatch) -> None:
    offer = [("offered", "AID", "", (("actor", "Peru", 0.99),)), ("offices", "CONSULT", "mediation", (("actor", "Peru", 0.99),))]
    (event,) = told(monkeypatch, "Peru offered its good offices.", *offer)
    assert (event.mode, event.status) == ("mediation", "offered")


def test_a_journey_and_its_being_planned_are_one(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Ana Rey is set to leave for Lima on Friday."
    visits = [(word, "CONSULT", "visit", (("actor", "Ana Rey", 0.99),)) for word in ("set", "leave")]
    (event,) = told(monkeypatch, text, *visits)
    assert event.triggers[-1].quote == "leave"


@pytest.mark.parametrize("told", ["The meeting was brokered by Oman.", "That meeting was arranged by Oman, an official said."])
def test_who_brokers_a_meeting_was_not_at_it(told: str) -> None:
    first, *others = (e for e in read(Report("r", f"Bo Rey met Ann Lee in Doha on March 18. {told}", published="2024-05-15")).events)
    assert [p.name for p in first.participants] == ["Bo Rey", "Ann Lee"]
    assert len(first.triggers) == 2
    assert all(e.mode == "mediation" for e in others)


def test_who_brokers_talks_mediates_between_those_at_them() -> None:
    record = read(Report("r", "Bo Rey met Ann Lee in Doha on March 18. The meeting was brokered by Oman.", published="2024-05-15"))
    mediation = record.events[-1]
    assert mediation.mode == "mediation"
    assert {(p.role, p.name) for p in mediation.participants} == {("actor", "Oman"), ("recipient", "Bo Rey"), ("recipient", "Ann Lee")}


@pytest.mark.parametrize("where", ["", " to Lome in May"])
def test_whom_somebody_sends_to_talk_does_so(where: str) -> None:
    events = read(Report("r", f"Bo Rey, whom President Ann Lee had sent{where} to negotiate with the rebels, was turned away.")).events
    contacts = [e for e in events if e.type == "CONSULT"]
    assert contacts
    assert all(("actor", "Bo Rey") in [(p.role, p.name) for p in e.participants] for e in contacts)


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Foreign Minister Ann Lee spoke at a meeting hosted by Peru.", [("Ann Lee", "actor"), ("Peru", "recipient")]),
        ("A summit convened by Peru ended on Monday.", [("Peru", "actor")]),
    ],
)
def test_who_hosted_a_meeting_was_there(text: str, parties: list[tuple[str, str]]) -> None:
    (event,) = [e for e in read(Report("host", text, published="2016-03-05")).events if e.type == "CONSULT"]
    assert [(p.name, p.role) for p in event.participants] == parties


def test_two_mediations_between_other_sides_are_two() -> None:
    text = "Peru and Oman hosted talks between Chad and Togo in May. Oman has been mediating between Chad and Mali."
    mediated = [e for e in read(Report("two", text, published="2016-03-05")).events if e.mode == "mediation"]
    assert [{p.name for p in e.parties("recipient")} for e in mediated] == [{"Chad", "Togo"}, {"Chad", "Mali"}]


def test_the_two_sides_are_those_mediated_between() -> None:
    text = "Peru and Chile mediate between Chad and Togo. Peru said on Monday the two sides had accepted the plan."
    (event,) = [e for e in read(Report("sides", text, published="2016-03-05")).events if e.type == "AGREE"]
    assert {p.name for p in event.parties("actor")} == {"Chad", "Togo"}


def test_who_is_told_more_of_in_a_clause_does_what_it_tells() -> None:
    text = "Rey, who welcomed rival leaders to the palace for a dinner, held meetings earlier in the day with officials from Chad and Togo."
    (dinner,) = (e for e in read(Report("r", text, published="2024-05-06")).events if any(t.quote == "welcomed" for t in e.triggers))
    assert [p.name for p in dinner.participants] == ["Rey", "rival leaders"]
