"""Who is said to have done harm."""

from __future__ import annotations

import pytest

from memcon.model import Event, Record, Report
from memcon.reading.pipeline import read


def _read(text: str, on: str = "2024-03-05") -> Record:
    return read(Report("news", text, published=on))


def _of(event: Event, role: str) -> list[str | None]:
    return [p.name for p in event.participants if p.role == role]


@pytest.mark.parametrize(
    ("text", "blamed"),
    [
        ("The army said rebel commanders were to blame for two bomb attacks.", "rebel commanders"),
        ("A minister said Chad was to blame for the deaths.", "Chad"),
        ("Police said they believed the Blue Front was behind the bombing.", "Blue Front"),
    ],
)
def test_who_is_said_to_be_behind_harm_is_accused(text: str, blamed: str) -> None:
    accusation = next(e for e in _read(text).events if e.type == "ACCUSE")
    assert accusation.mode == "allege"
    assert _of(accusation, "recipient") == [blamed]


@pytest.mark.parametrize(
    "text",
    ["The Blue Front said it was behind the raid on the depot.", "The minister said Chad was not behind the raid on the depot."],
)
def test_who_claims_or_is_cleared_is_not_accused(text: str) -> None:
    assert all(e.type != "ACCUSE" for e in _read(text).events)


def test_who_says_that_another_wrecked_talks_accuses_the_other() -> None:
    accusation = next(
        e for e in _read('"Togo, and only Togo, torpedoed the talks," the Chadian minister said.').events if e.type == "ACCUSE"
    )
    assert _of(accusation, "recipient") == ["Togo"]


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("A drone strike hit a depot near Basra. The militia blamed Togo.", ["Togo"]),
        ("A mine killed nine herders near Gao. Officials blamed it on Al-Shabaab.", ["Al-Shabaab"]),
        ("The killing of two judges in Minova, which the governor blamed on the Blue Front, ended the talks.", ["Blue Front"]),
        ("Shells hit a clinic in Gao. Each side blamed the other.", []),
        ("A bomb killed six men in Gao. Chad blamed Togo for breaking the truce.", []),
        ("Gunmen killed six men in Gao. Chad blamed Togo.", ["Gunmen"]),
    ],
)
def test_who_is_blamed_next_did_what_nobody_else_is_told_to_have_done(text: str, doers: list[str]) -> None:
    attack = next(e for e in _read(text).events if e.type == "ASSAULT")
    assert _of(attack, "actor") == doers


def test_who_blame_each_other_leave_open_who_did_it() -> None:
    text = "At least 31 people are killed when a bomb hits a market in Gao. The army and the rebels blame each other."
    attack = next(e for e in read(Report("r", text, published="2024-05-06")).events if e.type == "ASSAULT")
    assert not attack.parties("actor")
