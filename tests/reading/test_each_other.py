"""Accusations that go both ways, and those that are denied."""

from __future__ import annotations

import pytest

from memcon.model import Report
from memcon.reading.pipeline import read


def _accusations(text: str) -> list[tuple[list[str | None], list[str | None]]]:
    events = [e for e in read(Report("news", text, published="2024-03-05")).events if e.type == "ACCUSE"]
    return [
        ([p.name for p in e.participants if p.role == "actor"], [p.name for p in e.participants if p.role == "recipient"]) for e in events
    ]


_BOTH_WAYS = [(["Chad"], ["Togo"]), (["Togo"], ["Chad"])]


@pytest.mark.parametrize(
    "text",
    [
        "Chad and Togo traded blame on Monday for a breach of a ceasefire.",
        "Chad and Togo accused each other of shelling a camp.",
        "Chad and Togo signed a truce. Each accused the other of breaking it.",
    ],
)
def test_what_two_have_against_each_other_is_two_accusations(text: str) -> None:
    assert _accusations(text) == _BOTH_WAYS


def test_sides_that_nobody_names_are_one_party() -> None:
    assert _accusations("Both parties blamed each other for the shelling.") == [(["Both parties"], [])]


def test_the_other_is_whom_it_is_against_where_sides_are_not_told_apart() -> None:
    assert _accusations("Each side blames the other for the fire.") == [(["Each side"], ["the other"])]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Chad blamed Togo for the raid. Togo has repeatedly denied the allegation.", [(["Chad"], ["Togo"])]),
        ("Peru dismissed Chad's claim that it had armed the rebels.", [(["Peru"], ["Chad"]), (["Chad"], ["Peru"])]),
        ("Chad has denied the allegation.", [([], [])]),
    ],
)
def test_who_denies_an_accusation_did_not_make_it(text: str, told: list[tuple[list[str], list[str]]]) -> None:
    assert _accusations(text) == told
