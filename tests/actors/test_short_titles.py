"""A title of one word before a surname stands for an office whose own title has it."""

import pytest

from memcon.actors import registry


@pytest.mark.parametrize(
    ("mention", "on", "focus", "name"),
    [
        ("Secretary Kerry", "2015-05-05", "USA", "John Kerry"),
        ("Secretary Mattis", "2018-05-05", "USA", "James Mattis"),
        ("Minister Lavrov", "2016-01-01", None, "Sergey Lavrov"),
        ("Chancellor Hammond", "2017-07-05", "GBR", "Philip Hammond"),
        ("Ambassador Power", "2016-01-01", None, "Samantha J. Power"),
        ("Secretary Albright", "2003-05-05", "USA", "Madeleine Albright"),
    ],
)
def test_short_title(mention, on, focus, name):
    assert registry().resolve(mention, on, focus).name == name


@pytest.mark.parametrize(("mention", "focus"), [("Secretary Smith", "USA"), ("Secretary Kerry", "SYR"), ("Minister Brown", "PER")])
def test_a_stranger_keeps_the_own_words(mention, focus):
    found = registry().resolve(mention, "2015-05-05", focus)
    assert found is None or found.how.startswith("words")


def test_the_whole_title_still_comes_first():
    assert registry().resolve("Chancellor Merkel", "2016-05-05").office == "chancellor"
    assert registry().resolve("President Clinton", "2016-05-05", "USA").name == "Bill Clinton"
