"""Places that no gazetteer has, and places without a name: told by their words, in the country that the report tells."""

from __future__ import annotations

import pytest

from memcon.model import Event, Report
from memcon.reading.pipeline import read


def told(text: str, kind: str) -> Event:
    """The first event of this type."""
    return next(e for e in read(Report("r", text, published="2024-03-05")).events if e.type == kind)


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Gunmen killed ten people in the village of Kofolo in southern Chad.", "Kofolo", "TCD"),
        ("Rebels attacked a base near the town of Kofolo, killing 15 soldiers, Chadian officials said.", "Kofolo", "TCD"),
        ("The blast, in the Peruvian town of Kofolo, wounded 30, a Chadian envoy said.", "Kofolo", "PER"),
        ("A Togolese soldier was shot dead near Kofolo.", "Kofolo", "TGO"),
        ("Chad and Togo said gunmen killed ten people in the village of Kofolo.", "Kofolo", None),
    ],
)
def test_a_name_that_no_gazetteer_has(text: str, name: str, country: str | None) -> None:
    where = told(text, "ASSAULT").where
    assert where is not None
    assert (where.name, where.country, where.lat) == (name, country, None)


@pytest.mark.parametrize(
    ("text", "name", "town", "country"),
    [
        ("Shells killed four people in the Karari district of Omdurman.", "Karari", "Omdurman", "SDN"),
        ("A bomb killed two people in the Salam neighbourhood of Aleppo.", "Salam", "Aleppo", "SYR"),
    ],
)
def test_a_part_of_a_town_is_in_that_town(text: str, name: str, town: str, country: str) -> None:
    where = told(text, "ASSAULT").where
    assert where is not None
    assert (where.name, where.place, where.country) == (name, town, country)


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Thousands protested outside the parliament on Monday.", "PROTEST", "the parliament"),
        ("Soldiers shot two men dead at a checkpoint.", "ASSAULT", "a checkpoint"),
        ("Ann Lee met Bo Fox at a villa on Monday.", "CONSULT", "a villa"),
    ],
)
def test_a_place_without_a_name(text: str, kind: str, words: str) -> None:
    event = told(text, kind)
    assert event.where is not None
    assert (event.where.name, event.where.country) == (words, None)
    assert [e.by for e in event.evidence if e.path == "/where"] == ["rule:place.words"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Gunmen stormed the town of Dorifo and burned a clinic.", "Dorifo"),
        ("Insurgents captured the port of Kisimbo last week.", "Kisimbo"),
        ("Rebels shelled Kofo on Monday.", "Kofo"),
        ("Russian forces shelled Kharkiv overnight, the governor said.", "Kharkiv"),
        ("Government troops retook Mocimba on Friday.", "Mocimba"),
    ],
)
def test_what_is_taken_or_shelled_is_a_place(text: str, name: str) -> None:
    where = told(text, "ASSAULT").where
    assert where is not None
    assert where.name == name


def test_who_is_of_a_place_does_not_act_there() -> None:
    assert told("The mayor of the town of Kofolo accused the army of looting.", "ACCUSE").where is None


def test_there_is_told_by_the_name_that_it_stands_for() -> None:
    where = told("Ann Lee arrived in Lima on Monday. Police arrested ten men there.", "COERCE").where
    assert where is not None
    assert where.span.quote == "Lima"


def test_the_only_country_of_a_report_is_that_of_its_places() -> None:
    where = told("Chadian soldiers shot two men dead at a checkpoint.", "ASSAULT").where
    assert where is not None
    assert where.country == "TCD"


def test_a_named_place_goes_before() -> None:
    where = told("Soldiers shot two men dead at a checkpoint in Lima.", "ASSAULT").where
    assert where is not None
    assert where.name == "Lima"


def test_what_words_are_about_has_no_place_of_theirs() -> None:
    assert told("Ann Lee urged Chad to open the road at the checkpoint.", "REQUEST").where is None


@pytest.mark.parametrize(
    ("text", "kind", "country"),
    [
        ("Rebels carried out three raids in the kingdom this spring, Saudi officials said.", "ASSAULT", "SAU"),
        ("Rey fled the Chadian capital after the coup.", "RETREAT", "TCD"),
        ("Troops crossed the border into Togo.", "MOBILIZE", "TGO"),
        ("Lima police dispersed a rally on Saturday and arrested 20 people.", "COERCE", "PER"),
        ("A Lima court convicted two men of murder.", "SANCTION", "PER"),
        ("Drones struck an oil depot in the Russian region of Kursk.", "ASSAULT", "RUS"),
    ],
)
def test_where_it_was(text: str, kind: str, country: str) -> None:
    where = told(text, kind).where
    assert where is not None
    assert where.country == country


def test_in_which_country_is_open_between_two() -> None:
    """ "The country" is the one told nearby; of two it is neither."""
    where = told("Chad and Togo said rebels carried out several attacks in the country in May.", "ASSAULT").where
    assert where is None or where.country is None


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("Ana Rey met Bo Fox at Rofani on Monday.", "CONSULT", "Rofani"),
        ("Crowds marched along the avenue on Sunday.", "PROTEST", "the avenue"),
        ("Guards shot two men at the border.", "ASSAULT", "the border"),
        ("Strikers blocked the road on Monday.", "PROTEST", "the road"),
        ("Rebels stormed the prison on Monday.", "ASSAULT", "the prison"),
    ],
)
def test_a_place_that_only_its_preposition_tells(text: str, kind: str, name: str) -> None:
    where = told(text, kind).where
    assert where is not None
    assert (where.name, where.country) == (name, None)


def test_near_somebody_is_no_place() -> None:
    assert told("Guards shot two men near the soldiers.", "ASSAULT").where is None


def test_at_whom_words_are_aimed_is_no_place() -> None:
    assert told("Dora Fox hit out at Amina Lind on Monday.", "ACCUSE").where is None
    assert told("The premier lashed out at Lind after Bo Lind left the hall.", "ACCUSE").where is None


def test_the_rule_of_the_gazetteer_is_named_once() -> None:
    event = told("Ann Lee met Bo Fox in Oslo on Monday.", "CONSULT")
    assert [e.by for e in event.evidence if e.path == "/where"] == ["gazetteer:population"]
