"""Whose army "his army" is: names tell owners, since a pronoun says nothing outside its report."""

from __future__ import annotations

import pytest

from memcon.model import Report
from memcon.reading.pipeline import read
from memcon.verification import verify


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("President Ivan Rey left Chad in May. His army attacked the rebels on Monday.", "Ivan Rey's army"),
        ("Chad closed the border. Its foreign minister met the rebels on Monday.", "Chad's foreign minister"),
        ("The United States closed the border. Its troops attacked the rebels on Monday.", "United States' troops"),
        ("A rebel commander fled to Togo on Sunday. His wife met the envoy of Peru on Monday.", "the rebel commander's wife"),
        ("Chad and Togo will talk again after their foreign ministers met the rebels on Monday.", "Chad and Togo's foreign ministers"),
        ("President Ivan Rey left Chad in May. His own soldiers attacked the palace on Monday.", "Ivan Rey's soldiers"),
    ],
)
def test_who_is_told_of_by_a_pronoun_bears_the_name_of_the_owner(text: str, name: str) -> None:
    record = read(Report("r", text, published="2014-05-07"))
    party = next(p for e in record.events for p in e.participants if p.mention.quote in text and p.name == name)
    assert next(e.name for e in record.entities if e.id == party.entity) == name
    event, number = next((e, n) for e in record.events for n, p in enumerate(e.participants) if p == party)
    told = next(one for one in event.evidence if one.path == f"/participants/{number}/name")
    assert told.by == "rule:name.owner"
    assert told.spans
    assert name.lower() in event.summary.lower()
    assert not verify(record)


def test_several_whom_nobody_named_are_not_one_state() -> None:
    record = read(Report("r", "Canada let 280 rescuers and their children in on Monday.", published="2018-05-07"))
    assert not [p.name for e in record.events for p in e.participants if p.name.startswith("Canada's children")]


def test_a_source_is_named_by_its_owner() -> None:
    text = "Naftali Bennett met Vladimir Putin in Moscow on Saturday, his office said."
    record = read(Report("r", text, published="2022-03-06"))
    assert [s.name for s in record.events[0].sources] == ["Naftali Bennett's office"]


def test_whom_a_person_name_holds_already_stays() -> None:
    text = "Ivan Rey of Chad met his Togolese counterpart, Bo Fox, in Lome on Monday."
    record = read(Report("r", text, published="2014-05-07"))
    assert [p.name for p in record.events[0].participants] == ["Ivan Rey", "Bo Fox"]


def test_whose_those_are_whom_one_meets_is_plain_within_a_summary() -> None:
    record = read(Report("r", "President Ivan Rey left Chad in May. He met his ministers on Monday.", published="2014-05-07"))
    assert [e.summary for e in record.events if e.mode == "meeting"] == ["Ivan Rey met his ministers on Mon 5 May 2014."]


@pytest.mark.parametrize(
    ("text", "names"), [("Rey met Fox and his wife in May.", ["Fox", "Fox's wife"]), ("Lee met Rey in May. His wife came, too.", ["Rey"])]
)
def test_in_a_row_the_one_before_owns_what_follows(text: str, names: list[str]) -> None:
    record = read(Report("r", text, published="2014-05-07"))
    assert [p.name for p in record.events[0].participants if p.role != "actor"] == names
