"""Towns that are taken, members that vote, attacks that are condemned, talks and marches and what they are for."""

from __future__ import annotations

import pytest

from memcon.model import Event, Report
from memcon.reading.pipeline import read


def _events(text: str) -> list[Event]:
    return read(Report("towns", text, published="2024-05-14")).events


def _of(event: Event, role: str) -> list[str | None]:
    return [p.name for p in event.participants if p.role == role]


@pytest.mark.parametrize(
    ("text", "who", "whom", "where"),
    [
        ("Rebels captured Sake on Monday.", "Rebels", [], "Sake"),
        ("The army seized Kidal on Tuesday.", "The army", [], "Kidal"),
        ("Sudanese troops retook Khartoum in March.", "Sudanese troops", [], "Khartoum"),
        ("Aleppo fell to the rebels on Thursday.", "the rebels", [], "Aleppo"),
        ("The rebels lost the town of Sake to the army on Sunday.", "the army", ["The rebels"], "Sake"),
    ],
)
def test_a_town_that_is_taken_is_where_it_is_taken(text: str, who: str, whom: list[str], where: str) -> None:
    (event,) = _events(text)
    assert event.type == "ASSAULT"
    assert (_of(event, "actor"), _of(event, "recipient")) == ([who], whom)
    assert event.where is not None
    assert event.where.span.quote == where


def test_a_person_who_is_captured_is_no_town() -> None:
    (event,) = _events("Police captured Rey in Lima.")
    assert (event.type, _of(event, "recipient")) == ("COERCE", ["Rey"])


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ugandan troops have been withdrawn from Bunia.", ["Ugandan troops"]),
        ("Kenya's forces were pulled back from the river.", ["Kenya"]),
        ("The peacekeepers were withdrawn by Kenya.", ["Kenya"]),
    ],
)
def test_who_is_withdrawn_leaves(text: str, who: list[str]) -> None:
    (event,) = _events(text)
    assert (event.type, _of(event, "actor")) == ("RETREAT", who)


@pytest.mark.parametrize(
    ("text", "votes"),
    [
        ("The text was adopted by 12 votes, with Kenya voting against and Peru abstaining.", {("Kenya", "against"), ("Peru", "abstain")}),
        ("The resolution was adopted by 110 votes to 7, with Peru and Chad voting against.", {("Peru", "against"), ("Chad", "against")}),
        (
            "The council adopted the resolution with 13 votes in favour, Chad against and Togo abstaining.",
            {("The council", "for"), ("Chad", "against"), ("Togo", "abstain")},
        ),
        ("Ten members voted in favour, with Togo and Chad against.", {("Ten members", "for"), ("Togo", "against"), ("Chad", "against")}),
        (
            "The Senate approved the treaty by 68 votes to 31, with 3 abstentions (Chad, Peru).",
            {("US Senate", "for"), ("Chad", "abstain"), ("Peru", "abstain")},
        ),
    ],
)
def test_how_members_voted(text: str, votes: set[tuple[str, str]]) -> None:
    told = {(name, e.position) for e in _events(text) if e.type == "VOTE" for name in _of(e, "actor")}
    assert told == votes
    assert all(e.where is None for e in _events(text))


@pytest.mark.parametrize(
    "text",
    [
        "Norway strongly condemns attacks on hospitals.",
        "Brazil deplored attacks on aid workers in Gaza.",
        "Peru condemned violence against civilians.",
        "The Red Cross condemns any attack on aid workers.",
    ],
)
def test_victims_are_not_accused(text: str) -> None:
    accusation = next(e for e in _events(text) if e.type == "ACCUSE")
    assert _of(accusation, "recipient") == []


@pytest.mark.parametrize(
    "text",
    [
        "Thousands joined a march for the release of the journalists in Tunis.",
        "Relatives held a rally for the withdrawal of Kenyan troops.",
        "Norway praised efforts for the release of the hostages.",
        "Lawyers fought for the release of the reporter.",
        "Chad and Togo held talks on the release of the crew.",
        "Ivan Rey held talks with Bo Fox on a ceasefire in Libya on Monday.",
        "Rey held talks yesterday with the Peruvian mediator, Bo Fox, on a truce in Kofo.",
        "Chad and Togo discussed the withdrawal of Kenyan troops.",
        "Talks on the withdrawal of Kenyan troops from Togo began in Geneva.",
        "Peru ceasefire talks collapsed in Istanbul on Monday.",
        "The ceasefire talks between Chad and Togo ended on Monday.",
    ],
)
def test_what_is_striven_for_is_not_done(text: str) -> None:
    assert "RETREAT" not in {e.type for e in _events(text)}


def test_what_one_is_thanked_for_is_done() -> None:
    assert "AGREE" in {e.type for e in _events("Chad and Togo agreed on the release of the crew.")}


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Peru froze its contacts with Chad on Monday. Norway regretted the freeze.", ["Peru"]),
        ("Ethiopia moved troops to the border on Sunday. Norway condemned the deployment.", ["Ethiopia"]),
        ("Gunmen attacked a convoy in Mali on Monday. Norway condemned the attack.", []),
        ("Chadian and Kenyan envoys signed a treaty on Monday. Norway welcomed the treaty.", []),
    ],
)
def test_words_on_a_deed_are_against_who_did_it(text: str, whom: list[str]) -> None:
    said = next(e for e in _events(text) if "Norway" in _of(e, "actor"))
    assert _of(said, "recipient") == whom


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Rebels attacked Goma on Sunday, the army said on Monday. That same day, Kenya's president flew to Kigali.", "2024-05-12"),
        ("The army said on Monday that rebels attacked Goma on Sunday. That day, Kenya's president flew to Kigali.", "2024-05-12"),
        ("Rebels attacked Goma on Sunday. That same day, Kenya's president flew to Kigali.", "2024-05-12"),
    ],
)
def test_that_day_is_that_of_what_was_told(text: str, day: str) -> None:
    flight = next(e for e in _events(text) if e.type == "CONSULT")
    assert flight.when is not None
    assert flight.when.edtf == day


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Chile expelled the Peruvian envoy over the raid on a consulate in Arica.", "SANCTION"),
        ("Kenya imposed sanctions on the army over the killing of protesters in Kampala.", "SANCTION"),
    ],
)
def test_an_answer_is_not_where_the_offence_was(text: str, kind: str) -> None:
    assert {e.type: e.where is not None for e in _events(text)} == {kind: False, "ASSAULT": True}


def test_a_condemnation_is_not_of_the_day_of_the_deed() -> None:
    days = {e.type: e.when.edtf if e.when else None for e in _events("Peru condemned the attack of 22 April in which 26 people died.")}
    assert days == {"ACCUSE": None, "ASSAULT": "2024-04-22"}


@pytest.mark.parametrize(
    ("text", "day", "placed"),
    [
        ("Chad marked the tenth anniversary of the coup on Monday in Lome.", None, False),
        ("The two leaders will mark the anniversary of the invasion in Lome on Friday.", None, False),
        ("Chad marked the anniversary of the coup of 14 May 2014.", "2014-05-14", False),
    ],
)
def test_what_is_remembered_is_not_of_that_day(text: str, day: str | None, placed: bool) -> None:
    event = next(e for e in _events(text) if e.type == "ASSAULT")
    assert (event.status, event.when.edtf if event.when else None, event.where is not None) == ("happened", day, placed)


@pytest.mark.parametrize(
    "text", ["Relations between Ankara and Damascus were severed in 2012.", "Ties between Ankara and Damascus were restored."]
)
def test_ties_between_two_are_cut_and_restored_by_both(text: str) -> None:
    (event,) = read(Report("r", text)).events
    assert [(p.role, p.name) for p in event.participants] == [("actor", "Turkey"), ("actor", "Syria")]


def test_will_before_a_courtesy_is_no_name() -> None:
    (event,) = read(Report("r", "Will Mr Abiy and Mr Mohamud meet in Lima?")).events
    assert [p.mention.quote for p in event.participants] == ["Mr Abiy", "Mr Mohamud"]


def test_states_in_brackets_that_commas_part_vote_each() -> None:
    text = "The Council adopted the resolution by a vote of 12 in favour to none against, with 3 abstentions (Chad, Peru, South Sudan)."
    assert [_of(e, "actor") for e in _events(text) if len(e.participants) > 1] == [["Chad", "Peru", "South Sudan"]]
