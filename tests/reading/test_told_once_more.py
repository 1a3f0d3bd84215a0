"""An act told again by other words: its noun and its verb, its cry and its deed, what befalls a person once."""

from __future__ import annotations

import pytest

from memcon.model import Event, Report
from memcon.reading.pipeline import read


def _events(text: str, kind: str) -> list[Event]:
    return [e for e in read(Report("again", text, published="2016-03-05")).events if e.type == kind]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("ASSAULT", "Peru mourned victims of the raid in which soldiers shot a farmer dead."),
        ("ASSAULT", "Chad retaliated on Monday with air strikes on a village in Togo."),
        ("AGREE", "The agreement that Peru struck with Chile on Monday holds."),
        ("ACCUSE", "Chad expressed anger at Togo on Monday."),
        ("ACCUSE", "Ana Rey voiced displeasure with Bo Fox's plans on Monday."),
        ("PROTEST", "Students blocked roads and occupied a square in Lome on Monday."),
        ("PROTEST", "Hundreds of students chanting slogans blocked roads and barricaded a bridge in Lome on Monday."),
        ("ASSAULT", "Dr. Bo Fox was gunned down in Lima in October. Fox was murdered by a rival, a court heard. The slaying shocked Peru."),
        ("COERCE", "Police arrested Bo Fox on Monday. Fox was detained at a bar. His arrest angered Chad."),
    ],
)
def test_it_is_one_event(kind: str, text: str) -> None:
    assert len(_events(text, kind)) == 1


def test_an_attack_is_told_again_in_words_about_it() -> None:
    (attack,) = _events(
        'Gunmen killed a priest in Lome on Monday. "Our country was attacked by fanatics," Fox said. "It was the worst attack on us."',
        "ASSAULT",
    )
    assert [p.name for p in attack.participants] == ["Gunmen", "a priest"]
    (attack,) = _events('A convoy was bombed in Kano on Friday. "It is plain that this was a targeted attack," an envoy said.', "ASSAULT")
    assert attack.when is not None
    assert attack.when.edtf == "2016-03-04"


def test_today_is_the_day_of_the_saying() -> None:
    (attack,) = _events(
        'Rebels shot down a helicopter near Kano on Friday, killing ten. "Today\'s attack in Kano is a crime," Chad said on Friday.',
        "ASSAULT",
    )
    assert attack.when is not None
    assert attack.when.edtf == "2016-03-04"


def test_a_person_is_arrested_anew_on_another_day() -> None:
    assert len(_events("Ana Rey was arrested in 2009. Rey was arrested again on Monday.", "COERCE")) == 2


def test_whoever_breaks_up_a_protest_does_not_protest() -> None:
    assert not [
        e for e in _events("Rey recalled protests that were smashed by soldiers.", "PROTEST") if "smashed" in {t.quote for t in e.triggers}
    ]


def test_the_day_on_which_an_act_was_confirmed_is_not_its_own() -> None:
    (killing,) = _events("Ana Rey was killed in a drone strike on Monday, Chad said. Her death was confirmed on Tuesday.", "ASSAULT")
    assert killing.when is not None
    assert killing.when.edtf == "2016-02-29"
    (summit,) = _events("The summit of Chad and Togo was announced for May.", "CONSULT")
    assert summit.when is not None
    assert summit.when.edtf == "2016-05"


def test_that_a_visit_is_expected_is_no_second_visit() -> None:
    text = "U.S. Secretary of State Bo Fox is expected to visit Togo on Aug. 24."
    events = read(Report("r", text, published="2016-08-10")).events
    assert [(e.type, e.when and e.when.edtf) for e in events] == [("CONSULT", "2016-08-24")]


def test_that_request_is_the_one_told_before() -> None:
    text = "The shadow government has asked Togo to invite it to the summit. That request is certain to be turned down."
    (event,) = [e for e in read(Report("r", text)).events if e.type == "REQUEST"]
    assert [t.quote for t in event.triggers] == ["asked", "request"]


def test_a_coup_is_one_event() -> None:
    text = "Soldiers have toppled President Ali Rey of Gabon. The coup was condemned by Chad. Rey was deposed at dawn."
    (coup,) = _events(text, "ASSAULT")
    assert [p.name for p in coup.participants if p.role == "recipient"] == ["Ali Rey"]
    text = "The military overthrew the government of Chad in 2021. In Gabon, soldiers ousted President Ali Rey in August 2023."
    assert len(_events(text, "ASSAULT")) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Chile protested against the overflights and handed a note to the Peruvian ambassador.",
        "In Lima, the foreign ministry called the speech an insult and delivered a note to the Chilean envoy.",
    ],
)
def test_the_note_that_holds_a_protest_is_no_second_one(text: str) -> None:
    (event,) = read(Report("r", text)).events
    whom = [p.name for p in event.participants if p.role == "recipient"]
    assert (event.type, len(whom)) == ("ACCUSE", 1)
