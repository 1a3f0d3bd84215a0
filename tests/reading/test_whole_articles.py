"""What whole newspaper articles hold: governments by their head's name, things that judge somebody, one act told twice in other words."""

from __future__ import annotations

import re

import pytest
from tests.reading.events_told import events_of, of_role, one_of, trigger_words

from memcon.model import Report
from memcon.reading.parse.headline_case import edited, sentence_case
from memcon.reading.parse.parsing import RULES
from memcon.reading.pipeline import read


def test_the_seat_of_a_government_is_no_person_named_before_it() -> None:
    asked = one_of("The Obama White House rejected the plan on Monday. Obama met Chad's president in Lima.", "REJECT")
    met = one_of("The Obama White House rejected the plan on Monday. Obama met Chad's president in Lima.", "CONSULT")
    assert of_role(asked, "actor") == ["United States"]
    assert of_role(met, "actor") == ["Barack Obama"]


@pytest.mark.parametrize(
    ("text", "kind", "when", "where"),
    [
        ("Rey and Fox talked at last month's Harvest Ball in the capital.", "CONSULT", "2026-11", "Harvest Ball"),
        ("Rey criticized Fox at Tuesday's debate.", "ACCUSE", "2026-12-01", None),
    ],
)
def test_what_is_done_at_an_occasion_is_of_its_day(text: str, kind: str, when: str, where: str | None) -> None:
    event = one_of(text, kind)
    assert event.when is not None
    assert event.when.edtf == when
    if where is not None:
        assert event.where is not None
        assert event.where.span.quote == where


def test_what_goes_up_on_a_mine_is_its_victim() -> None:
    event = one_of("A police truck with five officers exploded on a mine near the village of Kofo on Monday.", "ASSAULT", "explosives")
    assert of_role(event, "recipient") == ["A police truck"]
    assert of_role(event, "actor") == []


def test_what_a_thing_should_do_to_somebody_is_asked_of_nobody() -> None:
    text = "Senator Rey told delegates that {} Michael Fox."
    kinds = [
        [e.type for e in read(Report("told", text.format(what), published="2026-12-03"), RULES).events]
        for what in ("Chad's use of the port should disqualify", "Chad's envoys should release")
    ]
    assert "REQUEST" not in kinds[0]
    assert "REQUEST" in kinds[1]


def test_a_headline_asks_in_other_words() -> None:
    text = "Watchdog requests second count in Lima\n\nThe watchdog on Monday called for another count of the ballots, citing flaws."
    assert trigger_words(one_of(text, "REQUEST")) == ["requests", "called for"]


def test_whom_a_lead_only_describes_is_named_below() -> None:
    text = (
        "Candidate Ivan Rey broke off his tour on Tuesday to meet alone with the man he hopes to succeed. "
        "Leaving a long meeting with President Barack Obama, Rey said it had been useful."
    )
    assert of_role(one_of(text, "CONSULT", "meeting"), "recipient") == ["Barack Obama"]


def test_who_says_what_a_crowd_said_before_says_it_as_well() -> None:
    text = (
        "Politicians in Germany expressed disappointment at Chad's cancellation of the deal. "
        '"Chad\'s conduct is an outrage," said economy minister Rainer Rey.'
    )
    events = [e for e in events_of(text) if e.type == "ACCUSE"]
    assert [of_role(e, "actor") for e in events] == [["Politicians in Germany"], ["Rainer Rey"]]


def test_cues_far_below_what_was_asked_are_of_something_else() -> None:
    text = (
        "Minister Ivan Rey urged Chad to free the crew. He said that the crew had never been at fault. The market fell. "
        "He said that taxes would never rise. Shops were closed. He said that no school would ever be sold."
    )
    events = read(Report("told", text, published="2026-12-03"), RULES).events
    assert [(e.type, len(e.triggers)) for e in events] == [("REQUEST", 2), ("STATEMENT", 2)]


def test_a_school_district_is_a_body() -> None:
    text = "Both the Alma Independent School District and the Alma Police Department have asserted that faith played no part."
    assert of_role(one_of(text, "STATEMENT"), "actor") == ["Alma Independent School District", "Alma Police Department"]


def test_a_protest_that_is_upheld_is_no_march() -> None:
    assert "PROTEST" not in [e.type for e in events_of("The audit office upheld the shipyard's protest against the award.")]


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ("One. Two. It rained. CHAD BOMBS A REBEL BASE. The base burned.", "CHAD BOMBS A REBEL BASE.", "Chad bombs a rebel base."),
        (
            "Why She Sees Fox-like Art In Rey. He met Rey.",
            "Why She Sees Fox-like Art In Rey.",
            "Why she sees Fox-like art in Rey.",
        ),
    ],
)
def test_headlines_anywhere_are_told_as_sentences_are(text: str, line: str, told: str) -> None:
    spans = [(m.start(), m.end()) for m in re.finditer(r"[^.]+\.", text)]
    common = {"bombs": "verb", "rebel": "noun", "base": "noun", "sees": "verb", "art": "noun"}
    edits = sentence_case(text, spans, lambda word: common.get(word, ""), lambda name: "state" if name == "Chad" else "")
    start = text.index(line)
    assert edited(text, edits)[start : start + len(line)] == told


def test_what_is_asked_of_nobody_is_told_again_in_a_quotation() -> None:
    text = (
        "Governor Ivan Rey called on Tuesday for the port authority to be shut down. "
        '"The port authority must be shut down at once," Rey stated in a press release.'
    )
    assert len([e for e in events_of(text) if e.type == "REQUEST"]) == 1


def test_what_would_have_been_is_no_act() -> None:
    text = (
        '"President Bush would never have proposed banning Muslims from Chad," Rey wrote. Fox said Nixon would have met the rebels. '
        "Lima said Peru had signed the accord."
    )
    assert [e.type for e in events_of(text)] == ["SUPPORT"]


def test_meanwhile_others_are_arrested() -> None:
    text = (
        "Anti-drug police arrested dealer Ivan Rey on Friday after a bust near the airport. Rey was wounded when policemen fired. "
        "Meanwhile, according to the police, 40 people were arrested for theft in Beirut overnight."
    )
    arrests = [e for e in events_of(text) if e.mode == "arrest"]
    assert [of_role(e, "recipient") for e in arrests] == [["Ivan Rey"], ["40 people"]]


def test_the_dead_of_the_last_such_day_died_another_day() -> None:
    text = (
        "The three guards were shot on Saturday, the worst day for the force since six of its men "
        "died twenty years before in a raid in Alma."
    )
    assert [of_role(e, "recipient") for e in events_of(text)] == [["The three guards"], ["six of its men"]]
