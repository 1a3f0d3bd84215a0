"""Headlines that tell whom something befell, and the leads below that tell it again."""

from __future__ import annotations

import pytest

from memcon.model import Event, Report
from memcon.reading.pipeline import read


def _events(text: str) -> list[Event]:
    return read(Report("headline", text, published="2024-05-14")).events


def _of(event: Event, role: str) -> list[str]:
    return [p.name for p in event.participants if p.role == role]


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Mayor shot dead in Peru", "Mayor"),
        ("Togolese priest abducted in Kano", "Togolese priest"),
        ("Georgian activist freed", "Georgian activist"),
        ("Chad: 40 journalists detained", "40 journalists"),
        ("Two boys deported to Togo in 2022 were brought home on Friday.", "Two boys"),
        ("Opposition politicians arrested in Lome in March were released on Sunday.", "Opposition politicians"),
    ],
)
def test_it_befell_whom_a_headline_names(text: str, whom: str) -> None:
    event = _events(text)[0]
    assert whom in _of(event, "recipient")
    assert whom not in _of(event, "actor")


@pytest.mark.parametrize(
    ("text", "who", "whom"),
    [
        ("Peru expels Chadian diplomats over spying row", ["Peru"], ["Chadian diplomats"]),
        ("Togo summons Chadian ambassador", ["Togo"], ["Chadian ambassador"]),
        ("Peru sanctions Chadian firms", ["Peru"], ["Chadian firms"]),
    ],
)
def test_a_verb_before_a_people(text: str, who: list[str], whom: list[str]) -> None:
    (event,) = _events(text)
    assert (_of(event, "actor"), _of(event, "recipient")) == (who, whom)


@pytest.mark.parametrize(
    ("text", "who", "whom"),
    [
        ("Priest killed in Togo\n\nGunmen killed a priest near Lome on Monday, officials said.", ["Gunmen"], ["a priest"]),
        (
            "Peru expels Chadian diplomats over spying row\n\n"
            "LIMA (AFP) - Peru on Monday ordered two Chadian diplomats to leave the country within 48 hours.",
            ["Peru"],
            ["two Chadian diplomats"],
        ),
        (
            "Kenyan opposition leader arrested at airport\n\nOpposition leader Moses Kiprop was arrested at Nairobi airport on Tuesday.",
            [],
            ["Moses Kiprop"],
        ),
    ],
)
def test_the_lead_tells_what_the_headline_told(text: str, who: list[str], whom: list[str]) -> None:
    (event,) = _events(text)
    assert (_of(event, "actor"), _of(event, "recipient")) == (who, whom)
    assert len(event.triggers) == 2


def test_the_town_of_a_dateline_is_nobody() -> None:
    text = "CLINTON - Police arrested a town couple on Monday. Residents of Clinton praised the raid."
    assert not [e for e in read(Report("headline", text, published="2024-05-14")).entities if e.kind == "person" and "Clinton" in e.name]
    (act,) = [e for e in _events("BUDAPEST, March 12 (Agency) -- Togo met Hungary on Friday.") if e.type == "CONSULT"]
    assert [p.mention.quote for p in act.participants if p.mention is not None] == ["Togo", "Hungary"]


def test_talks_that_a_headline_announces_are_planned() -> None:
    text = (
        "Mediators say Chad army and rebels to resume talks after clashes\n\n"
        "The town of Kano was calm on Monday.\n\nShops were open. Nobody was hurt."
    )
    (talks,) = [e for e in read(Report("r", text, published="2016-03-05")).events if e.type == "CONSULT"]
    assert [p.name for p in talks.participants if p.role == "actor"] == ["Chad army", "rebels"]


def test_two_behind_as_act_both() -> None:
    text = "Council backs plan as Russia, China abstain\n\nLIMA - Russia and China abstained when it was put to a vote on Monday."
    vote = next(e for e in _events(text) if e.type == "VOTE")
    assert (_of(vote, "actor"), [t.quote for t in vote.triggers][:2]) == (["Russia", "China"], ["abstain", "abstained"])


@pytest.mark.parametrize(
    ("text", "who", "whom"),
    [
        (
            "Gunmen kill 12 in attack on Mali village\n\n"
            "Armed men on motorcycles killed at least twelve people when they raided a village in Mali on Monday.",
            ["Armed men"],
            1,
        ),
        (
            "Suicide bomber kills 14 at police centre in Togo\n\nA suicide bomber blew himself up in Lome, killing at least fourteen.",
            ["A suicide bomber"],
            1,
        ),
        (
            "Troops kill 5 protesters in Sudan\n\nSudanese soldiers shot dead five demonstrators in Khartoum on Tuesday, doctors said.",
            ["Sudanese soldiers"],
            1,
        ),
        (
            "Roadside bomb kills 5 soldiers in Niger\n\nFive soldiers were killed when their vehicle hit a roadside bomb in Niger.",
            [],
            1,
        ),
        ("Gunmen kill 5 in Nigeria\n\nBoko Haram fighters killed six farmers in Borno on Monday, police said.", ["Boko Haram"], 2),
    ],
)
def test_other_words_of_the_lead_for_crowds_and_numbers(text: str, who: list[str], whom: int) -> None:
    events = [e for e in _events(text) if e.type == "ASSAULT"]
    assert len({p.name for e in events for p in e.participants if p.role == "recipient"}) == whom
    if whom == 1:
        (event,) = events
        assert _of(event, "actor") == who
