"""Who is named right beside a word for somebody is that one, and no second party; who is only part of another's name is none."""

import pytest

from memcon.model import Event, Report
from memcon.reading.pipeline import read


def _first(text: str, kind: str) -> Event:
    """The first event of a type."""
    return next(e for e in read(Report("r", text, published="2016-03-05")).events if e.type == kind)


def _sides(text: str, kind: str) -> tuple[list[str], list[str]]:
    """The names of the actors and of the recipients of the first event of a type."""
    event = _first(text, kind)
    return [p.name for p in event.parties("actor")], [p.name for p in event.parties("recipient")]


@pytest.mark.parametrize(
    ("text", "kind", "sides"),
    [
        # behind the comma, whatever the parser hangs the name on
        (
            "Ana Rey later telephoned the Chadian Foreign Minister, Mr Bo Foxham, and the two agreed that talks should start.",
            "CONSULT",
            (["Ana Rey"], ["Bo Foxham"]),
        ),
        ("Ana Rey paid a courtesy call on the Minister of Fisheries, Dr. Bo Foxham.", "CONSULT", (["Ana Rey"], ["Bo Foxham"])),
        (
            "King Rey received on Friday the Commander of the Turkish Land Forces, General Bo Foxham, and reviewed with him ways to help.",
            "CONSULT",
            (["Bo Foxham"], ["Rey"]),
        ),
        (
            "The Special Representative of the Secretary-General, Mr. Ruy Foxham, travelled today to Lagos.",
            "CONSULT",
            (["Ruy Foxham"], []),
        ),
        # the verb behind it has its subject
        (
            "Bo Lund gave himself up on Saturday after the justice minister, Ana Foxham, visited him at his farm.",
            "CONSULT",
            (["Ana Foxham"], ["Bo Lund"]),
        ),
        # right behind the word
        ("Ana Rey is due to meet her colleague Bo Foxham on Friday in Lima.", "CONSULT", (["Ana Rey"], ["Bo Foxham"])),
        ("Ana Rey praised her colleague Bo Foxham for the pact.", "SUPPORT", (["Ana Rey"], ["Bo Foxham"])),
        ("The pact, signed in 2015 by his predecessor Bo Foxham, brought 40 instructors to Togo.", "SUPPORT", (["Bo Foxham"], [])),
        (
            "Ana Rey met Norway's prime minister, Leo Lund, and her Togolese opposite number, Bo Foxham, in Lima.",
            "CONSULT",
            (["Ana Rey"], ["Leo Lund", "Bo Foxham"]),
        ),
        # a title that the recogniser takes for a body
        ("The Taoiseach, Mr Bo Foxham, visited Chad on Friday.", "CONSULT", (["Bo Foxham"], ["Chad"])),
        # a row of several stays one, and who speaks of himself is another
        ("Ana Rey met the mayor, Bo Foxham, Leo Lund and the judge.", "CONSULT", (["Ana Rey"], ["Bo Foxham", "Leo Lund", "the judge"])),
        ("In a letter to the president, Ana Rey, the director of the league, condemned the raid.", "ACCUSE", (["Ana Rey"], [])),
    ],
)
def test_who_is_named_beside_a_word_for_him(text: str, kind: str, sides: tuple[list[str], list[str]]) -> None:
    assert _sides(text, kind) == sides


@pytest.mark.parametrize(
    ("text", "kind", "sides"),
    [
        ("The treaty passed, with the Czech delegation voting in favour.", "VOTE", (["the Czech delegation"], [])),
        # of a pair, both are told
        ("US-Russian talks went on in Lima on Friday.", "CONSULT", (["United States", "Russia"], [])),
    ],
)
def test_who_is_told_only_as_part_of_another(text: str, kind: str, sides: tuple[list[str], list[str]]) -> None:
    assert _sides(text, kind) == sides
