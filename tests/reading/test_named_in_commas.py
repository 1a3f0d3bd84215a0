"""Who stands between commas behind a word for somebody or a body is that one; bodies and things told again in short are the same."""

from __future__ import annotations

import pytest

from memcon.model import Record, Report
from memcon.reading.pipeline import read


def _read(text: str) -> Record:
    return read(Report("commas", text, published="2024-05-14"))


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Chad sent its envoy, Jean-Yves Le Rian, back to Beirut.", "its envoy", "Jean-Yves Le Rian"),
        ("Amnesty said that the man, Hussein Al-Marun, had withdrawn a confession.", "the man", "Hussein Al-Marun"),
        ("The crew was met by the Senate speaker, Gédéon Nahima, who praised Chad.", "the Senate speaker", "Gédéon Nahima"),
        ("The talks were opened by a bishop, Vrtan, who met Ana Rey on Monday.", "a bishop", "Vrtan"),
        (
            "The Council of Europe's commissioner, Michael O'Flann, condemned the raid.",
            "The Council of Europe's commissioner",
            "Michael O'Flann",
        ),
        ("Their party, ODM, condemned the arrest of Bo Fox.", "Their party", "ODM"),
        ("The militia, Kataib al-Fahr, denied any part in the attack.", "The militia", "Kataib al-Fahr"),
        ("Two came home. One, a former prosecutor, was shot dead in May.", "One", "a former prosecutor"),
    ],
)
def test_who_stands_between_commas_is_whom_the_words_before_mean(text: str, words: str, name: str) -> None:
    (one,) = [e for e in _read(text).entities if any(m.quote == words for m in e.mentions)]
    assert one.name == name


def test_a_list_is_no_name_between_commas() -> None:
    record = _read("Ann Dahl met the envoy, Bo Fox, and Ivan Rey in Lima.")
    assert {e.name for e in record.entities} >= {"Ann Dahl", "Bo Fox", "Ivan Rey"}


@pytest.mark.parametrize(
    ("text", "verb", "name"),
    [
        ("Bo Fox leads the Customary Lands Front. Two chiefs left when the Front rejected the draft.", "rejected", "Customary Lands Front"),
        ("The Wage Rights Commission of Togo met. The Commission condemned the raid.", "condemned", "Wage Rights Commission of Togo"),
        ("Police searched the CCAL's office on Monday. The group condemned Chad.", "condemned", "CCAL"),
    ],
)
def test_a_body_told_in_short_is_the_one_named_before(text: str, verb: str, name: str) -> None:
    (act,) = [e for e in _read(text).events if e.triggers[0].quote == verb]
    assert [p.name for p in act.participants if p.role == "actor"] == [name]


def test_a_thing_told_again_is_the_one_before() -> None:
    record = _read("An army bulldozer crossed the line on Monday. Shots were fired, and the bulldozer withdrew.")
    (act,) = [e for e in record.events if e.triggers[0].quote == "withdrew"]
    assert [p.name for p in act.participants if p.role == "actor"] == ["An army bulldozer"]


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Admiral Ludo Smit gave the police until noon. Bo Fox met the admiral in Pale.", "the admiral", "Ludo Smit"),
        ("Father Mats Brand walked home. The ambassador telephoned the priest on Monday.", "the priest", "Mats Brand"),
        ("King Abdul II met senators in Lima. Earlier, the King visited the depot.", "the King", "Abdul II"),
        ("Mr. Rey spoke in Lima. The Texas Republican urged Congress to act.", "The Texas Republican", "Rey"),
        ("Togo, whose troops shelled the town of Salta, condemned Chad.", "troops", "Togo"),
        ("The Mountain Council, whose members boycotted the vote, met Ana Rey in Lima.", "members", "Mountain Council"),
    ],
)
def test_a_title_or_troops_alone_are_whose_they_are(text: str, words: str, name: str) -> None:
    (one,) = [e for e in _read(text).entities if any(m.quote == words for m in e.mentions)]
    assert one.name == name


def test_an_envoy_of_the_minister_is_the_one_named_behind() -> None:
    text = "A special envoy of the minister, Ambassador Ivan Poe, met rebels in Lima on Sunday. They are ready to come to Oslo."
    events = read(Report("r", text, published="2024-05-15")).events
    assert [[p.name for p in e.parties("actor")] for e in events] == [["Ivan Poe"], ["rebels"]]


def test_a_name_before_the_subject_of_its_clause_is_no_other_subject() -> None:
    text = "In a call with his Chadian counterpart, Sergei Poe, on Tuesday, Fidan complained of what he called harsh conditions."
    (event,) = [e for e in read(Report("r", text, published="2024-05-15")).events if e.type == "CONSULT"]
    assert [(p.role, p.name) for p in event.participants] == [("actor", "Fidan"), ("recipient", "Sergei Poe")]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("The deputy spokesman of the Secretary-General, Farhan Reyes, condemned the attack on Monday.", "Farhan Reyes"),
        ("The Special Envoy of the President, Ivan Kolar, met the Serbian foreign minister in Belgrade.", "Ivan Kolar"),
        ("The wife of the governor, Mrs. Ana Lund, met the rebel commander on Friday.", "Ana Lund"),
    ],
)
def test_of_two_persons_the_name_is_the_first_ones(text: str, actor: str) -> None:
    assert [p.name for p in read(Report("r", text)).events[0].participants if p.role == "actor"] == [actor]
