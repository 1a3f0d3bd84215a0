"""A state whose name holds an "and" is one party, wherever it stands."""

import pytest

from memcon.model import Report
from memcon.reading.parse.parsing import RULES
from memcon.reading.pipeline import read


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("Antigua and Barbuda condemned Chad on Friday.", ["Antigua and Barbuda"], ["Chad"]),
        ("Peru accused Trinidad and Tobago of spying.", ["Peru"], ["Trinidad and Tobago"]),
        ("Chad, Bosnia and Herzegovina and Peru condemned Togo.", ["Chad", "Bosnia and Herzegovina", "Peru"], ["Togo"]),
        ("Saint Kitts and Nevis's envoy condemned Togo.", ["Saint Kitts and Nevis's envoy"], ["Togo"]),
        ("Talks between Sao Tome and Principe and Peru began on Monday.", ["São Tomé and Príncipe", "Peru"], []),
        ("Peru and Chad condemned Togo.", ["Peru", "Chad"], ["Togo"]),
    ],
)
def test_an_and_within_a_name(text: str, actors: list[str], recipients: list[str]) -> None:
    (event,) = read(Report("r", text, published="2024-03-05"), RULES).events
    assert [p.name for p in event.parties("actor")] == actors
    assert [p.name for p in event.parties("recipient")] == recipients
