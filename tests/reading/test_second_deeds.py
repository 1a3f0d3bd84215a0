"""A verb told once for two deeds, each with its time."""

from __future__ import annotations

import pytest

from memcon.model import Report
from memcon.reading.pipeline import read


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        (
            "The envoy met Bo Fox in Lima on Monday and Ivan Rey and Ana Poe in Cusco on Tuesday.",
            [("2016-02-29", "Lima", ["Bo Fox"]), ("2016-03-01", "Cusco", ["Ivan Rey", "Ana Poe"])],
        ),
        (
            "Police arrested Bo Fox in Lima on Monday and his brother in Cusco on Friday.",
            [("2016-02-29", "Lima", ["Bo Fox"]), ("2016-03-04", "Cusco", ["Bo Fox's brother"])],
        ),
        (
            "Gomez had meetings with Ana Poe 10 days ago and Bo Fox last week.",
            [("2016-02-24", None, ["Ana Poe"]), ("2016-02-22/2016-02-28", None, ["Bo Fox"])],
        ),
        ("The envoy met Bo Fox on Monday and Tuesday.", [("2016-02-29", None, ["Bo Fox"])]),
    ],
)
def test_each_has_its_own_time_and_party(text: str, whom: list[tuple[str, str | None, list[str]]]) -> None:
    events = read(Report("two", text, published="2016-03-05")).events
    told = [
        (e.when.edtf if e.when else None, e.where.name if e.where else None, [p.name for p in e.participants if p.role == "recipient"])
        for e in events
    ]
    assert told == whom


@pytest.mark.parametrize(
    ("text", "visits"),
    [
        (
            "Bo Fox traveled to Lima on February 22, to Quito on February 25 and again to Lima on Tuesday.",
            [("2016-02-22", "Lima"), ("2016-02-25", "Quito"), ("2016-03-01", "Lima")],
        ),
        ("Bo Fox is to travel to Lima on Monday and from there to Quito.", [("2016-03-07", "Lima"), (None, "Quito")]),
        ("Ana Rey travelled to Chad and then on to Niger.", [(None, "Chad"), (None, "Niger")]),
        ("Ana Rey visited Lima and then Quito last week.", [("2016-02-22/2016-02-28", "Lima"), ("2016-02-22/2016-02-28", "Quito")]),
        (
            "Bo Fox will go on to Lima's war memorial on Tuesday and then to Quito.",
            [("2016-03-08", "Lima's war memorial"), (None, "Quito")],
        ),
        ("Ana Rey will travel to Lima and Quito next week for consultations.", [("2016-03-07/2016-03-13", "Lima and Quito")]),
        ("Bo Fox went on to Lima and Quito.", [(None, "Lima and Quito")]),
    ],
)
def test_a_journey_that_goes_on_is_several_visits(text: str, visits: list[tuple[str | None, str | None]]) -> None:
    events = read(Report("legs", text, published="2016-03-05")).events
    told = [(e.when.edtf if e.when else None, e.where.name if e.where else None) for e in events if e.mode == "visit"]
    assert told == visits


def test_whom_a_journey_is_to_brief_is_no_host_of_its_last_place() -> None:
    text = "Ana Rey is due to travel to Lima on Thursday and then on to Bogota to brief the Peruvian and Colombian governments."
    events = read(Report("legs", text, published="2016-03-05")).events
    assert [(e.where.name if e.where else None, len(e.participants)) for e in events] == [("Lima", 3), ("Bogotá", 1)]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Rey spoke on Monday with President Bo Fox and again on Tuesday with Chadian Prime Minister Leo Poe.",
        "Ana Rey spoke by phone on Monday with Bo Fox and on Tuesday with Leo Poe.",
    ],
)
def test_one_talks_with_each_on_the_day_told_beside_him(text: str) -> None:
    events = read(Report("r", text, published="2025-03-12")).events
    told = [(e.when.edtf if e.when else None, [p.name for p in e.parties("recipient")]) for e in events]
    assert told == [("2025-03-10", ["Bo Fox"]), ("2025-03-11", ["Leo Poe"])]
