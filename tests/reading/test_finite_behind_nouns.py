"""Verbs of a clause that the parser hangs on a noun as participles."""

import pytest

from memcon.model import Report
from memcon.reading.pipeline import read


@pytest.mark.parametrize(
    ("text", "word", "actors"),
    [
        (
            "Gunmen on camels killed at least nine herders and burned two wells in northern Chad overnight, elders said on Tuesday, four "
            "days after the army pulled a company from the town of Wadi.",
            "killed",
            ["Gunmen"],
        ),
        (
            "Rebels in skiffs seized at least two tankers off Eyl overnight, set a third ablaze and forced its crew to swim, the navy said "
            "Monday.",
            "seized",
            ["Rebels in skiffs"],
        ),
    ],
)
def test_who_stands_before_such_a_verb_does_it(text: str, word: str, actors: list[str]) -> None:
    (event,) = (e for e in read(Report("r", text)).events if any(text[t.start : t.end] == word for t in e.triggers))
    assert [p.name for p in event.participants if p.role == "actor"] == actors


def test_a_participle_behind_a_subject_is_no_verb_of_its_own() -> None:
    text = (
        "Chad on Friday recalled its ambassador from Khartoum for consultations, a day after mortar shells fired from Sudanese territory "
        "killed five farmers in the Adre district, and closed the Adre crossing."
    )
    (attack,) = [e for e in read(Report("r", text, published="2024-03-05")).events if e.type == "ASSAULT"]
    assert "Chad" not in [p.name for p in attack.participants if p.role == "actor"]
    assert attack.when is not None
    assert attack.when.edtf == "2024-02-29"
