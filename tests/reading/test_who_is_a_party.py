"""Which words are a party, and which are one: titles, creeds, texts, sites, numbers, one of many."""

from __future__ import annotations

import pytest

from memcon.model import Event, Record, Report
from memcon.reading.pipeline import read


def _read(text: str, on: str = "2024-03-05") -> Record:
    return read(Report("news", text, published=on))


def _of(event: Event, role: str) -> list[str | None]:
    return [p.name for p in event.participants if p.role == role]


@pytest.mark.parametrize(
    "text",
    [
        "Defense Secretary Ana Rey met Defence Minister Leo Fox on Monday.",
        "Conservative President Maria Santos met Socialist leader Pedro Gomez.",
    ],
)
def test_words_of_titles_name_nobody(text: str) -> None:
    assert all(entity.kind == "person" and " " in entity.name for entity in _read(text).entities)


def test_two_offices_before_one_name_are_of_one() -> None:
    (event,) = _read("Former foreign minister and opposition leader Maria Santos called for sanctions on Chad.").events
    assert _of(event, "actor") == ["Maria Santos"]
    two = _read("The foreign minister and opposition leader Maria Santos met in Lima on Monday.").events[0]
    assert len(_of(two, "actor")) == 2


@pytest.mark.parametrize(
    "text", ["Russia rejected the Paris Agreement.", "Saudi Arabia follows a strain of Islam that believes music is a sin."]
)
def test_texts_and_creeds_are_nobody(text: str) -> None:
    assert all(entity.kind == "state" for entity in _read(text).entities)


def test_a_name_with_and_is_one() -> None:
    (attack,) = _read("The Justice and Equality Movement attacked a town on Monday.").events
    assert _of(attack, "actor") == ["Justice and Equality Movement"]


def test_an_apostrophe_the_wrong_way_round() -> None:
    assert [e.name for e in _read("Donald Trump‘s view is wrong, Khan said. Khan met Trump.").entities if "Trump" in e.name] == [
        "Donald Trump"
    ]


def test_a_number_and_its_parts_are_one_party() -> None:
    (arrest,) = [e for e in _read("Police arrested 12 people, seven women and five men, on Sunday.").events if e.type == "COERCE"]
    assert _of(arrest, "recipient") == ["12 people"]


def test_one_of_two_peoples_is_a_person() -> None:
    told = "Friends of Karim Haddad, the German-Tunisian who drove a truck into a market, accused the police of neglect."
    kinds = {e.name: e.kind for e in _read(told).entities}
    assert kinds["the German-Tunisian"] == "person"
    assert "Tunisia" not in kinds
    assert next(e.kind for e in _read("A French-Tunisian attacked a crowd in Nice.").entities if "Tunisian" in e.name) == "person"


def test_one_of_a_group_is_a_person() -> None:
    events = _read("Police arrested a Hezbollah fighter. An IRA commander met the envoy.").events
    assert [_of(e, "recipient" if e.type == "COERCE" else "actor") for e in events] == [["a Hezbollah fighter"], ["An IRA commander"]]


def test_five_fighters_are_not_the_whole_group() -> None:
    attack, threat = _read("Troops killed five Hezbollah fighters on Monday. Hezbollah vowed revenge.").events
    assert _of(attack, "recipient") == ["five Hezbollah fighters"]
    assert _of(threat, "actor") == ["Hezbollah"]


def test_bridges_and_squares_are_nobody() -> None:
    assert all(e.kind != "organisation" for e in _read("Gunmen attacked a crowd on London Bridge and near Taksim Square.").entities)


def test_every_one_of_a_people_is_not_their_state() -> None:
    record = read(Report("r", 'Ana Rey said: "Chad has freed every wrongfully detained American in its jails."', published="2024-05-14"))
    parties = {p.name: p.kind for e in record.events for p in e.participants}
    assert "United States" not in parties
    assert "state" not in {kind for name, kind in parties.items() if "American" in name}


def test_an_article_before_several_is_that_of_what_is_theirs() -> None:
    (event,) = [e for e in read(Report("r", "Rey proposed a leaders' summit in Lima.")).events if e.mode == "multilateral"]
    assert [p.name for p in event.parties("actor")] == ["leaders"]


@pytest.mark.parametrize(
    "text",
    ["Togo detained allies of Riek Machar on Monday.", "Togo detained aides of President Bo Rey on Monday."],
)
def test_those_of_somebody_are_not_that_one(text: str) -> None:
    event = next(e for e in read(Report("r", text, published="2024-11-10")).events if e.type == "COERCE")
    assert [p.kind for p in event.participants if p.role == "recipient"] == ["group"]


@pytest.mark.parametrize(
    ("text", "network"),
    [
        ("The rebel leader hailed the deal on X as a victory.", False),
        ("Ana Rey welcomed the truce on Facebook.", False),
        ("Peru urged X to remove the posts.", True),
        ("Chad imposed a fine on Facebook.", True),
    ],
)
def test_a_network_is_a_party_only_where_something_is_done_to_it(text: str, network: bool) -> None:
    names = {p.name for e in read(Report("r", text)).events for p in e.participants}
    assert bool(names & {"X", "Facebook"}) is network


def test_a_part_of_a_state_does_not_name_the_state() -> None:
    record = read(Report("r", "Rwanda and Congo met in eastern Congo. The two sides agreed to stop fighting."))
    assert {p.mention.quote for e in record.events for p in e.participants} == {"Rwanda", "Congo"}


def test_one_of_a_people_told_between_commas_is_no_state() -> None:
    text = "The Belarusian, named only as Yan K, was arrested in Warsaw on Monday."
    (arrest,) = [e for e in _read(text).events if e.type == "COERCE"]
    assert [p.kind for p in arrest.participants if p.role == "recipient"] == ["person"]


def test_a_call_that_is_rejected_is_no_telephone_call() -> None:
    text = "President Rey on Friday rejected the call but offered to meet the youth leaders."
    assert not [e for e in _read(text).events if e.mode == "call"]


def test_what_carries_somebody_did_nothing() -> None:
    (event,) = _read("Four injured divers were evacuated by helicopter to Tunis.").events
    assert (_of(event, "actor"), _of(event, "recipient")) == ([], ["Four injured divers"])


@pytest.mark.parametrize("kin", ["son-in-law", "brother-in-law"])
def test_kin_by_marriage_are_told_in_one_word(kin: str) -> None:
    text = f"Bo Fox lives in Madrid. His {kin} was arrested in Lima in May."
    (event,) = [e for e in read(Report("r", text, published="2024-05-14")).events if e.type == "COERCE"]
    assert [p.name for p in event.participants if p.role == "recipient"] == [f"Bo Fox's {kin}"]
