"""Whom an act befalls by words that name no party of themselves."""

from __future__ import annotations

import pytest
from tests.reading.encoder_stand_in import parties_of, told


@pytest.mark.parametrize(
    ("text", "act", "words", "sure"),
    [
        ("Ana Rey thanked those who helped.", ("thanked", "SUPPORT", ""), "those who helped", 0.9),
        ("Chad freed two of the crew on Friday.", ("freed", "RETREAT", "release"), "two of the crew", 0.6),
        ("Police in Togo detained 63 of his followers.", ("detained", "COERCE", "arrest"), "63 of his followers", 0.6),
        ("Soldiers of Chad shot one of the dead on Friday.", ("shot", "ASSAULT", "firearms"), "one of the dead", 0.6),
        ("Chad has cut off the city since spring.", ("cut off", "COERCE", "withhold"), "the city", 0.9),
        ("Chad named an envoy to the twenty-seven, and criticised them.", ("criticised", "ACCUSE", "disapprove"), "the twenty-seven", 0.8),
    ],
)
def test_what_is_no_party_of_itself_is_befallen_if_the_encoder_is_sure(
    monkeypatch: pytest.MonkeyPatch, text: str, act: tuple[str, str, str], words: str, sure: float
) -> None:
    (event,) = (e for e in told(monkeypatch, text, (*act, (("recipient", words, sure),))) if e.type == act[1])
    assert [p.mention.quote if p.mention else "" for p in event.participants if p.role == "recipient"] == [words]


def test_a_surname_that_the_parser_does_not_know_for_one_is_that_of_the_one_named_before(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Chad thanked the clinic in Kano after Ana Quorn had left."
    (event,) = told(monkeypatch, text, ("thanked", "SUPPORT", "", (("recipient", "Quorn", 0.9),)))
    assert ("recipient", "Ana Quorn") in parties_of(event)


@pytest.mark.parametrize(("sure", "befallen"), [(0.95, {"Those who slept there"}), (0.7, {"Peru"})])
def test_words_stand_in_place_of_one_whom_the_encoder_does_not_see(
    monkeypatch: pytest.MonkeyPatch, sure: float, befallen: set[str]
) -> None:
    text = "Chad bombed Peru on Monday. Those who slept there fled."
    (event,) = told(monkeypatch, text, ("bombed", "ASSAULT", "", (("recipient", "Those who slept there", sure),)))
    assert {name for role, name in parties_of(event) if role == "recipient"} == befallen


@pytest.mark.parametrize("words", ["both", "the other", "the presidential"])
def test_words_that_stand_for_nobody_befall_nobody(monkeypatch: pytest.MonkeyPatch, words: str) -> None:
    text = f"Chad urged a halt, and {words} offices were shut."
    events = told(monkeypatch, text, ("urged", "REQUEST", "yield", (("recipient", words, 0.95),)))
    assert all(role != "recipient" for event in events if event.type == "REQUEST" for role, _ in parties_of(event))
