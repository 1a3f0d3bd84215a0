"""Pairs told of again by their office, and by "their"; groups that call themselves something."""

from __future__ import annotations

import pytest

from memcon.model import Record, Report
from memcon.reading.parse.parsing import RULES
from memcon.reading.pipeline import read


def _read(text: str) -> Record:
    return read(Report("r", text, published="2016-05-04"), RULES)


def _who(text: str, quote: str) -> list[str]:
    return [e.name for e in _read(text).entities if any(m.quote == quote for m in e.mentions)]


@pytest.mark.parametrize(
    ("text", "quote", "names"),
    [
        (
            "Foreign Minister Ana Rey of Peru phoned Chad's foreign minister, Bo Fox. Fox praised President Ivan Okello of Togo. "
            "The two ministers discussed trade.",
            "The two ministers",
            ["Ana Rey", "Bo Fox"],
        ),
        (
            "Peru's Foreign Minister Ana Rey and her Chadian counterpart, Bo Fox, spoke by phone. The diplomats condemned the raid.",
            "The diplomats",
            ["Ana Rey", "Bo Fox"],
        ),
        (
            "He met General Ana Rey in Lima and General Bo Fox in Quito. Both generals left.",
            "Both generals",
            ["Ana Rey", "Bo Fox"],
        ),
        ("General Ana Rey and Colonel Bo Fox shook hands. The two officers agreed to meet.", "The two officers", ["Ana Rey", "Bo Fox"]),
        ("Two officers were killed in Lima. The two officers had arrested a man.", "The two officers", ["Two officers"]),
        (
            "Minister Ana Rey handed Bo Fox a message from President Ivan Okello of Togo to President Leo Dahl of Peru. "
            "The two leaders met in May.",
            "The two leaders",
            ["Ivan Okello", "Leo Dahl"],
        ),
        (
            "President Ana Rey of Peru received Chad's president, Bo Fox, in Lima. The visitor thanked the minister, Ivan Okello. "
            "Soldiers paraded. Rey spoke of trade. After lunch the two heads of state signed an agreement.",
            "the two heads",
            ["Ana Rey", "Bo Fox"],
        ),
    ],
)
def test_two_of_an_office_are_those_who_bear_it(text: str, quote: str, names: list[str]) -> None:
    assert _who(text, quote) == names


def test_two_premiers_are_nobody_else_where_no_premiers_are_told_of() -> None:
    text = "Ana Rey met Bo Fox in hospital. Ivan Okello spoke with both premiers."
    assert not {"Ana Rey", "Bo Fox"} & set(_who(text, "both premiers"))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The provincial governor and the mayor met. The Taliban have ramped up their attacks on towns.", ["Taliban"]),
        ("Defence ministers Ana Rey and Bo Fox met. Chad and Togo will hold their first joint drill in May.", ["Chad", "Togo"]),
        ("Troops condemned the rebels for their attack on Lima.", ["the rebels"]),
    ],
)
def test_their_is_of_the_several_who_are_its_own_subject_or_are_answered(text: str, names: list[str]) -> None:
    assert _who(text, "their") == names


@pytest.mark.parametrize(
    ("text", "told", "name"),
    [
        ("A group calling itself the Army of the Sacred Hills killed ten in Lima.", "A group", "Army of the Sacred Hills"),
        ("A Chadian priest who calls himself Bo Fox met the rebels.", "A Chadian priest", "Bo Fox"),
    ],
)
def test_who_call_themselves_something_are_that(text: str, told: str, name: str) -> None:
    assert _who(text, told) == [name]


def test_whom_another_calls_something_is_not_named_so() -> None:
    assert _who("Gunmen killed ten soldiers in Lima. Ana Rey called them criminals.", "criminals") != ["Gunmen"]


@pytest.mark.parametrize(
    ("text", "quote", "names"),
    [
        (
            "Chadian President Bo Rey and his Togolese counterpart Ivan Fox discussed trade in a telephone conversation on Friday. "
            "The heads of state agreed that a delegation would visit Lome next week.",
            "The heads",
            ["Bo Rey", "Ivan Fox"],
        ),
        (
            "President Bo Rey spoke today with President Ivan Fox of Peru. President Rey condemned the attacks of Chad. "
            "The leaders discussed the war in Togo. The leaders also agreed to meet in May.",
            "The leaders",
            ["Bo Rey", "Ivan Fox"],
        ),
        (
            "President Bo Rey spoke today with Chancellor Ivan Fox of Germany and President Leo Poe of France. "
            "The leaders welcomed the truce.",
            "The leaders",
            ["Bo Rey", "Ivan Fox", "Leo Poe"],
        ),
        (
            "French President Leo Poe spoke first with Armenian Prime Minister Bo Rey, then with Azerbaijani President Ivan Fox, his "
            "office said. The two leaders agreed to meet.",
            "The two leaders",
            ["Bo Rey", "Ivan Fox"],
        ),
    ],
)
def test_leaders_are_those_of_one_contact(text: str, quote: str, names: list[str]) -> None:
    assert sorted(_who(text, quote)) == names


def test_a_city_that_is_flown_to_is_no_government() -> None:
    record = _read("Ivan Fox will travel to Ulan Bator on Saturday and then on to Tashkent. The two ministers signed a memorandum.")
    assert not [p for e in record.events if e.type == "SUPPORT" for p in e.participants if p.name in ("Mongolia", "Uzbekistan")]


def test_two_who_are_new_are_not_those_told_before() -> None:
    text = "Chad rejected a Togolese offer of talks between the foreign ministers and expelled two Togolese diplomats."
    (event,) = [e for e in _read(text).events if e.type == "SANCTION"]
    assert [p.name for p in event.participants if p.role == "recipient"] == ["two Togolese diplomats"]


@pytest.mark.parametrize(
    "text",
    [
        "The mediator said the leaders of the two countries, Bo Fox and Ann Lee, had rejected the plan.",
        "Chadian President Bo Fox and Togolese Prime Minister Ann Lee each rejected the plan on Tuesday, his office said.",
    ],
)
def test_those_of_an_office_are_the_two_who_are_named(text: str) -> None:
    (event,) = [e for e in read(Report("r", text, published="2024-05-14")).events if e.type == "REJECT"]
    assert [p.name for p in event.participants if p.role == "actor"] == ["Bo Fox", "Ann Lee"]


def test_a_state_of_several_words_is_the_second_of_its_officers() -> None:
    """And who stands behind it in the row is a further party."""
    (met,) = _read("The foreign ministers of Peru and the United States and the UN envoy met in Lima.").events
    assert [p.name for p in met.parties("actor")] == ["The foreign ministers of Peru and the United States", "the UN envoy"]
