"""Who may not arrest anybody abducts those whom he takes."""

from __future__ import annotations

import pytest

from memcon.model import Report
from memcon.reading.pipeline import read


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Rebels detained two Chadian drivers on Monday.", ("ASSAULT", "abduct")),
        ("Four nurses were held for three weeks by a militia in Togo.", ("ASSAULT", "abduct")),
        ("Police detained two Chadian drivers on Monday.", ("COERCE", "arrest")),
        ("Peru's army detained Bo Fox on Monday.", ("COERCE", "arrest")),
    ],
)
def test_an_arrest_by_an_armed_group_is_an_abduction(text: str, told: tuple[str, str]) -> None:
    assert [(e.type, e.mode) for e in read(Report("r", text, published="2022-03-05")).events] == [told]
