"""Status from tense, modality, negation and governing words (CODEBOOK 1.2)."""

import pytest

from memcon.model import Report
from memcon.ontology.codebook import codebook
from memcon.ontology.lexicon import lexicon
from memcon.reading.factuality.status import status
from memcon.reading.parse.parsing import parser
from memcon.reading.pipeline import read
from memcon.reading.triggers.triggers import Surroundings, triggers


def _status(text: str, word: str) -> str:
    p = parser().parse(text)
    for t in triggers(p, lexicon(), Surroundings(lambda token: "person" if p.tags[token].startswith("NNP") else "")):
        if word in (p.words[i] for i in t.tokens):
            return status(p, t, lexicon(), t.entry.type in codebook().speech).value
    raise AssertionError(f"{word!r} is no trigger")


@pytest.mark.parametrize(
    ("text", "word", "value"),
    [
        ("Norway met Chile on Monday.", "met", "happened"),
        ("Did Norway attack the convoy?", "attack", "possible"),
        ('"Has Togo condemned the raid?" asked Ana Rey.', "condemned", "possible"),
        ("Was Ana Rey arrested by the army?", "arrested", "possible"),
        ("Why did Norway attack the convoy?", "attack", "happened"),
        ("Who attacked Chile?", "attacked", "happened"),
        ("Norway will meet Chile on Monday.", "meet", "planned"),
        ("Norway was able to meet Chile on Monday.", "meet", "happened"),
        ("Norway has been unable to meet Chile.", "meet", "denied"),
        ("Norway is able to meet Chile.", "meet", "possible"),
        ("Norway would have been able to meet Chile.", "meet", "possible"),
        ("Neither Norway nor Peru condemned Chile.", "condemned", "denied"),
        ("Prosecutors are investigating the attack.", "investigating", "ongoing"),
        ("Miners rallied in Lima to demand that Chile free them.", "demand", "happened"),
        ("Norway sent an envoy to Lima to accuse Chile of dumping.", "accuse", "planned"),
        ("Norway is at war with Chile.", "war", "ongoing"),
        ("He wrote of the Vietnam War.", "War", "happened"),
        ("Norway plans to meet Chile.", "meet", "planned"),
        ("Norway agreed to meet Chile next week.", "meet", "planned"),
        ("Norway offered to mediate between Chile and Peru.", "mediate", "offered"),
        ("Norway suggested that Chile host the talks.", "talks", "offered"),
        ("Norway insisted that Chile host the talks.", "talks", "possible"),
        ("Norway helped Chile host the talks.", "talks", "happened"),
        ("Norway may meet Chile.", "meet", "possible"),
        ("Norway would have met Chile, its envoy said.", "met", "possible"),
        ("Norway would have invaded Chile and killed ten men.", "killed", "possible"),
        ("Norway would have met Chile. Norway shelled it.", "shelled", "happened"),
        ("Norway is likely to meet Chile.", "meet", "possible"),
        ("Norway did not meet Chile.", "meet", "denied"),
        ("Norway refused to meet Chile.", "meet", "denied"),
        ("Norway cancelled its planned visit to Chile.", "visit", "denied"),
        # a further day of it; a further night is over, and a further time is another act
        ("Miners blocked the port for a third day.", "blocked", "ongoing"),
        ("Togo and Chad traded mortar fire for a fourth straight day on Monday.", "traded", "ongoing"),
        ("Norway bombed Chile for a second night.", "bombed", "happened"),
        ("Norway bombed Chile for a second time.", "bombed", "happened"),
        ("Norway held talks with Chile.", "talks", "happened"),
        ("Norway will hold talks with Chile.", "talks", "planned"),
        ("Norway is holding talks with Chile.", "talks", "ongoing"),
        ("The minister flew to Lima for talks with President Humala.", "talks", "planned"),
        ("Norway warned Chile of consequences.", "warned", "happened"),
        ("If the army attacks Norway, the talks fail.", "attacks", "possible"),
        ("Norway has been lobbying Chile.", "lobbying", "ongoing"),
        ("Norwegian diplomats have long been negotiating with Chile.", "negotiating", "ongoing"),
        ("Norway has repeatedly accused Chile of dumping.", "accused", "ongoing"),
        ("For years Norway has accused Chile of dumping.", "accused", "ongoing"),
        ("Norway has accused Chile of dumping.", "accused", "happened"),
        ("Norway has repeatedly met Chile.", "met", "happened"),
        ("Norway had long accused Chile of dumping.", "accused", "happened"),
        ("Norway negotiating fish quotas with Chile.", "negotiating", "ongoing"),
        ("Since January, Norway has accused Chile of dumping.", "accused", "ongoing"),
        ("Norway has accused Chile of dumping in recent years.", "accused", "ongoing"),
        ("Norway has accused Chile of dumping in two years.", "accused", "happened"),
        ("The town is surrounded by Chilean troops.", "surrounded", "ongoing"),
        ("The town was surrounded by Chilean troops.", "surrounded", "happened"),
        ("The town has been surrounded by Chilean troops.", "surrounded", "happened"),
    ],
)
def test_status(text: str, word: str, value: str) -> None:
    assert _status(text, word) == value


def test_every_governor_has_a_known_status() -> None:
    known = {*codebook().statuses, "same"}
    assert {g.status for rows in lexicon().governors.values() for g in rows} <= known


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He spoke of the 2003 war against Iraq.", "happened"),
        ("He spoke of the war against Iraq, launched in 2015.", "ongoing"),
        ("He spoke of the war against Iraq.", "ongoing"),
    ],
)
def test_a_war_of_another_year_is_over(text: str, value: str) -> None:
    from memcon.model import Report
    from memcon.reading.parse.parsing import RULES
    from memcon.reading.pipeline import read

    (war,) = (e for e in read(Report("r", text, published="2016-03-05"), RULES).events if e.type == "ASSAULT")
    assert war.status == value


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("Police offered a reward for information leading to the arrest of Bo Fox.", "COERCE", "possible"),
        ("Police received information leading to the arrest of Bo Fox.", "COERCE", "happened"),
        ("Police issued a warrant Monday for the arrest of Bo Fox.", "COERCE", "planned"),
        ("Bo Fox is being arrested on a charge of theft, police said.", "COERCE", "ongoing"),
        ("Bo Fox is awaiting extradition from Peru.", "COOPERATE", "planned"),
        ("Police called the school shooting threat a hoax.", "ASSAULT", "possible"),
        ("Chad did not limit its raids on Togo to the border.", "ASSAULT", "happened"),
    ],
)
def test_what_is_aimed_at_feared_or_under_way(text: str, kind: str, status: str) -> None:
    (found,) = [e for e in read(Report("r", text, published="2024-03-05")).events if e.type == kind]
    assert (found.status, found.when) == (status, None)


@pytest.mark.parametrize(
    "text",
    [
        "The army shells the villages every spring.",
        "Soldiers who attack civilians are punished.",
        "Those who attack civilians in Kano will be punished.",
    ],
)
def test_what_any_of_a_kind_does_is_no_event(text: str) -> None:
    assert read(Report("r", text, published="2024-03-05")).events == ()


def test_whom_one_travelled_on_to_meet_was_met() -> None:
    events = read(Report("r", "Ivan Rey met Ana Lee before flying to Lima to meet Bo Fox.", published="2016-03-05")).events
    assert [e.status for e in events] == ["happened", "happened"]
    events = read(Report("r", "Ivan Rey plans to meet Ana Lee before flying to Lima to meet Bo Fox.", published="2016-03-05")).events
    assert {e.status for e in events} == {"planned"}


def test_what_is_asked_first_and_told_then_happened() -> None:
    text = "Did Chad attack the convoy? On Tuesday officials said that Chad had attacked the convoy."
    assert [(e.type, e.status) for e in read(Report("r", text, published="2016-03-05")).events] == [("ASSAULT", "happened")]


@pytest.mark.parametrize(
    "text",
    [
        "Bo Fox neither confirmed nor denied that Ana Rey would meet Togolese officials.",
        "Bo Fox would neither confirm nor deny that Ana Rey had met Togolese officials.",
    ],
)
def test_what_is_neither_confirmed_nor_denied_is_open(text: str) -> None:
    events = read(Report("open", text, published="2016-03-05")).events
    assert [(e.type, e.status) for e in events] == [("CONSULT", "possible")]


@pytest.mark.parametrize(
    ("text", "done"),
    [
        ("Bo Fox told his colleagues that he had been allowed to see Ana Rey for an hour.", True),
        ("Bo Fox told his colleagues that he would be allowed to see Ana Rey for an hour.", False),
    ],
)
def test_what_one_was_allowed_to_do_was_done(text: str, done: bool) -> None:
    (event,) = [e for e in read(Report("r", text)).events if e.type == "CONSULT"]
    assert (event.status == "happened") is done


@pytest.mark.parametrize(
    "text",
    [
        "The premier did not need to visit Chad, critics said.",
        "A court does not have to extradite Bo Fox to Chad.",
        "Ana Rey wishes she had met Bo Fox in Lima.",
    ],
)
def test_what_need_not_be_or_is_wished_otherwise_is_no_act(text: str) -> None:
    assert [e for e in read(Report("r", text)).events if e.type != "STATEMENT"] == []


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        ("Nine men were plotting to bomb the embassy.", "bomb", "planned"),
        ("The army did not stop shelling the town.", "shelling", "happened"),
        ("The army stopped shelling the town.", "shelling", "happened"),
    ],
)
def test_what_is_plotted_is_to_come_and_what_does_not_stop_goes_on(text: str, word: str, status: str) -> None:
    assert _status(text, word) == status
