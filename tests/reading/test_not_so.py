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


@pytest.mark.parametrize(
    ("text", "denier"),
    [
        ("Claims that the army shelled the hospital in Kano are false.", None),
        ("The allegations that Kenya attacked the camp are baseless, Nairobi said.", "Nairobi"),
        ("Peru said the claim that it armed the militants was a lie.", "Peru"),
        ("It is not true that our drones struck the hospital, the army said.", "the army"),
        ("Reports of a massacre in Kano are untrue, the ministry said.", "the ministry"),
        ("The army dismissed as false reports that it had bombed a school.", "The army"),
        ("Reports that the general was killed in a raid were fabricated, his aide said.", "his aide"),
    ],
)
def test_what_an_untrue_report_tells_did_not_happen(text: str, denier: str | None) -> None:
    (event,) = _events(text)
    assert event.status == "denied"
    assert [(s.stance, s.source.quote if s.source else None) for s in event.sources] == ([("denies", denier)] if denier else [])


@pytest.mark.parametrize(
    "text",
    [
        "The report that Chad shelled the camp is true, Peru said.",
        "It was wrong that Peru bombed the village, the bishop said.",
        "Reports that Chad shelled the camp are not false, Peru said.",
    ],
)
def test_what_is_not_called_untrue_did(text: str) -> None:
    assert {e.status for e in _events(text) if e.type == "ASSAULT"} == {"happened"}
