"""Who is at a contact that others are received for or sent to; who decides by votes; who joins in an act."""

import pytest

from memcon.model import Report
from memcon.reading.parse.parsing import RULES
from memcon.reading.pipeline import read


@pytest.mark.parametrize(
    ("text", "word", "actors", "recipients"),
    [
        ("Peru hosted Ivan Rey and Ann Lee for talks on the border.", "talks", ["Ivan Rey", "Ann Lee"], ["Peru"]),
        ("Chad sent a deputy minister, Bo Fox, to the summit in Lima.", "summit", ["Bo Fox"], []),
        ("Peru sent two envoys to the talks in Geneva.", "talks", ["two envoys"], []),
        ("Peru sent food to the camp for the meeting.", "meeting", ["Peru"], []),
        # those whose votes are counted
        ("Togo's parliament rejected the motion by 74 votes to 61.", "votes", ["Togo's parliament"], []),
        ("By 14 votes to none, the Security Council condemned Chad.", "votes", ["Security Council"], []),
        # those who act together
        ("Peru joined Chad in condemning Togo.", "condemning", ["Peru", "Chad"], ["Togo"]),
        ("Peru, together with Chad, imposed sanctions on Togo.", "sanctions", ["Peru", "Chad"], ["Togo"]),
        ("Peru joined the bloc in May and condemned Togo.", "condemned", ["Peru"], ["Togo"]),
    ],
)
def test_who_is_there(text: str, word: str, actors: list[str], recipients: list[str]) -> None:
    record = read(Report("r", text, published="2024-03-05"), RULES)
    event = next(e for e in record.events if any(word in t.quote for t in e.triggers))
    assert [p.name for p in event.parties("actor")] == actors
    assert [p.name for p in event.parties("recipient")] == recipients
