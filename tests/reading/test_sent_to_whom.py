"""To whom letters, calls and offers go, as those tell who answer them; who is let know."""

from __future__ import annotations

import pytest

from memcon.model import Report
from memcon.reading.pipeline import read


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "recipients"),
    [
        ("Ana Rey has not replied to three letters from Bo Fox.", "letters", ["Bo Fox"], ["Ana Rey"]),
        ("Togo's army ignored the letter that Bo Fox sent on Monday.", "letter", ["Bo Fox"], ["Togo's army"]),
        ("It depends on Togo's answer to a letter from Bo Fox.", "letter", ["Bo Fox"], ["Togo"]),
        ("Bo Fox took a call from Ana Rey on Friday.", "call", ["Ana Rey"], ["Bo Fox"]),
        ("Chad turned down an offer from Togo to sell it ten boats.", "offer", ["Togo"], ["Chad"]),
        ("Ana Rey let Bo Fox know, through the Togolese ambassador, that the deal was off.", "know", ["Ana Rey"], ["Bo Fox"]),
        ("Ana Rey sent Bo Fox a letter on Friday.", "letter", ["Ana Rey"], ["Bo Fox"]),
    ],
)
def test_who_answers_is_whom_it_was_sent_to(text: str, trigger: str, actors: list[str], recipients: list[str]) -> None:
    record = read(Report("r", text, published="2022-03-09"))
    event = next(e for e in record.events if trigger in [t.quote for t in e.triggers])
    assert [p.name for p in event.parties("actor")] == actors
    assert [p.name for p in event.parties("recipient")] == recipients


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "recipients"),
    [
        ("Ana Rey met Bo Fox on Friday and handed over a letter from Max Oda.", "letter", ["Max Oda"], ["Bo Fox"]),
        ("Ana Rey met Bo Fox on Friday and handed over a letter from Max Oda.", "handed over", ["Ana Rey"], ["Bo Fox"]),
        ("Togo's nurses visited the prisoners and delivered letters from home.", "delivered letters", ["Togo's nurses"], ["the prisoners"]),
    ],
)
def test_what_is_handed_over_at_a_meeting_goes_to_whom_it_is_with(
    text: str, trigger: str, actors: list[str], recipients: list[str]
) -> None:
    test_who_answers_is_whom_it_was_sent_to(text, trigger, actors, recipients)
