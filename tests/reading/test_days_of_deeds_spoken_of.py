"""The day behind a deed of which others speak is the deed's, not that of what is said of it."""

from __future__ import annotations

import pytest

from memcon.model import Report
from memcon.reading.pipeline import read


def days(text: str) -> dict[str, str | None]:
    return {e.type: e.when.edtf if e.when else None for e in read(Report("r", text, published="2024-03-05")).events}


@pytest.mark.parametrize(
    ("text", "said", "done", "day"),
    [
        ("Chad condemned Togo's invasion of Peru on Feb. 2 but also criticized the bloc.", "ACCUSE", "ASSAULT", "2024-02-02"),
        ("The envoy regretted the deportation of 38 people from Togo earlier this month.", "ACCUSE", "COERCE", "2024-03"),
        ("The ministry deplores the shelling, on 19 February, of the school.", "ACCUSE", "ASSAULT", "2024-02-19"),
        ("Bo Fox hailed the release of ten men in Lome on 9 February.", "SUPPORT", "RETREAT", "2024-02-09"),
    ],
)
def test_the_day_is_the_deeds(text: str, said: str, done: str, day: str) -> None:
    found = days(text)
    assert (found[said], found[done]) == (None, day)


def test_a_day_beside_the_verb_is_that_of_what_is_said() -> None:
    assert days("Bo Fox condemned on Monday the attack on the port.")["ACCUSE"] == "2024-03-04"


def test_a_day_right_behind_the_deed_may_be_of_both() -> None:
    assert days("Bo Fox condemned the attack on Monday evening and thanked Ana Rey.")["ACCUSE"] == "2024-03-04"


def test_what_is_said_in_a_meeting_is_of_its_day() -> None:
    assert days("Bo Fox praised Ana Rey at their meeting in Lome on Monday.")["SUPPORT"] == "2024-03-04"
