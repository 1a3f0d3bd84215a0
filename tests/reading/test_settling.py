"""Days as acts are dated by them: what is planned for a day is to come."""

import pytest

from memcon.model import Report
from memcon.reading.pipeline import read


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Talks are planned for next Monday.", "2024-05-20"),
        ("A meeting of Chad and Togo is scheduled for Friday in Vilnius.", "2024-05-17"),
        ("Chad's visit to Togo is set for Thursday.", "2024-05-16"),
        ("Talks between Chad and Libya are planned for Friday.", "2024-05-17"),
        ("Chad bombed Togo on Friday.", "2024-05-10"),
    ],
)
def test_what_is_planned_for_a_day_is_to_come(text: str, day: str) -> None:
    (event,) = read(Report("r", text, published="2024-05-15")).events
    assert event.when is not None
    assert event.when.edtf == day
