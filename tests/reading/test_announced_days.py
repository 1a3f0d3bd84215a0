"""Days of what is announced: those of the occasion, not those of its announcement."""

from __future__ import annotations

import pytest

from memcon.model import Report
from memcon.reading.pipeline import read


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The teachers' union called a strike for Tuesday.", "2016-03-08"),
        ("The metalworkers' union announced a rally outside parliament on Tuesday.", "2016-03-08"),
        ("The regional bloc called a summit on Chad for Friday.", "2016-03-11"),
        ("Chad announced the arrest of four men in Abéché on Monday.", "2016-02-29"),
        ("Bo Fox announced his resignation on Monday.", "2016-02-29"),
    ],
)
def test_an_occasion_announced_is_to_come(text: str, day: str) -> None:
    assert {e.when.edtf for e in read(Report("days", text, published="2016-03-05")).events if e.when is not None} <= {day}
    assert any(e.when is not None or "arrest" in text for e in read(Report("days", text, published="2016-03-05")).events)


def test_the_day_of_protests_that_are_called_for_is_to_come() -> None:
    text = "Youth groups and unions called for fresh protests on Saturday."
    assert "2016-02-27" not in {t.value for t in read(Report("days", text, published="2016-03-04")).times}


def test_what_is_asked_from_a_day_on_is_to_come() -> None:
    for text in ("Morales urged his followers to block highways from Monday.", "Unions threatened to strike from Monday."):
        assert "2016-02-29" not in {t.value for t in read(Report("days", text, published="2016-03-04")).times}
