"""An event in a line: what stands of it, how many reports tell it, and that some deny it."""

from memcon.cli.find import line_of
from memcon.merging import Merged, Telling, Witness
from memcon.model import Event, Party, Span, When

WORD = Span(0, 6, "bombed")


def _merged(*statuses: str) -> Merged:
    side = Party("actor", "Ethiopia", "state", WORD)
    told = (Event("e1", "ASSAULT", "", one, (WORD,), (side,)) for one in statuses)
    return Merged("m1", tuple(Telling(Witness(f"r{number}"), one) for number, one in enumerate(told)))


def test_that_a_report_denies_what_others_tell_is_said() -> None:
    assert line_of(_merged("happened", "happened", "denied")).endswith("[3 reports, 1 denies it]")
    assert line_of(_merged("happened", "denied", "denied", "happened")).endswith("[4 reports, 2 deny it]")
    assert not line_of(_merged("denied")).endswith("]")
    assert line_of(_merged("happened", "happened")).endswith("[2 reports]")


def test_an_event_without_a_day_says_when_it_was_told() -> None:
    def merged(when: str | None) -> Merged:
        event = Event("e1", "ASSAULT", "", "happened", (WORD,), when=When(when, WORD) if when else None)
        return Merged("m1", tuple(Telling(Witness(day, published=day), event) for day in ("2022-03-06", "2022-03-05")))

    assert line_of(merged(None)).endswith("[2 reports, told Sat 5 Mar 2022]")
    assert line_of(merged("2022-03")).endswith("[2 reports]")
