"""Reports of strikes, raids, truces and sanctions: who did it to whom, once for each deed, and on whose word."""

from __future__ import annotations

import pytest

from memcon.model import Event, Report
from memcon.reading.pipeline import read


def _events(text: str) -> list[Event]:
    return read(Report("pressure", text, published="2026-12-03")).events


def _one(text: str, kind: str, mode: str | None = None) -> Event:
    (one,) = [e for e in _events(text) if e.type == kind and (mode is None or e.mode == mode)]
    return one


def _of(event: Event, role: str) -> list[str | None]:
    return [p.name for p in event.participants if p.role == role]


def _words(event: Event) -> list[str]:
    return [t.quote for t in event.triggers]


@pytest.mark.parametrize(
    ("text", "kind", "actor"),
    [
        (
            "In Lima, a spokeswoman, Ana Rey, rejected the allegation that civilians had been targeted and said Peru reserved the right to "
            "strike back at camps.",
            "THREATEN",
            "Peru",
        ),
        ("Chad denied on Monday that the two cases were linked and accused Togo of lying.", "ACCUSE", "Chad"),
        ("Chad denied that its troops were involved and blamed rebels for the raid.", "ACCUSE", "Chad"),
        ("Peru denied the report that its troops had shelled the town and said it would open the border on Monday.", "RETREAT", "Peru"),
    ],
)
def test_what_a_speaker_says_besides_is_not_denied(text: str, kind: str, actor: str) -> None:
    event = _one(text, kind)
    assert event.status != "denied"
    assert _of(event, "actor") == [actor]
    assert all(s.stance == "asserts" for s in event.sources)


def test_what_an_embedded_subject_did_stays_its_own() -> None:
    text = "He claimed that his government had been informed of the plan in January and turned it down."
    assert [_of(e, "actor") for e in _events(text) if e.type == "REJECT"] == [["his government"]]


@pytest.mark.parametrize(
    "text",
    [
        "Togo, which Chad accuses of harbouring rebels, closed the border.",
        "Togo, which Chad accuses of harbouring foreign soldiers, denied that its forces had crossed the river.",
    ],
)
def test_whom_a_relative_clause_accuses(text: str) -> None:
    event = _one(text, "ACCUSE")
    assert (_of(event, "actor"), _of(event, "recipient")) == (["Chad"], ["Togo"])


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Chad struck what it described as militant camps in Peru.", "militant camps"),
        ("The navy seized what officials described as a smuggling boat off Togo.", "a smuggling boat"),
    ],
)
def test_what_is_struck_is_what_somebody_calls_it(text: str, whom: str) -> None:
    (event, *_) = [e for e in _events(text) if e.type in ("ASSAULT", "COERCE")]
    assert _of(event, "recipient") == [whom]


def test_whose_own_were_killed_did_not_kill_them() -> None:
    assert _of(_one("The Indian army said two of its soldiers were killed.", "ASSAULT"), "actor") == []


def test_a_state_that_had_a_coup_did_none() -> None:
    text = (
        "Niger expelled French troops in 2023 after a coup that toppled President Ali Rey, and it has since turned to Russia for weapons."
    )
    coup = next(e for e in _events(text) if "coup" in _words(e))
    assert (_of(coup, "actor"), _of(coup, "recipient")) == ([], ["Ali Rey"])


def test_a_body_named_with_a_preposition_in_capitals_says_we() -> None:
    text = "Relief Without Walls condemns the shelling of the hospital. We call on both parties to respect hospitals."
    assert [_of(e, "actor") for e in _events(text) if e.type in ("ACCUSE", "REQUEST")] == [["Relief Without Walls"]] * 2


def test_a_headline_does_not_hide_whose_statement_a_report_is() -> None:
    text = (
        "STATEMENT - Chad: hospital shelled for the third time\n\nRelief Without Walls condemns the shelling of the hospital. "
        "We call on both parties to respect hospitals."
    )
    assert _of(_one(text, "REQUEST"), "actor") == ["Relief Without Walls"]


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
    assert _words(_one(text, "ASSAULT")) == words


def test_who_is_told_to_claim_an_attack_is_its_source() -> None:
    event = _one("Six pilgrims were killed near Mao, an attack claimed by the Lions of the North.", "ASSAULT")
    assert [(str(s.name).removeprefix("the "), s.stance) for s in event.sources] == [("Lions of the North", "asserts")]


@pytest.mark.parametrize(
    "text",
    [
        "A general strike called by the unions shut shops in Mao on Sunday.",
        "Protests by farmers blocked roads in Chad on Sunday.",
    ],
)
def test_what_a_protest_shuts_is_no_other_protest(text: str) -> None:
    event = _one(text, "PROTEST")
    assert event.when is not None
    assert event.when.edtf == "2026-11-29"


@pytest.mark.parametrize(
    "text",
    [
        "Chad and Togo exchanged fire on Monday. Each side blamed the other.",
        "Chad and Togo exchanged fire on Monday, each side accusing the other of having begun it.",
    ],
)
def test_each_side_is_each_of_the_two(text: str) -> None:
    both = [(_of(e, "actor"), _of(e, "recipient")) for e in _events(text) if e.type == "ACCUSE"]
    assert sorted(both, key=str) == [(["Chad"], ["Togo"]), (["Togo"], ["Chad"])]


def test_what_is_demanded_of_others_in_one_sentence_is_another_request() -> None:
    text = "Togo called on both sides to respect the truce, and it demanded that the rebels lift their siege of Mao."
    assert [_of(e, "recipient") for e in _events(text) if e.type == "REQUEST"] == [["both sides"], ["the rebels"]]


def test_it_is_no_plural() -> None:
    text = "Bo Fox, who speaks for the group, said only two of its fighters had died and that it had taken one soldier captive."
    assert _of(_one(text, "ASSAULT", "abduct"), "actor") == ["the group"]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Chad's rebels shelled army lines south of Mao and the government answered with air strikes.", ["Chad"]),
        ("The rebels shelled Mao, and Chad responded with air strikes on their camps.", ["Chad"]),
    ],
)
def test_who_answers_with_air_strikes_does_them_alone(text: str, actor: list[str]) -> None:
    assert _of(_one(text, "ASSAULT", "aerial"), "actor") == actor


def test_armed_men_who_seize_people_abduct_them() -> None:
    text = "Armed men on board two speedboats seized a Malaysian trader and his cook from a resort off Semporna."
    assert _of(_one(text, "ASSAULT", "abduct"), "actor") == ["Armed men"]


def test_a_missile_fired_at_a_town_is_an_attack() -> None:
    event = _one("Last week the Houthis fired a missile at Eilat, which Israel said it intercepted.", "ASSAULT")
    assert event.mode == "heavy-weapons"


def test_who_retaliates_by_expelling_attacks_nobody() -> None:
    assert [e.type for e in _events("Iran retaliated then by expelling the Danish charge d'affaires.")] == ["SANCTION"]


def test_a_measure_that_is_reinstated_is_one() -> None:
    assert _of(_one("Peru reinstated its ban on Chadian flights on Monday.", "SANCTION"), "recipient") == ["Chad"]


def test_who_is_told_that_captives_are_kept_is_refused() -> None:
    text = "Mr Sharaf told Mr Haddad that the movement would not hand over the remaining prisoners until the raids ceased."
    event = _one(text, "REJECT")
    assert (_of(event, "actor"), _of(event, "recipient")) == (["the movement"], ["Haddad"])


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Chad agreed to free the captives and Togo to withdraw its troops.", [["Chad"], ["Togo"]]),
        (
            "Under it the government undertook to reopen the airport to traffic and the rebels to withdraw their heavy weapons.",
            [["the government"], ["the rebels"]],
        ),
    ],
)
def test_each_of_two_promises_has_its_own_maker(text: str, actors: list[list[str]]) -> None:
    assert [_of(e, "actor") for e in _events(text) if e.type == "RETREAT"] == actors


def test_who_wrote_a_report_takes_no_part() -> None:
    text = (
        "Both sides count the cost\n\nBy Salma Nasser in Aden\n\nThe release of 112 prisoners, due to have been completed by sunset "
        "yesterday, was thrown into doubt last night. Chad blamed the rebels."
    )
    assert all("Salma Nasser" not in [p.name for p in e.participants] for e in _events(text))


def test_no_demand_is_none() -> None:
    text = "Razali Ismail said his force was working to secure the men's release and that no ransom demand had been received."
    assert [e for e in _events(text) if e.type == "REQUEST"] == []


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen attacked a market in the western Niger village of Bankassi on Tuesday.",
        "Gunmen attacked a market in the Nigerien village of Bankassi on Tuesday.",
        "Gunmen attacked a market in the village of Bankassi in western Niger on Tuesday.",
    ],
)
def test_a_village_is_in_the_land_that_its_words_tell(text: str) -> None:
    where = _one(text, "ASSAULT").where
    assert where is not None
    assert (where.name, where.country) == ("Bankassi", "NER")


def test_what_is_expected_on_a_day_is_to_come() -> None:
    when = _one("President Ana Rey is expected to visit wounded soldiers in Lima on Tuesday.", "CONSULT").when
    assert when is not None
    assert when.edtf == "2026-12-08"


def test_an_account_is_rejected_of_whose_it_is() -> None:
    text = "The Fars agency said the vessel had ignored repeated warnings. The operator rejected that account."
    assert _of(_one(text, "ACCUSE"), "recipient") == ["The Fars agency"]


@pytest.mark.parametrize(
    ("text", "actor", "whom"),
    [
        (
            "Mr Carmona, who took refuge in the embassy on 25 November after a judge ordered his arrest, appealed to the armed forces to "
            "stand with the constitution.",
            "Carmona",
            "the armed forces",
        ),
    ],
)
def test_who_is_called_mr_is_a_person(text: str, actor: str, whom: str) -> None:
    event = _one(text, "REQUEST")
    assert (_of(event, "actor"), _of(event, "recipient")) == ([actor], [whom])
    assert event.when is None


def test_whom_a_minister_s_state_takes_in_is_another() -> None:
    text = (
        "Andres Rey fled to the embassy on Monday. Spain's foreign minister, Jose Luis Armas, said Madrid would grant him asylum if he "
        "asked for it."
    )
    events = _events(text)
    (aid,) = [e for e in events if e.type == "AID"]
    assert (_of(aid, "actor"), _of(aid, "recipient")) == (["Spain"], ["Andres Rey"])
    assert all(e.type != "REQUEST" for e in events)


def test_the_streets_of_a_town_are_where_people_march() -> None:
    text = "Tens of thousands of people poured into the streets of Lima, Cusco and Puno on Sunday."
    assert _of(_one(text, "PROTEST"), "recipient") == []


def test_who_speaks_of_his_refused_envoy_refused_nothing() -> None:
    text = "Malaysia said its envoy had been refused permission to meet Ana Rey during his visit to Lima last week."
    assert _of(_one(text, "REJECT"), "actor") == []


def test_who_is_accused_beside_those_arrested_arrested_nobody() -> None:
    text = "The interior minister, Bo Fox, put the number of those arrested at 340 and accused Togo of sending thugs."
    assert _of(_one(text, "COERCE"), "actor") == []


def test_two_measures_of_one_sentence_are_two() -> None:
    text = "Washington, which reimposed oil sanctions on Caracas in October, banned imports from 14 election officials."
    assert [_of(e, "recipient") for e in _events(text) if e.type == "SANCTION"] == [["Venezuela"], ["14 election officials"]]


def test_a_day_alone_opens_a_report() -> None:
    text = "Dec 2 - An air force jet dropped two bombs on a wedding in the Sagaing region on Tuesday, killing 19 people, a charity said."
    event = _one(text, "ASSAULT")
    assert _of(event, "actor") == ["An air force jet"]
    assert event.when is not None
    assert event.when.edtf == "2026-12-01"


def test_who_is_ordered_to_be_held_is_held() -> None:
    text = "A Serbian court ordered three Kosovo police officers to be held for 30 days on suspicion of terrorism."
    assert _of(_one(text, "COERCE"), "recipient") == ["three Kosovo police officers"]


def test_an_attack_by_hackers_is_told_again_as_the_attack() -> None:
    text = "Hackers knocked out the website of Chad's election commission on Thursday. The ministry traced the attack to servers in Togo."
    assert _words(_one(text, "COERCE")) == ["knocked out", "attack"]
    assert [e for e in _events(text) if e.type == "ASSAULT"] == []


def test_talks_that_were_to_resume_are_one() -> None:
    event = _one("Talks between Chad and Togo had been due to resume in Lima on 1 December but were put off.", "CONSULT")
    assert _words(event) == ["Talks", "resume"]


def test_what_is_the_fourth_since_a_month_was_not_in_it() -> None:
    when = _one("Chad rammed a Togolese boat on Tuesday, the fourth such encounter in the disputed waters since September.", "ASSAULT").when
    assert when is not None
    assert when.edtf == "2026-12-01"


def test_warships_that_head_somewhere_are_moved() -> None:
    event = _one("The U.S. aircraft carrier Ronald Reagan, which left Yokosuka on Saturday, is heading for the area.", "MOBILIZE")
    assert event.status == "ongoing"


def test_a_ship_is_not_the_state_whose_flag_it_flies() -> None:
    text = "The rebels fired two missiles at a Liberian-flagged bulk carrier in the Gulf of Aden on Friday, setting it ablaze."
    event = _one(text, "ASSAULT")
    assert (_words(event), _of(event, "recipient")) == (["fired", "setting"], ["a Liberian-flagged bulk carrier"])


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "One sailor was missing. A Houthi military spokesman, Yahya Salem, claimed the attack, which he said was in retaliation for "
            "Israeli strikes that killed 12 people at Sanaa airport on Tuesday.",
            "Yahya Salem",
        ),
        ("A foreign ministry spokeswoman, Ana Rey, confirmed the arrest of two Chadian officers on Monday.", "Ana Rey"),
    ],
)
def test_who_is_named_between_commas_speaks(text: str, speaker: str) -> None:
    events = [e for e in _events(text) if e.type in ("ASSAULT", "COERCE")]
    assert events
    assert all([s.name for s in e.sources] == [speaker] for e in events)


def test_a_town_by_which_a_deal_is_called_agreed_on_nothing() -> None:
    events = _events("Ali Rey brokered the Pretoria accord that ended the war in 2022.")
    assert all("South Africa" not in _of(e, "actor") for e in events)


def test_people_march_outside_an_institution_and_not_against_it() -> None:
    text = "Police used water cannon to disperse some 3,000 people who had gathered outside parliament to protest against a law."
    assert [(_of(e, "actor"), _of(e, "recipient")) for e in _events(text) if e.type == "PROTEST"] == [(["some 3,000 people"], [])]


def test_what_is_claimed_is_no_abduction_told_before() -> None:
    text = (
        "The rebels detained nine nurses in Mao on Friday and fired two missiles at a ship a few hours later, officials said. A spokesman "
        "for the rebels claimed the attack."
    )
    (attack,) = [e for e in _events(text) if e.mode == "heavy-weapons"]
    assert _words(attack) == ["fired", "attack"]


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Among those killed was a colonel of the Chadian army.", ["a colonel of the Chadian army"]),
        ("Among those released on Monday was Bo Fox, a former minister.", ["Bo Fox"]),
    ],
)
def test_who_is_among_those_killed_or_freed_undergoes_it(text: str, whom: list[str]) -> None:
    (event,) = _events(text)
    assert (_of(event, "actor"), _of(event, "recipient")) == ([], whom)


def test_it_is_not_what_it_is_said_to_be_the_second_of() -> None:
    text = (
        "The army said it had withdrawn to a ridge. It was the second town to fall to the insurgents in a fortnight. On 20 November they "
        "briefly held Mao, a pilgrimage site, before being driven out by drone strikes."
    )
    held = next(e for e in _events(text) if _words(e) == ["held"])
    assert _of(held, "actor") == ["the insurgents"]
