"""Who refuses or threatens where somebody in office says what the own side will do."""

import pytest

from memcon.model import Report
from memcon.reading.parse.parsing import RULES
from memcon.reading.pipeline import read


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Chadian President Bo Fox told reporters that Chad would reject the offer.", {"Bo Fox"}),
        ("The rebel commander Bo Fox said that his movement would reject the offer.", {"Bo Fox"}),
        ("Chad's foreign ministry said that Chad would reject the offer.", {"Chad"}),
        ("Chadian President Bo Fox said that Togo would reject the offer.", {"Togo"}),
    ],
)
def test_who_refuses(text: str, who: set[str]) -> None:
    events = read(Report("r", text, published="2016-03-05"), RULES).events
    assert {p.name for e in events if e.type == "REJECT" for p in e.participants if p.role == "actor"} == who


def test_a_refusal_told_to_an_agency_is_not_to_the_agency() -> None:
    (event,) = read(Report("r", "The rebels will not release the two pilots, a spokesman told Reuters.", published="2016-03-05")).events
    assert not event.parties("recipient")
