"""Honours before offices, names with "bin", two offices of one bearer."""

from __future__ import annotations

import pytest
from tests.reading.events_told import events_of
from tests.reading.parties_meant import meant


@pytest.mark.parametrize(
    ("text", "word", "nth", "names"),
    [
        ("Rwanda's President Paul Kagame left. HE the President of Rwanda thanked Peru.", "President", 1, ["Paul Kagame"]),
        ("Minister of Foreign Affairs Sheikh Hamad bin Khalifa Al Dosari met Ann Lee.", "Dosari", 0, ["Hamad bin Khalifa Al Dosari"]),
        ("Peru's Deputy Prime Minister and Foreign Minister Ann Lee met Bo Fox.", "Minister", 0, ["Ann Lee"]),
        ("Chinese State Councilor and Foreign Minister Ann Lee met Bo Fox.", "Councilor", 0, ["Ann Lee"]),
    ],
)
def test_titles_are_of_their_bearer(text: str, word: str, nth: int, names: list[str]) -> None:
    assert meant(text, word, nth) in (names, [])


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Chinese State Councilor and Foreign Minister Ann Lee met Bo Fox.", {"Ann Lee", "Bo Fox"}),
        ("Minister of Foreign Affairs Sheikh Hamad bin Khalifa Al Dosari met Ann Lee.", {"Hamad bin Khalifa Al Dosari", "Ann Lee"}),
        ("The Prime Minister and Foreign Minister Ann Lee met Bo Fox.", {"The Prime Minister", "Ann Lee", "Bo Fox"}),
    ],
)
def test_who_meets_by_titles(text: str, names: set[str]) -> None:
    (event,) = events_of(text)
    assert {p.name for p in event.participants} == names
