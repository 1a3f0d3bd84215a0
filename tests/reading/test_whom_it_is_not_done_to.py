"""Whom an act befalls, and who only stands near it."""

from __future__ import annotations

import pytest

from memcon.model import Event, Record, Report
from memcon.reading.pipeline import read


def _read(text: str, on: str = "2024-03-05") -> Record:
    return read(Report("news", text, published=on))


def _of(event: Event, role: str) -> list[str]:
    return [p.name for p in event.participants if p.role == role]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Keller, on behalf of the Andean ministers, condemned the bombings.",
        "It was the deadliest attack on Peruvian soil since 1980.",
        "Forty guests were dancing in a nearby hall at the time of the blast.",
        "Anna Keller called for Chad to be held accountable.",
        "Two hundred people demanded that Carlos Mendes be brought back.",
        "In an interview with Xinhua, Anna Keller called for a review of the pact.",
        "The army took the town of Faya on Monday.",
    ],
)
def test_who_only_stands_near(text: str) -> None:
    events = _read(text).events
    assert events
    assert all(_of(e, "recipient") == [] for e in events)


def test_whom_an_investigation_is_named_for_is_investigated() -> None:
    event = next(e for e in _read("Six suspects in the Moreno investigation are in custody.").events if e.type == "ACCUSE")
    assert (_of(event, "actor"), _of(event, "recipient")) == ([], ["Moreno"])


def test_who_receives_a_letter_did_not_send_it() -> None:
    (event,) = _read("The president's son received a threatening letter.").events
    assert (_of(event, "actor"), _of(event, "recipient")) == ([], ["The president's son"])


def test_a_verb_with_its_own_object_does_nothing_to_that_of_the_verb_before() -> None:
    bombed, fired = _read("Rebels bombed two hotels and fired rockets at a customs post.").events
    assert (_of(bombed, "recipient"), _of(fired, "recipient")) == (["two hotels"], ["a customs post"])


def test_who_is_ordered_held_is_held() -> None:
    event = next(e for e in _read("A judge ordered Carlos Mendes held without bail.").events if e.type == "COERCE")
    assert (_of(event, "actor"), _of(event, "recipient")) == ([], ["Carlos Mendes"])


def test_those_dead_and_those_wounded_are_the_victims() -> None:
    (event,) = _read("The shooting left five dead and 12 wounded.").events
    assert (_of(event, "actor"), _of(event, "recipient")) == ([], ["five", "12"])


def test_where_something_is_offered_does_not_offer_it() -> None:
    for event in _read("A prize of $9,000 is being offered in Peru for news of the killers.").events:
        assert "Peru" not in _of(event, "actor")


def test_a_genocide_is_named_for_its_victims() -> None:
    event = next(e for e in _read("Turkey denies the Armenian genocide of 1915.").events if e.type == "ASSAULT")
    assert (_of(event, "actor"), _of(event, "recipient")) == ([], ["Armenia"])


def test_an_attack_may_be_named_for_its_place() -> None:
    event = next(e for e in _read("Four men were jailed for the Guilford pub bombings.").events if e.type == "ASSAULT")
    assert _of(event, "actor") == ["Four men"]


@pytest.mark.parametrize(
    ("text", "kind", "recipients"),
    [
        ("Anna Keller has opposed discrimination against students from Chad.", "ACCUSE", []),
        ("Anna Keller welcomed the failure of talks between Chad and Togo.", "SUPPORT", []),
        ("Peru signed a deal with Chad and not Togo.", "AGREE", ["Chad"]),
        ("On Capitol Hill, Republicans decried the cost of the bill.", "ACCUSE", []),
    ],
)
def test_who_is_only_named_in_what_is_spoken_of(text: str, kind: str, recipients: list[str]) -> None:
    event = next(e for e in _read(text).events if e.type == kind)
    assert _of(event, "recipient") == recipients


def test_who_claims_that_somebody_was_attacked_is_not_who_did_it() -> None:
    told = "The Peruvian government claimed on Monday that President Carlos Mendes had been shot at in Lima."
    event = next(e for e in _read(told).events if e.type == "ASSAULT")
    assert (_of(event, "actor"), _of(event, "recipient")) == ([], ["Carlos Mendes"])


def test_a_fight_for_custody_is_no_fight() -> None:
    assert not _read("The boy's relatives are fighting for custody in Florida.").events


@pytest.mark.parametrize(
    ("text", "trigger", "recipients"),
    [
        ("Carlos Mendes rejected the accusation that Chad had armed the rebels.", "rejected", []),
        ("Carlos Mendes rejected the assertion that his government sided with any party.", "rejected", []),
        ("Carlos Mendes dismissed Peru's claim that Chad had armed the rebels.", "dismissed", ["Peru"]),
        ("Officials at the foreign ministry said the order followed a complaint from Togo's regulator.", "complaint", []),
        ("Peru's foreign ministry closed Peruvian airspace to flights from Chile.", "closed", ["Chile"]),
        ("Carlos Mendes attacked Anna Keller's record on Chad.", "attacked", ["Anna Keller"]),
        ("Carlos Mendes praised Anna Keller's speech on Chad.", "praised", ["Anna Keller"]),
        ("Carlos Mendes lashed out at Chad.", "lashed out at", ["Chad"]),
        ("Peru condemned what its spokeswoman, Anna Keller, called the excessive use of force.", "condemned", []),
        ("Chad has stopped passing information on vessels to the Peruvian military.", "stopped", ["the Peruvian military"]),
    ],
)
def test_against_whom_words_are(text: str, trigger: str, recipients: list[str]) -> None:
    event = next(e for e in _read(text).events if any(t.quote == trigger for t in e.triggers))
    assert _of(event, "recipient") == recipients


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Anna Keller came under fire from Peru over her remarks.", ["Peru"]),
        ("Anna Keller drew fire from Peru for her visit.", ["Peru"]),
    ],
)
def test_who_comes_under_fire_for_words_is_not_shot_at(text: str, actors: list[str]) -> None:
    event = next(e for e in _read(text).events if e.type in ("ACCUSE", "ASSAULT"))
    assert (event.type, _of(event, "actor"), _of(event, "recipient")) == ("ACCUSE", actors, ["Anna Keller"])


def test_who_is_assailed_is_not_what_the_assailant_is() -> None:
    text = "Anna Keller spoke first. Senator Carlos Mendes of Ohio, a longtime rival, assailed her for supporting the war."
    event = next(e for e in _read(text).events if e.type == "ACCUSE")
    assert (_of(event, "actor"), _of(event, "recipient")) == (["Carlos Mendes"], ["Anna Keller"])


@pytest.mark.parametrize(
    "text",
    [
        "Rita Rey explained to Bo Fox the outcome of Max Oda's visit to Togo.",
        "Max Oda spoke to Ivan Lee on Friday. Oda later briefed his Togolese counterpart, Bo Fox, on the call.",
    ],
)
def test_who_is_told_of_a_contact_is_no_party_of_it(text: str) -> None:
    contacts = [e for e in _read(text).events if "Max Oda" in _of(e, "actor") and {t.quote for t in e.triggers} & {"visit", "spoke"}]
    assert len(contacts) == 1
    assert "Bo Fox" not in _of(contacts[0], "recipient")


def test_who_says_that_his_state_was_not_consulted_did_not_fail_to_consult_it() -> None:
    (contact,) = [
        e for e in _read("Togo's minister Ivan Lee said Togo was not consulted and criticised the deal.").events if e.type == "CONSULT"
    ]
    assert (_of(contact, "actor"), _of(contact, "recipient")) == ([], ["Togo"])
