"""Remarks as newspapers tell them: what somebody is called, warnings of what one's own side may do, campaigns that speak."""

from __future__ import annotations

import pytest
from tests.reading.events_told import events_of, of_role, one_of, trigger_words
from tests.reading.parties_meant import meant

from memcon.actors import registry
from memcon.places import gazetteer
from memcon.reading.parse.parsing import parser
from memcon.reading.parties.mentions import Mentions


@pytest.mark.parametrize(
    "text",
    [
        'Speaking in Lima, Mr. Rey called Ms. Sokol "a tough customer, but somebody we can work with," and left.',
        'Mr. Rey called Ms. Sokol "a gifted woman" on Sunday.',
    ],
)
def test_what_somebody_is_called_in_quotation_marks_is_no_telephone_call(text: str) -> None:
    assert not [e for e in events_of(text) if e.type == "CONSULT"]


def test_who_is_called_something_good_is_praised() -> None:
    praise = one_of('President Bo Rey called Mr. Fox "a strong leader" on Sunday.', "SUPPORT")
    assert (of_role(praise, "actor"), of_role(praise, "recipient")) == (["Bo Rey"], ["Fox"])
    assert [e.type for e in events_of("Foreign Minister Ana Rey called the ruling courageous.")] == ["SUPPORT"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Chancellor Ana Rey of Germany met Mr. Fox. She also warned that Germany could withdraw its trainers if he stayed.", "THREATEN"),
        ("French President Bo Rey warned that France could face more attacks.", "STATEMENT"),
        ("The NATO chief warned that the war could spread.", "STATEMENT"),
    ],
)
def test_a_warning_of_what_the_own_side_may_do_is_a_threat(text: str, kind: str) -> None:
    (warning,) = [e for e in events_of(text) if "warned" in trigger_words(e)]
    assert warning.type == kind


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Ms. Sokol's campaign demanded on Saturday that Mr. Fox release all records.", "Ms. Sokol's campaign"),
        ("The campaign accused Mr. Fox of lying.", "The campaign"),
    ],
)
def test_a_campaign_speaks(text: str, actor: str) -> None:
    assert of_role(events_of(text)[0], "actor") == [actor]


def test_a_campaign_that_is_waged_is_no_party() -> None:
    assert meant("The air campaign went on in May.", "campaign") == []


def test_it_is_rather_one_of_the_clause_above_than_who_tells_of_it() -> None:
    text = (
        "The Courier reported on Friday, citing two former officials, that Bo Fox, a lobbyist, met an aide to Mr. Rey and read out the "
        "list of penalties that President Sokol laid on Russia after it invaded the coast."
    )
    assert meant(text, "it") == ["Russia"]


def test_no_minister_is_the_prime_minister() -> None:
    blame = one_of("A minister was accused of lying on Monday. The prime minister, Ana Rey, said she trusted him.", "ACCUSE")
    assert of_role(blame, "recipient") == ["A minister"]


def test_a_deal_is_defended() -> None:
    assert one_of("President Bo Rey defended the accord again on Friday.", "STATEMENT").when.edtf == "2026-11-27"


def test_reports_that_are_denied_tell_of_nothing_that_happened() -> None:
    denied = one_of("Ana Rey denied reports in the Peruvian news media that Bo Fox had asked for a meeting with Lea Sokol.", "REQUEST")
    assert (denied.status, [(s.name, s.stance) for s in denied.sources]) == ("denied", [("Ana Rey", "denies")])


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("One of them said that Indonesia, which chairs the bloc, was furious.", "Indonesia"),
        ("Médecins Sans Frontières is outraged by the shelling of the hospital.", "Médecins Sans Frontières"),
    ],
)
def test_who_is_angry_blames(text: str, actor: str) -> None:
    blame = one_of(text, "ACCUSE")
    assert (of_role(blame, "actor"), of_role(blame, "recipient")) == ([actor], [])


def test_a_capital_before_a_meeting_is_where_it_was() -> None:
    meeting = one_of("The bloc was not told about the Bangkok meeting, two diplomats said.", "CONSULT")
    assert (of_role(meeting, "actor"), meeting.where.name) == ([], "Bangkok")


def test_who_acts_at_a_time_is_no_part_of_it() -> None:
    refusal = one_of("Last year Okafor ruled out sending an ambassador to Beijing.", "REJECT")
    assert (of_role(refusal, "actor"), refusal.when.edtf) == (["Okafor"], "2025")


@pytest.mark.parametrize(
    ("text", "word", "names"),
    [
        ("President Bo Rey met Ana Fox. President Lea Sokol spoke with him by phone on Sunday.", "him", ["Bo Rey"]),
        (
            "Ms. Fox met Mr. Rey. Ms. Fox left. The union's foreign policy chief, Ana Sokol, who tried on Tuesday to mediate between "
            "Ms. Fox and Mr. Rey, said she would propose a new round of penalties next week.",
            "she",
            ["Ana Sokol"],
        ),
        (
            "Mr. Rey left. Mr. Rey is here. President Bo Fox has tried to calm fears that Mr. Rey might order a strike. "
            '"There will be no war without our consent," he told lawmakers last week.',
            "he",
            ["Bo Fox"],
        ),
    ],
)
def test_whom_a_pronoun_means_beside_those_named_more_often(text: str, word: str, names: list[str]) -> None:
    assert meant(text, word) == names


@pytest.mark.parametrize(
    "text",
    [
        "The visit, his first to Chad since 2018, has already been condemned by human rights groups.",
        "Chad's opposition denounced the meeting as a step toward surrender.",
    ],
)
def test_who_judges_a_contact_is_not_there(text: str) -> None:
    assert of_role(one_of(text, "CONSULT"), "actor") == []


def test_people_who_fled_are_taken_in_and_not_deported() -> None:
    assert one_of('"Germany has taken in 70,000 people who fled the Rey regime," he said.', "AID").mode == "asylum"


def test_fighter_jets_are_bought_of_somebody() -> None:
    assert [e.type for e in events_of("Prime Minister Ana Rey announced that Peru would buy 105 F-35 fighter jets.")] == ["COOPERATE"]


def test_who_speaks_for_a_ministry_is_of_its_state() -> None:
    p = parser().parse("A spokeswoman for the Belarusian Foreign Ministry, Ana Rey, warned Poland.")
    assert Mentions(p, registry(), "2022-03-05", gazetteer().is_place).country(1) == "BLR"


def test_what_people_protest_over_is_not_what_befell_them() -> None:
    text = "The police have detained 14 students since riots broke out in May over the arrest of a poet."
    assert [of_role(e, "recipient") for e in events_of(text) if e.type == "COERCE"] == [["14 students"], ["a poet"]]
