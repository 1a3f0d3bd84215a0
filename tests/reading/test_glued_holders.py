"""Holders named right behind what their office is of, of one of a people behind a comma, of two words with a hyphen."""

from __future__ import annotations

import pytest

from memcon.model import Report
from memcon.reading.pipeline import read


def _named(text: str) -> set[str]:
    return {e.name for e in read(Report("named", text, published="2016-03-05")).entities if e.kind == "person"}


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            "Minister of Foreign Affairs of the Republic of Chad Tigran Hakop held a meeting with Secretary General of the Council of "
            "Europe Ingrid Solberg.",
            {"Tigran Hakop", "Ingrid Solberg"},
        ),
        (
            "Chairman of the Federation Council Anton Belov met Speaker of the National Assembly of Vietnam Nguyen Thi Lan.",
            {"Anton Belov", "Nguyen Thi Lan"},
        ),
        ("The Minister received Ambassador of Peru to Togo Anna Rey.", {"Anna Rey"}),
        ("ASEAN's envoy, the Malaysian Tengku Azlan Shah, met Bo Fox in Lima.", {"Tengku Azlan Shah", "Bo Fox"}),
        ("He met the Foreign Minister of Georgia, Nino Kvirik-Dolidze.", {"Nino Kvirik-Dolidze"}),
        ("The resolution asks the secretary-general to name an envoy.", {"the secretary-general"}),
        ("Rey met his counterpart, Behrouz Daneshvar. Ana Fox talked to Daneshvar for an hour.", {"Behrouz Daneshvar"}),
    ],
)
def test_who_bears_the_office_is_named(text: str, people: set[str]) -> None:
    assert people <= _named(text)


def test_what_an_office_is_of_is_no_person() -> None:
    assert _named("He met the Governor of New South Wales and the President of the Swiss National Bank.").isdisjoint({"South Wales"})


def test_somebody_is_rung() -> None:
    (call,) = read(Report("rung", "The minister, Helen Fox, rang Rey on Monday.", published="2016-03-05")).events
    assert [(p.role, p.name) for p in call.participants] == [("actor", "Helen Fox"), ("recipient", "Rey")]


def test_who_heads_a_body_that_nobody_knows_is_parted_from_it() -> None:
    text = "Bo Fox held talks with Chairman of the Togolese National Assembly Koffi Ahianyo on Monday. Ahianyo thanked him."
    assert {"Koffi Ahianyo"} <= _named(text)
