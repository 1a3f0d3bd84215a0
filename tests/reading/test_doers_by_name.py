"""Who acts by words that neither registry nor recogniser knows."""

import pytest

from memcon.model import Report
from memcon.reading.pipeline import read


@pytest.mark.parametrize(
    ("text", "kind", "actors"),
    [
        ("Solidarna demanded an apology from the prime minister.", "REQUEST", ["Solidarna"]),
        ("Seventeen voted in favour of the embargo, with two against.", "VOTE", ["Seventeen"]),
        ("Hooded youths blocked the road to the refinery on Sunday.", "PROTEST", ["Hooded youths"]),
        ("The trawler was detained by the Guardia Costera off Kofo.", "COERCE", ["the Guardia Costera"]),
    ],
)
def test_a_name_that_nobody_knows_acts_where_only_somebody_can(text: str, kind: str, actors: list[str]) -> None:
    (event,) = (e for e in read(Report("r", text)).events if e.type == kind)
    assert [p.name for p in event.participants if p.role == "actor"] == actors


def test_who_dies_killed_nobody() -> None:
    (event,) = read(Report("r", "Tawila died in the blast at Kofo on Friday.")).events
    assert not [p.name for p in event.participants if p.role == "actor"]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Critics like Senator Bo Rey condemned the coup.", ["Bo Rey"]),
        ("Officials such as Ana Quispe and Ivo Prado condemned the coup.", ["Ana Quispe", "Ivo Prado"]),
        ("Two senators, including Bo Rey, condemned the coup.", ["Two senators", "Bo Rey"]),
    ],
)
def test_those_whom_like_and_such_as_name_act_without_the_others(text: str, actors: list[str]) -> None:
    event = next(e for e in read(Report("r", text)).events if e.type == "ACCUSE")
    assert [p.name for p in event.participants if p.role == "actor"] == actors
