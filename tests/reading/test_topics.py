"""Where a contact is, and not where what it is about is."""

from __future__ import annotations

import pytest

from memcon.model import Report
from memcon.reading.pipeline import read


def _where(text: str) -> list[str | None]:
    events = read(Report("topics", text, published="2024-05-14")).events
    return [e.where.span.quote if e.where is not None else None for e in events if e.type == "CONSULT"]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Rey held talks with Leo Fox on the war in Sudan.",
        "The ministers held talks on the crisis in Yemen.",
        "The ministers met for talks on the crisis in Yemen.",
        "Ana Rey discussed with Leo Fox the situation in Sudan.",
    ],
)
def test_talks_are_not_where_their_topic_is(text: str) -> None:
    assert _where(text) == [None]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Ana Rey held talks with Leo Fox in Lima on the war in Sudan.", "Lima"),
        ("Ana Rey met officials in Lima for talks on soldiers held in Quito.", "Lima"),
        ("Ana Rey met Leo Fox on Monday in Peru.", "Peru"),
        ("Ana Rey met Leo Fox on the sidelines of a summit in Peru.", "Peru"),
    ],
)
def test_talks_on_a_topic_have_their_own_place(text: str, place: str) -> None:
    assert _where(text) == [place]


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("Norway agreed to return the trawler Hafborg.", ["to return the trawler Hafborg"]),
        ("Norway and Iceland agreed that the ships would leave.", ["that the ships would leave"]),
        ("Norway agreed to a Finnish proposal.", ["a Finnish proposal"]),
        ("Norway released the crew, after it had promised to do so.", []),
    ],
)
def test_what_was_agreed_or_promised_is_told(text: str, about: list[str]) -> None:
    events = read(Report("topics", text, published="2024-05-14")).events
    assert [span.quote for e in events if e.type == "AGREE" for span in e.about] == about


def test_a_broken_promise_is_of_who_gave_it() -> None:
    events = read(Report("word", "Norway accused Iceland of breaking its promise to withdraw the ship.", published="2024-05-14")).events
    (promise,) = [e for e in events if e.type == "AGREE"]
    assert [p.name for p in promise.parties("actor")] == ["Iceland"]
    assert "to withdraw the ship" in promise.summary


def test_talks_that_are_called_by_a_town_are_not_its_state_s() -> None:
    names = {
        p.name for e in read(Report("r", "Rey praised the Lima talks. The Lima talks ended on Monday.")).events for p in e.participants
    }
    assert "Peru" not in names
