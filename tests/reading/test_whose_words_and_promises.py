"""Who speaks, refuses and promises in reports of conflict, and who only seems to."""

from __future__ import annotations

import pytest
from tests.reading.events_told import events_of, of_role, one_of


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
    event = one_of(text, kind)
    assert event.status != "denied"
    assert of_role(event, "actor") == [actor]
    assert all(s.stance == "asserts" for s in event.sources)


def test_what_an_embedded_subject_did_stays_its_own() -> None:
    text = "He claimed that his government had been informed of the plan in January and turned it down."
    assert [of_role(e, "actor") for e in events_of(text) if e.type == "REJECT"] == [["his government"]]


@pytest.mark.parametrize(
    "text",
    [
        "Togo, which Chad accuses of harbouring rebels, closed the border.",
        "Togo, which Chad accuses of harbouring foreign soldiers, denied that its forces had crossed the river.",
    ],
)
def test_whom_a_relative_clause_accuses(text: str) -> None:
    event = one_of(text, "ACCUSE")
    assert (of_role(event, "actor"), of_role(event, "recipient")) == (["Chad"], ["Togo"])


def test_a_body_named_with_a_preposition_in_capitals_says_we() -> None:
    text = "Relief Without Walls condemns the shelling of the hospital. We call on both parties to respect hospitals."
    assert [of_role(e, "actor") for e in events_of(text) if e.type in ("ACCUSE", "REQUEST")] == [["Relief Without Walls"]] * 2


def test_a_headline_does_not_hide_whose_statement_a_report_is() -> None:
    text = (
        "STATEMENT - Chad: hospital shelled for the third time\n\nRelief Without Walls condemns the shelling of the hospital. "
        "We call on both parties to respect hospitals."
    )
    assert of_role(one_of(text, "REQUEST"), "actor") == ["Relief Without Walls"]


def test_who_is_told_to_claim_an_attack_is_its_source() -> None:
    event = one_of("Six pilgrims were killed near Mao, an attack claimed by the Lions of the North.", "ASSAULT")
    assert [(str(s.name).removeprefix("the "), s.stance) for s in event.sources] == [("Lions of the North", "asserts")]


@pytest.mark.parametrize(
    "text",
    [
        "Chad and Togo exchanged fire on Monday. Each side blamed the other.",
        "Chad and Togo exchanged fire on Monday, each side accusing the other of having begun it.",
    ],
)
def test_each_side_is_each_of_the_two(text: str) -> None:
    both = [(of_role(e, "actor"), of_role(e, "recipient")) for e in events_of(text) if e.type == "ACCUSE"]
    assert sorted(both, key=str) == [(["Chad"], ["Togo"]), (["Togo"], ["Chad"])]


def test_what_is_demanded_of_others_in_one_sentence_is_another_request() -> None:
    text = "Togo called on both sides to respect the truce, and it demanded that the rebels lift their siege of Mao."
    assert [of_role(e, "recipient") for e in events_of(text) if e.type == "REQUEST"] == [["both sides"], ["the rebels"]]


def test_it_is_no_plural() -> None:
    text = "Bo Fox, who speaks for the group, said only two of its fighters had died and that it had taken one soldier captive."
    assert of_role(one_of(text, "ASSAULT", "abduct"), "actor") == ["the group"]


def test_who_is_told_that_captives_are_kept_is_refused() -> None:
    text = "Mr Sharaf told Mr Haddad that the movement would not hand over the remaining prisoners until the raids ceased."
    event = one_of(text, "REJECT")
    assert (of_role(event, "actor"), of_role(event, "recipient")) == (["the movement"], ["Haddad"])


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
    assert [of_role(e, "actor") for e in events_of(text) if e.type == "RETREAT"] == actors


def test_who_wrote_a_report_takes_no_part() -> None:
    text = (
        "Both sides count the cost\n\nBy Salma Nasser in Aden\n\nThe release of 112 prisoners, due to have been completed by sunset "
        "yesterday, was thrown into doubt last night. Chad blamed the rebels."
    )
    assert all("Salma Nasser" not in [p.name for p in e.participants] for e in events_of(text))


def test_no_demand_is_none() -> None:
    text = "Razali Ismail said his force was working to secure the men's release and that no ransom demand had been received."
    assert [e for e in events_of(text) if e.type == "REQUEST"] == []


def test_what_is_expected_on_a_day_is_to_come() -> None:
    when = one_of("President Ana Rey is expected to visit wounded soldiers in Lima on Tuesday.", "CONSULT").when
    assert when is not None
    assert when.edtf == "2026-12-08"


def test_an_account_is_rejected_of_whose_it_is() -> None:
    text = "The Fars agency said the vessel had ignored repeated warnings. The operator rejected that account."
    assert of_role(one_of(text, "ACCUSE"), "recipient") == ["The Fars agency"]


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
    event = one_of(text, "REQUEST")
    assert (of_role(event, "actor"), of_role(event, "recipient")) == ([actor], [whom])
    assert event.when is None


def test_whom_a_minister_s_state_takes_in_is_another() -> None:
    text = (
        "Andres Rey fled to the embassy on Monday. Spain's foreign minister, Jose Luis Armas, said Madrid would grant him asylum if he "
        "asked for it."
    )
    events = events_of(text)
    (aid,) = [e for e in events if e.type == "AID"]
    assert (of_role(aid, "actor"), of_role(aid, "recipient")) == (["Spain"], ["Andres Rey"])
    assert all(e.type != "REQUEST" for e in events)


def test_who_speaks_of_his_refused_envoy_refused_nothing() -> None:
    text = "Malaysia said its envoy had been refused permission to meet Ana Rey during his visit to Lima last week."
    assert of_role(one_of(text, "REJECT"), "actor") == []


def test_who_is_accused_beside_those_arrested_arrested_nobody() -> None:
    text = "The interior minister, Bo Fox, put the number of those arrested at 340 and accused Togo of sending thugs."
    assert of_role(one_of(text, "COERCE"), "actor") == []


def test_a_day_alone_opens_a_report() -> None:
    text = "Dec 2 - An air force jet dropped two bombs on a wedding in the Sagaing region on Tuesday, killing 19 people, a charity said."
    event = one_of(text, "ASSAULT")
    assert of_role(event, "actor") == ["An air force jet"]
    assert event.when is not None
    assert event.when.edtf == "2026-12-01"


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
    events = [e for e in events_of(text) if e.type in ("ASSAULT", "COERCE")]
    assert events
    assert all([s.name for s in e.sources] == [speaker] for e in events)


def test_a_town_by_which_a_deal_is_called_agreed_on_nothing() -> None:
    events = events_of("Ali Rey brokered the Pretoria accord that ended the war in 2022.")
    assert all("South Africa" not in of_role(e, "actor") for e in events)
