"""On whose word: tags in the manner of agencies, rows of clauses with "that", and what a sentence tells beside its main clause."""

from __future__ import annotations

import pytest

from memcon.model import Event, Report
from memcon.reading.pipeline import read


def told(text: str, kind: str) -> Event:
    """The event of this type."""
    (found,) = [e for e in read(Report("r", text, published="2024-03-05")).events if e.type == kind]
    return found


def names(text: str, kind: str) -> list[str | None]:
    return [s.name for s in told(text, kind).sources]


@pytest.mark.parametrize(
    ("text", "kind", "source"),
    [
        (
            "Chad has pardoned ten men who wrote to Bo Fox, the press service of the head of state reports.",
            "CONCEDE",
            "the press service of",
        ),
        ("Soldiers opened fire at a patrol in Lome on Monday, the mission posted on X.", "ASSAULT", "the mission"),
        ("Chad received the envoy of Togo in Lome on May 3, the ministry informs.", "CONSULT", "the ministry"),
        ("Ten men were killed in the raid on Sunday, survivors recounted.", "ASSAULT", "survivors"),
        ('Peru\'s envoy spent Monday shuttling between the two sides, one aide said, "with less and less hope".', "CONSULT", "one aide"),
    ],
)
def test_who_speaks_in_a_tag(text: str, kind: str, source: str) -> None:
    (name,) = names(text, kind)
    assert name is not None
    assert name.startswith(source)


def test_a_quotation_behind_a_tag_is_its_own_where_no_clause_stands_before() -> None:
    assert names('Asked about the raid, Bo Fox said, "Chad will leave the bloc."', "ASSAULT") == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Bo Fox said that ten had been killed when shells fell, and that Peru would pay for the funerals.", "AID"),
        ("Bo Fox said that experts would meet in May, that Chad had agreed to it, and that Togo would free ten men.", "RETREAT"),
        ("Bo Fox said that two of the men had been on hunger strike since Sunday.", "PROTEST"),
        ("Dozens of women walked through Lome on Saturday before soldiers beat ten of them, Bo Fox said.", "ASSAULT"),
        ("The priest had been speaking for an hour when two men walked in and stabbed him, Bo Fox said.", "ASSAULT"),
        ("Police fired gas at students who tried to march to the palace, Bo Fox said.", "PROTEST"),
        ("The ship left at the request of Togo, Bo Fox said.", "REQUEST"),
    ],
)
def test_what_a_sentence_tells_beside_its_main_clause_is_on_the_same_word(text: str, kind: str) -> None:
    assert "Bo Fox" in names(text, kind)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ana Rey, who attacked the port in May, will leave Chad, an aide said.", "ASSAULT"),
        ("An aide said the soldiers who attacked the port were at home.", "ASSAULT"),
        ("Police fired gas at farmers who had marched to the palace, an aide said.", "PROTEST"),
        ("An aide said that Chad was calm before rebels attack the port.", "ASSAULT"),
    ],
)
def test_what_is_known_of_somebody_is_not(text: str, kind: str) -> None:
    assert names(text, kind) == []


def test_who_agrees_that_something_will_be_vouches_for_nothing() -> None:
    assert names("Bo Fox met Ana Rey on Monday; the two agreed that Chad would free ten men.", "RETREAT") == []


def test_what_others_are_to_be_made_to_do_before_is_no_act() -> None:
    text = "Bo Fox says he sees no hope for a solution until sanctions force Chad to withdraw its army."
    assert [e.type for e in read(Report("r", text, published="2024-03-05")).events if e.type == "RETREAT"] == []
