"""The state of a party that only a common noun names."""

import pytest

from memcon.model import Report
from memcon.reading.pipeline import read


def _country(text: str, words: str) -> str | None:
    record = read(Report("r", text, published="2018-04-05"))
    return next(p.country for e in record.events for p in e.participants if words in p.mention.quote)


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("Macron flew home. His ministers condemned the attack on Lima.", "ministers", "FRA"),
        ("Officers of Peru's army attacked the town.", "Officers", "PER"),
        ("Calm returned to Mali. The army killed 30 villagers on Sunday.", "army", "MLI"),
        ("HARTFORD, Conn. -- Officers arrested two men on Monday.", "Officers", "USA"),
        ("Peru and Chile talked. The army killed 30 villagers.", "army", None),
        ("Peru is waiting. Foreign officials condemned the attack.", "officials", None),
        ("Peru is waiting. Arab leaders condemned the attack.", "leaders", None),
    ],
)
def test_home(text: str, words: str, country: str | None) -> None:
    assert _country(text, words) == country
