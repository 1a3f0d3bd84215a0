"""What is hit beside those who are harmed, who stands in a row with them, who of them is no party."""

from __future__ import annotations

import pytest

from memcon.model import Report
from memcon.reading.pipeline import read


def _befallen(text: str, kind: str) -> list[str | None]:
    events = [e for e in read(Report("news", text, published="2024-03-05")).events if e.type == kind]
    return [p.name for e in events for p in e.participants if p.role == "recipient"]


@pytest.mark.parametrize(
    ("text", "kind", "whom"),
    [
        ("Gunmen killed seven police officers and a clerk.", "ASSAULT", ["seven police officers", "a clerk"]),
        ("Rebels freed two teachers and a beekeeper.", "RETREAT", ["two teachers", "a beekeeper"]),
        (
            "Togo imposed sanctions on the Kano militia and on a cooperative.",
            "SANCTION",
            ["the Kano militia", "a cooperative"],
        ),
    ],
)
def test_what_befalls_one_of_a_row_befalls_all_of_it(text: str, kind: str, whom: list[str]) -> None:
    assert _befallen(text, kind) == whom


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("A bomb killed two soldiers and destroyed a bridge.", ["two soldiers", "a bridge"]),
        ("Rebels fired a rocket at a market, killing two people.", ["two people", "a market"]),
        ("Chadian drones struck a crowded mill in Kano on Monday, killing 17 civilians.", ["17 civilians", "a crowded mill"]),
        ("A shell hit a pickup truck in Kano, killing two farmers.", ["two farmers"]),
        ("The army attacked the camp from which Rey's men were to march.", ["the camp"]),
        ("Togo blew up a Peruvian airliner with ninety people aboard.", ["a Peruvian airliner"]),
    ],
)
def test_a_site_is_hit_beside_those_who_are_killed_there(text: str, whom: list[str]) -> None:
    assert _befallen(text, "ASSAULT") == whom


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("A bomb in Kano killed three people and injured 264.", ["three people"]),
        ("Two guards were killed and five wounded in the raid.", ["Two guards"]),
        ("A bomb in Kano injured 264 people.", ["264 people"]),
        ("A bomb in Kano killed three people and injured four nurses.", ["three people", "four nurses"]),
    ],
)
def test_a_bare_number_of_wounded_is_no_party_beside_the_killed(text: str, whom: list[str]) -> None:
    assert _befallen(text, "ASSAULT") == whom


@pytest.mark.parametrize("how", ["attack", "fire", "mortar fire", "drone attack", "shelling"])
def test_what_comes_under_attack_is_hit(how: str) -> None:
    assert _befallen(f"A UN convoy came under {how} near Kidal on Monday.", "ASSAULT") == ["A UN convoy"]
