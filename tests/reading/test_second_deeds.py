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
            [("2016-02-29", "Lima", ["Bo Fox"]), ("2016-03-04", "Cusco", ["his brother"])],
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
