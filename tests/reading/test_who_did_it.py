"""Who did a deed and who did not, by the words around it."""

from __future__ import annotations

import pytest

from memcon.model import Event, Record, Report
from memcon.reading.pipeline import read


def _read(text: str, on: str = "2024-03-05") -> Record:
    return read(Report("news", text, published=on))


def _of(event: Event, role: str) -> list[str]:
    return [p.name for p in event.participants if p.role == role]


def _the(text: str, kind: str) -> Event:
    return next(e for e in _read(text).events if e.type == kind)


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Two Chadians suspected of the bombing of a Togolese jet fled.", "Chadians"),
        ("Police arrested two students for a shooting at a school.", "two students"),
        ("Carlos Mendes was arrested for plotting an attack on a mosque.", "Carlos Mendes"),
        ("Carlos Mendes was found guilty of the murder of a nurse.", "Carlos Mendes"),
        ("Chad sentenced Carlos Mendes to death for spying and for the killing of two guards.", "Carlos Mendes"),
    ],
)
def test_who_is_held_for_a_deed_did_it(text: str, actor: str) -> None:
    assert _of(_the(text, "ASSAULT"), "actor") == [actor]


@pytest.mark.parametrize(
    "text", ["Carlos Mendes was arrested in the raid on Monday.", "Carlos Mendes was cleared of the murder of a nurse."]
)
def test_who_is_arrested_in_a_raid_did_not_raid(text: str) -> None:
    assert _of(_the(text, "ASSAULT"), "actor") == []


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("A rebel attack killed ten people in Lima.", "rebel"),
        ("A police raid in Lima killed two men.", "police"),
        ("Two men died in a militant attack on a checkpoint.", "militant"),
    ],
)
def test_who_does_it_may_stand_before_the_deed(text: str, actor: str) -> None:
    assert _of(_read(text).events[-1], "actor") == [actor]


def test_who_stands_before_the_deed_is_who_was_told_of() -> None:
    record = _read("Rebels seized a bridge on Monday. A rebel attack had killed ten people the day before.")
    assert len({p.entity for e in record.events for p in e.participants if p.role == "actor"}) == 1


def test_a_terrorist_attack_is_a_kind_of_attack() -> None:
    assert _of(_the("A terrorist attack killed ten people in Lima.", "ASSAULT"), "actor") == []


def test_a_building_that_is_hit_kills_nobody() -> None:
    told = "The Moreno Tower in Lagos was wrecked by a blast on Monday, killing 40 people."
    event = _the(told, "ASSAULT")
    assert (_of(event, "actor"), _of(event, "recipient")) == ([], ["40 people"])


def test_who_ends_a_war_does_not_wage_it() -> None:
    assert _of(_the("Egypt is trying to end the war in Togo.", "ASSAULT"), "actor") == []


def test_the_defeat_of_one_by_another() -> None:
    event = _the("Chad's defeat by Togo in a short war in 1990 weakened President Moreno.", "ASSAULT")
    assert (_of(event, "actor"), _of(event, "recipient")) == (["Togo"], ["Chad"])


def test_with_whom_an_attack_is_carried_out() -> None:
    event = _the("Anna Keller, who carried out the attack with her husband, fled.", "ASSAULT")
    assert (_of(event, "actor"), _of(event, "recipient")) == (["Anna Keller", "Anna Keller's husband"], [])


def test_who_assembles_a_force_does_what_it_is_for() -> None:
    event = _the("Carlos Mendes promises to assemble a unit to round up migrants.", "COERCE")
    assert (_of(event, "actor"), _of(event, "recipient")) == (["Carlos Mendes"], ["migrants"])


def test_who_does_something_to_a_man_is_not_that_man() -> None:
    event = _the("Ivan Lind met Anna Keller. The man he had attacked was a Peruvian.", "ASSAULT")
    assert (_of(event, "actor"), _of(event, "recipient")) == (["Ivan Lind"], ["The man"])


def test_an_accident_told_in_a_clause() -> None:
    assert not _read("A girl was killed on Monday when a farmer accidentally ran into her with his tractor.").events


def test_those_of_several_states_are_one_party_where_the_report_does_not_name_them() -> None:
    event = _the("The leaders of Chad, Togo, Peru and Cuba met President Obama on Monday.", "CONSULT")
    assert _of(event, "actor") == ["The leaders of Chad, Togo, Peru and Cuba"]


def test_a_headline_with_a_stop_tells_whom_it_befell() -> None:
    event = _the("Lima man arrested over forged cheques. The man, 38, was held on Monday.", "COERCE")
    assert (_of(event, "actor"), _of(event, "recipient")) == ([], ["Lima man"])


def test_a_warrant_charges_for_somebody_else() -> None:
    event = _the("The Canadian warrant issued on Monday charged Carlos Mendes with murder.", "ACCUSE")
    assert (_of(event, "actor"), _of(event, "recipient")) == ([], ["Carlos Mendes"])


def test_who_is_struck_by_a_car_is_not_attacked() -> None:
    assert not _read("A cyclist was hit by a truck in Lima on Monday.").events


def test_a_town_is_bombed_and_taken() -> None:
    assert _of(_the("Rebels bombed two towns on Monday.", "ASSAULT"), "recipient") == ["two towns"]
    assert _of(_the("Rebels took the town of Faya on Monday.", "ASSAULT"), "recipient") == []


@pytest.mark.parametrize(
    ("text", "word", "actors"),
    [
        ("Ana Rey, a general and member of the junta that seized power in 2014, visited Togo.", "seized", ["the junta"]),
        ("Police arrested a member of the gang that killed two nurses.", "killed", ["the gang"]),
        ("The leader of the rebels, who attacked Kona, fled.", "attacked", ["The leader of the rebels"]),
    ],
)
def test_what_a_body_did_was_not_done_by_who_is_of_it(text: str, word: str, actors: list[str]) -> None:
    events = read(Report("r", text, published="2016-03-05")).events
    assert [p.name for e in events if e.triggers[0].quote == word for p in e.parties("actor")] == actors


def test_who_is_accused_of_not_condemning_a_coup_staged_none() -> None:
    events = read(Report("r", "Rey accused Western capitals of failing to condemn the coup.", published="2016-03-05")).events
    assert [[p.name for p in e.parties("actor")] for e in events if e.type == "ASSAULT"] == [[]]


def test_who_is_accused_does_what_it_is_accused_of_to_others() -> None:
    text = "Bo Fox, who has moved to Lima, accused Ivan Rey of trying to overthrow him with the money of Togo."
    events = read(Report("r", text, published="2016-03-05")).events
    told = [[(p.role, p.name) for p in e.participants] for e in events if e.type == "ASSAULT"]
    assert told == [[("actor", "Ivan Rey"), ("recipient", "Bo Fox")]]


def test_who_handles_a_war_badly_did_not_begin_it() -> None:
    events = _read("Carlos Mendes faulted the president's handling of the war in Togo.").events
    assert all("the president" not in _of(e, "actor") for e in events)


def test_who_gives_talks_says_what_is_said_in_them() -> None:
    text = "She remembers when officers came to the door and tried to arrest her brother, who had held lectures criticizing the king."
    assert _of(_the(text, "ACCUSE"), "actor") == ["her brother"]


def test_who_honours_the_victims_of_a_bombing_bombed_nobody() -> None:
    text = "Minister Ana Rey paid tribute on Tuesday to bombing victims and embassy staffers on a visit to Togo."
    assert all(_of(e, "actor") == [] for e in _read(text).events if e.type == "ASSAULT")


def test_who_honours_the_victims_of_a_deed_did_not_do_it() -> None:
    found = read(Report("r", "Ana Rey paid tribute Tuesday to bombing victims in Lome.", published="2024-03-05")).events
    assert [[p.name for p in e.participants if p.role == "actor"] for e in found if e.type == "ASSAULT"] == [[]]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Rey paid tribute Tuesday to bombing victims in Lome.",
        "Ana Rey heads a team that is investigating and prosecuting the bombings which killed ten people in Lome.",
    ],
)
def test_who_honours_the_victims_of_a_deed_or_looks_into_it_did_not_do_it(text: str) -> None:
    assert _of(_the(text, "ASSAULT"), "actor") == []


@pytest.mark.parametrize(
    "text",
    [
        'News agency APX said rockets fired by "rebel groups" struck a school in Lome, wounding ten.',
        "The army said shells launched by rebel groups hit a market in Kano on Monday.",
    ],
)
def test_who_fires_what_hits_did_it_and_not_who_says_so(text: str) -> None:
    assert _of(_the(text, "ASSAULT"), "actor") == ["rebel groups"]


@pytest.mark.parametrize(
    ("text", "word", "names"),
    [
        ("Burundi accused Rwanda of harbouring the rebels behind a December massacre.", "massacre", ["the rebels"]),
        ("Chad accused Togo of backing a failed coup in 2015.", "coup", []),
        ("The Secretary raised the detention of former Chadian officials.", "detention", []),
    ],
)
def test_who_helps_or_speaks_of_a_deed_did_not_do_it(text: str, word: str, names: list[str]) -> None:
    (event,) = [e for e in read(Report("r", text)).events if any(word in t.quote for t in e.triggers)]
    assert [p.name for p in event.parties("actor")] == names


@pytest.mark.parametrize(
    ("text", "kind", "who"),
    [
        ("Peru imposed sanctions on Bo Fox, a cousin of the general, for shelling villages in Togo.", "ASSAULT", "Bo Fox"),
        ("Peru has announced sanctions against five generals for bombing a village in Togo.", "ASSAULT", "five generals"),
        ("Soldiers detained the mayor for meeting the rebels in Kano.", "CONSULT", "the mayor"),
    ],
)
def test_whom_a_measure_meets_did_what_it_is_for(text: str, kind: str, who: str) -> None:
    assert _of(_the(text, kind), "actor") == [who]


def test_who_comes_to_a_besieged_town_does_not_besiege_it() -> None:
    assert _of(_the("The first UN convoy in five months entered besieged El Fasher.", "COERCE"), "actor") == []


def test_the_year_of_a_deed_is_not_that_of_the_charge() -> None:
    events = _read("He was charged with the murder of Noel Rey in December 2016 and with directing a gang.").events
    assert [(e.type, e.when and e.when.edtf) for e in events[:2]] == [("ACCUSE", None), ("ASSAULT", "2016-12")]


def test_who_only_says_that_some_were_tortured_tortured_nobody() -> None:
    text = "More than 500 people were arrested in two weeks, and Amnesty International says many of them were tortured in custody."
    assert _of(_the(text, "ASSAULT"), "actor") == []


def test_who_dies_of_a_wound_did_not_do_it() -> None:
    text = "A protester was shot dead in Lima. Eduardo Ruiz, a rapper, died of a gunshot wound as thousands marched on Congress."
    assert not [e for e in _read(text).events if e.type == "ASSAULT" and "Eduardo Ruiz" in _of(e, "actor")]


def test_who_is_freed_by_a_raid_is_not_raided() -> None:
    bombed = _the("The army said its jets had bombed bandit hideouts in Katsina, freeing 76 hostages.", "ASSAULT")
    assert "76 hostages" not in _of(bombed, "recipient")


def test_whom_a_sentence_before_tells_of_is_not_what_is_hit() -> None:
    text = "A suicide attack killed seven Pakistani soldiers on Friday. Hours later jets hit targets in Paktika, Afghan officials said."
    hit = next(e for e in _read(text).events if "hit" in {t.quote for t in e.triggers})
    assert "seven Pakistani soldiers" not in _of(hit, "recipient")


def test_talks_that_a_release_follows_are_of_who_releases() -> None:
    talks = _the("President Ali Rey pardoned 52 prisoners today following talks in Minsk with a U.S. delegation.", "CONSULT")
    assert _of(talks, "actor") == ["Ali Rey"]


def test_who_only_took_somebody_did_not_sentence_him() -> None:
    verdict = _the("Bo Fox was seized by officers at the border in August 2022 and sentenced to nine years in a closed trial.", "SANCTION")
    assert _of(verdict, "actor") == []
