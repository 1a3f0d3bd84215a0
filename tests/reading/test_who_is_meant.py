"""Whom offices, capitals, letters and common surnames mean, by what else the report tells."""

from __future__ import annotations

import pytest
from tests.reading.events_told import events_of, of_role, one_of, trigger_words

from memcon.model import Record, Report
from memcon.reading.pipeline import read


def _read(text: str) -> Record:
    return read(Report("meant", text, published="2024-05-14"))


def test_an_office_told_in_words_of_its_own_is_its_holder() -> None:
    record = _read("Ivan Rey met Iran's Supreme Leader in Qom.")
    assert [p.name for p in record.events[0].participants if p.role == "recipient"] == ["Ali Khamenei"]


def test_brussels_is_belgium_where_the_report_tells_of_belgium_alone() -> None:
    for text, name in (
        ("Chad severed ties with Belgium on Monday. Brussels expelled four Chadian diplomats.", "Belgium"),
        ("Brussels condemned the raid on Monday.", "European Union"),
        ("The European Union imposed sanctions on Chad. Belgium backed the step. Brussels condemned Togo.", "European Union"),
    ):
        (act,) = [e for e in _read(text).events if e.triggers[0].quote in ("expelled", "condemned")]
        assert [p.name for p in act.participants if p.role == "actor"] == [name], text


def test_a_town_tells_whose_forces_go_by_letters() -> None:
    record = _read("The RSF attacked El Fasher on Monday.")
    assert [p.name for p in record.events[0].participants if p.role == "actor"] == ["Rapid Support Forces"]
    record = _read("RSF condemned the arrest of a journalist in Lima.")
    assert [p.name for p in record.events[0].participants if p.role == "actor"] == ["Reporters Without Borders"]


def test_a_common_surname_is_nobody_long_out_of_office() -> None:
    for text in ("President Garcia met union leaders on Monday.", "General Smith warned of attacks.", "Prime Minister Khan met the envoy."):
        (who,) = [p for p in _read(text).events[0].participants if p.role == "actor"]
        assert " " not in who.name, text


def test_all_who_bear_a_name_stay_somebody_each() -> None:
    told = (
        "Jeff Doran, 52, and Lyn Doran, 48, of 18 Sunny Lane, have been selling guns. The Dorans were unknown, a judge said. "
        "Police gained entry to the Dorans’ trade and bought from them. In a raid at their home, the Dorans were arrested."
    )
    record = read(Report("r", told, published="2024-03-05"))
    assert all(entity.mentions for entity in record.entities)
    arrest = next(e for e in record.events if any(t.quote == "arrested" for t in e.triggers))
    assert [p.name for p in arrest.participants if p.role == "recipient"] == ["Jeff Doran", "Lyn Doran"]


def test_a_name_that_opens_a_sentence_is_the_one_named_before() -> None:
    text = (
        "Envoys from Kenya and Ethiopia met the leader of Sudan's Rapid Support Forces, Mohamed Hamdan Dagalo, in Addis Ababa on Friday "
        "and urged him to accept a truce, two diplomats said.\n\nDagalo demanded that the army first lift its blockade of Khartoum."
    )
    demand = next(e for e in read(Report("news", text, published="2023-10-14")).events if any(t.quote == "demanded" for t in e.triggers))
    assert [p.name for p in demand.participants if p.role == "actor"] == ["Mohamed Hamdan Dagalo"]


def test_names_are_whole_with_a_first_name_that_nobody_knows_and_with_words_of_grammar() -> None:
    for text, name in (
        ("Ana Rey met Bo Fox.", "Ana Rey"),
        ("The party's spokesman, Gatluak Both Baluang, accused the army of attacking its bases.", "Gatluak Both Baluang"),
        ("Kim So Yong met the envoys in Lima.", "Kim So Yong"),
        ("Senator Rey met Bo Fox.", "Rey"),
    ):
        event = _read(text).events[0]
        assert [p.name for p in event.participants if p.role == "actor"] == [name], text


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Fiji's prime minister, Ishaq Dar, met the rebels. Dar told them to leave.", "Ishaq Dar"),  # another holds the office
        ("Chad's president, Sitiveni Rabuka, left on Monday. Rabuka told the rebels to leave.", "Sitiveni Rabuka"),
        ("President Suharto met students. Suharto told the rebels to leave.", "Suharto"),
        ("Ivan Okello Rey met the rebels in Lima. Okello told them to leave.", "Ivan Okello Rey"),
    ],
)
def test_a_short_name_is_whom_the_report_has_named_more_fully(text: str, name: str) -> None:
    record = read(Report("r", text, published="2016-05-04"))
    (told,) = [e for e in record.events if e.type == "REQUEST"]
    assert [p.name for p in told.parties("actor")] == [name]
    assert [e.name for e in record.entities if e.kind == "person"] == [name]


def test_who_brokers_for_the_two_countries_is_none_of_them() -> None:
    text = "Togo rebuffed Chad. Kenya, which brokered an accord between the two countries in June, imposed sanctions on a militia."
    brokered = next(e for e in _read(text).events if e.mode == "mediation")
    assert sorted(p.name for p in brokered.parties("recipient")) == ["Chad", "Togo"]


def test_two_of_more_things_are_nobody() -> None:
    text = "Rey phoned Ann Lee on Monday. Three rockets were fired at Metula. Two were intercepted and the third fell short."
    hit = [p.name for e in _read(text).events if e.type != "CONSULT" for p in e.participants]
    assert not {"Rey", "Ann Lee"} & set(hit)


def test_what_is_done_next_is_done_to_the_thing() -> None:
    events = _read("Pirates seized a tanker off Somalia and took it to Eyl.").events
    assert all(p.name != "Somalia" for e in events for p in e.participants)


def test_his_president_is_the_president_of_the_state_that_somebody_serves() -> None:
    record = _read(
        "President Abbas spoke with Ana Rey on Monday. Iran's ambassador Ali Sadr later handed her a message from his president."
    )
    (message,) = [e for e in record.events if "message" in [t.quote for t in e.triggers]]
    assert [p.name for p in message.participants if p.role == "actor"] == ["Ebrahim Raisi"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ana Rey was arrested on Monday. On Tuesday the Force Commander met Bo Fox in Lima.", {"the Force Commander", "Bo Fox"}),
        ("Force Commander Ana Rey came on Monday. On Tuesday the Force Commander met Bo Fox in Lima.", {"Ana Rey", "Bo Fox"}),
    ],
)
def test_an_office_in_capitals_is_nobody_of_another(text: str, names: set[str]) -> None:
    assert {p.name for p in one_of(text, "CONSULT", "meeting").participants} == names


@pytest.mark.parametrize(
    "contact", ["Ana Rey spoke by phone with Bo Fox.", "Ana Rey held talks with Peru's premier.", "Ana Rey met Bo Fox."]
)
def test_the_sides_of_a_meeting_are_not_two_states_told_of_before(contact: str) -> None:
    event = one_of(f"Chad and Togo traded fire in May. {contact} Both sides condemned the strikes.", "ACCUSE")
    assert of_role(event, "actor") == ["Both sides"]


@pytest.mark.parametrize(
    "text",
    [
        "Peru repeated its support for Chad and its condemnation of the coup.",
        "Ana Rey repeated Peru's support for Chad and its condemnation of the coup.",
    ],
)
def test_the_second_of_two_nouns_is_whose_the_first_is(text: str) -> None:
    assert [of_role(e, "actor") for e in events_of(text) if "condemnation" in trigger_words(e)] == [["Peru"]]
