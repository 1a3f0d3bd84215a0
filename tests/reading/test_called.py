"""What a verb calls its object names the act beside it."""

from __future__ import annotations

import pytest

from memcon.model import Report
from memcon.reading.parse.parsing import parser
from memcon.reading.pipeline import read
from memcon.reading.triggers.called import called


@pytest.mark.parametrize(
    ("text", "verb", "told"),
    [
        ("Chad called the raid a war crime.", "called", "war crime"),
        ("Togo described the talks as a farce.", "described", "farce"),
        ("Ana Rey called the plan dangerous.", "called", "dangerous"),
        ("Ana Rey called the minister on Monday.", "called", None),
        ("Ana Rey condemned the raid as a crime.", "condemned", None),
    ],
)
def test_a_verb_of_naming_has_the_word_that_it_gives(text: str, verb: str, told: str | None) -> None:
    p = parser().parse(text)
    named = called(p, p.words.index(verb))
    assert (p.span(*named).quote if named is not None else None) == told


def test_both_words_are_triggers_of_the_act() -> None:
    events = read(Report("r", "Opposition leader Ana Rey called the vote a sham on Monday.", published="2022-03-05")).events
    assert [t.quote for e in events if e.type == "ACCUSE" for t in e.triggers] == ["called", "sham"]


@pytest.mark.parametrize(
    "text",
    [
        'Foreign Minister Bo Rey called the report proof of "imperial aggression" on Monday.',
        "Premier Leo Fox branded the attack a war crime and a betrayal of the truce.",
    ],
)
def test_what_something_is_called_is_no_second_act(text: str) -> None:
    assert len([e for e in read(Report("r", text, published="2022-03-05")).events if e.type == "ACCUSE"]) == 1
