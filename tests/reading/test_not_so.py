"""What is not so: denied reports, conditions, accidents, what is only called for or given up; and the days of May."""

from __future__ import annotations

import pytest

from memcon.model import Event, Report
from memcon.reading.pipeline import read


def _events(text: str) -> list[Event]:
    return list(read(Report("not-so", text, published="2024-05-14")).events)


def _of(event: Event, role: str) -> list[str]:
    return [p.name for p in event.participants if p.role == role]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The ministers met in Lima on 3 May.", "2024-05-03"),
        ("Gunmen kidnapped three teachers near Kano on 4 May, police said.", "2024-05-04"),
        ("On 5 May President Amina Tolo met the envoy in Lima.", "2024-05-05"),
    ],
)
def test_a_day_before_may_makes_it_a_month(text: str, day: str) -> None:
    assert [e.when.edtf for e in _events(text) if e.when is not None] == [day]


@pytest.mark.parametrize(
    ("text", "denier"),
    [
        ("Claims that the army shelled the hospital in Kano are false.", None),
        ("The allegations that Kenya attacked the camp are baseless, Nairobi said.", "Nairobi"),
        ("Peru said the claim that it armed the militants was a lie.", "Peru"),
        ("It is not true that our drones struck the hospital, the army said.", "the army"),
        ("Reports of a massacre in Kano are untrue, the ministry said.", "the ministry"),
        ("The army dismissed as false reports that it had bombed a school.", "The army"),
        ("Reports that the general was killed in a raid were fabricated, his aide said.", "his aide"),
        ("The army dismissed as lies reports that it had shelled the port.", "The army"),
        ("Bo Fox described as a fabrication the claim that he had met the rebels in Lima.", "Bo Fox"),
        ('Ana Rey said it was "pure invention" that she had met the rebels in May.', "Ana Rey"),
        ("At no time did Kenya bomb the port, the minister insisted.", "the minister"),
    ],
)
def test_what_an_untrue_report_tells_did_not_happen(text: str, denier: str | None) -> None:
    (event,) = _events(text)
    assert event.status == "denied"
    assert [(s.stance, s.source.quote if s.source else None) for s in event.sources] == ([("denies", denier)] if denier else [])


@pytest.mark.parametrize(
    "text",
    [
        "The report that Chad shelled the camp is true, Peru said.",
        "It was wrong that Peru bombed the village, the bishop said.",
        "Reports that Chad shelled the camp are not false, Peru said.",
    ],
)
def test_what_is_not_called_untrue_did(text: str) -> None:
    assert {e.status for e in _events(text) if e.type == "ASSAULT"} == {"happened"}


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("There is no sign that Peru is massing troops on the border, Kenya said.", "MOBILIZE"),
        ("There are no signs of Togo preparing an offensive on Kano, Lee said.", "ASSAULT"),
        ("There is little indication that the rebels will release the priest.", "RETREAT"),
        ("The army did not find any sign that Togo had shelled the camp.", "ASSAULT"),
    ],
)
def test_that_of_which_there_is_no_sign_is_denied(text: str, type_: str) -> None:
    (event,) = _events(text)
    assert (event.type, event.status) == (type_, "denied")
    assert {s.stance for s in event.sources} <= {"denies"}


def test_that_of_which_there_are_signs_is_not_denied() -> None:
    assert [e.status for e in _events("There are signs that Chad is massing troops on the border.")] == ["ongoing"]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya will reopen the embassy as soon as Chad releases the fishermen.",
        "The minister said: Peru will reopen the embassy the moment Chad withdraws from Kano.",
        "The rebels will disarm after the army leaves the region, their leader said.",
        "We will not negotiate with the army before it withdraws from the north, the rebel leader said.",
        "Kenya said it would reopen the border as soon as Chad freed the crew.",
    ],
)
def test_what_others_wait_for_has_not_happened(text: str) -> None:
    events = _events(text)
    assert events
    assert not [e for e in events if e.type == "RETREAT" and e.status == "happened"]


@pytest.mark.parametrize(
    ("text", "type_", "status"),
    [
        ("Kenya reopened the embassy as soon as Chad released the fishermen.", "RETREAT", "happened"),
        ("The minister will visit Lima after Chad released the pilots on Monday.", "RETREAT", "happened"),
        ("The president will visit Chad after he meets the king in Lima.", "CONSULT", "planned"),
        ("Peru will brief its allies before it sends troops to Chad.", "MOBILIZE", "planned"),
        ("Ana Rey is to raise the matter when she travels to Chad in April.", "CONSULT", "planned"),
        ("Peru's president doubted that Chad would attack Togo in May.", "ASSAULT", "possible"),
        ("A bill would require Ana Rey to seek approval before attacking Togo.", "ASSAULT", "possible"),
        ("Peru should push for an embargo when the ministers meet on Monday.", "CONSULT", "planned"),
        ("Ana Rey postponed her trip to Lome in October.", "CONSULT", "denied"),
        ("The firm said no deal would be signed this week.", "SUPPORT", "denied"),
    ],
)
def test_what_came_before_happened_and_the_next_of_two_steps_is_planned(text: str, type_: str, status: str) -> None:
    assert {e.status for e in _events(text) if e.type == type_} == {status}


@pytest.mark.parametrize(
    "text", ["Peru offers a million dollars for the arrest of Bo Fox.", "Bo Fox, for whose arrest Peru offers a reward, left."]
)
def test_an_arrest_that_is_paid_for_is_none(text: str) -> None:
    assert not [e for e in _events(text) if e.type == "COERCE"]


def test_what_anybody_should_do_on_a_visit_is_no_visit() -> None:
    assert not _events("Officials should be careful when they visit Chad.")


@pytest.mark.parametrize(
    "text",
    [
        "Militants seize Kano despite ceasefire call by Lima",
        "Fighting continued in Kano despite a ceasefire call by Peru.",
        "Fighting rages in Kano despite ceasefire appeal by Chad",
    ],
)
def test_a_ceasefire_that_is_called_for_is_not_made(text: str) -> None:
    kinds = [(e.type, e.mode) for e in _events(text)]
    assert ("RETREAT", "ceasefire") not in kinds


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Togo has suspended its mediation between Chad and the rebels.", "Togo"),
        ("Peru has given up mediating between the army and the rebels.", "Peru"),
        ("Togo halted its mediation efforts in Chad.", "Togo"),
    ],
)
def test_a_mediator_who_gives_up_does_not_mediate(text: str, actor: str) -> None:
    (event,) = _events(text)
    assert (event.type, event.mode) == ("SANCTION", "discontinue")
    assert _of(event, "actor") == [actor]


def test_a_mediator_who_goes_on_does() -> None:
    (event,) = _events("Kenya will continue its mediation between Chad and Togo.")
    assert (event.type, event.mode, event.status) == ("CONSULT", "mediation", "planned")


@pytest.mark.parametrize(
    ("text", "actor", "recipients"),
    [
        ("Chad will pay a heavy price, the rebels said.", "the rebels", ["Chad"]),
        ("Kenya said Chad would pay dearly if it crossed the border.", "Kenya", ["Chad"]),
        ("Any attempt to land will be met with fire, Chad's army said.", "Chad's army", []),
        ('"This crime will not go unpunished," Chadian President Ali Moussa said.', "Ali Moussa", []),
        ("Any ship that enters the zone will be sunk, the rebels said.", "the rebels", []),
        ("Kenyan soldiers in Togo would be legitimate targets, the general said.", "the general", ["Kenyan soldiers in Togo"]),
        ('"Togo will regret this," Chadian President Ali Moussa said.', "Ali Moussa", ["Togo"]),
        ("Kenya vowed that this would not go unanswered.", "Kenya", []),
        ("Kenya promised that Chad would pay dearly.", "Kenya", ["Chad"]),
    ],
)
def test_what_will_befall_others_is_a_threat(text: str, actor: str, recipients: list[str]) -> None:
    (event,) = _events(text)
    assert (event.type, event.status) == ("THREATEN", "happened")
    assert (_of(event, "actor"), _of(event, "recipient")) == ([actor], recipients)


@pytest.mark.parametrize(
    "text",
    [
        "Kenya will pay for the hospital, the minister said.",
        "Peru will regret the loss of the treaty, Peru's president said.",
        "The visitors will be met by the king, the palace said.",
        "The new law will not go unnoticed, the minister said.",
    ],
)
def test_what_harms_nobody_is_no_threat(text: str) -> None:
    assert "THREATEN" not in {e.type for e in _events(text)}


@pytest.mark.parametrize(
    "text",
    [
        "A Kenyan soldier was accidentally shot during training in Togo.",
        "A Peruvian jet accidentally dropped a bomb on Kano, killing three people.",
        "The army of Chad says a munition exploded by accident.",
        "A gas blast killed four people in Lima.",
        "An explosion at a chemical plant in Kano killed four workers.",
        "A fire at a refugee camp in Kano killed two children.",
        "A ship collided with a tanker off Peru, killing two sailors.",
    ],
)
def test_an_accident_is_no_assault(text: str) -> None:
    assert "ASSAULT" not in {e.type for e in _events(text)}


@pytest.mark.parametrize(
    "text",
    [
        "A bomb blast killed four people in Lima.",
        "An explosion at a market in Kano killed nine people.",
        "Rebels set fire to a camp in Kano, killing two children.",
        "Chadian drones struck a chemical plant in Kano, killing four workers.",
        "Chad said Togo had deliberately shot the pilot and not by accident.",
        "Gunmen attacked a village in Kano. An explosion at a factory killed four.",
    ],
)
def test_what_somebody_did_is_no_accident(text: str) -> None:
    assert "ASSAULT" in {e.type for e in _events(text)}


@pytest.mark.parametrize(
    "text", ["Kenya urged the rebels to lift the siege of Kano.", "The siege of Kano has killed hundreds, the UN said."]
)
def test_a_siege_withholds(text: str) -> None:
    assert [(e.type, e.mode) for e in _events(text) for t in e.triggers if t.quote == "siege"] == [("COERCE", "withhold")]


def test_what_arms_are_for_is_no_attack() -> None:
    assert "ASSAULT" not in {e.type for e in _events("Kenya gave Chad twelve strike UAVs.")}


def test_arms_that_are_shot_down_are_attacked() -> None:
    assert "ASSAULT" in {e.type for e in _events("The army shot down 12 attack drones over Kano.")}


def test_who_forbids_a_protest_does_not_protest() -> None:
    protests = [e for e in _events("The governor of Lima banned a rally planned for Sunday.") if e.type == "PROTEST"]
    assert [_of(e, "actor") for e in protests] == [[]]


def test_who_would_neither_confirm_nor_deny_says_nothing() -> None:
    for text in (
        "Chad has suspended military aid to Togo, two diplomats said, though a spokeswoman would neither confirm nor deny it.",
        "Chad's army could not confirm or deny that it had shelled Kano.",
    ):
        told = [(s.name, s.stance) for e in read(Report("r", text)).events for s in e.sources]
        assert all(stance == "asserts" for _, stance in told), text
    text = "Bo Fox denied that Chad had shelled Kano but confirmed that its army had moved to the border."
    assert "denies" in [s.stance for e in read(Report("r", text)).events for s in e.sources]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The army rejected reports of a raid on the camp.", "The army"),
        ("Peru denied claims of torture by its police.", "Peru"),
        ("The minister rejected accusations of arming the rebels.", "The minister"),
        ("Chad dismissed the report that it had shelled the camp.", "Chad"),
    ],
)
def test_what_is_reported_is_denied_by_who_rejects_the_report(text: str, source: str) -> None:
    (event,) = [e for e in _events(text) if e.type in ("ASSAULT", "AID")]
    assert (event.status, [(s.name, s.stance) for s in event.sources]) == ("denied", [(source, "denies")])


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("The ministers will discuss the raid on the embassy.", "ASSAULT", "happened"),
        ("The court wants to investigate the torture of prisoners in Bata.", "ASSAULT", "happened"),
        ("Rebels will launch a raid on the embassy.", "ASSAULT", "planned"),
    ],
)
def test_what_is_to_be_looked_into_has_been(text: str, kind: str, status: str) -> None:
    assert [e.status for e in _events(text) if e.type == kind] == [status]


def test_a_refusal_may_be_told_by_what_there_will_not_be() -> None:
    text = "President Bo Fox told reporters that there would be no talks with Chad."
    (event,) = [e for e in read(Report("r", text, published="2024-05-06")).events if e.type == "REJECT"]
    assert (event.status, event.sources) == ("happened", ())
