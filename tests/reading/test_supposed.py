"""What is only supposed, and what was done when a request was refused."""

from __future__ import annotations

from memcon.model import Record, Report
from memcon.reading.pipeline import read


def _read(text: str, on: str = "2024-03-05") -> Record:
    return read(Report("news", text, published=on))


def test_a_request_refused_after_something_happened_leaves_that_as_done() -> None:
    told = "Niger rejects Mali's request to hand over gunmen after Bamako accuses them of a raid. It met. It left. It won."
    blame = next(e for e in _read(told).events if e.type == "ACCUSE")
    assert blame.status == "happened"


def test_the_day_of_what_is_supposed_is_nobodys_day() -> None:
    (said,) = _read("Trump said ties would suffer if he lost the election on Nov. 8.", "2016-05-16").events
    assert said.when is None
