"""Chronicles: what happened on the day that an entry begins with."""

from __future__ import annotations

import pytest

from memcon.model import Event, Report
from memcon.reading.pipeline import read


def _told(text: str, published: str = "2024-06-08") -> dict[str, Event]:
    return {e.triggers[0].quote: e for e in read(Report("r", text, published=published)).events}


def _days(text: str) -> dict[str, str | None]:
    return {quote: e.when.edtf if e.when else None for quote, e in _told(text).items()}


@pytest.mark.parametrize(
    "text",
    [
        "May 3 - Rebels attack a base in Gao.\n\nMay 5 - Chad recalls its envoy.\n\nMay 9 - Ivan Rey meets Bo Fox in Lome.",
        "3 May: Rebels attack a base in Gao.\n5 May: Chad recalls its envoy.\n9 May: Ivan Rey meets Bo Fox in Lome.",
        "May 3\n\nRebels attacked a base in Gao.\n\nMay 5\n\nChad recalled its envoy.\n\nMay 9\n\nIvan Rey met Bo Fox in Lome.",
        "• May 3 — Rebels attack a base in Gao.\n• May 5 — Chad recalls its envoy.\n• May 9 — Ivan Rey meets Bo Fox in Lome.",
    ],
)
def test_what_an_entry_tells_took_place_on_its_day(text: str) -> None:
    days = [day for quote, day in _days(text).items() if quote[:4] in ("atta", "reca", "meet", "met")]
    assert days == ["2024-05-03", "2024-05-05", "2024-05-09"]


def test_a_year_above_days_is_theirs_and_months_and_years_begin_entries() -> None:
    text = "2014\n\nFebruary 22 - Rebels attack a base.\n\nMarch 18 - Chad recalls its envoy.\n\n2015\n\nJanuary 3 - Ivan Rey meets Bo Fox."
    assert list(_days(text).values()) == ["2014-02-22", "2014-03-18", "2015-01-03"]
    text = "March 2015: Rebels attack a base.\nJuly 2016: Chad recalls its envoy.\nMay 2018: Ivan Rey meets Bo Fox in Lome."
    assert list(_days(text).values()) == ["2015-03", "2016-07", "2018-05"]


def test_what_had_been_done_and_what_is_to_come_have_other_days() -> None:
    text = (
        "Monday: Rebels attack Gao, a town they had captured in March.\n\nTuesday: Togo's minister, Ivan Rey, visits Chad. "
        "He will fly to Mali.\n\nWednesday: Police arrest three men in Lome. They had stormed a bank."
    )
    days = _days(text)
    assert (days["attack"], days["visits"], days["arrest"]) == ("2024-06-03", "2024-06-04", "2024-06-05")
    assert not [day for quote, day in days.items() if quote in ("fly", "stormed")] or not (days.get("fly") or days.get("stormed"))
    assert _told(text)["visits"].status == "happened"


def test_datelines_are_no_chronicle() -> None:
    text = "May 3 (Agency) - Rebels attacked a base in Gao.\n\nMay 3 (Agency) - Chad recalled its envoy."
    assert set(_days(text).values()) == {None}


def test_the_day_of_an_entry_is_its_evidence() -> None:
    text = "May 3 - Rebels attack a base in Gao.\n\nMay 5 - Chad recalls its envoy.\n\nMay 9 - Ivan Rey meets Bo Fox in Lome."
    when = _told(text)["attack"].when
    assert when is not None
    assert (when.span.quote, when.how) == ("May 3", "month and day, of the entry")


def test_a_noun_before_a_finite_verb_is_its_subject() -> None:
    (event,) = read(Report("r", "Chad annexes the strip.", published="2024-06-08")).events
    assert [p.name for p in event.participants if p.role == "actor"] == ["Chad"]
