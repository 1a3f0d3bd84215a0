"""Transcripts: "we" are those whose turn it is."""

from __future__ import annotations

import pytest
from tests.reading.events_told import events_of, of_role, one_of


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("MR POTTER: Good day. We urge Chad to free the sailors.", ["MR POTTER"]),
        ("Spokesperson Ana Rey: Peru is a friend. We urge Chad to free the sailors.", ["Ana Rey"]),
        ("QUESTION: What now?\n\nMS REY: Good day.\n\nWe urge Chad to free the sailors.", ["MS REY"]),
        ("QUESTION: Good day. We urge Chad to free the sailors.", []),
    ],
)
def test_we_are_those_whose_turn_it_is(text: str, who: list[str]) -> None:
    assert of_role(one_of(text, "REQUEST"), "actor") == who


INTERVIEW = """Foreign Minister Ana Rey spoke to this paper about the border talks.

Q: Minister, you went to Lome last week.
A: We asked Togo for help. Chad threatened us with an embargo.

Q: What of Gao?
A: Rebels attacked the town.
"""


def test_answers_are_on_the_word_of_who_is_interviewed() -> None:
    asked, threat, attack = (one_of(INTERVIEW, kind) for kind in ("REQUEST", "THREATEN", "ASSAULT"))
    assert of_role(asked, "actor") == of_role(threat, "recipient") == ["Ana Rey"]
    assert [s.name for s in threat.sources] == ["Ana Rey"]
    assert "Ana Rey" in [s.name for s in attack.sources]


BRIEFING = """Press briefing, 4 May

SPOKESPERSON ANA REY: Good morning. The navy seized a boat on Sunday.

QUESTION (Some Daily): Has Chad responded? Did Chad free the crew?

MS REY: They summoned our envoy. Ten fishermen were arrested in Lome.

QUESTION: Thank you. Fishermen were killed in Gao.
"""


@pytest.mark.parametrize(("kind", "who"), [("seize", ["SPOKESPERSON ANA REY"]), ("arrest", ["REY"]), ("", [])])
def test_all_that_a_turn_puts_forward_is_on_the_word_of_who_has_it(kind: str, who: list[str]) -> None:
    """What those say who ask is on nobody's word."""
    told = [e for e in events_of(BRIEFING) if e.mode == kind and e.type in ("COERCE", "ASSAULT")]
    assert [[s.name for s in e.sources] for e in told] == [who]


def test_who_summons_our_envoy_does_not_recall_its_own() -> None:
    (told,) = [e for e in events_of("The paper wrote: They summoned our envoy on Monday.") if e.type in ("ACCUSE", "SANCTION")]
    assert (told.type, told.mode) == ("ACCUSE", "disapprove")
