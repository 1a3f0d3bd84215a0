"""What someone is reported to have done or planned, and denies: one event on two words; the words denied were said (CODEBOOK 1, Rules)."""

from __future__ import annotations

import pytest

from memcon.model import Event, Report
from memcon.reading.pipeline import read

SENT = "Togo said Chad had sent troops across the border"


def told(text: str, kind: str) -> Event:
    """The event of this type."""
    (found,) = [e for e in read(Report("r", text, published="2024-03-05")).events if e.type == kind]
    return found


def stances(event: Event) -> list[tuple[str | None, str]]:
    return [(s.name, s.stance) for s in event.sources]


@pytest.mark.parametrize(
    "text",
    [
        f"{SENT}. Chad denied it.",
        f"{SENT}. Chad denies the accusation.",
        f"{SENT}. The rainy season began on Sunday. Chad has denied the reports.",
        f"{SENT}, which Chad denied.",
        f"{SENT}, a charge Chad denies.",
        f"{SENT}, an accusation that Chad has denied.",
        f"{SENT}. Chad rejected the charge as absurd.",
        f"{SENT}. Chad said the report was untrue.",
        f"{SENT}. Chad said that was a lie.",
        f'{SENT}. "This is not true," Chad said.',
        f"{SENT}. The claim was without foundation, Chad said.",
    ],
)
def test_the_denial_joins_the_assertion(text: str) -> None:
    event = told(text, "MOBILIZE")
    assert stances(event) == [("Togo", "asserts"), ("Chad", "denies")]
    assert event.status == "happened"


def test_what_is_only_judged_is_not_denied() -> None:
    event = told(f"{SENT}. Peru said that was wrong.", "MOBILIZE")
    assert stances(event) == [("Togo", "asserts")]


def test_the_evidence_of_a_denial_is_its_own_words() -> None:
    text = f"{SENT}. Chad denied it."
    denial = told(text, "MOBILIZE").sources[1]
    assert denial.source is not None
    assert denial.cue is not None
    assert (denial.source.quote, denial.cue.quote) == ("Chad", "denied")
    assert text[denial.cue.start : denial.cue.end] == "denied"


def test_an_army_denies_what_its_soldiers_are_said_to_have_done() -> None:
    text = "Chadian soldiers killed ten villagers on Monday, residents said. The army denied responsibility."
    assert stances(told(text, "ASSAULT")) == [("residents", "asserts"), ("The army", "denies")]


def test_both_who_are_said_to_have_met_can_deny_it() -> None:
    text = "Ivan Rey met rebel leaders in Accra last week, two newspapers reported. His office denied that."
    assert [stance for _, stance in stances(told(text, "CONSULT"))] == ["asserts", "denies"]


@pytest.mark.parametrize(
    "text",
    [
        "Chad sent troops across the border on Monday. Chad denied it.",  # the report itself tells it
        f"{SENT}. Peru denied it.",  # nobody said it of Peru
        f"{SENT}. Chad denied that its ports were closed.",  # it says what it denies
        f"{SENT}. It rained. It rained. It rained. Chad denied it.",  # too far
        f"{SENT}. Chad denied visas to five teachers.",
    ],
)
def test_what_is_no_denial_of_it(text: str) -> None:
    assert all(s.stance == "asserts" for s in told(text, "MOBILIZE").sources)


def test_two_persons_of_one_state_speak_each_for_himself() -> None:
    text = "Chad's president Ivan Rey attacked a farm, a witness said. Chad's finance minister Bo Fox denied it."
    assert [stance for _, stance in stances(told(text, "ASSAULT"))] == ["asserts"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Togo denied that it had agreed to a prisoner swap with Mali.", "RETREAT"),
        ("Kenya denied that it was planning a raid on Togo.", "ASSAULT"),
    ],
)
def test_a_plan_that_all_sources_deny_is_denied(text: str, kind: str) -> None:
    event = told(text, kind)
    assert (event.status, [s.stance for s in event.sources]) == ("denied", ["denies"])


def test_a_charge_that_is_denied_was_made() -> None:
    text = "Peru accused Chile of arming rebels, a charge Santiago denies."
    charge, deed = told(text, "ACCUSE"), told(text, "AID")
    assert (charge.status, [s.stance for s in charge.sources]) == ("happened", [])
    assert {s.stance for s in deed.sources} == {"asserts", "denies"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Ana Rey pleaded not guilty on Friday to a charge that she bombed a market in Kano.",
            [("Ana Rey", "denies"), (None, "asserts")],
        ),
        ("Police accused Bo Fox of the raid. Bo Fox pleaded not guilty to bombing the port.", [("Bo Fox", "denies")]),
    ],
)
def test_who_pleads_not_guilty_denies_the_deed(text: str, found: list[tuple[str | None, str]]) -> None:
    deeds = [e for e in read(Report("r", text, published="2024-03-05")).events if e.type == "ASSAULT" and e.mode == "explosives"]
    assert [stances(e) for e in deeds] == [found]


@pytest.mark.parametrize(
    "text",
    [
        "Ten people died in an attack in Kano on Monday. The rebels denied involvement in the attack.",
        "Gunmen attacked a school in Kano on Monday, killing ten. The rebels denied responsibility for the attack.",
    ],
)
def test_who_denies_a_part_in_what_the_report_tells_does_not_undo_it(text: str) -> None:
    event = told(text, "ASSAULT")
    assert (event.status, stances(event)) == ("happened", [("The rebels", "denies")])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Reports that the base's commander had been captured were denied by the army.", [("denied", [("the army", "denies")])]),
        ("Claims that Togo shelled the camp were rejected by Lome as propaganda.", [("denied", [("Togo", "denies")])]),
        ("Chad accused Togo of shelling a village, a charge denied by Togo.", [("happened", [("Chad", "asserts"), ("Togo", "denies")])]),
        ("Chad accused Togo of bombing a camp, a claim Lome rejected.", [("happened", [("Chad", "asserts"), ("Togo", "denies")])]),
        ("The claim that Togo shelled a village is disinformation.", [("denied", [])]),
    ],
)
def test_what_is_denied_in_the_passive_and_in_relative_clauses(text: str, told: list[tuple[str, list[tuple[str, str]]]]) -> None:
    events = [e for e in read(Report("news", text, published="2024-03-05")).events if e.type in ("ASSAULT", "COERCE")]
    assert [(e.status, [(s.name, s.stance) for s in e.sources]) for e in events] == told


@pytest.mark.parametrize(
    "text",
    [
        "Chad shelled a camp in Togo on Monday, aid workers said. Two people were killed. The Chadian army denied any strike on civilians.",
        "Chadian troops raided a camp in Togo, aid workers said. It rained. It rained. It rained. Chad denied any attack.",
        "Aid workers said Chad had shelled a camp in Togo. Chad called the allegation rubbish.",
        "Aid workers said Chad had shelled a camp in Togo; Chad's army called that a fairy tale.",
        "Aid workers said Chad had shelled a camp in Togo. Chad described the report as a pack of lies.",
    ],
)
def test_a_deed_is_denied_in_whatever_words(text: str) -> None:
    event = told(text, "ASSAULT")
    assert (event.status, [s.stance for s in event.sources]) == ("happened", ["asserts", "denies"])


def test_what_only_the_report_tells_can_be_denied_by_its_name() -> None:
    event = told("Peru arrested ten teachers on Monday. The interior minister of Peru, Bo Fox, denies any arrests.", "COERCE")
    assert (event.status, stances(event)) == ("happened", [("Bo Fox", "denies")])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Masked men threw bottles at riders in Lima; Ana Rey's party denied any involvement.", ["denies"]),
        ("Chadian soldiers beat ten riders in Lome; Ana Rey's party denied any involvement.", []),
        ("Chad shelled a camp in Togo, aid workers said. Peru denied any strike.", ["asserts"]),
        ("Chad shelled a camp in Togo, aid workers said. Chad called it a victory.", ["asserts"]),
    ],
)
def test_whose_part_is_denied(text: str, found: list[str]) -> None:
    assert [s.stance for s in told(text, "ASSAULT").sources] == found


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Chad had shelled a camp in Togo, aid workers said. Chad denied that its aircraft had taken part.", "ASSAULT"),
        ("The papers report that the opening of a crossing has been agreed; Chad denies it.", "AGREE"),
    ],
)
def test_a_part_is_denied_in_a_clause_and_a_deed_without_doers(text: str, kind: str) -> None:
    assert [s.stance for s in told(text, kind).sources] == ["asserts", "denies"]


@pytest.mark.parametrize(
    "text",
    [
        "The Taliban deny giving haven to the militants and accuse the Pakistani military of lies.",
        "The rebels denied that Rey had any military role and accused the army of lies.",
    ],
)
def test_what_a_denier_says_besides_is_not_denied(text: str) -> None:
    charge = next(e for e in read(Report("denial", text, published="2024-03-05")).events if e.type == "ACCUSE")
    assert charge.status == "happened"


@pytest.mark.parametrize(
    "denial",
    ["The White House later said there were no plans for a meeting.", "The White House said no meeting was planned."],
)
def test_who_says_that_none_is_planned_denies_the_meeting_that_another_told_of(denial: str) -> None:
    text = f"The Kremlin said Putin and Trump had agreed to meet in Budapest. {denial}"
    (event,) = read(Report("t", text, published="2025-10-21")).events
    assert (event.type, event.status) == ("CONSULT", "planned")
    assert [(s.name, s.stance) for s in event.sources] == [("Russia", "asserts"), ("United States", "denies")]


def test_who_alone_says_that_none_is_planned_denies_it() -> None:
    (event,) = read(Report("t", "Peru said there were no plans for talks with Chile.", published="2025-10-21")).events
    assert (event.type, event.status) == ("CONSULT", "denied")


@pytest.mark.parametrize("denial", ["Caracas denied it.", "Caracas called the report false.", "Venezuela's government denied the report."])
def test_an_offer_that_others_report_is_denied(denial: str) -> None:
    (event,) = read(Report("t", f"Reuters reported that Maduro had offered to step down. {denial}", published="2025-10-21")).events
    assert (event.type, event.status) == ("RETREAT", "offered")
    assert [(s.name, s.stance) for s in event.sources] == [("Reuters", "asserts"), ("Venezuela", "denies")]


def test_who_denies_that_any_round_is_planned_denies_the_talks_that_another_told_of() -> None:
    text = (
        "Tehran said talks with Washington would resume on Sunday; a State Department spokesman denied that any round had been scheduled."
    )
    (event,) = read(Report("t", text, published="2025-10-21")).events
    assert [s.stance for s in event.sources] == ["asserts", "denies"]
