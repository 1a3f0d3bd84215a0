"""Whom "he" means beside those who speak."""

from __future__ import annotations

import pytest
from tests.reading.parties_meant import meant

from memcon.model import Report
from memcon.reading.pipeline import read


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Police spokesman Bo Fox said the army arrested Ivan Rey as he was about to flee.", ["Ivan Rey"]),
        ("The detective, Bo Fox, said police killed Ivan Rey when he attacked them.", ["Ivan Rey"]),
        ("Ivan Rey was arrested on Monday, police spokesman Bo Fox said. He was charged after an interview, Fox said.", ["Ivan Rey"]),
    ],
)
def test_whom_a_body_did_something_to_is_he_below(text: str, names: list[str]) -> None:
    assert meant(text, "He" if " He " in text else "he") == names


def test_who_names_somebody_in_a_quotation_is_another() -> None:
    text = '"Ivan Rey has attacked Chad," Bo Fox told the crowd. "In May, Ivan Rey attacked Togo," he said.'
    events = [e for e in read(Report("said", text, published="2024-05-14")).events if e.type == "ASSAULT"]
    assert [[s.name for s in e.sources] for e in events] == [["Bo Fox"], ["Bo Fox"]]


def test_who_did_what_a_visit_was_is_whose_it_was() -> None:
    assert meant("Bo Fox cited Ann Rey's visit to the camp in which she met rebels.", "she") == ["Ann Rey"]
    assert meant("Bill Fox praised Ann Rey's book in which he met rebels.", "he") == ["Bill Fox"]


@pytest.mark.parametrize(
    "text",
    [
        "Ivan Rey met envoys in Lima and thanked Peru's former minister Bo Fox for his mediation.",
        "Ivan Rey praised Bo Fox for his mediation in Lima.",
        "Ivan Rey congratulated Bo Fox on his election.",
        "Chad's army chief Ivan Rey criticised Bo Fox over his visit to Togo.",
    ],
)
def test_what_is_answered_is_the_deed_of_whom_the_answer_is_to(text: str) -> None:
    assert meant(text, "his") == ["Bo Fox"], text


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        (
            "Talks between President Ivan Rey and Prime Minister Bo Fox collapsed. The weather was bad. Crowds watched. Snow fell. "
            "It was the first time the two men had met since May.",
            ["Ivan Rey", "Bo Fox"],
        ),
        (
            "President Ivan Rey met President Bo Fox before travelling on to meet Prime Minister Ana Lee. "
            "Rey said he had invited both leaders to Lima.",
            ["Bo Fox", "Ana Lee"],
        ),
    ],
)
def test_both_leaders_are_those_told_of_together_or_the_only_two(text: str, whom: list[str]) -> None:
    assert meant(text, "men" if "two men" in text else "leaders") == whom


def test_those_counted_before_are_counted_again_and_not_two_persons_named_near() -> None:
    text = "Ann Lee spoke with Ivan Rey about two Chadians kidnapped by rebels. The two were taken at a roadblock."
    assert meant(text, "two", 1) == ["Chadians"]
    text = "Bo Fox met Ivan Rey to arrange the release of two Chadian hostages. Fox spoke with Ana Lee. Rey said the two men were freed."
    assert meant(text, "men") == ["two Chadian hostages"]
    assert meant("Ivan Rey met Bo Fox. Rebels hold two prisoners. The two men said they would meet again.", "men") == ["Ivan Rey", "Bo Fox"]


def test_two_men_told_of_without_a_name_are_no_others() -> None:
    assert meant("Ivan Rey met Bo Fox. Police arrested two men. The two men were charged.", "men", 1) == ["two men"]
    assert meant("President Ivan Rey met President Bo Fox. The two men killed on Monday were miners.", "men") == ["The two men"]


def test_the_two_who_met_are_not_those_who_told_of_it() -> None:
    text = (
        "Ali Rey, the Peruvian minister, arrived first and left by a side door before his Chadian colleague, Bo Fox, was driven in, "
        "according to two people at the palace. The two did not meet."
    )
    event = next(e for e in read(Report("t", text, published="2026-11-24")).events if e.status == "denied")
    assert {p.name for p in event.participants} == {"Ali Rey", "Bo Fox"}


def test_it_adds_what_its_text_said() -> None:
    text = "A communique from Palm House said Rey had visited Lome. It added that the African Union had endorsed the Kenyan initiative."
    event = next(e for e in read(Report("t", text, published="2026-11-24")).events if e.type == "SUPPORT")
    assert [one.name for one in event.sources] == ["Palm House"]


def test_a_noun_with_its_day_is_of_the_contact_of_that_day() -> None:
    text = (
        "Rey yesterday held separate meetings with Ana Fox and Leo Lee.\n\nThe neighbours undertook in 2024 to negotiate.\n\n"
        "Yesterday's meetings came a day after Chad recalled its envoy."
    )
    events = [e for e in read(Report("t", text, published="2026-11-24")).events if any(t.quote == "meetings" for t in e.triggers)]
    assert all({t.quote for t in e.triggers} == {"meetings"} for e in events)


def test_who_speaks_for_his_part_speaks_on() -> None:
    text = (
        "Prime Minister Bo Rey of Chad received Peruvian Speaker Leo Fox on Monday. Rey praised the Peruvian people. For his part, the "
        "Peruvian guest briefed the cabinet on the vote. He asked Chad to reopen its embassy in Lima."
    )
    event = next(e for e in read(Report("t", text, published="2026-11-24")).events if any(t.quote == "asked" for t in e.triggers))
    assert [p.name for p in event.participants if p.role == "actor"] == ["Leo Fox"]


def test_a_minister_asks_nothing_of_the_own_state() -> None:
    text = "Chadian minister Bo Rey met Peruvian envoy Leo Fox on Monday. He urged Chad to stay in the pact."
    event = next(e for e in read(Report("t", text, published="2026-11-24")).events if e.type == "REQUEST")
    assert [p.name for p in event.participants if p.role == "actor"] == ["Leo Fox"]


def test_who_was_told_of_for_long_is_not_meant_for_that_alone() -> None:
    text = (
        "Celso Amorim flew to Lima and was received by President Ivan Rey. The diplomat went on to Paris, where he met Leo Fox. "
        "He has not been to Lome. Lula, who postponed a trip, wants to set up a group. He discussed the idea by phone with Bo Poe."
    )
    (call,) = [e for e in read(Report("r", text)).events if e.mode == "call"]
    assert [p.mention.quote for p in call.parties("actor")] == ["Lula"]


def test_who_leads_a_delegation_is_not_whom_it_meets() -> None:
    text = (
        "Retno Rey kept quiet. A member of the council said its delegation, led by Foreign Minister Zin Aung, had spent three hours with "
        "her on Monday."
    )
    (meeting,) = [e for e in read(Report("r", text)).events if e.type == "CONSULT"]
    assert [p.name for p in meeting.parties("recipient")] == ["Retno Rey"]


def test_the_subject_of_the_sentence_before_goes_on() -> None:
    text = (
        "Prime Minister Anthony Albanese told a press conference on Tuesday that the attacks were acts of aggression. "
        "Canberra suspended operations at its embassy, he said. "
        "Iran's foreign ministry spokesman, Esmaeil Baghaei, said Tehran rejected the accusation. He accused Australia of lies."
    )
    charge = [e for e in read(Report("r", text, published="2025-08-26")).events if e.type == "ACCUSE"][-1]
    assert [p.name for p in charge.participants if p.role == "actor"] == ["Esmaeil Baghaei"]


def test_a_surname_taken_for_a_body_is_the_aged_person_s() -> None:
    text = 'Raivo Tamm, 52, was seized by officers at the border in 2022. "They beat me on the soles of my feet," Tamm told reporters.'
    people = [e.name for e in read(Report("r", text, published="2024-03-09")).entities if e.kind == "person" and "Tamm" in e.name]
    assert people == ["Raivo Tamm"]


def test_those_who_are_arrested_are_not_the_police_who_say_so() -> None:
    arrest = next(
        e for e in read(Report("r", "Police said the two men had fled. They were arrested on Monday.")).events if e.type == "COERCE"
    )
    assert [(p.role, p.name) for p in arrest.participants] == [("actor", "Police"), ("recipient", "the two men")]


def test_who_speaks_is_none_of_those_he_tells_of() -> None:
    text = (
        "Columnist Ana Olsen questioned Senator Marek Dudek about the mayor of Lima. "
        '"But he fears the gangs. He wants to arrest them," Olsen said.'
    )
    arrest = next(e for e in read(Report("r", text)).events if e.type == "COERCE")
    assert [p.name for p in arrest.parties("recipient")] == ["the gangs"]
