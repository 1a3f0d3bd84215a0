"""What is not so: denied reports, conditions, accidents, what is only called for or given up; and the days of May."""

from __future__ import annotations

import pytest

from memcon.model import Event, Report
from memcon.reading.pipeline import read


def _events(text: str) -> list[Event]:
    return list(read(Report("not-so", text, published="2024-05-14")).events)


def _of(event: Event, role: str) -> list[str]:
    return [p.name for p in event.participants if p.role == role]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The ministers met in Lima on 3 May.", "2024-05-03"),
        ("Gunmen kidnapped three teachers near Kano on 4 May, police said.", "2024-05-04"),
        ("On 5 May President Amina Tolo met the envoy in Lima.", "2024-05-05"),
    ],
)
def test_a_day_before_may_makes_it_a_month(text: str, day: str) -> None:
    assert [e.when.edtf for e in _events(text) if e.when is not None] == [day]
