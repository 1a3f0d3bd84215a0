"""Towns called as states and capitals are, given names called as towns are, and names cut to what they are."""

from __future__ import annotations

import pytest
from tests.reading.parties_meant import meant

from memcon.actors import registry
from memcon.model import Record, Report
from memcon.reading.pipeline import read


def _read(text: str) -> Record:
    return read(Report("homonyms", text, published="2024-05-14"))


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Detective Bo Fox of the Lima Police Department in Allen County, Ohio, arrested two men.", "USA"),
        ("Police in Lima, Ohio, arrested a man. The Lima Police Department praised them.", "USA"),
        ("Police in Lima, Peru, arrested a man. The Lima Police Department praised them.", "PER"),
    ],
)
def test_a_town_called_as_a_capital_is_where_the_report_has_it(text: str, country: str) -> None:
    (police,) = [e for e in _read(text).entities if e.name.endswith("Lima Police Department")]
    assert police.country == country
    assert ("France" in [e.name for e in _read(text).entities]) == (country == "FRA")


@pytest.mark.parametrize("name", ["Douglas Fox", "Gen. Douglas Fox", "Victoria N. Pearson", "Santiago Merkel"])
def test_a_given_name_is_no_town_of_that_name(name: str) -> None:
    found = registry().resolve(name, "2024-05-14")
    assert found is None or (found.country is None and found.wikidata is None)


def test_a_place_before_an_office_stays_one() -> None:
    for name, country in (("Paris Mayor Ann Rey", "FRA"), ("Jordan King Abdullah", "JOR"), ("London Mayor Bo Rey", "GBR")):
        found = registry().resolve(name, "2024-05-14")
        assert found is not None
        assert found.country == country


@pytest.mark.parametrize(
    ("text", "word", "names"),
    [
        ("Shouting Ivan Rey must go, the workers blocked a road.", "Rey", ["Ivan Rey"]),
        ("Ben Fox: Ann Rey ‘Not Fit To Serve’\nBen Fox accused Ann Rey of lying on Monday.", "Rey", ["Ann Rey"]),
        ("The Cyprus government condemned the raid.", "government", ["Cyprus"]),
        ("The sergeant added police think Ivan Fox fled.", "police", ["police"]),
        ("Northern Chad's biggest party, the Green Unionists, is threatening to leave.", "party", ["Green Unionists"]),
    ],
)
def test_names_are_cut_to_what_they_are(text: str, word: str, names: list[str]) -> None:
    assert meant(text, word) == names


def test_ambassadors_of_several_states_are_of_none() -> None:
    (group,) = [
        e
        for e in _read("The ambassadors of Peru, Chad and Togo condemned the raid.").entities
        if e.name.endswith("Togo") and e.kind == "group"
    ]
    assert group.country is None


def test_a_surname_that_is_a_town_is_the_persons_told_of() -> None:
    text = "Zelda Paris, a Chilean nurse, was freed by Chad on Friday. Paris thanked Peru."
    (thanks,) = [e for e in read(Report("r", text, published="2016-03-05")).events if e.type == "SUPPORT"]
    assert {(p.role, p.name) for p in thanks.participants} == {("actor", "Zelda Paris"), ("recipient", "Peru")}


def test_a_state_told_of_by_a_word_for_people_stays_one() -> None:
    text = "New Delhi, a friend of Peru, thanked Chad on Friday."
    (thanks,) = [e for e in read(Report("r", text, published="2016-03-05")).events if e.type == "SUPPORT"]
    assert ("actor", "India") in {(p.role, p.name) for p in thanks.participants}
