"""Relatives and friends: whose they are tells who they are."""

from __future__ import annotations

import pytest
from tests.reading.parties_meant import meant


@pytest.mark.parametrize(
    ("text", "word", "nth", "names"),
    [
        ("A friend of Ivan Rey was arrested on Monday.", "friend", 0, ["A friend"]),
        ("Ivan Rey met the mayor. His father, Pedro Rey, said that envoys wanted to meet his son.", "son", 0, ["Ivan Rey"]),
        ("Police arrested Ann Rey's husband, Bo Fox, on Monday. Prosecutors charged her husband with murder.", "husband", 1, ["Bo Fox"]),
        ("Police arrested Ann Rey's husband, Bo Fox, on Monday. Fox had attacked his wife in May.", "wife", 0, ["Ann Rey"]),
        ("Ivan Rey's mother, Ann Fox, left Chad in May. Rey met his father in Lima.", "father", 0, ["his father"]),
        ("Ivan Rey's brother, Bo Rey, left Chad in May. Ivan Rey met his sister in Lima.", "sister", 0, ["his sister"]),
    ],
)
def test_a_relative_is_the_one_whom_the_report_names(text: str, word: str, nth: int, names: list[str]) -> None:
    assert meant(text, word, nth) == names
