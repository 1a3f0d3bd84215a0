"""Reports of strikes, raids and sanctions: who did it to whom, and once for each deed."""

from __future__ import annotations

import pytest
from tests.reading.events_told import events_of, of_role, one_of, trigger_words


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Chad struck what it described as militant camps in Peru.", "militant camps"),
        ("The navy seized what officials described as a smuggling boat off Togo.", "a smuggling boat"),
    ],
)
def test_what_is_struck_is_what_somebody_calls_it(text: str, whom: str) -> None:
    (event, *_) = [e for e in events_of(text) if e.type in ("ASSAULT", "COERCE")]
    assert of_role(event, "recipient") == [whom]


def test_whose_own_were_killed_did_not_kill_them() -> None:
    assert of_role(one_of("The Indian army said two of its soldiers were killed.", "ASSAULT"), "actor") == []


def test_a_state_that_had_a_coup_did_none() -> None:
    text = (
        "Niger expelled French troops in 2023 after a coup that toppled President Ali Rey, and it has since turned to Russia for weapons."
    )
    coup = next(e for e in events_of(text) if "coup" in trigger_words(e))
    assert (of_role(coup, "actor"), of_role(coup, "recipient")) == ([], ["Ali Rey"])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Gunmen killed four traders in Mao on Monday, an attack claimed by the Lions of the North.", ["killed", "attack"]),
        ("Six pilgrims were killed near Mao, an attack claimed by the Lions of the Valley.", ["killed", "attack"]),
        (
            "The report follows the killing on Thursday of six pilgrims near Mao, an attack claimed by a little-known group.",
            ["killing", "attack"],
        ),
    ],
)
def test_what_is_called_an_attack_behind_a_comma_is_what_was_just_told(text: str, words: list[str]) -> None:
    assert trigger_words(one_of(text, "ASSAULT")) == words


@pytest.mark.parametrize(
    "text",
    [
        "A general strike called by the unions shut shops in Mao on Sunday.",
        "Protests by farmers blocked roads in Chad on Sunday.",
    ],
)
def test_what_a_protest_shuts_is_no_other_protest(text: str) -> None:
    event = one_of(text, "PROTEST")
    assert event.when is not None
    assert event.when.edtf == "2026-11-29"


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Chad's rebels shelled army lines south of Mao and the government answered with air strikes.", ["Chad"]),
        ("The rebels shelled Mao, and Chad responded with air strikes on their camps.", ["Chad"]),
    ],
)
def test_who_answers_with_air_strikes_does_them_alone(text: str, actor: list[str]) -> None:
    assert of_role(one_of(text, "ASSAULT", "aerial"), "actor") == actor


def test_armed_men_who_seize_people_abduct_them() -> None:
    text = "Armed men on board two speedboats seized a Malaysian trader and his cook from a resort off Semporna."
    assert of_role(one_of(text, "ASSAULT", "abduct"), "actor") == ["Armed men"]


def test_a_missile_fired_at_a_town_is_an_attack() -> None:
    event = one_of("Last week the Houthis fired a missile at Eilat, which Israel said it intercepted.", "ASSAULT")
    assert event.mode == "heavy-weapons"


def test_who_retaliates_by_expelling_attacks_nobody() -> None:
    assert [e.type for e in events_of("Iran retaliated then by expelling the Danish charge d'affaires.")] == ["SANCTION"]


def test_a_measure_that_is_reinstated_is_one() -> None:
    assert of_role(one_of("Peru reinstated its ban on Chadian flights on Monday.", "SANCTION"), "recipient") == ["Chad"]


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen attacked a market in the western Niger village of Bankassi on Tuesday.",
        "Gunmen attacked a market in the Nigerien village of Bankassi on Tuesday.",
        "Gunmen attacked a market in the village of Bankassi in western Niger on Tuesday.",
    ],
)
def test_a_village_is_in_the_land_that_its_words_tell(text: str) -> None:
    where = one_of(text, "ASSAULT").where
    assert where is not None
    assert (where.name, where.country) == ("Bankassi", "NER")


def test_the_streets_of_a_town_are_where_people_march() -> None:
    text = "Tens of thousands of people poured into the streets of Lima, Cusco and Puno on Sunday."
    assert of_role(one_of(text, "PROTEST"), "recipient") == []


def test_two_measures_of_one_sentence_are_two() -> None:
    text = "Washington, which reimposed oil sanctions on Caracas in October, banned imports from 14 election officials."
    assert [of_role(e, "recipient") for e in events_of(text) if e.type == "SANCTION"] == [["Venezuela"], ["14 election officials"]]


def test_who_is_ordered_to_be_held_is_held() -> None:
    text = "A Serbian court ordered three Kosovo police officers to be held for 30 days on suspicion of terrorism."
    assert of_role(one_of(text, "COERCE"), "recipient") == ["three Kosovo police officers"]


def test_an_attack_by_hackers_is_told_again_as_the_attack() -> None:
    text = "Hackers knocked out the website of Chad's election commission on Thursday. The ministry traced the attack to servers in Togo."
    assert trigger_words(one_of(text, "COERCE")) == ["knocked out", "attack"]
    assert [e for e in events_of(text) if e.type == "ASSAULT"] == []


def test_talks_that_were_to_resume_are_one() -> None:
    event = one_of("Talks between Chad and Togo had been due to resume in Lima on 1 December but were put off.", "CONSULT")
    assert trigger_words(event) == ["Talks", "resume"]


def test_what_is_the_fourth_since_a_month_was_not_in_it() -> None:
    when = one_of(
        "Chad rammed a Togolese boat on Tuesday, the fourth such encounter in the disputed waters since September.", "ASSAULT"
    ).when
    assert when is not None
    assert when.edtf == "2026-12-01"


def test_warships_that_head_somewhere_are_moved() -> None:
    event = one_of("The U.S. aircraft carrier Ronald Reagan, which left Yokosuka on Saturday, is heading for the area.", "MOBILIZE")
    assert event.status == "ongoing"


def test_a_ship_is_not_the_state_whose_flag_it_flies() -> None:
    text = "The rebels fired two missiles at a Liberian-flagged bulk carrier in the Gulf of Aden on Friday, setting it ablaze."
    event = one_of(text, "ASSAULT")
    assert (trigger_words(event), of_role(event, "recipient")) == (["fired", "setting"], ["a Liberian-flagged bulk carrier"])


def test_people_march_outside_an_institution_and_not_against_it() -> None:
    text = "Police used water cannon to disperse some 3,000 people who had gathered outside parliament to protest against a law."
    assert [(of_role(e, "actor"), of_role(e, "recipient")) for e in events_of(text) if e.type == "PROTEST"] == [(["some 3,000 people"], [])]


def test_what_is_claimed_is_no_abduction_told_before() -> None:
    text = (
        "The rebels detained nine nurses in Mao on Friday and fired two missiles at a ship a few hours later, officials said. A spokesman "
        "for the rebels claimed the attack."
    )
    (attack,) = [e for e in events_of(text) if e.mode == "heavy-weapons"]
    assert trigger_words(attack) == ["fired", "attack"]


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Among those killed was a colonel of the Chadian army.", ["a colonel of the Chadian army"]),
        ("Among those released on Monday was Bo Fox, a former minister.", ["Bo Fox"]),
    ],
)
def test_who_is_among_those_killed_or_freed_undergoes_it(text: str, whom: list[str]) -> None:
    (event,) = events_of(text)
    assert (of_role(event, "actor"), of_role(event, "recipient")) == ([], whom)


def test_it_is_not_what_it_is_said_to_be_the_second_of() -> None:
    text = (
        "The army said it had withdrawn to a ridge. It was the second town to fall to the insurgents in a fortnight. On 20 November they "
        "briefly held Mao, a pilgrimage site, before being driven out by drone strikes."
    )
    held = next(e for e in events_of(text) if trigger_words(e) == ["held"])
    assert of_role(held, "actor") == ["the insurgents"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Lima police used cars to lead students on marches past the old port.", ["students"]),
        ("Soldiers demonstrated in Lima on Monday over unpaid wages.", ["Soldiers"]),
        ("Soldiers joined protesters in a sit-in in Lima.", ["Soldiers", "protesters"]),
    ],
)
def test_police_protest_only_where_they_are_said_to(text: str, names: list[str]) -> None:
    assert of_role(one_of(text, "PROTEST"), "actor") == names


@pytest.mark.parametrize(
    "text",
    [
        "Dockers in Lima have been on strike since Monday. The port said the strike had cost it $4 million.",
        "The airline reached a deal with striking pilots on Friday. The strike began on March 3. During the strike, it lost money.",
    ],
)
def test_a_strike_of_workers_told_of_again_is_no_attack(text: str) -> None:
    assert [e.mode for e in events_of(text) if e.type in ("ASSAULT", "PROTEST")] == ["strike"]


@pytest.mark.parametrize(
    "text",
    [
        "Iran launched 180 missiles at Togo on Tuesday.",
        "The army launched two rockets at a suburb of Lima overnight, killing seven people.",
    ],
)
def test_arms_launched_at_somebody_are_an_attack(text: str) -> None:
    assert [e.type for e in events_of(text)] == ["ASSAULT"]


def test_arms_launched_at_some_hour_are_no_attack() -> None:
    assert [e.type for e in events_of("North Korea launched a missile at dawn on Monday.")] == ["MOBILIZE"]


def test_a_body_whose_name_is_linked_by_a_vowel_is_named_whole() -> None:
    (claimed,) = events_of("The banned Tehreek-e-Adl Pakistan claimed the bombing.")
    assert [s.name for s in claimed.sources] == ["Tehreek-e-Adl Pakistan"]


def test_a_bomb_of_a_short_name_strikes() -> None:
    """And whose what it strikes is did not do it."""
    (attack,) = events_of("A roadside IED struck a convoy of the Togolese army near Gao, killing two soldiers.")
    assert (attack.type, attack.mode, attack.parties("actor")) == ("ASSAULT", "explosives", ())
    assert "two soldiers" in [p.name for p in attack.parties("recipient")]


@pytest.mark.parametrize(
    "text",
    [
        "Colombia suspends truce with rebels after ambush kills nine soldiers",
        "Peru suspended the truce with the rebels on Friday after an ambush killed nine soldiers.",
    ],
)
def test_who_acts_upon_an_attack_did_not_make_it(text: str) -> None:
    attack = one_of(text, "ASSAULT")
    assert (of_role(attack, "actor"), of_role(attack, "recipient")) == ([], ["nine soldiers"])
