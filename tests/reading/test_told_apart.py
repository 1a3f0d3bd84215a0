"""Words that tell an act apart from an event of its type that was told before."""

from __future__ import annotations

import pytest

from memcon.model import Event, Report
from memcon.reading.pipeline import read


def _events(text: str) -> list[Event]:
    return list(read(Report("apart", text, published="2016-03-05")).events)


def _of(event: Event, role: str) -> list[str]:
    return [p.name for p in event.participants if p.role == role]


def _told_by(events: list[Event], *words: str) -> list[Event]:
    return [e for e in events if {t.quote for t in e.triggers} & set(words)]


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("A bomb went off in Kano on Monday, killing six soldiers. Hours later a second mine blew up a truck.", "went off", "blew up"),
        ("Bo Fox was shot dead in Lome three days after the bombings in Kano.", "shot dead", "bombings"),
        ("Gunmen attacked a market on Monday. The attack came on the anniversary of the storming of the fort.", "attacked", "storming"),
        ("Bo Fox was shot dead three days after a bomb exploded in Lome, killing ten.", "shot dead", "exploded"),
        ("Bo Fox is charged in three attacks in Togo, including the 1996 bombing of a market.", "attacks", "bombing"),
        ("Chad's war on the rebels cost a billion dollars, while Togo's ground wars in Asia cost more.", "war", "ground wars"),
        ("Workers rallied in Lima on Thursday. For months the union has staged such rallies nearly every day.", "rallied", "rallies"),
    ],
)
def test_words_set_acts_apart(text: str, one: str, other: str) -> None:
    events = _events(text)
    assert _told_by(events, one)
    assert _told_by(events, other)
    assert not [e for e in _told_by(events, one)[:1] if {t.quote for t in e.triggers} & {other}]


def test_more_people_arrested_are_another_arrest() -> None:
    events = _events("Ivan Rey was arrested in Lome on Monday. Sources said three other dealers were arrested.")
    assert [(_of(e, "recipient"), e.when and e.when.edtf) for e in events] == [
        (["Ivan Rey"], "2016-02-29"),
        (["three other dealers"], None),
    ]
    events = _events("Two men have been arrested over the murder of a bishop. Bo Fox was arrested Friday night.")
    assert [_of(e, "recipient") for e in events if e.type == "COERCE"] == [["Two men"], ["Bo Fox"]]
    events = _events("Police arrested three men on Monday. The three men were held in Lima.")
    assert len([e for e in events if e.type == "COERCE"]) == 1


def test_whoever_is_shelled_in_return_did_not_do_that() -> None:
    events = _events("Rebels loyal to Bo Fox shelled the palace on Friday and were shelled in return.")
    assert next(_of(e, "actor") for e in _told_by(events, "shelled")) == ["Rebels loyal to Bo Fox"]
    assert len(_told_by(events, "shelled")) == 2


def test_counts_of_years_and_wars_are_no_attack_of_a_day() -> None:
    events = _events("Rebels killed four farmers in Kano on Monday. Thousands of people have been killed in the conflict.")
    assert [_of(e, "recipient") for e in events] == [["four farmers"], ["Thousands of people"]]
    events = _events("There has been a spate of attacks in recent months. Six people were killed on 4 December in an attack in Kano.")
    assert not _told_by(events, "attacks")
    assert [_of(e, "recipient") for e in _told_by(events, "attack")] == [["Six people"]]


def test_the_second_round_is_not_the_first() -> None:
    events = _events("Chad and Togo held a first round of talks in Lome in May. The second round of talks ended without a deal.")
    assert len([e for e in events if e.type == "CONSULT"]) == 2


def test_others_wounded_are_of_the_same_attack() -> None:
    events = _events("A bomb exploded in Lima on Monday, killing three people. Six others were wounded in the blast.")
    assert len(events) == 1


def test_who_searches_for_others_makes_another_search() -> None:
    events = _events("U.S. agents are helping with the investigation of the blast. A search has been launched by Chad for accomplices.")
    assert ["Chad"] in [_of(e, "actor") for e in _told_by(events, "search")]
    assert not [e for e in _told_by(events, "search") if "investigation" in {t.quote for t in e.triggers}]


def test_sanctions_that_others_enact_are_others() -> None:
    events = _events(
        "UN sanctions on Chad were adopted in June. They were soon outdone by unilateral sanctions enacted by the Peruvian Congress."
    )
    assert [_of(e, "actor") for e in events] == [["United Nations"], ["Peruvian Congress"]]


def test_two_who_speak_in_one_sentence_say_two_things() -> None:
    events = _events(
        "The president of Peru condemned the shooting in Lima, while Ana Rey deplored the attack in which a gunman killed two officers."
    )
    assert len(_told_by(events, "condemned", "deplored")) == 2
    (attack,) = _told_by(events, "attack")
    assert {t.quote for t in attack.triggers} == {"attack", "killed"}
    assert _of(attack, "recipient") == ["two officers"]


def test_the_part_of_a_whole_has_its_own_victims() -> None:
    events = _events("Bombings at embassies in Lome, Togo, and Nairobi, Kenya, killed 224 people. The Kenya bombing killed 213 people.")
    assert [sorted(_of(e, "recipient"))[0] for e in events if e.type == "ASSAULT"] == ["224 people", "213 people"]
    events = _events("Bo Rey held nine meetings in Lima on Monday. At the meeting with Ana Fox, he spoke of fish.")
    assert _told_by(events, "meetings") != _told_by(events, "meeting")


def test_fighters_who_fall_are_no_victims_of_their_own_side() -> None:
    text = "A group said that at least 42 ISIS fighters had died in Kona. In the raids ISIS killed whole families."
    attacks = [e for e in read(Report("r", text, published="2016-03-05")).events if e.type == "ASSAULT"]
    assert [[p.name for p in e.parties("actor")] for e in attacks] == [[], ["Islamic State"]]


def test_fighters_who_were_killed_by_nobody_known_were_not_killed_by_fighters() -> None:
    text = "Boko Haram gunmen attacked a base in Kona on Monday. They killed 23 soldiers. Twenty militants were killed."
    attacks = [e for e in read(Report("r", text, published="2016-03-05")).events if e.type == "ASSAULT"]
    assert [[p.name for p in e.parties("actor")] for e in attacks] == [["Boko Haram"], []]


def test_a_call_that_another_state_repeats_is_its_own() -> None:
    text = (
        "Marta Lund urged both sides to respect the truce. The United States condemned the attack and reiterated its call on Togo to "
        "withdraw its forces from Chad."
    )
    asked = [e for e in read(Report("news", text, published="2024-03-05")).events if e.type == "REQUEST"]
    assert [[p.name for p in e.participants if p.role == "recipient"] for e in asked] == [["both sides"], ["Togo"]]


def test_money_is_no_party() -> None:
    (given,) = read(
        Report("news", "The centre has pledged US$3 million, of which a third has been received.", published="2024-03-05")
    ).events
    assert [p.name for p in given.participants] == ["The centre"]


def test_others_who_are_expelled_are_expelled_by_another_act() -> None:
    text = "Togo expelled two Chadian diplomats, the ministry said. Lome had expelled 40 Chadians in April 2022."
    expelled = [e for e in read(Report("r", text, published="2024-05-15")).events if e.mode == "expel"]
    assert [e.when.edtf if e.when else None for e in expelled] == [None, "2022-04"]


def test_a_meeting_with_others_is_none_of_the_meetings_told_before() -> None:
    events = _events(
        "President Ana Rey held private meetings on Thursday with the top officials from Chad, Togo and Peru. "
        "She held a joint meeting in the morning with Chadian Premier Bo Fox and Togolese President Tim Roe."
    )
    assert [_of(e, "recipient") for e in events if e.mode == "meeting"] == [
        ["Chad", "Togo", "Peru"],
        ["Bo Fox", "Tim Roe"],
    ]


def test_a_meeting_is_not_the_contacts_told_before_it() -> None:
    text = "Bo Fox met Leo Poe on a bridge. A negotiator said that contacts continued through Norway. Ana Rey called the meeting a fraud."
    events = [e for e in read(Report("r", text)).events if e.type == "CONSULT"]
    assert [t.quote for t in events[0].triggers] == ["met", "meeting"]


def test_help_that_is_offered_is_the_offer() -> None:
    (event,) = [e for e in read(Report("r", "The UN chief offered the world body's technical help to Chad.")).events if e.type == "AID"]
    assert [t.quote for t in event.triggers] == ["offered", "help"]


def test_a_deed_of_a_year_is_not_the_news() -> None:
    text = "Chad has expelled two Peruvian journalists. They had no permits, it said. In 2013, Chad expelled two journalists over a film."
    assert [e.when and e.when.edtf for e in _told_by(_events(text), "expelled")] == [None, "2013"]
    text = "Chad has expelled two Peruvian journalists. They had no permits, it said. Chad expelled them on Friday."
    assert len(_told_by(_events(text), "expelled")) == 1


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("The rebels, who seized the capital in 2014 and have been at war with the government since, left Kano.", "seized", "war"),
        (
            "Soldiers regained control of the prison. In one of the worst massacres, more than 100 died in Guayaquil in September 2015.",
            "regained",
            "massacres",
        ),
    ],
)
def test_a_capture_is_no_war_and_the_worst_of_many_is_another(text: str, one: str, other: str) -> None:
    events = _events(text)
    assert _told_by(events, one)
    assert _told_by(events, other)
    assert not [e for e in _told_by(events, one) if {t.quote for t in e.triggers} & {other}]


def test_what_answers_an_act_is_another() -> None:
    text = "Ten Chadian jets crossed the line on Monday. In response, Togo's armed forces scrambled fighters."
    events = [e for e in read(Report("apart", text, published="2024-05-14")).events if e.type == "MOBILIZE"]
    assert len(events) == 2
    assert [[p.role for p in e.participants] for e in events] == [["actor"]] * 2


def test_each_of_two_deeds_told_with_and_has_its_own_victims() -> None:
    events = _events("The ministers condemned the shelling of the camp and the abduction of three nurses.")
    assert _told_by(events, "abduction") != _told_by(events, "shelling")
    assert all("three nurses" not in _of(e, "recipient") for e in _told_by(events, "shelling"))
