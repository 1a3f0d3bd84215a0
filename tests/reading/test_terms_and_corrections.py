"""What is only a term of something else, what a correction takes back, what is ahead, two of several that are told side by side."""

from __future__ import annotations

from memcon.model import Event, Report
from memcon.reading.pipeline import read


def _events(text: str) -> list[Event]:
    return list(read(Report("terms", text, published="2016-03-05")).events)


def test_what_is_provided_that_it_happens_has_not_happened() -> None:
    events = _events("The rebels accepted a truce provided that Chad withdrew from Bol first.")
    assert "withdraw" not in {e.mode for e in events}
    events = _events("The rebels freed the crew on the condition that Peru pulled out its troops.")
    assert [e.mode for e in events] == ["release"]


def test_what_an_earlier_version_said_is_taken_back() -> None:
    text = "Correction: an earlier entry said that the Chadian prime minister had telephoned King Salman."
    assert [e.status for e in _events(text) if e.mode == "call"] == ["denied"]


def test_a_call_ahead_of_talks_has_not_their_day() -> None:
    call = next(e for e in _events("Rey called Bo Fox on Monday ahead of Friday's talks in Doha.") if e.mode == "call")
    assert call.when is not None
    assert call.when.edtf == "2016-02-29"


def test_both_are_the_last_two_side_by_side() -> None:
    text = "Nicaragua, Cuba and Russia voted against it; Brazil and Mexico abstained, to the annoyance of Laura Rey, who had lobbied both."
    text = text.replace("both.", "both delegations.")
    lobbied = next(e for e in _events(text) if e.type == "REQUEST")
    assert [p.name for p in lobbied.participants if p.role == "recipient"] == ["Brazil", "Mexico"]


def test_the_two_ministers_are_those_named() -> None:
    text = (
        "Chad's foreign minister, Ana Rey, spoke by phone with her Togolese counterpart, Bo Fox. A Togolese minister left. "
        "The two ministers met in Nairobi in December."
    )
    met = next(e for e in _events(text) if e.mode == "meeting")
    assert {p.name for p in met.participants} == {"Ana Rey", "Bo Fox"}
