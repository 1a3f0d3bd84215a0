"""The office of a person on the day of an event."""

import pytest

from memcon.model import Report
from memcon.reading.pipeline import read


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("On 5 May 2015 David Cameron met Barack Obama in London.", "prime minister"),
        ("David Cameron met Barack Obama in London on Monday.", None),
        ("In 2017 Rex Tillerson met the king of Jordan.", "secretary of state"),  # from February on
        ("Rex Tillerson will meet the king of Jordan on 3 December 2030.", None),
    ],
)
def test_office_on_the_day(text: str, office: str | None) -> None:
    record = read(Report("r", text, published="2019-09-25"))
    assert record.events[0].participants[0].office == office
