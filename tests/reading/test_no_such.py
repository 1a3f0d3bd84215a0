"""What "no such" denies, what is called off later, days told respectively, visits to several places, who joins whom and who is meant."""

from __future__ import annotations

import pytest

from memcon.model import Event, Report
from memcon.reading.pipeline import read


def _events(text: str) -> list[Event]:
    return list(read(Report("such", text, published="2016-03-05")).events)


def _of(event: Event, role: str) -> list[str]:
    return [p.name for p in event.participants if p.role == role]


@pytest.mark.parametrize(
    ("text", "kind", "denier"),
    [
        ("Rey met the envoy in Lima on Monday, an aide said. The foreign ministry said no such meeting took place.", "CONSULT", "ministry"),
        ("Herders razed 40 houses in Bol, a youth leader said; the herders' union says it knows of no such thing.", "ASSAULT", "union"),
        ("Chad asked Togo to leave. Togo said no such demand had been made.", "REQUEST", "Togo"),
    ],
)
def test_no_such_thing_denies_what_was_told(text: str, kind: str, denier: str) -> None:
    (event,) = _events(text)
    assert (event.type, event.status) == (kind, "happened")
    assert any(s.stance == "denies" and denier in (s.name or "") for s in event.sources)


def test_a_meeting_that_is_cancelled_after_all_is_not_held() -> None:
    text = "Rey was due to meet the cleric Ali Fox in Lima on Monday. An aide later said the meeting had been cancelled for lack of time."
    (meeting,) = [e for e in _events(text) if e.type == "CONSULT"]
    assert meeting.status == "denied"


def test_each_has_his_day() -> None:
    text = "Rey spoke by telephone with the Chadian president and with Peru's premier on Monday and Tuesday respectively."
    assert [e.when.edtf for e in _events(text) if e.when] == ["2016-02-29", "2016-03-01"]


def test_visits_are_one_for_each_place() -> None:
    visits = [e for e in _events("Rey will make trips to Lima and Quito in June.") if e.mode == "visit"]
    assert [e.where.name for e in visits if e.where] == ["Lima", "Quito"]


def test_who_joins_at_the_talks_comes_along() -> None:
    text = "Rey met Fox on Monday. He was joined at the talks by the defence minister, Bo Lund."
    (meeting,) = _events(text)
    assert _of(meeting, "companion") == ["Bo Lund"]


def test_who_asked_for_the_call() -> None:
    text = "The call, which had been requested by the Peruvian side, lasted an hour. Rey spoke with Fox."
    call = next(e for e in _events(text) if e.mode == "call")
    assert _of(call, "requested_by") == ["the Peruvian side"]


def test_what_is_agreed_to_be_is_planned() -> None:
    text = "Rey and Fox agreed that the Joint Working Group, co-chaired by the envoys Bo Lund and Ana Poe, should convene in Lima in May."
    assert ("convene", "planned") in {(e.triggers[0].quote, e.status) for e in _events(text)}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Togo's foreign minister flew to Lima on Wednesday and met the Peruvian president. Ana Rey, who travelled with an adviser, "
            "said she was content.",
            "Ana Rey",
        ),
        (
            "Kuwait's top diplomat flew into Baghdad on Wednesday and held talks with Iraq's president. Sheikh Nasser al-Mubarak, who "
            "travelled with an adviser, came straight from Riyadh.",
            "Nasser al-Mubarak",
        ),
        ("A person close to the Chadian president, Bo Rey, said he would probably go to Lima.", "Bo Rey"),
    ],
)
def test_who_travels_is_who_is_named_below(text: str, who: str) -> None:
    assert _of(next(e for e in _events(text) if e.mode == "visit"), "actor") == [who]


def test_a_counterpart_is_of_like_rank() -> None:
    text = (
        "Nigeria's president, who holds the chair of the bloc, had phoned his Togolese counterpart. Togo's foreign minister, Bo Rey, left."
    )
    call = next(e for e in _events(text) if e.mode == "call")
    assert _of(call, "recipient") != ["Bo Rey"]


def test_whose_president_is_no_other() -> None:
    text = (
        "Togo's foreign minister, Bo Rey, whose president had brokered the encounter, was smiling. Seated on one side had been the "
        "president of the ECOWAS Commission, Gambian lawyer Fatou Jallow."
    )
    assert "Fatou Jallow" not in {n for e in _events(text) for n in _of(e, "actor")}


def test_the_movement_of_people_holds_no_session() -> None:
    text = "They agreed to set up a technical committee on the free movement of people, which is to hold its first session in Lima."
    assert "the free movement of people" not in {n for e in _events(text) for n in _of(e, "actor")}


def test_who_invites_and_who_comes_keep_their_offices() -> None:
    text = "At the invitation of the Foreign Minister of Chad, Bo Rey, the Foreign Minister of Togo, Helen Fox, visited Lima on Monday."
    visit = next(e for e in _events(text) if e.mode == "visit")
    assert (_of(visit, "actor"), _of(visit, "recipient")) == (["Helen Fox"], ["Bo Rey"])


@pytest.mark.parametrize(
    "words",
    ["The two Heads of State met on Monday.", "The Presidents met on Monday."],
)
def test_capitals_are_the_two_in_office(words: str) -> None:
    events = _events(f"President Bo Rey of Chad received President Helen Fox of Togo in Lima. {words}")
    assert {n for e in events for n in (*_of(e, "actor"), *_of(e, "recipient"))} == {"Bo Rey", "Helen Fox"}


def test_who_meets_again_meets_twice() -> None:
    assert [e.when.edtf for e in _events("Rey met Fox on Monday and again on Friday.") if e.when] == ["2016-02-29", "2016-03-04"]


def test_them_are_those_told_in_the_sentence() -> None:
    text = "Fox apologised and his spokesman left. Oman, whose foreign minister hosted the two delegations, has invited them back for May."
    asked = next(e for e in _events(text) if e.type == "REQUEST")
    assert _of(asked, "recipient") == ["the two delegations"]


def test_an_official_denies_it_of_another() -> None:
    text = "Peru's premier is due in Lima on Saturday. A Chadian official denied reports that he would host the talks."
    talks = next(e for e in _events(text) if e.status == "denied")
    assert _of(talks, "actor") == ["Peru's premier"]
