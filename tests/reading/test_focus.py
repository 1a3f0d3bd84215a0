"""The country that a report is about."""

import pytest

from memcon.actors import registry
from memcon.reading.parse.parsing import parser
from memcon.reading.parties.focus import context, resolving


@pytest.mark.parametrize(
    ("text", "focus"),
    [
        ("Peru's president spoke in Lima. Peruvians listened, and so did Chile.", "PER"),
        ("The Bundestag voted on Tuesday. Angela Merkel was absent. Merkel was in Munich.", "DEU"),
        ("Voters in Ohio and Florida heard from the Senate and the FBI, a Republican said.", "USA"),
        ("The school board met. A sheriff's deputy spoke for the county commissioners in Springfield.", "USA"),
        ("Peru and Chile met in Quito, Ecuador.", None),
        ("It rained.", None),
    ],
)
def test_focus(text: str, focus: str | None) -> None:
    assert context(parser().parse(text), registry(), "2015-03-05")[1] == focus


def test_people_in_full_and_countries_are_the_context() -> None:
    found, *_ = context(parser().parse("Barack Obama met Michelle Bachelet in Lima."), registry(), "2015-03-05")
    assert {"Barack Obama", "Michelle Bachelet", "PER"} <= found


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        (
            "LIMA, Feb 11 (XYZ) - Peru left. Peruvians saw it. Washington left. Congress voted.",
            "Congress",
            "PER",
        ),
        ("Peru and Chile met. Peru's ministers left. The Senate voted on Thursday.", "Senate", "PER"),
        ("Iran and Peru met. Iran left. Barack Obama spoke. Congress voted on Thursday.", "Congress", "USA"),
        ("Congress voted on Thursday.", "Congress", "USA"),
    ],
)
def test_bodies_of_many_states_are_those_of_the_country_at_home(text: str, name: str, country: str) -> None:
    resolve, _ = resolving(parser().parse(text), registry(), "2015-03-05", {})
    found = resolve(name)
    assert found is not None
    assert found.country == country
