"""A number of those told before, those who are taken, and which group a noun or pronoun means."""

from __future__ import annotations

import pytest

from memcon.model import Event, Report
from memcon.reading.pipeline import read


def _events(text: str, on: str = "2024-03-05") -> list[Event]:
    return list(read(Report("groups", text, published=on)).events)


def _of(event: Event, role: str) -> list[str | None]:
    return [p.name for p in event.participants if p.role == role]


@pytest.mark.parametrize(
    ("text", "role", "name"),
    [
        ("Five of the hostages were freed on Monday.", "recipient", "Five of the hostages"),
        ("Police arrested six of the protesters.", "recipient", "six of the protesters"),
        ("Police arrested two of them.", "recipient", "two of them"),
        ("Two of the three soldiers were killed in an ambush near Gao.", "recipient", "Two of the three soldiers"),
        ("One of the ministers resigned.", "actor", "One of the ministers"),
        ("Four of the ministers met the president on Monday.", "actor", "Four of the ministers"),
        ("Ten of the 15 members voted for the resolution.", "actor", "Ten of the 15 members"),
        ("Police said they had arrested 210 people, 140 of them in the capital.", "recipient", "210 people"),
        ("Most of the hostages were freed by the rebels.", "recipient", "the hostages"),
        ("It had taken 16 soldiers prisoner, the army said.", "recipient", "16 soldiers"),
        ("The rebels took five policemen hostage.", "recipient", "five policemen"),
    ],
)
def test_a_number_of_them_is_a_party(text: str, role: str, name: str) -> None:
    (event,) = _events(text)
    assert _of(event, role) == [name]


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Drones hit Kharkiv on Monday.", "Kharkiv"),
        ("Russia struck Odesa with drones.", "Odesa"),
        ("Rebels attacked Goma on Monday.", "Goma"),
        ("Hezbollah rockets hit Haifa and Safed.", "Haifa"),
        ("Jihadists captured the garrison town of Farabougou in central Mali on Tuesday.", "Farabougou"),
    ],
)
def test_a_town_that_arms_strike_is_where_and_nobody(text: str, where: str) -> None:
    (event,) = _events(text)
    assert event.where is not None
    assert event.where.span.quote == where
    assert not {"Kharkiv", "Odesa", "Goma", "Haifa", "Safed"} & set(_of(event, "recipient"))


def test_a_person_whom_a_drone_strikes_is_no_town() -> None:
    (event,) = _events("A drone struck Abu Sayed in his car.")
    assert _of(event, "recipient") == ["Abu Sayed"]


def test_a_village_that_nobody_lists_is_a_place_where_its_name_stands_before_a_raid() -> None:
    attack, _ = _events("Gunmen stormed a church in Bokkos on Sunday. Police arrested two suspects over the Bokkos raid.")
    assert _of(attack, "actor") == ["Gunmen"]
    assert attack.where is not None
    assert attack.where.span.quote == "Bokkos"


COUP = (
    "Soldiers seized power in Gabon on Wednesday. They put the president under house arrest. France condemned the coup; it has about 400 "
    "soldiers in the country. ECCAS leaders are to meet on Monday. Albert Rey accused the soldiers of treason and urged them to leave."
)


def test_soldiers_told_of_in_passing_are_not_those_who_acted() -> None:
    accused = next(e for e in _events(COUP) if e.type == "ACCUSE" and "Albert Rey" in _of(e, "actor"))
    seized = _events(COUP)[0]
    ids = [[p.entity for p in e.participants if p.role == role] for e, role in ((accused, "recipient"), (seized, "actor"))]
    assert ids[0] == ids[1]


def test_them_behind_a_second_verb_are_the_object_of_the_first() -> None:
    events = _events("ECCAS leaders are to meet on Monday. Ivan Rey criticised the generals and urged them to leave.")
    urged = next(e for e in events if e.type == "REQUEST")
    assert _of(urged, "recipient") == ["the generals"]


@pytest.mark.parametrize(
    ("text", "with_whom"),
    [
        ("Qatar brokered the truce with Egypt on Friday.", ["Egypt"]),
        ("Oman mediated a prisoner swap with Norway.", ["Norway"]),
        ("Peru brokered a nuclear deal with Iran.", []),
    ],
)
def test_who_brokers_a_truce_with_others_coordinates_with_them(text: str, with_whom: list[str]) -> None:
    events = _events(text)
    assert next(_of(e, "coordinated_with") for e in events if e.mode == "mediation") == with_whom
    assert not [name for e in events for name in with_whom if name in _of(e, "recipient") + _of(e, "actor")]


@pytest.mark.parametrize("text", ["Islamic State affiliate ISWAP attacked a base.", "ISWAP, an Islamic State affiliate, attacked a base."])
def test_an_affiliate_is_not_the_group_itself(text: str) -> None:
    (event,) = _events(text)
    assert _of(event, "actor") == ["Islamic State West Africa Province"]


def test_the_nation_that_a_president_addresses_is_his() -> None:
    text = "Kenya's police killed a student. The United States was shocked. President William Ruto is due to address the nation on Tuesday."
    addressed = _events(text)[-1]
    assert "United States" not in _of(addressed, "recipient")


def test_who_tells_of_missiles_that_fell_did_not_fire_them() -> None:
    for event in _events("North Korea fired two missiles. Japan's defence ministry said the missiles fell outside its waters."):
        assert "Japan" not in _of(event, "actor") or event.type == "STATEMENT"


def test_those_whom_a_participle_tells_of_are_not_struck_again() -> None:
    text = "In January, militants overran a camp, killing 30 soldiers, and in February they attacked the airport in Timbuktu."
    assert [_of(e, "recipient") for e in _events(text)] == [["30 soldiers"], ["the airport"]]


def test_people_at_large_are_not_those_who_were_counted() -> None:
    events = _events("Nine people died in clashes on Thursday. The party called on people to march.")
    assert _of(next(e for e in events if e.type == "REQUEST"), "recipient") != ["Nine people"]


def test_who_denies_one_thing_and_accuses_somebody_accuses() -> None:
    (event,) = _events("A spokesman for the rebels denied that his men were in the area and accused the army.")
    assert (event.type, event.status) == ("ACCUSE", "happened")


def test_what_many_suffered_in_a_year_is_not_the_attack_of_a_day() -> None:
    day, year = _events(
        "Four aid workers were shot dead in Jonglei on Saturday. Seven aid workers have been killed across the country this year."
    )
    assert (day.when and day.when.edtf, year.when and year.when.edtf) == ("2024-03-02", "2024")


def test_those_who_sign_for_states_do_not_take_their_place() -> None:
    text = "Saudi Arabia and Iran agreed on Friday to restore ties. The deal was signed by Iran's top security official, Ali Shamkhani."
    agreed = next(e for e in _events(text) if e.type == "AGREE")
    assert _of(agreed, "actor") == ["Saudi Arabia", "Iran"]


def test_an_army_chief_who_is_dismissed_is_not_reproached() -> None:
    assert _events("The president dismissed army chief Ivan Rey in February.") == []
    assert [e.type for e in _events("The president dismissed Ivan Rey as a liar.")] == ["ACCUSE"]


def test_whose_draft_condemns_a_killing_did_not_kill() -> None:
    events = _events("The Security Council rejected a Russian draft resolution condemning the killing of civilians in Gaza.")
    assert [_of(e, "actor") for e in events if e.type == "ASSAULT"] == [[]]
