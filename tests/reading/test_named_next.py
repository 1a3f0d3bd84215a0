"""Somebody told of at the head of a report and named at the head of a sentence below."""

from __future__ import annotations

import pytest

from memcon.model import Record, Report
from memcon.reading.parse.parsing import RULES
from memcon.reading.pipeline import read


def _read(text: str) -> Record:
    return read(Report("r", text, published="2016-05-04"), RULES)


@pytest.mark.parametrize(
    ("text", "told", "name"),
    [
        (
            "A Peruvian priest was freed by rebels in Togo on Monday. Father Ivan Rey, 68, said his captors had treated him well.",
            "A Peruvian priest",
            "Ivan Rey",
        ),
        (
            "Niger's junta chief met the envoys of Chad on Friday. Gen. Ivan Okello, who took over in 2023, urged Chad to leave.",
            "Niger's junta chief",
            "Ivan Okello",
        ),
        (
            "A Danish man was deported from Togo on Friday. Bo Fox pleaded guilty in March to insulting the king.",
            "A Danish man",
            "Bo Fox",
        ),
        (
            "Chad's chief negotiator left for Lima on Friday. Addressing reporters, Bo Fox said that the talks had failed.",
            "Chad's chief negotiator",
            "Bo Fox",
        ),
        (
            "A leading cleric has been arrested in Chad. Archbishop Bo Fox, who led protests, was detained at his home on Wednesday.",
            "A leading cleric",
            "Bo Fox",
        ),
    ],
)
def test_whom_the_lead_tells_of_is_the_person_named_next(text: str, told: str, name: str) -> None:
    (one,) = [e for e in _read(text).entities if any(m.quote == told for m in e.mentions)]
    assert one.name == name


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('A Sikh activist was shot in Lima on Friday. "We are shocked," said Ana Rey. Police arrested Rey.', "A Sikh activist"),
        ("A U.N. envoy met rebels in Togo on Friday. President Ivan Rey of Togo accused the rebels of lies.", "A U.N. envoy"),
        ("A Chadian woman was killed in Lima on Friday. Ivan Rey, 40, urged police to leave.", "A Chadian woman"),
        ("A Chadian man was killed in Lima on Friday. General Ivan Rey banned demonstrations.", "A Chadian man"),
        ("A Chadian man was killed in Lima on Friday. Ivan Rey, a bishop, urged police to leave.", "A Chadian man"),
        ("The man was killed in Lima on Friday. Ivan Rey urged police to leave.", "The man"),
        ("A Chadian man was killed in Lima on Friday. Ivan Rey and Bo Fox urged police to leave.", "A Chadian man"),
    ],
)
def test_another_who_is_named_below_is_not_meant(text: str, told: str) -> None:
    (one,) = [e for e in _read(text).entities if any(m.quote == told for m in e.mentions)]
    assert {m.quote for m in one.mentions} <= {told, "his", "him", "her"}
