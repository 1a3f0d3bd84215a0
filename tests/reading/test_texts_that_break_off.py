"""Texts that break off anywhere, as teasers and scraped pages do: they are read, and what is read stands in them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from memcon.model import Report
from memcon.reading.pipeline import read
from memcon.reading.repairs.persons_by_surname import persons_of_peoples
from memcon.verification import verify

WORDS = (
    "The Chadian envoy, Ann Lee, met the king of Togo in Lome, Togo, on Monday. As many as four people, among them Bo Fox of a charity, "
    "were killed when rebels, who deny it, shelled a market near Kofo, the mayor said. Peru's minister (a general) called it “murder” and "
    "demanded that U.S.-backed forces - some 300 of them - leave by 5 May; neither side, he said, will talk before the vote."
).split()


@pytest.mark.parametrize(
    "text", ["The Chadian envoy met the king of Togo in Lome, Togo,", "The rebels were said to be capable of deploying as many as"]
)
def test_the_last_words_of_a_text(text: str) -> None:
    assert not list(verify(read(Report("r", text))))


@pytest.mark.parametrize("text", ["the obama administration praised the truce.", "clinton administration said"])
def test_a_text_in_small_letters(text: str) -> None:
    assert not list(verify(read(Report("r", text))))


def test_an_article_alone_that_is_taken_for_a_name() -> None:
    words, tags = "met Secretary Rey the".split(), "VBD NNP NNP DT".split()
    assert persons_of_peoples(words, tags, [0, 2, 0, 2], [(3, 4, "ORG")], lambda word: False) == [(3, 4, "ORG")]


@settings(deadline=None, max_examples=60)  # the parser is slow on a busy machine
@given(
    st.integers(0, len(WORDS) - 1), st.integers(1, 40), st.sampled_from(["", ",", ";", " -", ":", " (", "“", " and", " of", " the", "'s"])
)
def test_any_piece_of_a_text_is_read(first: int, count: int, ending: str) -> None:
    text = " ".join(WORDS[first : first + count]) + ending
    assert not list(verify(read(Report("r", text, published="2024-05-06"))))
