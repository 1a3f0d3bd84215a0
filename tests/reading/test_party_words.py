"""The words of a party in a record: with whose or where they are."""

from __future__ import annotations

import pytest

from memcon.model import Report
from memcon.reading.pipeline import read
from memcon.verification import verify


@pytest.mark.parametrize(
    ("text", "role", "name"),
    [
        ("A court in Lome jailed nine men on Monday.", "actor", "A court in Lome"),
        ("Lawyers for the victims' families accused Togo of lying on Monday.", "actor", "Lawyers for the victims' families"),
        ("Fighters loyal to Ivan Rey attacked a base on Monday.", "actor", "Fighters loyal to Ivan Rey"),
        ("Militants linked to Islamic State attacked a base on Monday.", "actor", "Militants linked to Islamic State"),
        ("Prosecutors at the tribunal in May charged Bo Fox.", "actor", "Prosecutors at the tribunal"),
        ("Officials from both ministries held talks in Lome on Monday.", "actor", "Officials from both ministries"),
        ("Rebels freed nine men from a camp on Monday.", "recipient", "nine men"),
        ("Rebels shelled the Kofo nuclear plant on Monday.", "recipient", "the Kofo nuclear plant"),
        ("Police seized two Taiwanese ferries on Monday.", "recipient", "two Taiwanese ferries"),
        ("Bo Fox met Costa Rica President Ivan Rey on Monday.", "recipient", "Ivan Rey"),
        ("Bo Fox met U.S. Under Secretary of State Ann Lee on Monday.", "recipient", "Ann Lee"),
        ("The co-chairmen of the group urged Chad to withdraw on Monday.", "actor", "The co-chairmen of the group"),
    ],
)
def test_who_they_are_is_told_by_all_their_words(text: str, role: str, name: str) -> None:
    record = read(Report("r", text, published="2024-05-07"))
    event = record.events[0]
    assert [p.name for p in event.participants if p.role == role] == [name]
    assert next(e.name for e in record.entities if e.id == next(p.entity for p in event.participants if p.name == name)) == name
    assert not verify(record)


def test_a_relative_pronoun_is_no_word_of_a_name() -> None:
    text = "Tajikistan blamed Kyrgyzstan for attacks on three villages in which a dozen people died."
    attack = read(Report("r", text)).events[-1]
    assert (attack.type, [p.name for p in attack.participants if p.role == "recipient"]) == ("ASSAULT", ["a dozen people"])


def test_where_arms_were_made_is_nobody_who_uses_them() -> None:
    text = "Bo Fox was killed in a Turkish-made drone strike near Gao on Monday. Rebels fired Iranian-made missiles at the airport."
    events = read(Report("r", text, published="2024-05-07")).events
    assert not {p.country for e in events for p in e.participants} & {"TUR", "IRN"}


def test_a_thing_told_twice_is_one_party() -> None:
    text = "Rebels shelled the Kofo nuclear plant on Monday. The rebels had shelled the Kofo nuclear plant at dawn, the army said."
    for event in read(Report("r", text, published="2024-05-07")).events:
        names = [p.name for p in event.participants]
        assert len(names) == len(set(names))
