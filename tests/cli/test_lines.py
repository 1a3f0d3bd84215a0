"""An event in a line: what stands of it, how many reports tell it, and that some deny it."""

from memcon.cli.find import line_of
from memcon.merging import Merged, Telling, Witness
from memcon.model import Event, Party, Span

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
