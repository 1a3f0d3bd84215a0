"""Whom "I" and "we" mean: who is told behind the quotation, the organisation whose own words a report is."""

from __future__ import annotations

import pytest

from memcon.model import Report
from memcon.reading.pipeline import read


def _actors(text: str, kind: str) -> list[list[str]]:
    events = read(Report("we", text, published="2024-05-14")).events
    return [[p.name for p in e.participants if p.role == "actor"] for e in events if e.type == kind]


@pytest.mark.parametrize(
    ("text", "kind", "who"),
    [
        ('The envoy Bo Fox spoke to reporters. "I have urged the rebels to stop shooting," he said.', "REQUEST", "Bo Fox"),
        (
            'Chad and Togo quarrel over a river. Chad\'s minister Ana Rey was in Lima. "We have expelled two diplomats of Togo," she said.',
            "SANCTION",
            "Chad",
        ),
        ('The Rey Foundation works in Chad. "We have asked Togo for an explanation," it said.', "REQUEST", "Rey Foundation"),
    ],
)
def test_who_is_told_behind_a_quotation_by_a_pronoun_is_who_speaks_in_it(text: str, kind: str, who: str) -> None:
    assert _actors(text, kind) == [[who]]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The Rey Foundation is alarmed at the return of 30 families to Togo. We call on Togo to stop the returns.", "REQUEST"),
        ("Statement by the Rey Foundation. Soldiers of Togo shelled a camp on Monday. We condemn the attack.", "ACCUSE"),
        ("Lima, 3 May. The Rey Foundation is shocked. Soldiers beat our drivers. We have written to the ministry.", "CONSULT"),
    ],
)
def test_an_organisation_speaks_as_we_in_its_own_statement(text: str, kind: str) -> None:
    assert _actors(text, kind) == [["Rey Foundation"]]


def test_an_organisation_that_a_newspaper_tells_of_is_not_we() -> None:
    assert _actors("The Rey Foundation praised Chad on Monday. We met its director, Ana Rey, in Lima.", "CONSULT") in ([], [[]])


def test_who_says_that_we_urge_urges_and_a_state_does_what_we_did() -> None:
    begun = "Chad and Togo quarrel over a river. "
    assert _actors(begun + '"We urge Togo to leave," Chad\'s foreign minister, Ana Rey, said.', "REQUEST") == [["Ana Rey"]]
    assert _actors(begun + '"We have expelled two diplomats of Togo," Chad\'s foreign minister, Ana Rey, said.', "SANCTION") == [["Chad"]]
