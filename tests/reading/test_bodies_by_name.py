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
