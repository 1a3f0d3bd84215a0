"""Who does what, and whom it befalls."""

from __future__ import annotations

import pytest

from memcon.model import Event, Record, Report
from memcon.reading.pipeline import read


def _read(text: str, on: str = "2024-03-05") -> Record:
    return read(Report("news", text, published=on))


def _of(event: Event, role: str) -> list[str | None]:
    return [p.name for p in event.participants if p.role == role]


def test_two_men_and_two_women_are_arrested_twice() -> None:
    events = _read("Two men were arrested on Monday and two women were arrested as well.").events
    assert [_of(e, "recipient") for e in events] == [["Two men"], ["two women"]]


def test_all_of_whom_are_a_whole_row() -> None:
    events = _read("Maria Santos, Pedro Gomez and Juan Ortega, all of whom opposed the accord, met Carlos Mendez.").events
    assert _of(events[0], "actor") == ["Maria Santos", "Pedro Gomez", "Juan Ortega"]


def test_who_claims_a_killing_did_it_wherever_the_clause_hangs() -> None:
    (event,) = _read("The killing of a Togolese judge which had been claimed by the Blue Front angered the court.").events
    assert _of(event, "actor") == ["Blue Front"]


@pytest.mark.parametrize("text", ["Customs officers discovered a car bomb at the border.", "Soldiers found a roadside bomb near the base."])
def test_a_bomb_that_is_found_has_not_gone_off(text: str) -> None:
    assert all(e.type != "ASSAULT" for e in _read(text).events)


@pytest.mark.parametrize(
    ("text", "recipient"),
    [
        ("Chad faces sanctions over the raid.", "Chad"),
        ("The army faced an attack on Monday.", "The army"),
        ("Rey drew praise from Peru for the deal.", "Rey"),
    ],
)
def test_what_one_faces_befalls_one(text: str, recipient: str) -> None:
    event = _read(text).events[0]
    assert _of(event, "recipient") == [recipient]
    assert recipient not in _of(event, "actor")


def test_victims_of_an_attack_are_brought_home_by_no_attacker() -> None:
    events = _read("Ten victims of the embassy bombing were brought back by Madeleine Albright.").events
    assert all("Madeleine Albright" not in _of(e, "actor") for e in events if e.type == "ASSAULT")


def test_attacks_on_places_kill_and_not_the_places() -> None:
    told = "The raids on army posts in Chad and Niger, which killed forty people, shocked Ana Rey."
    attack = next(e for e in _read(told).events if e.type == "ASSAULT")
    assert _of(attack, "actor") == []
    assert _of(attack, "recipient") == ["forty people"]


def test_whom_those_armed_fight_is_not_armed() -> None:
    armed = next(e for e in _read("Turkey is arming Libyan militias battling the Tobruk army.").events if e.type == "AID")
    assert _of(armed, "recipient") == ["Libyan militias"]


def test_a_convict_is_the_one_described() -> None:
    convicted = next(
        e for e in _read("The rally was led by Yusuf Rahman, a convicted Boko Haram recruiter.").events if e.type == "SANCTION"
    )
    assert _of(convicted, "recipient") == ["Yusuf Rahman"]


def test_those_of_whom_a_participle_tells_undergo_it() -> None:
    events = _read("Two sisters, both of them accused of spying, were freed.").events
    accused = next(e for e in events if e.type == "ACCUSE")
    assert (_of(accused, "actor"), _of(accused, "recipient")) == ([], ["Two sisters"])


@pytest.mark.parametrize(
    "text",
    [
        "Ana Rey received death threats from Bo Fox.",
        "Bo Fox sent death threats to Ana Rey.",
        "Bo Fox issued death threats against Ana Rey.",
    ],
)
def test_a_death_threat_kills_nobody(text: str) -> None:
    (event,) = _read(text).events
    assert (event.type, event.mode, _of(event, "actor"), _of(event, "recipient")) == ("THREATEN", "violence", ["Bo Fox"], ["Ana Rey"])


def test_who_stands_beside_those_of_a_passive_undergoes_it_too() -> None:
    arrested = next(e for e in _read("Police beat the marchers. Ten were hurt and six arrested.").events if e.type == "COERCE")
    assert (_of(arrested, "actor"), _of(arrested, "recipient")) == (["Police"], ["six"])


def test_what_comes_under_fire_kills_nobody() -> None:
    text = "A Togolese helicopter came under fire on Friday, killing a crew member."
    event = next(e for e in read(Report("r", text, published="2024-11-10")).events if e.type == "ASSAULT")
    assert [p.name for p in event.participants if p.role == "actor"] == []


def test_who_hails_a_deal_behind_a_comma_is_told_by_whom() -> None:
    text = "Two years later Ivan Poe and Bo Fox shook hands on the Lima Agreement, hailed at the time by Ana Rey as a step forward."
    (event,) = [e for e in read(Report("r", text)).events if any(t.quote == "hailed" for t in e.triggers)]
    assert [p.name for p in event.parties("actor")] == ["Ana Rey"]
