"""Bodies that go by names with a preposition in them, and soldiers of a state that are called as the United Nations' are."""

import pytest

import memcon


def _actors(text: str) -> list[tuple[str, str | None]]:
    return [(p.name, p.country) for e in memcon.read(text, published="2024-05-15").events for p in e.participants if p.role == "actor"]


@pytest.mark.parametrize("name", ["Doctors Without Borders", "Reporters Without Borders"])
def test_bodies_with_a_preposition_in_their_names(name: str) -> None:
    assert _actors(f"{name} condemned Israel.") == [(name, None)]


def test_peacekeepers_are_whose_they_are() -> None:
    assert _actors("Peacekeepers from Kenya met Ana Rey on Monday.")[0][1] == "KEN"
    assert _actors("UN peacekeepers met Ana Rey on Monday.")[0][0] == "UN peacekeepers"


def test_armed_groups_with_their_land_before_the_name_are_no_army_of_it() -> None:
    assert _actors("Colombia's National Liberation Army kidnapped four men.")[0][0] == "National Liberation Army"


@pytest.mark.parametrize("name", ["National Liberation Army", "Arakan Army"])
def test_the_army_is_not_an_armed_group_whose_name_ends_so(name: str) -> None:
    events = memcon.read(f"The {name} took a base on Sunday. The army shelled the base on Monday.", published="2024-05-15").events
    assert [p.name for p in events[-1].participants if p.role == "actor"] == ["The army"]


@pytest.mark.parametrize("word", ["organ", "body"])
def test_a_council_is_a_body_and_an_organ(word: str) -> None:
    text = f"The Security Council heard a minister of Chad on Monday. The 15-member {word} condemned Peru."
    assert _actors(text)[-1][0] == "Security Council"


def test_who_holds_an_office_whose_name_stands_behind_it() -> None:
    text = "The Council heard a briefing by the Special Representative of the Secretary-General, Ana Rey, on 26 April."
    assert _actors(text)[0][0] == "Ana Rey"
