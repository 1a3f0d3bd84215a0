"""Acts undone, refusals left open, envoys asked to leave: who does not do what the words seem to tell."""

from __future__ import annotations

import pytest

from memcon.model import Event, Report
from memcon.reading.pipeline import read


def _events(text: str) -> list[Event]:
    return read(Report("not-taking-part", text, published="2024-05-14")).events


@pytest.mark.parametrize(
    "text",
    [
        "Peru suspended sanctions against Togo on Monday.",
        "Kenya has suspended its tariffs on Peru.",
        "The sanctions on Chad were suspended in March.",
        "The suspension of sanctions on Chad was announced.",
    ],
)
def test_suspending_a_sanction_is_giving_way(text: str) -> None:
    assert [e.type for e in _events(text)] == ["CONCEDE"]


def test_suspending_trade_is_a_sanction() -> None:
    assert [e.type for e in _events("Peru suspended trade with Chad.")] == ["SANCTION"]


@pytest.mark.parametrize(
    "text",
    [
        "President Salas did not rule out talks with the rebels.",
        '"I do not rule out a meeting with the rebels," Salas said.',
        "Togo has not excluded talks with Chad.",
        "Kenya would not rule out a visit to Lome by the Chadian president.",
    ],
)
def test_what_is_not_ruled_out_is_not_refused(text: str) -> None:
    events = _events(text)
    assert "REJECT" not in {e.type for e in events}
    assert {e.status for e in events} <= {"possible"}


def test_what_is_ruled_out_is_refused() -> None:
    assert [e.type for e in _events("President Salas ruled out talks with the rebels.")] == ["REJECT"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Chad asked the Peruvian ambassador to leave the country within 72 hours.", "SANCTION"),
        ("The junta told the Peruvian ambassador to leave Niamey by Friday.", "SANCTION"),
        ("Togo demanded that the Kenyan consul leave the country.", "SANCTION"),
        ("Chad asked Kenyan troops to leave the country.", "REQUEST"),
        ("Peru's ambassador demanded that Chadian troops leave the town.", "REQUEST"),
    ],
)
def test_envoys_told_to_leave_are_expelled(text: str, kind: str) -> None:
    assert [e.type for e in _events(text)] == [kind]


def test_who_is_granted_refuge_is_helped() -> None:
    assert [(e.type, e.mode) for e in _events("Chad granted refuge to the activist.")] == [("AID", "asylum")]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Peru said it would tighten its sanctions against Chad.", {"SANCTION"}),
        ("Kenya renewed sanctions on Togo for a year.", {"SANCTION"}),
        ("Togo withdrew its objection to the plan.", {"CONCEDE"}),
        ("Spain withdrew its complaint against Morocco.", {"CONCEDE"}),
    ],
)
def test_what_is_kept_up_and_what_is_dropped(text: str, kinds: set[str]) -> None:
    assert {e.type for e in _events(text)} == kinds


@pytest.mark.parametrize(
    "text", ["Prime Minister Lars Holm fired his interior minister.", "The Kenyan president sacked the central bank governor."]
)
def test_dismissals_are_no_acts(text: str) -> None:
    assert not _events(text)


def test_shots_at_a_minister_are_one() -> None:
    assert [e.type for e in _events("The rebels fired on the minister's car.")] == ["ASSAULT"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The fighting went on until the Peruvian army withdrew on Friday.", [("withdraw", "happened")]),
        ("The siege lasted until the rebels released the hostages in May.", [("release", "happened")]),
        ("Chad will fight until Togo withdraws its troops.", []),
        ("Chad vowed to fight until Togo withdrew its troops.", []),
    ],
)
def test_what_went_on_until_an_act_tells_that_it_was_done(text: str, told: list[tuple[str, str]]) -> None:
    events = read(Report("news", text, published="2024-03-05")).events
    assert [(e.mode, e.status) for e in events if e.type == "RETREAT"] == told


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Sending troops to Chad would be a mistake.", []),
        ("Killing civilians is a war crime, Rey said.", []),
        ("Invading Chad in 2003 was a mistake.", ["ASSAULT"]),
        ("Kenya supports sending troops to Chad.", ["SUPPORT"]),
    ],
)
def test_what_is_only_weighed_is_not_done(text: str, kinds: list[str]) -> None:
    assert [e.type for e in _events(text)] == kinds


@pytest.mark.parametrize(
    "text",
    [
        "Rey said he saw no reason to lift sanctions on Chad.",
        "There are no grounds to extradite Rey, the court said.",
        "There was no point in holding talks with the rebels, Rey said.",
    ],
)
def test_what_there_is_no_reason_for_is_not_done(text: str) -> None:
    assert not [e for e in _events(text) if e.type in ("CONCEDE", "COOPERATE", "CONSULT")]


@pytest.mark.parametrize(
    "text",
    [
        "Peru has not fulfilled its pledges of last year, Rey said.",
        "Togo had not met its commitments, the envoy said.",
        "Chad will not comply with the ruling.",
    ],
)
def test_bonds_not_kept_are_broken(text: str) -> None:
    event = _events(text)[0]
    assert (event.type, event.mode, event.status) == ("REJECT", "yield", "happened")


@pytest.mark.parametrize(
    "text",
    ["The bloc stopped short of condemning Togo.", "Ministers stopped short of imposing sanctions on Togo on Monday."],
)
def test_what_somebody_stops_short_of_is_not_done(text: str) -> None:
    assert not _events(text)
