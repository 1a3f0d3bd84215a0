"""Who is named in a row behind a clause is one of those whom its subject counts; who is said to be included is one too."""

import pytest

from memcon.model import Report
from memcon.reading.parse.parsing import RULES
from memcon.reading.pipeline import read


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("Three countries condemned Ghana's raid, including Peru, Chad and Togo.", ["Three countries", "Peru", "Chad", "Togo"], ["Ghana"]),
        (
            "Several envoys condemned Ghana on Monday, among them Ann Lee and Ivan Rey.",
            ["Several envoys", "Ann Lee", "Ivan Rey"],
            ["Ghana"],
        ),
        ("Four countries rejected the plan: Peru, Chad, Togo and Ghana.", ["Peru", "Chad", "Togo", "Ghana"], []),
        ("The states that condemned Ghana included Peru and Chad.", ["The states", "Peru", "Chad"], ["Ghana"]),
        ("Some of the states that condemned Ghana included Peru and Chad.", ["the states", "Peru", "Chad"], ["Ghana"]),
        # the row is of what it stands behind
        ("Rebels freed two envoys: Ann Lee and Ivan Rey.", ["Rebels"], ["Ann Lee", "Ivan Rey"]),
        ("Rebels attacked two towns: Abala and Kolo.", ["Rebels"], []),
    ],
)
def test_rows_behind_a_clause(text: str, actors: list[str], recipients: list[str]) -> None:
    event = read(Report("r", text, published="2024-03-05"), RULES).events[0]
    assert [p.name for p in event.parties("actor")] == actors
    if recipients:
        assert [p.name for p in event.parties("recipient")] == recipients
