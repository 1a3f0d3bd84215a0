"""A resolution: what stands in the lines below the body's name it does."""

from __future__ import annotations

import pytest
from tests.reading.events_told import events_of, of_role, one_of

from memcon.reading.grammar.resolutions import body_of_clause
from memcon.reading.parse.parsing import parser

TEXT = """Resolution 12 (2026)

The Assembly of Lakes,
Recalling its resolution 9 (2025),
Condemning the raid by the Northern Front on a camp in Gao,
Expressing its gratitude to Togo for hosting the talks,
1. Demands that the Northern Front withdraw at once;
2. Calls upon Chad to free the envoys;
3. Decides to remain seized of the matter.
"""


@pytest.mark.parametrize(
    ("verb", "kind", "recipients"),
    [
        ("Condemning", "ACCUSE", ["Northern Front"]),
        ("gratitude", "SUPPORT", ["Togo"]),
        ("Demands", "REQUEST", ["Northern Front"]),
        ("Calls upon", "REQUEST", ["Chad"]),
    ],
)
def test_a_body_does_what_stands_below_its_name(verb: str, kind: str, recipients: list[str]) -> None:
    told = next(e for e in events_of(TEXT) if e.triggers[0].quote == verb)
    assert (told.type, of_role(told, "actor"), of_role(told, "recipient")) == (kind, ["Assembly of Lakes"], recipients)


def test_who_is_thanked_hosted_the_talks() -> None:
    assert of_role(one_of(TEXT, "CONSULT"), "actor") == ["Togo"]


def test_a_greeting_is_no_body() -> None:
    p = parser().parse("Dear Ann,\n\nDemands that Chad leave Gao were rejected by Togo.")
    assert body_of_clause(p, p.words.index("Demands")) == []
