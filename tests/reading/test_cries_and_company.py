"""What is cried, who goes along, who "he" and "the cleric" are, what an accusation holds, and when a visit is that is still to come."""

import pytest

from memcon.model import Event, Record, Report
from memcon.reading.pipeline import read
from memcon.reading.sentences import sentences


def _read(text: str) -> Record:
    return read(Report("r", text, published="2016-05-10"))


def _told(text: str, word: str) -> Event:
    return next(e for e in _read(text).events if any(word in t.quote for t in e.triggers))


def _names(event: Event, role: str) -> list[str]:
    return [p.name for p in event.parties(role)]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Togolese students chanting ``Freedom! Freedom!'' blocked the port.", 1),
        ('Rebels shouting "Down with Rey! Down!" marched to the palace.', 1),
        ("The crowd cried “Leave! Leave!” and went home.", 1),
        ('"Leave! Leave!" They went home.', 3),
        ('"It is over. Leave!" he said.', 2),
    ],
)
def test_what_is_cried_ends_no_sentence_that_goes_on(text: str, count: int) -> None:
    assert len(sentences(text)) == count


def test_a_cry_is_nobody_who_acts() -> None:
    assert _names(_told("Togolese students chanting ``Freedom! Freedom!'' blocked the port of Lome.", "blocked"), "actor") == [
        "Togolese students"
    ]


def test_with_one_and_with_another() -> None:
    event = _told("Ann Rey will travel to Chad on Thursday with her husband and with Ivan Dahl, a Togolese lawyer.", "travel")
    assert _names(event, "companion") == ["her husband", "Ivan Dahl"]
    assert not _names(event, "recipient")


def test_a_journey_is_not_what_the_journey_is_about() -> None:
    event = _told("Ann Rey traveled with Ivan Dahl on his lightning trip to Lima on Wednesday.", "traveled")
    assert not event.about


def test_he_blames_for_what_another_is_in() -> None:
    text = "Mr Rey criticised Peru on Monday. He also criticised Chad for refusing to hand over the cleric."
    last = next(e for e in _read(text).events if "Chad" in _names(e, "recipient"))
    assert _names(last, "actor") == ["Rey"]


def test_the_cleric_is_the_one_told_of_where_no_pronoun_is_above() -> None:
    text = "Mr Rey criticised Peru on Monday. The cleric also met Ann Dahl."
    assert _names(_told(text, "met"), "actor") == ["Rey"]


def test_who_is_accused_of_failing_to_condemn_a_coup_staged_none() -> None:
    text = "Mr Rey has accused western capitals of failing to condemn a coup."
    assert _names(_told(text, "accused"), "recipient") == ["western capitals"]
    assert not [e for e in _read(text).events if e.type == "ASSAULT" and e.parties("actor")]
    assert _names(_told("Mr Rey accused the rebels of staging an attack.", "attack"), "actor") == ["the rebels"]


def test_confidence_in_a_union_is_not_there() -> None:
    text = "Foreign minister Idriss Moussa said his compatriots had lost confidence in the EU because it had failed a test."
    assert not any(e.where for e in _read(text).events)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("A Togolese trade delegation will discuss cotton during its visit to Chad.", "planned"),
        ("A Togolese trade delegation discussed cotton during its visit to Chad.", "happened"),
    ],
)
def test_a_visit_during_which_something_will_be_is_still_to_come(text: str, status: str) -> None:
    assert _told(text, "visit").status == status
