"""What is said of some of those just named, bodies whose letters are a word of grammar, and what an attack shows."""

from __future__ import annotations

import pytest
from events_told import events_of, of_role, one_of


@pytest.mark.parametrize(
    ("text", "kind", "whom"),
    [
        ("Togo counted nine hundred migrants who came in May, half of whom the ministry says will be deported.", "COERCE", "migrants"),
        ("The army freed ten hostages, three of whom doctors said had been beaten by their captors.", "ASSAULT", "hostages"),
    ],
)
def test_what_is_said_of_some_of_them_befalls_them(text: str, kind: str, whom: str) -> None:
    assert any(whom in str(name) for name in of_role(one_of(text, kind), "recipient"))


def test_a_body_whose_letters_are_a_pronoun_asks() -> None:
    event = one_of("“WHO is calling for the immediate opening of a corridor to Lomé,” its spokesperson said on Monday.", "REQUEST")
    assert of_role(event, "actor") == ["World Health Organization"]


def test_whose_weakness_an_attack_points_to_is_not_attacked() -> None:
    assert not of_role(one_of("Rey thought that the raid points to the weakness of Chad.", "ASSAULT"), "recipient")


@pytest.mark.parametrize("goal", ["toward a town in Chad", "towards Chad"])
def test_what_is_fired_toward_a_place_is_an_attack(goal: str) -> None:
    assert one_of(f"The rebels fired three rockets {goal} on Monday.", "ASSAULT").mode == "heavy-weapons"


def test_what_is_fired_toward_the_sea_is_none() -> None:
    assert one_of("Togo fired a missile toward the sea on Monday.", "MOBILIZE").mode == "weapons"


def test_whose_weakness_an_attack_is_blamed_on_is_not_attacked() -> None:
    text = "The guild blamed the massacre on the Rey administration's weakness and not the access to guns."
    assert not of_role(one_of(text, "ASSAULT"), "recipient")
    assert of_role(one_of(text, "ACCUSE"), "recipient") == ["the Rey administration"]


def test_journalists_who_are_told_what_should_be_are_not_asked() -> None:
    text = "Miners sat down at the old fort. Ann Lee told the media on Monday that they should not be driven out."
    assert not any("media" in str(name) for e in events_of(text) if e.type == "REQUEST" for name in of_role(e, "recipient"))


def test_former_soldiers_may_protest() -> None:
    assert of_role(one_of("Veterans protested in Lomé on Monday.", "PROTEST"), "actor") == ["Veterans"]


def test_what_stands_in_a_clause_of_those_who_are_blamed_stays_there() -> None:
    event = one_of("Ann Lee blamed those who did not want her to get on that plane.", "ACCUSE")
    assert of_role(event, "actor") == ["Ann Lee"]
