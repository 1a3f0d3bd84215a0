"""Who cannot be a party to an act by the syntax around it, and words of force that are only a figure of speech."""

from __future__ import annotations

import pytest

from memcon.model import Event, Report
from memcon.reading.pipeline import read


def _events(text: str) -> list[Event]:
    return read(Report("unlikely", text, published="2024-05-14")).events


def _of(event: Event, role: str) -> list[str]:
    return [p.name for p in event.parties(role)]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya violated the agreement brokered by Norway.",
        "Togo rejected the deal mediated by Egypt.",
        "The militia broke the ceasefire agreement negotiated by Norway.",
    ],
)
def test_who_brokers_or_breaks_an_agreement_does_not_agree(text: str) -> None:
    agreed = [e for e in _events(text) if e.triggers[0].quote in ("agreement", "deal", "ceasefire agreement")]
    assert [_of(e, "actor") for e in agreed] == [[]]


def test_who_tells_of_a_deed_does_not_do_it() -> None:
    event = next(e for e in _events("Defence Minister Ana Rey said Peru would help Togo build its army.") if e.type == "AID")
    assert _of(event, "actor") == ["Peru"]


def test_a_state_does_not_arrest_its_own_people_abroad() -> None:
    arrest = next(
        e for e in _events("Peru recalled its envoy to Chile after two Peruvian citizens were arrested in Arica.") if e.type == "COERCE"
    )
    assert (_of(arrest, "actor"), _of(arrest, "recipient")) == ([], ["two Peruvian citizens"])


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Supporters waved red Peruvian flags in Lima.", []),
        ("Protesters burned a Peruvian flag in Lima.", ["Peru"]),
        ("Rebels destroyed a statue of a former president in Quito.", ["a statue of a former president in Quito"]),
    ],
)
def test_whom_a_likeness_shows(text: str, whom: list[str]) -> None:
    (event,) = _events(text)
    assert _of(event, "recipient") == whom


@pytest.mark.parametrize(
    "text",
    [
        "Ana Fox gave a reception for visiting Minister of Defence Ivan Rey in Lima.",
        "She spoke at a dinner for visiting Peruvian President Ivan Rey.",
    ],
)
def test_whom_a_dinner_is_for_is_no_host_of_a_visit(text: str) -> None:
    assert not [e for e in _events(text) if e.mode == "visit" and _of(e, "recipient")]


def test_whom_one_defies_by_a_request_is_not_asked() -> None:
    request = next(e for e in _events("Togo defied Kenya by urging a ban on whaling.") if e.type == "REQUEST")
    assert _of(request, "recipient") == []


@pytest.mark.parametrize(
    "text",
    [
        "Apple is fighting an order by the FBI to unlock a phone.",
        "Farmers are fighting a plan by the Dutch government.",
        "The activist took refuge in the Swedish embassy.",
        "The bank is battling Argentina over unpaid debts in a New York court.",
    ],
)
def test_no_force_is_used(text: str) -> None:
    assert not {"ASSAULT", "COERCE"} & {e.type for e in _events(text)}


def test_what_a_companion_did_before_is_his() -> None:
    (event,) = _events("The minister was accompanied by Grace Mwangi, the envoy who met Sudanese rebels in Juba in March.")
    assert (_of(event, "actor"), _of(event, "companion")) == (["Grace Mwangi"], [])


def test_all_are_met_who_stand_behind_with() -> None:
    (event,) = _events("She held talks with President Musa Adamu, with the army chief and with Ambassador Kofi Ama.")
    assert _of(event, "recipient") == ["Musa Adamu", "the army chief", "Kofi Ama"]


def test_a_guest_is_told_something() -> None:
    (event,) = (e for e in _events("Kenya told visiting Chadian foreign minister Malik Deby that it was ready.") if e.type != "STATEMENT")
    assert (event.type, event.mode, _of(event, "actor")) == ("CONSULT", "visit", ["Malik Deby"])


def test_who_is_freed_is_not_who_is_addressed_by_the_welcome() -> None:
    welcome = next(e for e in _events("Three fishermen were freed on Monday. Chile welcomed their release.") if e.type == "SUPPORT")
    assert (_of(welcome, "actor"), _of(welcome, "recipient")) == (["Chile"], [])


def test_nobody_goes_along_on_a_call() -> None:
    text = "Ana Rey called Peru's president on Monday. She was accompanied by her deputy Leo Fox."
    call = next(e for e in _events(text) if e.mode == "call")
    assert (_of(call, "actor"), _of(call, "companion")) == (["Ana Rey"], [])


def test_a_minister_is_of_the_state_that_the_pronoun_speaks_of() -> None:
    report = read(Report("unlikely", "Togo's president met its foreign minister, Ann Lee, on Monday.", published="2024-05-14"))
    assert [e.country for e in report.entities if e.name == "Ann Lee"] == ["TGO"]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("She urged Oman, which secured the release of ten sailors in May, to intercede again.", "release"),
        ("Chad has launched a new effort by brokering a ceasefire with Togo that took effect on Monday.", "ceasefire"),
        ("The fighting stopped in May after a Russian-mediated ceasefire.", "ceasefire"),
    ],
)
def test_who_brings_about_what_others_keep_or_give_does_not_do_it(text: str, act: str) -> None:
    event = next(e for e in _events(text) if e.triggers[0].quote == act)
    assert _of(event, "actor") == []


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Togo condemned the Lima bombing on Monday.", [("ACCUSE", ["Togo"]), ("ASSAULT", [])]),
        ("After the Lima bombing, Togo sent aid.", [("ASSAULT", []), ("AID", ["Togo"])]),
        ("Togo condemned the Moscow attack on Kyiv.", [("ACCUSE", ["Togo", "Russia"]), ("ASSAULT", ["Russia", "Ukraine"])]),
    ],
)
def test_an_attack_named_by_a_capital_is_not_that_states(text: str, parties: list[tuple[str, list[str]]]) -> None:
    events = read(Report("r", text, published="2016-03-05")).events
    assert [(e.type, [p.name for p in e.participants]) for e in events] == parties


@pytest.mark.parametrize("text", ["Togo arrested ten men fleeing the airstrikes.", "Bo Fox survived the attack on Monday."])
def test_who_flees_an_attack_did_not_do_it(text: str) -> None:
    attacks = [e for e in read(Report("news", text, published="2024-03-05")).events if e.type == "ASSAULT"]
    assert [p.name for e in attacks for p in e.participants if p.role == "actor"] == []


def test_a_neighbour_is_called_by_its_name() -> None:
    (event,) = read(Report("news", "Neighboring Niger closed its border with Chad.", published="2024-03-05")).events
    assert event.participants[0].name == "Niger"


def test_who_freed_somebody_did_not_take_him() -> None:
    seized, freed = _events("Ana Rey was seized in May and freed by the army in June.")
    assert [_of(e, "actor") for e in (seized, freed)] == [[], ["the army"]]


def test_who_calls_for_a_release_holds_nobody() -> None:
    text = "Chad rejected calls from Togo and the European Union to release Bo Fox, who has been held since May."
    (event,) = [e for e in read(Report("r", text, published="2024-05-14")).events if e.type == "COERCE"]
    assert not [p for p in event.participants if p.role == "actor" and p.name != "Chad"]


def test_what_failed_is_one_act_that_was_not() -> None:
    events = read(Report("r", "Egypt failed to broker a truce between Chad and Togo.", published="2024-05-14")).events
    assert [(e.type, e.status) for e in events if e.type in ("CONSULT", "REJECT")] == [("CONSULT", "denied")]
