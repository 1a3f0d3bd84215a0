"""Parties told in short: two with a hyphen between them, several offices of one state, talks on what has a type of its own."""

import pytest

from memcon.model import Report
from memcon.ontology.lexicon import lexicon
from memcon.reading.parse.parsing import RULES
from memcon.reading.pipeline import read


def _parties(text: str, role: str) -> list[str | None]:
    """The countries (else names) of those in a role of the only event."""
    (event,) = read(Report("r", text, published="2024-03-05"), RULES).events
    return [p.country or p.name for p in event.parties(role)]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("A Chad-Togo summit will take place in May.", ["TCD", "TGO"]),
        ("An EU-Chile summit will be held in Lima in May.", ["European Union", "CHL"]),
        ("U.S.-Chad talks on trade began on Monday.", ["USA", "TCD"]),
        ("A North Korea-U.S. summit will be held in Lima in May.", ["PRK", "USA"]),
        ("Chadian-Togolese talks resumed in Lima.", ["TCD", "TGO"]),
        ("Sino-Chilean talks resumed in Lima.", ["CHN", "CHL"]),
        ("Chad–Togo talks on trade ended on Monday.", ["TCD", "TGO"]),
        ("The Chad-Togo truce talks resumed in Lima on Monday.", ["TCD", "TGO"]),
        ("Ceasefire talks between Chad and Togo resumed in Lima.", ["TCD", "TGO"]),
        ("The ceasefire talks between Chad and Togo ended.", ["TCD", "TGO"]),
        ("Talks between the junta and Tuareg separatists resumed on Monday.", ["the junta", "Tuareg separatists"]),
        ("Guinea-Bissau held talks with Togo.", ["GNB"]),
        ("Chad, Togo hold talks in Lima", ["TCD", "TGO"]),
        ("In Lima, Togo holds talks with Chad.", ["TGO"]),
    ],
)
def test_two_of_one_word_are_two(text: str, actors: list[str]) -> None:
    assert _parties(text, "actor") == actors


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee met the prime minister, defence minister and envoy of Chad in Lima.",
        "Ann Lee met Chad's prime minister, defence minister and envoy in Lima.",
        "Ivan Rey, the president of Peru, left. Ann Lee met the prime minister, defence minister and envoy of Chad in Lima.",
    ],
)
def test_offices_in_a_row_are_of_the_state_told_once(text: str) -> None:
    found = [
        p for e in read(Report("r", text, published="2024-03-05"), RULES).events if e.mode == "meeting" for p in e.parties("recipient")
    ]
    assert [p.country for p in found] == ["TCD"] * 3
    assert len({p.entity for p in found}) == 3


def test_nouns_for_people_are_two_of_whom_one_is_no_kind_of_the_other() -> None:
    assert _parties("Rebels and government forces exchanged 40 prisoners.", "actor") == ["Rebels", "government forces"]


def test_aid_is_what_it_is_and_not_what_it_costs() -> None:
    (event,) = read(Report("r", "Chad will provide two million euros in humanitarian aid to Togo.", published="2024-03-05"), RULES).events
    assert (event.type, event.mode) == ("AID", "humanitarian")
    (evidence,) = (e for e in event.evidence if e.path == "/mode")
    assert [s.quote for s in evidence.spans] == ["humanitarian aid"]


def test_how_long_a_visit_is_is_no_word_for_it() -> None:
    (event,) = read(Report("r", "Ann Lee is on a three-day visit to Lima.", published="2024-03-05"), RULES).events
    assert [t.quote for t in event.triggers] == ["visit"]


def test_an_accusation_that_is_denied_was_made() -> None:
    text = "Togo accused Chad of shelling a camp, a charge Chad denies."
    found = {e.type: (e.status, [(s.name, s.stance) for s in e.sources]) for e in read(Report("r", text, published="2024-03-05")).events}
    assert found == {
        "ACCUSE": ("happened", []),
        "ASSAULT": ("happened", [("Togo", "asserts"), ("Chad", "denies")]),
    }


def test_an_office_with_a_state_of_its_own_keeps_it() -> None:
    assert _parties("The president of Peru and foreign minister of Chile met in Lima.", "actor") == ["PER", "CHL"]


def test_no_line_takes_back_another_of_the_same_words() -> None:
    stops = {(e.words, e.pos) for e in lexicon().entries if e.stops and not e.conditions}
    assert not [e.rule for e in lexicon().entries if e.type and not e.stops and not e.conditions and (e.words, e.pos) in stops]


@pytest.mark.parametrize(
    ("text", "act", "recipients"),
    [
        ("Ivan Rey, killed in Lima in May, was a minister.", "killed", {"Ivan Rey"}),
        ("The priest, abducted in May, was freed.", "abducted", {"The priest"}),
        ("Ann Lee, detained on Monday after a raid, said she was innocent.", "detained", {"Ann Lee"}),
        ("Ann Lee, detained on Monday, Bo Fox said, was innocent.", "detained", {"Ann Lee"}),
        ("Two of the captives were freed by the rebels.", "freed", {"Two of the captives"}),
        ("Eleven have since been arrested on arrival.", "arrested", {"Eleven"}),
        ("Four were later released by the rebels.", "released", {"Four"}),
        ("The ceasefire between Chad and the rebels was brokered by Togo.", "brokered", {"Chad", "the rebels"}),
    ],
)
def test_whom_an_act_befalls(text: str, act: str, recipients: set[str]) -> None:
    (event,) = (e for e in read(Report("r", text, published="2024-03-05"), RULES).events if any(act in t.quote for t in e.triggers))
    assert {p.name for p in event.participants if p.role == "recipient"} == recipients


@pytest.mark.parametrize(
    ("text", "act", "role", "names"),
    [
        ("Peru, along with Chad and Togo, condemned the coup.", "condemned", "actor", {"Peru", "Chad", "Togo"}),
        ("Peru signed the treaty together with Chad.", "signed", "actor", {"Peru", "Chad"}),
        ("Gunmen killed a priest along with two guards.", "killed", "recipient", {"a priest", "two guards"}),
        ("The priest was killed along with two guards.", "killed", "recipient", {"The priest", "two guards"}),
        ("Lee's arrest by Togo was criticised by Chad.", "criticised", "recipient", {"Togo"}),
        ("Rebels attacked the Basilica of Lima with mortars.", "attacked", "recipient", set()),
    ],
)
def test_who_shares_an_act_and_whose_it_is(text: str, act: str, role: str, names: set[str]) -> None:
    (event,) = (e for e in read(Report("r", text, published="2024-03-05"), RULES).events if any(act in t.quote for t in e.triggers))
    assert {p.name for p in event.participants if p.role == role} == names
    assert not any(p.role == "companion" for p in event.participants)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Delegations from Hamas and Fatah arrived in Cairo on Saturday.", ["Hamas", "Fatah"]),
        ("Delegations of the Chadian Front and the Togolese Union met in Lima.", ["Chadian Front", "Togolese Union"]),
    ],
)
def test_delegations_of_two_bodies_are_both(text: str, names: list[str]) -> None:
    (event,) = read(Report("r", text)).events
    assert [p.name for p in event.parties("actor")] == names
