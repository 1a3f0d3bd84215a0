"""Who takes things is aided by whom they come from; who takes people in aids them."""

import pytest

from memcon.model import Report
from memcon.reading.pipeline import read


@pytest.mark.parametrize(
    ("text", "giver", "taker"),
    [
        ("Somalia got 40 armoured vehicles from Turkey.", "Turkey", "Somalia"),
        ("The rebels accepted food and blankets from the Red Cross.", "Red Cross", "The rebels"),
        ("Niger obtained a loan from China on Monday.", "China", "Niger"),
        ("The junta took delivery of two helicopters from Russia.", "Russia", "The junta"),
        ("Peru has received 20 ambulances, its health minister said.", None, "Peru"),
        ("Germany accepted 800 Syrian refugees from Greece.", "Germany", "800 Syrian refugees"),
    ],
)
def test_things_are_taken_from_who_gives_them(text: str, giver: str | None, taker: str) -> None:
    (event,) = (e for e in read(Report("r", text)).events if e.type == "AID")
    assert [p.name for p in event.participants if p.role == "actor"] == ([giver] if giver else [])
    assert [p.name for p in event.participants if p.role == "recipient"] == [taker]
