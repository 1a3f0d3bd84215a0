"""Who let somebody go."""

from __future__ import annotations

import pytest

from memcon.model import Report
from memcon.reading.pipeline import read


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Rebels seized two nurses near Kano on Monday. The nurses were freed on Friday.", ["Rebels"]),
        ("Police arrested Bo Fox in Lima on Monday. He was released on Tuesday.", ["Police"]),
        ("Bo Fox was arrested in Lima on Monday. He was released on Tuesday.", []),
        ("Rebels seized two nurses near Kano on Monday. On Friday Chad freed the nurses.", ["Chad"]),
    ],
)
def test_those_who_took_somebody_let_him_go(text: str, actors: list[str]) -> None:
    (freed,) = [e for e in read(Report("news", text, published="2024-03-05")).events if e.mode == "release"]
    assert [p.name for p in freed.participants if p.role == "actor"] == actors


def test_they_who_are_freed_are_those_who_were_held() -> None:
    text = "Fox accused Tanzanian officials of harassing traders at Kofo, where ten drivers were arrested. They were freed on Friday."
    (freed,) = [e for e in read(Report("news", text, published="2024-03-05")).events if e.mode == "release"]
    assert [p.name for p in freed.participants if p.role == "recipient"] == ["ten drivers"]


def test_he_who_is_let_go_is_who_was_taken() -> None:
    told = "The government accused the Kavu Front of abducting a teacher in Moundou; he was let go on Wednesday."
    freed = next(e for e in read(Report("news", told, published="2024-03-05")).events if e.type == "RETREAT")
    assert [p.name for p in freed.participants if p.role == "recipient"] == ["a teacher"]
