"""Nouns that only point back ("the move", "the remarks"): whose deed or words are praised or blamed."""

import pytest

from memcon.model import Report
from memcon.reading.parse.parsing import RULES
from memcon.reading.pipeline import read


def _recipients(text: str, word: str) -> set[str]:
    events = read(Report("r", text, published="2016-03-05"), RULES).events
    found = next(e for e in events if any(t.quote == word for t in e.triggers))
    return {p.name for p in found.participants if p.role == "recipient"}


@pytest.mark.parametrize(
    ("text", "word", "whom"),
    [
        ("Chad expelled two Togolese diplomats on Monday. The move was condemned by Peru.", "condemned", {"Chad"}),
        ("Chad lifted its embargo on Togo. Peru's foreign minister, Ana Rey, hailed the decision.", "hailed", {"Chad"}),
        ("Chad closed its border with Togo on Monday. It rained. Peru deplored this step.", "deplored", {"Chad"}),
        ("Bo Fox told a rally that Peruvians were thieves. Lima denounced the comments.", "denounced", {"Bo Fox"}),
        ("Chad jailed two Togolese fishermen on Monday. Peru condemned the sentencing.", "condemned", {"Chad"}),
        ("Bo Fox said on Monday that troops had burned homes. Chad's army rejected the findings.", "rejected", {"Bo Fox"}),
        ("Peru expelled two envoys. Peru's foreign minister, Ana Rey, hailed the decision.", "hailed", set()),  # the own side
        ("Chad expelled two envoys. Peru deplored the decision of the court.", "deplored", {"the court"}),  # whose it is is told
        ("Gunmen killed ten men in Chad. Peru condemned the attack.", "condemned", set()),
        ("Chad and Togo agreed on a truce. Peru welcomed the agreement.", "welcomed", set()),
    ],
)
def test_whose_deed_a_noun_points_to(text: str, word: str, whom: set[str]) -> None:
    assert _recipients(text, word) == whom


def test_who_backs_an_idea_backs_whose_it_is() -> None:
    text = "Ana Rey proposed a truce for the rainy season. Bishop Bo Fox welcomed the idea."
    (support,) = [e for e in read(Report("r", text, published="2016-03-05")).events if e.type == "SUPPORT"]
    assert {(p.role, p.name) for p in support.participants} == {("actor", "Bo Fox"), ("recipient", "Ana Rey")}
