"""Who does what is told behind "for", "from" and "into"; who helps, whose state is meant, who is nobody."""

from __future__ import annotations

import pytest

from memcon.model import Event, Report
from memcon.reading.pipeline import read


def _events(text: str) -> list[Event]:
    return read(Report("part", text, published="2024-05-14")).events


def _event(text: str, kind: str) -> Event:
    return next(e for e in _events(text) if e.type == kind)


def _of(event: Event, role: str) -> list[str | None]:
    return [p.name for p in event.participants if p.role == role]


@pytest.mark.parametrize(
    ("text", "kind", "who"),
    [
        ("Egypt thanked Kenya for hosting the summit.", "CONSULT", "Kenya"),
        ("Togo was criticised by Peru for arresting two reporters.", "COERCE", "Togo"),
        ("Norway criticised Chad for bombing a village.", "ASSAULT", "Chad"),
        ("The rebels forced the army into leaving Kano.", "RETREAT", "the army"),
        ("Peru apologised to Chile for bombing a village.", "ASSAULT", "Peru"),
    ],
)
def test_who_does_what_he_is_thanked_or_blamed_for(text: str, kind: str, who: str) -> None:
    assert _of(_event(text, kind), "actor") == [who]


@pytest.mark.parametrize(
    ("text", "giver", "taker"),
    [
        ("Peru launched the operation with the support of Togo.", "Togo", "Peru"),
        ("With the support of Peru, Mali attacked the rebels.", "Peru", "Mali"),
        ("The army retook the town with help from Chadian troops.", "Chadian troops", "The army"),
    ],
)
def test_who_helps_and_who_is_helped(text: str, giver: str, taker: str) -> None:
    helps = next(e for e in _events(text) if e.type in ("SUPPORT", "AID"))
    assert (_of(helps, "actor"), _of(helps, "recipient")) == ([giver], [taker])


def test_who_backs_a_raid_is_not_where_it_is() -> None:
    assert _event("With the support of Togo, the rebels attacked the base.", "ASSAULT").where is None


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Peru's foreign minister warned that Peru would close the border.", []),
        ("Peru's foreign minister warned that his country would retaliate.", []),
        ("Peru's foreign minister warned that Peru would close the border with Chile.", ["Chile"]),
        ("Chad's army warned that Chad would bomb the rebels.", ["the rebels"]),
        ("Chad's army warned that Chad would strike deep inside Togo if raids went on.", ["Togo"]),
        ("Chile's president warned that Chile would recall its ambassador.", []),
    ],
)
def test_one_threatens_others_than_ones_own_state(text: str, who: list[str]) -> None:
    (threat,) = _events(text)
    assert (threat.type, _of(threat, "recipient")) == ("THREATEN", who)


def test_what_another_state_will_do_is_no_threat() -> None:
    assert "THREATEN" not in {e.type for e in _events("Peru's president warned that Chile would attack Togo.")}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Chad said that none of its aircraft had bombed Kutum.", "none of its aircraft"),
        ("Kenya said no Kenyan soldier had entered Togo.", "Kenyan soldier"),
        ("No Rwandan troops took part in the attack on Goma, Kigali said.", "Rwandan troops"),
    ],
)
def test_what_none_of_them_did_is_denied(text: str, who: str) -> None:
    (event,) = _events(text)
    assert event.status == "denied"
    assert [p.mention.quote for p in event.participants if p.role == "actor" and p.mention] == [who]


def test_an_attack_in_which_nobody_was_killed_took_place() -> None:
    assert [e.status for e in _events("No one was killed in Monday's raid.")] == ["happened"]


@pytest.mark.parametrize("text", ["There are no plans to expel the ambassador.", "There are no plans to send troops to Togo, Peru said."])
def test_what_nobody_plans_is_not_planned(text: str) -> None:
    assert "planned" not in {e.status for e in _events(text)}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Chad closed the border with Sudan after accusing it of an attack on Adre.", "Sudan"),
        ("Niger recalled its envoy from Benin after accusing it of training rebels.", "Benin"),
    ],
)
def test_it_is_not_who_accuses(text: str, who: str) -> None:
    assert _of(_event(text, "ACCUSE"), "recipient") == [who]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ana Rey, whose brother was arrested on Monday, fled to Peru.", ["brother"]),
        ("Peru, whose army was shelled on Monday, fired back.", ["army"]),
    ],
)
def test_whose_somebody_is_undergoes_nothing(text: str, who: list[str]) -> None:
    event = next(e for e in _events(text) if e.type in ("COERCE", "ASSAULT"))
    assert _of(event, "recipient") == who


def test_whose_prime_minister_is_meant() -> None:
    text = "Hungary, whose prime minister met Ana Rey in Lima on Monday, vetoed the plan."
    assert _of(_event(text, "CONSULT"), "actor") == ["Viktor Orbán"]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Rey received Chad's ambassador at his request.",
        "The minister received Chad's ambassador at his request on Monday.",
    ],
)
def test_a_guest_comes_at_his_own_request(text: str) -> None:
    event = _event(text, "CONSULT")
    assert _of(event, "requested_by") == ["Chad's ambassador"]
    assert len(_of(event, "actor") + _of(event, "recipient")) == 2


def test_who_was_told_something_is_asked() -> None:
    event = _event("Rey told the envoy that Chad would not come, and demanded an apology.", "REQUEST")
    assert _of(event, "recipient") == ["the envoy"]
    assert _of(_event("Rey told reporters that it was late and demanded an apology.", "REQUEST"), "recipient") == []


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Police arrested an accordionist in Lima.", ["an accordionist"]),
        ("The court jailed a clown for two years.", ["a clown"]),
        ("Chad released the wreckage of the plane.", []),
    ],
)
def test_whoever_is_arrested_is_somebody(text: str, who: list[str]) -> None:
    (event,) = _events(text)
    assert _of(event, "recipient") == who


def test_a_charge_is_nobody() -> None:
    assert _of(_event("Peru rejected the charges.", "ACCUSE"), "recipient") == []


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("A member of the parliament was stabbed in Lagos.", "A member of the parliament"),
        ("The refusal of Egypt to open the crossing angered Peru.", None),
    ],
)
def test_a_member_is_not_the_body(text: str, who: str | None) -> None:
    names = {p.name: p.role for e in _events(text) for p in e.participants}
    assert names.get(who) == "recipient" if who else names["Egypt"] == "actor"


def test_who_opens_a_report_is_named_below() -> None:
    text = "A senior UN official condemned the attack on Monday. In a statement, Maria Silva said the strike had killed ten."
    assert _of(_event(text, "ACCUSE"), "actor") == ["Maria Silva"]
    text = "The army chief warned the rebels on Friday. Gen. Tom Okello said his troops would attack."
    assert _of(_event(text, "THREATEN"), "actor") == ["Tom Okello"]


def test_a_victim_is_not_the_next_witness() -> None:
    text = "A police officer was killed in Lome. Juan Rey told reporters he saw it."
    assert _of(_event(text, "ASSAULT"), "recipient") == ["A police officer"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Mali expelled two diplomats and Niger three.", ["Mali", "Niger"]),
        ("Kenya freed six soldiers, and Togo four.", ["Kenya", "Togo"]),
        ("Peru sent 100 tanks to Chad and Spain 20.", ["Peru", "Spain"]),
    ],
)
def test_who_does_the_same_in_a_clause_without_a_verb(text: str, who: list[str]) -> None:
    (event,) = _events(text)
    assert _of(event, "actor") == who
    assert not {"Niger", "Togo", "Spain"} & set(_of(event, "recipient"))


def test_his_soldiers_are_not_those_told_before() -> None:
    text = "Some 900 Kenyan soldiers are in Haiti. Uganda's army chief, Joe Okello, threatened Togo. His soldiers entered Ituri last week."
    entered = next(e for e in _events(text) if any(t.quote == "entered" for t in e.triggers))
    assert _of(entered, "actor") == ["Joe Okello's soldiers"]


def test_they_are_rather_several_than_a_state() -> None:
    text = "Peru blamed Kofi protesters, who have sat on the bridge since May. Police fired tear gas at them on Thursday."
    assert _of(_event(text, "ASSAULT"), "recipient") == ["Kofi protesters"]


def test_whose_country_is_the_state() -> None:
    text = "Peru's president, Ana Rey, whose country joined the alliance in October, met Leo Fox on Monday."
    joined = next(e for e in _events(text) if any(t.quote == "joined" for t in e.triggers))
    assert _of(joined, "actor") == ["Peru"]


def test_who_denies_blames_as_well() -> None:
    event = _event("Peru denies that there is any blockade and blames Togo.", "ACCUSE")
    assert (_of(event, "actor"), _of(event, "recipient"), event.status) == (["Peru"], ["Togo"], "happened")


def test_brothers_are_not_the_one_whose_name_they_have() -> None:
    event = _event("Margalit Fox said she gave the Rey brothers a map when they asked her to help them.", "REQUEST")
    assert (_of(event, "actor"), _of(event, "recipient")) == (["the Rey brothers"], ["Margalit Fox"])
