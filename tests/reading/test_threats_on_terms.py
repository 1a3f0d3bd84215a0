"""What is threatened unless others give way, whatever words tell it; rights reserved; warnings of what others do."""

from __future__ import annotations

import pytest

from memcon.model import Event, Report
from memcon.reading.pipeline import read


def _events(text: str) -> list[Event]:
    return list(read(Report("threats", text, published="2016-03-05")).events)


@pytest.mark.parametrize(
    ("text", "verb", "actor", "recipients"),
    [
        ("The rebels said they would cut the road unless the army withdrew.", "cut", "The rebels", ["the army"]),
        ('"If our men are not home by Friday, we will cut the pipeline," President Bo Fox told reporters.', "cut", "Bo Fox", []),
        (
            "Peru will take Chile to the world court unless it lifts the ban, Peruvian Foreign Minister Ana Rey said on Monday.",
            "take",
            "Peru",
            ["Chile"],
        ),
        (
            "Hungary would halt deliveries of diesel from Monday unless the flow was restored, its foreign minister said.",
            "halt",
            "Hungary",
            [],
        ),
    ],
)
def test_what_one_will_do_unless_others_give_way_is_a_threat(text: str, verb: str, actor: str, recipients: list[str]) -> None:
    (threat,) = [e for e in _events(text) if e.type == "THREATEN"]
    assert (threat.status, threat.triggers[0].quote) == ("happened", verb)
    assert [p.name for p in threat.participants if p.role == "actor"] == [actor]
    assert [p.name for p in threat.participants if p.role == "recipient"] == recipients


@pytest.mark.parametrize(
    "text",
    [
        "Bo Fox said he would come unless it rained.",
        "Chad said its troops would leave the town if the rebels did not attack.",
        "The union said its members would strike unless two nurses were reinstated.",
        "Bo Fox said the rebels would free the crew unless they were attacked.",
    ],
)
def test_what_others_do_what_is_kind_and_what_the_weather_does_is_none(text: str) -> None:
    assert "THREATEN" not in [e.type for e in _events(text)]


def test_a_right_reserved_is_a_threat() -> None:
    (event,) = _events("Peru reserves the right to suspend the agreement, the ministry said.")
    assert (event.type, event.status) == ("THREATEN", "happened")


def test_a_warning_of_what_others_do_is_none() -> None:
    (event,) = _events("A Chadian general had warned the ambassador that militants were watching the building.")
    assert (event.type, [(p.role, p.name) for p in event.participants]) == (
        "STATEMENT",
        [("actor", "A Chadian general"), ("recipient", "the ambassador")],
    )
    (event,) = _events("Chad warned Togo that any raid would be answered.")
    assert event.type == "THREATEN"


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("The minister did not exclude meeting her Chadian colleague in Bern.", "CONSULT", "possible"),
        ("Rey did not rule out that Peru would recall its envoy.", "SANCTION", "possible"),
        ("Togo chose to expel two members of our embassy staff.", "SANCTION", "happened"),
        ("Three diplomats at the Togolese embassy were given until Friday to leave Chad.", "SANCTION", "happened"),
        ("Chad offered to open its camps to inspectors.", "RETREAT", "offered"),
        ("Peru never sent the letter to the court, a spokesman said.", "CONSULT", "denied"),
    ],
)
def test_what_is_left_open_chosen_or_given_a_day(text: str, kind: str, status: str) -> None:
    assert [(e.type, e.status) for e in _events(text)] == [(kind, status)]


@pytest.mark.parametrize(
    "text",
    [
        "Peru threatened to expel the envoy unless he apologised by Friday, an ultimatum that Chile rejected.",
        "Chad threatened to close the port unless the sailors seized a week ago are freed by Friday, an ultimatum that Togo rejected.",
    ],
)
def test_what_others_are_to_do_is_not_done_and_the_threat_is_told_once(text: str) -> None:
    assert [e.type for e in _events(text) if e.type != "COERCE"] == ["THREATEN", "REJECT"]


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("The bloc said it would use force if the deadline passed.", "violence"),
        ("Chad said on Monday that it would expel the envoy if Togo intervened.", "expel"),
        ("The rebels said they would shell the port if any ship entered it.", "violence"),
    ],
)
def test_what_is_hostile_is_threatened_if_others_do_something(text: str, mode: str) -> None:
    (event,) = _events(text)
    assert (event.type, event.mode, event.status) == ("THREATEN", mode, "happened")


@pytest.mark.parametrize(
    "text", ["Chad said it would send aid if Togo asked for it.", "Peru said it would reopen the border if Chile apologised."]
)
def test_what_is_kind_is_no_threat(text: str) -> None:
    assert all(e.type != "THREATEN" for e in _events(text))


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("The militia threatened to storm the prison unless Togo frees its men.", ["Togo"]),
        ("Chad threatened to shell the island if Libya goes on with the drills.", ["Libya"]),
        ("Chad threatened to shell Zuwara if Libya hits Tunis.", ["Libya"]),
        ("Rey threatened that he would wave thousands of migrants through unless the EU gave more.", ["European Union"]),
        ("Chad threatened to expel Togo's envoy unless the port was opened.", ["Togo's envoy"]),
    ],
)
def test_a_threat_is_at_those_who_are_to_give_way(text: str, recipients: list[str]) -> None:
    (event,) = [e for e in _events(text) if e.type == "THREATEN"]
    assert [p.name for p in event.participants if p.role == "recipient"] == recipients
