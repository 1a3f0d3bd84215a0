"""Whom words mean that come before the name, what a title is, and who is held to have done harm."""

from __future__ import annotations

import pytest

from memcon.model import Event, Record, Report
from memcon.reading.pipeline import read


def _read(text: str, on: str = "2024-03-05") -> Record:
    return read(Report("named", text, published=on))


def _of(event: Event, role: str) -> list[str | None]:
    return [p.name for p in event.participants if p.role == role]


@pytest.mark.parametrize(
    ("text", "role", "names"),
    [
        (
            "Two journalists were arrested in Mali on Monday. Police detained Moussa Traore and Awa Diallo at their homes.",
            "recipient",
            ["Moussa Traore", "Awa Diallo"],
        ),
        (
            "Police in Kenya arrested three activists on Monday. John Otieno, Mary Wanjiru and Peter Kamau were held at their homes.",
            "recipient",
            ["John Otieno", "Mary Wanjiru", "Peter Kamau"],
        ),
        (
            "A journalist was shot dead in Mexico on Monday. Gunmen killed Carlos Mendez outside his home in Veracruz.",
            "recipient",
            ["Carlos Mendez"],
        ),
        (
            "Two ministers resigned in Israel on Monday. Energy Minister Dana Levi and Trade Minister Avi Cohen left over the war.",
            "actor",
            ["Dana Levi", "Avi Cohen"],
        ),
        (
            "Two UN officials urged Chad to open the border on Monday. John Smith and Mary Jones said aid was running out.",
            "actor",
            ["John Smith", "Mary Jones"],
        ),
    ],
)
def test_people_counted_first_and_named_below_are_one(text: str, role: str, names: list[str]) -> None:
    (event,) = _read(text).events
    assert _of(event, role) == names


@pytest.mark.parametrize(
    "text",
    [
        "Two soldiers were killed on Monday. The army chief met Ana Rey and Leo Fox in Lima.",
        "Two men were arrested on Monday. Two women were also held. Police detained John Otieno and Peter Kamau at a rally.",
        "A soldier was killed in the north of Mali on Monday. In Niger, gunmen also shot Ali Musa, a teacher.",
    ],
)
def test_others_named_below_are_not_those_counted(text: str) -> None:
    events = _read(text).events
    assert len(events) > 1
    assert not set(_of(events[0], "recipient")) & {"Ana Rey", "John Otieno", "Ali Musa"}


def test_two_men_and_two_women_are_arrested_twice() -> None:
    events = _read("Two men were arrested on Monday and two women were arrested as well.").events
    assert [_of(e, "recipient") for e in events] == [["Two men"], ["two women"]]


@pytest.mark.parametrize(
    "text",
    [
        "Defense Secretary Ana Rey met Defence Minister Leo Fox on Monday.",
        "Conservative President Maria Santos met Socialist leader Pedro Gomez.",
    ],
)
def test_words_of_titles_name_nobody(text: str) -> None:
    assert all(entity.kind == "person" and " " in entity.name for entity in _read(text).entities)


def test_two_offices_before_one_name_are_of_one() -> None:
    (event,) = _read("Former foreign minister and opposition leader Maria Santos called for sanctions on Chad.").events
    assert _of(event, "actor") == ["Maria Santos"]
    two = _read("The foreign minister and opposition leader Maria Santos met in Lima on Monday.").events[0]
    assert len(_of(two, "actor")) == 2


def test_a_surname_that_begins_a_sentence_is_its_bearers() -> None:
    told = "Jeff Radke, a State Department official, said talks would resume. Radke also urged both armies to wait."
    assert _of(_read(told).events[-1], "actor") == ["Jeff Radke"]


def test_the_group_is_the_one_that_is_named_near() -> None:
    told = (
        "Chad turns down a plea to hand over gunmen as Abuja accuses the group of a suicide bombing.\n"
        "Nigeria wants Chad to arrest two leaders of Boko Haram, who came for a truce, since a suicide bombing was blamed on the group."
    )
    bombing = next(e for e in _read(told).events if e.type == "ASSAULT")
    assert _of(bombing, "actor") == ["Boko Haram"]
    denied = _read("The Blue Front shelled a town on Monday. The group has fought the army since 2012. The militants denied the attack.")
    assert next(e.name for e in denied.entities if "The militants" in [m.quote for m in e.mentions]) == "Blue Front"


def test_the_administration_is_the_one_told_before() -> None:
    told = _read("The Obama administration signed a deal with Iran. Tehran said the administration kept its word.")
    assert next(e.name for e in told.entities if "the administration" in [m.quote for m in e.mentions]) == "The Obama administration"


def test_all_of_whom_are_a_whole_row() -> None:
    events = _read("Maria Santos, Pedro Gomez and Juan Ortega, all of whom opposed the accord, met Carlos Mendez.").events
    assert _of(events[0], "actor") == ["Maria Santos", "Pedro Gomez", "Juan Ortega"]


@pytest.mark.parametrize(
    ("text", "blamed"),
    [
        ("The army said rebel commanders were to blame for two bomb attacks.", "rebel commanders"),
        ("A minister said Chad was to blame for the deaths.", "Chad"),
        ("Police said they believed the Blue Front was behind the bombing.", "Blue Front"),
    ],
)
def test_who_is_said_to_be_behind_harm_is_accused(text: str, blamed: str) -> None:
    accusation = next(e for e in _read(text).events if e.type == "ACCUSE")
    assert accusation.mode == "allege"
    assert _of(accusation, "recipient") == [blamed]


@pytest.mark.parametrize(
    "text",
    ["The Blue Front said it was behind the raid on the depot.", "The minister said Chad was not behind the raid on the depot."],
)
def test_who_claims_or_is_cleared_is_not_accused(text: str) -> None:
    assert all(e.type != "ACCUSE" for e in _read(text).events)


def test_who_claims_a_killing_did_it_wherever_the_clause_hangs() -> None:
    (event,) = _read("The killing of a Togolese judge which had been claimed by the Blue Front angered the court.").events
    assert _of(event, "actor") == ["Blue Front"]


@pytest.mark.parametrize("text", ["Customs officers discovered a car bomb at the border.", "Soldiers found a roadside bomb near the base."])
def test_a_bomb_that_is_found_has_not_gone_off(text: str) -> None:
    assert all(e.type != "ASSAULT" for e in _read(text).events)


@pytest.mark.parametrize(
    ("text", "recipient"),
    [
        ("Chad faces sanctions over the raid.", "Chad"),
        ("The army faced an attack on Monday.", "The army"),
        ("Rey drew praise from Peru for the deal.", "Rey"),
    ],
)
def test_what_one_faces_befalls_one(text: str, recipient: str) -> None:
    event = _read(text).events[0]
    assert _of(event, "recipient") == [recipient]
    assert recipient not in _of(event, "actor")


def test_victims_of_an_attack_are_brought_home_by_no_attacker() -> None:
    events = _read("Ten victims of the embassy bombing were brought back by Madeleine Albright.").events
    assert all("Madeleine Albright" not in _of(e, "actor") for e in events if e.type == "ASSAULT")


def test_attacks_on_places_kill_and_not_the_places() -> None:
    told = "The raids on army posts in Chad and Niger, which killed forty people, shocked Ana Rey."
    attack = next(e for e in _read(told).events if e.type == "ASSAULT")
    assert _of(attack, "actor") == []
    assert _of(attack, "recipient") == ["forty people"]


def test_five_fighters_are_not_the_whole_group() -> None:
    attack, threat = _read("Troops killed five Hezbollah fighters on Monday. Hezbollah vowed revenge.").events
    assert _of(attack, "recipient") == ["five Hezbollah fighters"]
    assert _of(threat, "actor") == ["Hezbollah"]


def test_the_administration_of_a_leader_is_not_the_state_told_before() -> None:
    invasion = _read("Egypt praised Chad. The Bush administration invaded Iraq.").events[-1]
    assert _of(invasion, "actor") == ["The Bush administration"]


@pytest.mark.parametrize(
    "text", ["Russia rejected the Paris Agreement.", "Saudi Arabia follows a strain of Islam that believes music is a sin."]
)
def test_texts_and_creeds_are_nobody(text: str) -> None:
    assert all(entity.kind == "state" for entity in _read(text).entities)


def test_a_name_with_and_is_one() -> None:
    (attack,) = _read("The Justice and Equality Movement attacked a town on Monday.").events
    assert _of(attack, "actor") == ["Justice and Equality Movement"]


def test_an_apostrophe_the_wrong_way_round() -> None:
    assert [e.name for e in _read("Donald Trump‘s view is wrong, Khan said. Khan met Trump.").entities if "Trump" in e.name] == [
        "Donald Trump"
    ]


def test_a_request_refused_after_something_happened_leaves_that_as_done() -> None:
    told = "Niger rejects Mali's request to hand over gunmen after Bamako accuses them of a raid. It met. It left. It won."
    blame = next(e for e in _read(told).events if e.type == "ACCUSE")
    assert blame.status == "happened"


def test_the_day_of_what_is_supposed_is_nobodys_day() -> None:
    (said,) = _read("Trump said ties would suffer if he lost the election on Nov. 8.", "2016-05-16").events
    assert said.when is None


def test_whom_a_description_means_under_he_where_a_reason_is_given() -> None:
    told = "Trump said he was unhappy with Cameron because the British premier had criticised the U.S. candidate."
    cast = next(e for e in _read(told, "2016-05-16").events if e.type == "ACCUSE")
    assert _of(cast, "recipient") == ["Donald Trump"]


def test_a_number_and_its_parts_are_one_party() -> None:
    (arrest,) = [e for e in _read("Police arrested 12 people, seven women and five men, on Sunday.").events if e.type == "COERCE"]
    assert _of(arrest, "recipient") == ["12 people"]


def test_one_of_two_peoples_is_a_person() -> None:
    told = "Friends of Karim Haddad, the German-Tunisian who drove a truck into a market, accused the police of neglect."
    kinds = {e.name: e.kind for e in _read(told).entities}
    assert kinds["the German-Tunisian"] == "person"
    assert "Tunisia" not in kinds
    assert next(e.kind for e in _read("A French-Tunisian attacked a crowd in Nice.").entities if "Tunisian" in e.name) == "person"


def test_one_of_a_group_is_a_person() -> None:
    events = _read("Police arrested a Hezbollah fighter. An IRA commander met the envoy.").events
    assert [_of(e, "recipient" if e.type == "COERCE" else "actor") for e in events] == [["a Hezbollah fighter"], ["An IRA commander"]]


def test_whom_those_armed_fight_is_not_armed() -> None:
    armed = next(e for e in _read("Turkey is arming Libyan militias battling the Tobruk army.").events if e.type == "AID")
    assert _of(armed, "recipient") == ["Libyan militias"]


def test_a_convict_is_the_one_described() -> None:
    convicted = next(
        e for e in _read("The rally was led by Yusuf Rahman, a convicted Boko Haram recruiter.").events if e.type == "SANCTION"
    )
    assert _of(convicted, "recipient") == ["Yusuf Rahman"]


def test_bridges_and_squares_are_nobody() -> None:
    assert all(e.kind != "organisation" for e in _read("Gunmen attacked a crowd on London Bridge and near Taksim Square.").entities)
