"""Demands and their answers, accusations and their deeds, waves of attacks: what one event gives another."""

import pytest

from memcon.model import Event, Report
from memcon.reading.parse.parsing import RULES
from memcon.reading.pipeline import read


def _events(text: str, kind: str) -> list[Event]:
    return [e for e in read(Report("r", text, published="2016-03-05"), RULES).events if e.type == kind]


def _parties(event: Event) -> set[tuple[str, str]]:
    return {(p.role, p.name) for p in event.participants}


@pytest.mark.parametrize(
    ("text", "kind", "parties"),
    [
        ("Japan has demanded an apology from Chile. Chile has refused.", "REJECT", {("actor", "Chile"), ("recipient", "Japan")}),
        ("France asked Mali to wait, but Bamako rejected the request.", "REJECT", {("actor", "Mali"), ("recipient", "France")}),
        ("Norway rejected Chile's request to extradite the pilots.", "REQUEST", {("actor", "Chile"), ("recipient", "Norway")}),
        (
            "The FBI questioned him in 2011 at Russia's request.",
            "REQUEST",
            {("actor", "Russia"), ("recipient", "Federal Bureau of Investigation")},
        ),
        ("Syria signalled its interest in resuming talks with Israel.", "CONSULT", {("actor", "Syria"), ("recipient", "Israel")}),
    ],
)
def test_who_asks_and_who_answers(text: str, kind: str, parties: set[tuple[str, str]]) -> None:
    assert [_parties(e) for e in _events(text, kind)] == [parties]


def test_who_was_not_asked_refuses_nobody() -> None:
    (refusal,) = _events("Japan has demanded an apology from Chile. Peru has refused to pay.", "REJECT")
    assert _parties(refusal) == {("actor", "Peru")}


def _days(text: str) -> dict[str, str | None]:
    return {e.where.name: e.when.edtf if e.when else None for e in _events(text, "ASSAULT") if e.where}


def test_the_parts_of_a_wave_of_attacks_have_its_day() -> None:
    text = (
        "A wave of attacks across Iraq on Monday killed 107 people. In Baghdad, a car bomb killed 12 people. "
        "Gunmen killed two soldiers in Mosul. An earlier attack killed three people in Basra."
    )
    days = _days(text)
    assert (days["Baghdad"], days["Mosul"], days["Basra"]) == ("2016-02-29", "2016-02-29", None)


@pytest.mark.parametrize(
    "background",
    [
        "The group has killed thousands of people in Chad.",
        "Its founder was killed in an unrelated strike in Chad.",
        "The army bombed the base after militants beheaded a priest in Chad.",
    ],
)
def test_what_a_wave_does_not_date(background: str) -> None:
    text = f"Attacks across Chad on Monday killed ten people. {background}"
    assert [e.when.edtf for e in _events(text, "ASSAULT") if e.when] == ["2016-02-29"]


def test_another_day_or_country_ends_a_wave() -> None:
    text = (
        "A string of bombings in Iraq on Monday killed 107 people. Gunmen killed two soldiers in Damascus, Syria. "
        "On Thursday gunmen killed a mayor in Kirkuk. A car bomb killed 12 people in Baghdad."
    )
    days = _days(text)
    assert (days["Damascus"], days["Kirkuk"], days["Baghdad"]) == (None, "2016-03-03", None)


def test_another_tense_is_not_of_the_clause_before() -> None:
    (arrest,) = _events("In 2009 the leaders fell out, and Iran has imprisoned Omar Hassan.", "COERCE")
    assert arrest.when is None


def test_what_opens_a_sentence_dates_both_its_clauses() -> None:
    (arrest,) = _events("In June last year the leaders fell out, and Omar Hassan was arrested.", "COERCE")
    assert arrest.when is not None
    assert arrest.when.edtf == "2015-06"


@pytest.mark.parametrize(
    ("text", "parties", "source"),
    [
        ("France accused Mali of killing ten civilians.", {("actor", "Mali"), ("recipient", "ten civilians")}, "France"),
        ("Washington blamed the attack on Iran.", {("actor", "Iran")}, "Washington"),
        ("The attack was blamed on Iran.", {("actor", "Iran")}, None),
        (
            "Peru's army blamed the attack on an army school on the Taliban.",
            {("actor", "Taliban"), ("recipient", "an army school")},
            "Peru's army",
        ),
        # who reproaches presupposes, who does not accuse vouches for nothing
        ("Merkel condemned Israel for bombing a school.", {("actor", "Israel"), ("recipient", "a school")}, None),
        ("The president declined to blame Iran for the attack.", {("actor", "Iran")}, None),
    ],
)
def test_who_accuses_of_a_deed_is_its_source(text: str, parties: set[tuple[str, str]], source: str | None) -> None:
    (deed,) = _events(text, "ASSAULT")
    assert _parties(deed) == parties
    assert [s.source.quote for s in deed.sources if s.source] == ([source] if source else [])


@pytest.mark.parametrize(
    ("text", "kind", "parties", "source"),
    [
        (
            "He praised Karl Jensen, a policeman who officials say the rebels shot to death.",
            "ASSAULT", {("actor", "the rebels"), ("recipient", "Karl Jensen")}, "officials",
        ),
        (
            "Peru regrets three days of fighting in which, the Health Ministry says, 44 miners were killed.",
            "ASSAULT", {("recipient", "44 miners")}, "the Health Ministry",
        ),
        (
            "The ambassador has said that it was Zelensky who asked Bennett to mediate.",
            "REQUEST", {("actor", "Zelensky"), ("recipient", "Bennett")}, "The ambassador",
        ),
    ],
)  # fmt: skip
def test_a_claim_inside_a_relative_clause_asserts_it(text: str, kind: str, parties: set[tuple[str, str]], source: str) -> None:
    found = [e for e in _events(text, kind) if _parties(e) == parties]
    assert [[s.source.quote for s in e.sources if s.source] for e in found] == [[source]]


def test_what_a_claim_presupposes_is_not_its_claim() -> None:
    (attack,) = _events("Police said that the man who attacked the guard fled.", "ASSAULT")
    assert attack.sources == ()


@pytest.mark.parametrize(
    ("text", "kind", "targets"),
    [
        ("Rebels blew up a pipeline near Basra.", "ASSAULT", ["a pipeline"]),
        ("An Israeli jet downed a drone.", "ASSAULT", ["a drone"]),
        ("The company suspended 125,000 Twitter accounts.", "COERCE", ["125,000 Twitter accounts"]),
        ("A strike on a house in Rafah killed the commander.", "ASSAULT", ["the commander"]),  # whoever is hurt goes before what is
        ("Israel shut the crossings on Monday.", "COERCE", []),
    ],
)
def test_things_that_force_is_used_on(text: str, kind: str, targets: list[str]) -> None:
    (deed,) = _events(text, kind)
    assert [p.name for p in deed.participants if p.role == "recipient"] == targets


@pytest.mark.parametrize(
    ("text", "kind", "to"),
    [
        ("Ana Rey and Bo Fox spoke by phone on Monday. Rey urged an end to the fighting.", "REQUEST", "Bo Fox"),
        ("Ana Rey telephoned Bo Fox and accepted the plan.", "AGREE", "Bo Fox"),
        ("Ana Rey met Bo Fox in Lima. She urged an end to the fighting.", "REQUEST", None),  # elsewhere, it may be
        ("Ana Rey, who met Bo Fox on Monday, urged an end to the fighting.", "REQUEST", None),  # an aside about her
        ("Ana Rey met Bo Fox and Ivan Paz on Monday and urged an end to the fighting.", "REQUEST", None),  # of two
    ],
)
def test_what_is_said_in_a_contact_is_said_to_who_is_there(text: str, kind: str, to: str | None) -> None:
    (event,) = _events(text, kind)
    assert {name for role, name in _parties(event) if role == "recipient"} == ({to} if to else set())


@pytest.mark.parametrize(
    ("text", "kind", "recipients"),
    [
        ("Chad accused Togo of lies and recalled its envoy for consultations.", "SANCTION", {"Togo"}),
        ("Chad arrested two men, and Peru recalled its envoy for consultations.", "SANCTION", set()),
        ("Chad arrested two men and recalled its envoy for consultations.", "SANCTION", set()),
    ],
)
def test_a_measure_told_in_one_breath_with_what_is_done_to_another_is_for_the_same(text: str, kind: str, recipients: set[str]) -> None:
    (event,) = _events(text, kind)
    assert {name for role, name in _parties(event) if role == "recipient"} == recipients


def test_the_criticism_that_is_rejected_was_told_before() -> None:
    text = "Opposition leader Omar Fox criticised the cabinet for its silence. The minister, Bo Poe, rejected the criticism."
    events = [e for e in read(Report("r", text)).events if e.type == "ACCUSE"]
    assert [[t.quote for t in e.triggers] for e in events] == [["criticised", "criticism"], ["rejected"]]


@pytest.mark.parametrize(
    ("text", "kind", "parties"),
    [
        ("Kenya demanded a truce, and the rebels refused to stop fighting.", "REQUEST", {("actor", "Kenya"), ("recipient", "the rebels")}),
        ("Kenya demanded a truce, and the rebels refused to stop fighting.", "REJECT", {("actor", "the rebels"), ("recipient", "Kenya")}),
        ("Peru asked for help, a request that Chad refused.", "REQUEST", {("actor", "Peru"), ("recipient", "Chad")}),
        ("Bolivia had proposed a joint patrol, which Chad rejected.", "REQUEST", {("actor", "Bolivia"), ("recipient", "Chad")}),
        ("Bolivia had proposed a joint patrol, which Chad rejected.", "REJECT", {("actor", "Chad"), ("recipient", "Bolivia")}),
    ],
)
def test_who_asks_and_who_refuses_in_one_sentence_do_so_of_each_other(text: str, kind: str, parties: set[tuple[str, str]]) -> None:
    (event,) = (e for e in read(Report("r", text, published="2016-03-05")).events if e.type == kind)
    assert _parties(event) == parties
