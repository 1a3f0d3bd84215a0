"""To whom aid goes where its own words do not say."""

import pytest

from memcon.model import Event, Report
from memcon.reading.parse.parsing import RULES
from memcon.reading.pipeline import read


def _aid(text: str) -> list[Event]:
    return [e for e in read(Report("r", text, published="2016-03-05"), RULES).events if e.type == "AID"]


def _parties(event: Event) -> set[tuple[str, str]]:
    return {(p.role, p.name) for p in event.participants}


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "The Togolese prime minister, Bo Fox, thanked China for the aid it has provided. Togo had asked for more.",
            {("actor", "China"), ("recipient", "Togo")},
        ),
        ("Ana Rey thanked Peru for its humanitarian aid.", {("actor", "Peru"), ("recipient", "Ana Rey")}),
        (
            "Peruvian foreign minister Ana Rey held talks with Togo's president, Bo Fox, and offered to send food aid.",
            {("actor", "Ana Rey"), ("recipient", "Bo Fox")},
        ),
    ],
)
def test_who_gives_thanks_or_is_talked_to_gets_the_aid(text: str, parties: set[tuple[str, str]]) -> None:
    assert [_parties(e) for e in _aid(text)] == [parties]


def test_aid_that_another_is_thanked_for_is_left_open() -> None:
    (aid,) = _aid("Chad sent humanitarian aid on Friday. Bo Fox thanked Peru for the talks.")
    assert _parties(aid) == {("actor", "Chad")}
