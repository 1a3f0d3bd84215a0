"""Several parties in a row: all of them are parties, wherever a small parser hangs them."""

from __future__ import annotations

import pytest

from memcon.model import Record, Report
from memcon.reading.pipeline import read


def _record(text: str) -> Record:
    return read(Report("r", text, published="2016-03-05"))


def _who(text: str, kind: str, role: str) -> set[str]:
    return {
        p.mention.quote
        for event in _record(text).events
        if event.type == kind
        for p in event.participants
        if p.role == role and p.mention is not None
    }


@pytest.mark.parametrize(
    ("text", "kind", "role", "parties"),
    [
        (
            "Kurdish deserters, Congolese students and three Peruvian families ended a ten-day sit-in in Lome.",
            "PROTEST",
            "actor",
            {"Kurdish deserters", "Congolese students", "three Peruvian families"},
        ),
        (
            "Senators from Alaska and deputies from Zamar met in Ottawa.",
            "CONSULT",
            "actor",
            {"Senators from Alaska", "deputies from Zamar"},
        ),
        (
            "The ministry sent two letters to the UN chief and the president of the Security Council, in which it told of the raid.",
            "CONSULT",
            "recipient",
            {"the UN chief", "the president of the Security Council"},
        ),
        (
            "The mission is alarmed by the abduction of the mayor of Keri and two poll workers.",
            "ASSAULT",
            "recipient",
            {"the mayor of Keri", "two poll workers"},
        ),
        ("The minister thanked the jury for its work, and the court.", "SUPPORT", "recipient", {"the jury", "the court"}),
        ("Chad, the UN, Libya and Sudan signed the agreement in Tunis.", "SUPPORT", "actor", {"Chad", "the UN", "Libya", "Sudan"}),
        (
            "Egypt, the United States, Qatar and Turkey signed the document in Tunis.",
            "SUPPORT",
            "actor",
            {"Egypt", "the United States", "Qatar", "Turkey"},
        ),
        (
            "Turkey hosted talks between the de facto authorities of Zamar and the Georgian government in May.",
            "CONSULT",
            "recipient",
            {"the de facto authorities of Zamar", "the Georgian government"},
        ),
        (
            "The Greens, the Socialists and four Liberals voted against the bill.",
            "VOTE",
            "actor",
            {"The Greens", "the Socialists", "four Liberals"},
        ),
    ],
)
def test_all_of_a_row_are_parties(text: str, kind: str, role: str, parties: set[str]) -> None:
    assert _who(text, kind, role) == parties


@pytest.mark.parametrize(
    ("text", "kind", "parties"),
    [
        (
            "Canada Post and its 5,000 letter carriers reached an agreement in principle on Friday.",
            "AGREE",
            {"Canada Post", "its 5,000 letter carriers"},
        ),
        (
            "He published the minutes of a closed meeting between the information minister and the owners of seven dailies.",
            "CONSULT",
            {"the information minister", "the owners of seven dailies"},
        ),
    ],
)
def test_who_stands_in_a_row_with_a_party_is_one(text: str, kind: str, parties: set[str]) -> None:
    assert _who(text, kind, "actor") == parties


def test_the_founder_of_a_paper_beside_it_is_whom_his_name_tells() -> None:
    record = _record("The paper's critics assailed Chadleaks and its founder, Bo Fox.")
    assert [p.name for p in record.events[0].participants if p.role == "recipient"] == ["Chadleaks", "Bo Fox"]


def test_victims_and_their_families_are_one_party() -> None:
    assert _who("The envoy of Chad offered condolences to the victims and their families.", "SUPPORT", "recipient") <= {"the victims"}


def test_holders_of_offices_in_a_row_are_those_who_sign() -> None:
    text = "The texts were signed by the minister of Health, Ana Rey, and the Chadian minister of Works, Bo Fox, in Lima."
    signed = next(e for e in _record(text).events if e.type == "SUPPORT")
    assert [p.name for p in signed.participants] == ["Ana Rey", "Bo Fox"]


def test_who_accuses_is_none_of_the_row_before() -> None:
    text = "Days after a pact between Chad's President Ana Rey and rebel leader Bo Fox, peacekeepers accused a captain of killing a driver."
    assert _who(text, "ACCUSE", "actor") == {"peacekeepers"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Chad's Ali Rey and Turkey's Hakan Fox met on the sidelines of a conference.", ["Ali Rey", "Hakan Fox"]),
        ("General Ana Rey and the Commander of the Chad Navy, Admiral Bo Fox, met on Tuesday.", ["Ana Rey", "Bo Fox"]),
        ("The deal was signed after Minister S. Rey and Peru's Minister of Roads Ana Fox met here.", ["S. Rey", "Ana Fox"]),
    ],
)
def test_persons_told_with_their_offices_and_states_are_two(text: str, names: list[str]) -> None:
    met = next(e for e in _record(text).events if e.type == "CONSULT")
    assert [p.name for p in met.participants if p.role == "actor"] == names


def test_a_state_in_the_middle_of_a_row_that_is_read_as_a_sentence_of_its_own_is_of_the_row() -> None:
    text = "Britain, the United States, Norway and eleven other Western states offered last Saturday to facilitate dialogue."
    (event,) = read(Report("r", text, published="2024-11-10")).events
    assert "United States" in [p.name for p in event.participants]


def test_a_name_that_begins_like_a_preposition_is_a_name() -> None:
    text = "Kim hosted a banquet for Vietnamese leader To Lam on Thursday."
    (event,) = read(Report("r", text, published="2025-10-10")).events
    assert {p.name for p in event.participants} == {"Kim", "Tô Lâm"}


def test_what_a_state_is_told_to_be_is_no_other_of_the_row() -> None:
    text = "Belgium, the former colonial power, and Chad condemned the coup."
    (event,) = [e for e in read(Report("r", text)).events if e.type == "ACCUSE"]
    assert [p.name for p in event.parties("actor")] == ["Belgium", "Chad"]
