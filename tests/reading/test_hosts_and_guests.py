"""Hosts and guests: with whom their own host or guest dealt last."""

from __future__ import annotations

import pytest
from tests.reading.parties_meant import meant


@pytest.mark.parametrize(
    ("text", "word", "names"),
    [
        ("Ivan Rey flew to Lima, where he met Ann Lee. He asked his host to free the crew.", "host", ["Ann Lee"]),
        ("Ivan Rey was received by Ann Lee on Monday. He thanked his host for her patience.", "host", ["Ann Lee"]),
        ("Ivan Rey handed a letter from the Togolese premier to Ann Lee. He assured his host of help.", "host", ["Ann Lee"]),
        ("Ann Lee held talks with Ivan Rey in Lima. She urged her guest to stay.", "guest", ["Ivan Rey"]),
        ("Ivan Rey presented the plan to a Chadian delegation. His guests asked for time.", "guests", ["a Chadian delegation"]),
        ("Ivan Rey met Ann Lee, Peru's president. He thanked his Chadian host.", "host", ["his Chadian host"]),
        ("A host of envoys met Ivan Rey. He thanked Ann Lee.", "Lee", ["Ann Lee"]),
        ("Ann Lee received Ivan Rey in Lima. It was cold. Peru paid. Snow fell. Rey briefed his host on it.", "host", ["Ann Lee"]),
        ("Canadian Premier Ivan Rey left on Tuesday. Peru's President Ann Lee told the visitor to return.", "visitor", ["Ivan Rey"]),
    ],
)
def test_a_host_or_guest_is_who_was_met_last(text: str, word: str, names: list[str]) -> None:
    assert meant(text, word) == names
