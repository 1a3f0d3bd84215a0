"""What states do together or hand to each other: exercises, extraditions, sales, promises that one gets from another."""

from __future__ import annotations

import pytest

from memcon.model import Report
from memcon.reading.pipeline import read


def _told(text: str, kind: str) -> list[tuple[str, list[str], list[str]]]:
    events = [e for e in read(Report("together", text, published="2016-03-05")).events if e.type == kind]
    return [
        (e.status, [p.name for p in e.participants if p.role == "actor"], [p.name for p in e.participants if p.role == "recipient"])
        for e in events
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Days after Chad and Togo wrapped up their Eager Otter exercise, Peru fired two missiles.", ("happened", ["Chad", "Togo"], [])),
        ("Chad and Togo will hold a five-day exercise off Lome in June.", ("planned", ["Chad", "Togo"], [])),
        ("The exercise Eager Otter, in which Chad and Togo take part, opened on Monday.", ("ongoing", ["Chad", "Togo"], [])),
        ("Peru ordered the extradition of two colonels to Chad.", ("planned", ["Peru"], ["Chad"])),
        ("Peru extradited a banker to Chad on Friday.", ("happened", ["Peru"], ["Chad"])),
        ("Chad bought twelve submarines from Togo.", ("happened", ["Chad"], ["Togo"])),
        ("Chad sold twelve helicopters to Togo.", ("happened", ["Chad"], ["Togo"])),
        ("Chad and Togo will jointly patrol the lake.", ("planned", ["Chad", "Togo"], [])),
        ("Chad will lease a pier at Lome to Togo.", ("planned", ["Chad"], ["Togo"])),
    ],
)
def test_what_is_done_together_or_handed_over(text: str, told: tuple[str, list[str], list[str]]) -> None:
    assert _told(text, "COOPERATE") == [told]


def test_an_exercise_of_one_state_shows_force() -> None:
    text = "Chad held a live-fire exercise on its border with Togo."
    assert (_told(text, "COOPERATE"), _told(text, "MOBILIZE")) == ([], [("happened", ["Chad"], [])])


@pytest.mark.parametrize(
    ("text", "who", "whom"),
    [
        ("Ana Rey got a promise from the Togolese army commander to keep his men in barracks.", "the Togolese army commander", "Ana Rey"),
        ("Bo Fox secured from Chancellor Ana Rey a promise of 46 vehicles.", "Ana Rey", "Bo Fox"),
        ("Peru obtained assurances from the government of Chad that claims would be examined.", "Chad", "Peru"),
    ],
)
def test_who_gives_a_promise_is_whom_one_gets_it_from(text: str, who: str, whom: str) -> None:
    assert [(a, r) for _, a, r in _told(text, "AGREE")] == [([who], [whom])]


def test_whom_help_is_asked_from_is_not_who_asks() -> None:
    assert _told("Bo Fox asked for help from the rebel leader.", "REQUEST") == [("happened", ["Bo Fox"], ["the rebel leader"])]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Peru put off a naval exercise with Chile.", {"Peru", "Chile"}),
        ("Peru and Chile held joint drills with Ecuador off Lima.", {"Peru", "Chile", "Ecuador"}),
    ],
)
def test_all_who_take_part_in_an_exercise_do_it(text: str, actors: set[str]) -> None:
    (event,) = (e for e in read(Report("r", text)).events if e.type == "COOPERATE")
    assert {p.name for p in event.participants if p.role == "actor"} == actors


def test_what_information_shared_is_about_has_no_part_in_it() -> None:
    assert _told("Japan and South Korea shared intelligence on North Korean missiles.", "COOPERATE") == [
        ("happened", ["Japan", "South Korea"], [])
    ]


def test_ties_between_two_are_restored_by_both() -> None:
    assert _told("Ties between Iran and Saudi Arabia were restored in March.", "SUPPORT") == [("happened", ["Iran", "Saudi Arabia"], [])]


@pytest.mark.parametrize(
    ("text", "kind", "told"),
    [
        ("China began war games around Taiwan on Monday.", "MOBILIZE", [("ongoing", ["China"], [])]),
        ("Russia and China held drills off Japan.", "COOPERATE", [("happened", ["Russia", "China"], [])]),
        ("Turkey helped Azerbaijan fight Armenia in 2015.", "AID", [("happened", ["Turkey"], ["Azerbaijan"])]),
    ],
)
def test_who_is_near_or_fought_has_no_part_in_drills_and_help(text: str, kind: str, told: list[tuple[str, list[str], list[str]]]) -> None:
    assert _told(text, kind) == told


def test_what_a_body_is_for_is_no_act() -> None:
    assert not _told("Manila will work through the Pacific Islands Centre for Humanitarian Assistance and Relief.", "AID")
