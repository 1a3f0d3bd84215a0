"""Acts and what they answer; threats and refusals with means of one's own."""

from __future__ import annotations

import pytest

from memcon.model import Event, Report
from memcon.reading.pipeline import read


def _events(text: str) -> list[Event]:
    return read(Report("retaliation", text, published="2024-05-14")).events


def _of(event: Event, role: str) -> list[str]:
    return [p.name for p in event.participants if p.role == role]


@pytest.mark.parametrize(
    ("text", "answer", "before"),
    [
        ("The army shelled Kano on Monday in response to a rocket attack that killed two soldiers.", "shelled", "rocket attack"),
        ("The rebels attacked a bus on Monday in retaliation for the bombing of their camp.", "attacked", "bombing"),
        ("Rebels shelled the port on Monday to avenge an air raid by the Chadian army that killed their leader.", "shelled", "air raid"),
    ],
)
def test_who_takes_revenge_did_not_do_what_is_avenged(text: str, answer: str, before: str) -> None:
    events = {e.triggers[0].quote: e for e in _events(text)}
    assert {answer, before} <= set(events)
    actors = set(_of(events[answer], "actor"))
    assert actors
    assert not actors & set(_of(events[before], "actor"))
    assert events[answer].when is not None
    assert events[before].when is None


def test_what_a_clause_of_time_tells_befell_nobody_of_the_main_one() -> None:
    events = {e.triggers[0].quote: e for e in _events("The militia fired rockets at Ashdod after Togo killed a commander.")}
    assert _of(events["fired"], "recipient") != ["a commander"]
    assert _of(events["killed"], "recipient") == ["a commander"]


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("Kenya has threatened to send more soldiers.", []),
        ("Peru threatened to deploy its navy to the strait.", []),
        ("Peru threatened to send troops to Chad.", ["Chad"]),
        ("Peru threatened to withdraw its ambassador from Chad.", ["Chad"]),
        ("Chad threatened to use its army against Peru.", ["Peru"]),
        ("Peru has refused to withdraw its forces.", []),
        ("Peru threatened to arrest Chadian soldiers.", ["Chadian soldiers"]),
    ],
)
def test_means_of_ones_own_are_no_target(text: str, recipients: list[str]) -> None:
    (event,) = _events(text)
    assert _of(event, "recipient") == recipients


def test_the_fighting_is_not_the_raid_told_beside_it() -> None:
    told = "Rebels fired two missiles at Kano on Monday, ending a lull in the fighting in Chad. They claimed responsibility for the attack."
    events = _events(told)
    fired = next(e for e in events if any(t.quote == "fired" for t in e.triggers))
    assert {"fired", "attack"} <= {t.quote for t in fired.triggers}
    assert "fighting" not in {t.quote for t in fired.triggers}


@pytest.mark.parametrize(
    "text",
    [
        "A pastor was killed in Jos. Senator Ivan Moyo condemned his murder.",
        "Togolese soldiers killed a trader, Issa Diallo, in Kano. The prime minister, Bo Fox, ordered an inquiry into his death.",
        "A rebel leader was killed in Kano. Ivan Moyo vowed to avenge his killing.",
    ],
)
def test_who_speaks_of_a_death_is_not_the_dead(text: str) -> None:
    deaths = [e for e in _events(text) if e.type == "ASSAULT"]
    assert len(deaths) == 1
    assert not {"Ivan Moyo", "Bo Fox"} & set(_of(deaths[0], "recipient"))
