"""Where the words of a party begin and end: both halves of a mark or neither, no preposition before a number."""

import pytest

import memcon


def _names(text: str) -> list[str]:
    return [p.name for e in memcon.read(text, published="2026-03-02").events for p in e.participants]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('The army said it had killed 38 "bandits" in Togo on Monday.', '38 "bandits"'),
        ("Togo accused Chad of arming the so-called “rebels” on Monday.", "the so-called “rebels”"),
        ('Togo said the army had killed nine "armed criminals" in the north.', 'nine "armed criminals"'),
        ("Togo met the Peruvian Relief Board (PRB) on Saturday.", "Peruvian Relief Board"),
        ("Peru met the Chad Relief Board (CRB) on Saturday.", "Chad Relief Board"),
    ],
)
def test_marks_are_whole(text: str, name: str) -> None:
    assert name in _names(text)


def test_a_body_with_a_given_name_in_it_goes_by_its_letters() -> None:
    record = memcon.read("Peru met the Chad Relief Board (CRB) on Saturday. The CRB sent blankets to Togo.", published="2026-03-02")
    aid = next(e for e in record.events if e.type == "AID")
    assert [p.name for p in aid.participants if p.role == "actor"] == ["Chad Relief Board"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Peru will airlift up to 1,200 people out of Togo.", "1,200 people"),
        ("A drone killed up to 15 militants in Togo.", "15 militants"),
        ("Togo wrote on May 3 to 10 top aides of Bo Fox.", "10 top aides of Bo Fox"),
    ],
)
def test_a_number_begins_without_its_preposition(text: str, name: str) -> None:
    assert name in _names(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Bo Rey met the foreign ministers of the three Andean states in Lima last week.",
            "the foreign ministers of the three Andean states",
        ),
        ("Bo Rey met residents of the camps in Darfur last week.", "residents of the camps in Darfur"),
    ],
)
def test_states_are_in_no_town(text: str, name: str) -> None:
    assert name in _names(text)
