"""Lines of the lexicon fire on what is meant, where a word before it only tells how much of it there is."""

from __future__ import annotations

import pytest

from memcon.actors import registry
from memcon.ontology.lexicon import lexicon
from memcon.places import gazetteer
from memcon.reading.parse.parsing import parser
from memcon.reading.parties.mentions import Mentions
from memcon.reading.triggers.triggers import Surroundings, triggers


def _fired(text: str, word: str) -> list[tuple[str, str]]:
    p = parser().parse(text)
    found = triggers(p, lexicon(), Surroundings(Mentions(p, registry(), "2026-05-04", gazetteer().is_place).kind))
    return [(t.entry.type, t.entry.mode) for t in found if p.words[t.head] == word]


@pytest.mark.parametrize(
    ("text", "word", "told"),
    [
        ("Oman handed over the third of six patrol vessels on Monday.", "handed", ("AID", "military")),
        ("Kuwait has written off half of the debt.", "written", ("AID", "economic")),
        ("Chad sent 12 of its tanks to Togo.", "sent", ("AID", "military")),
        ("Oslo sent a contingent of nurses to Malawi.", "sent", ("AID", "humanitarian")),
        ("Peru unloaded 30 tonnes of flour at the pier.", "unloaded", ("AID", "humanitarian")),
    ],
)
def test_of_what_there_is_a_part(text: str, word: str, told: tuple[str, str]) -> None:
    assert told in _fired(text, word)


def test_a_part_of_something_else_fires_nothing() -> None:
    assert _fired("Oman handed over the third of six essays on Monday.", "handed") == []
