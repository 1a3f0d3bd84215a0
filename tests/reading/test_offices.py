"""The office of a person on the day of an event."""

import pytest

from memcon.model import Report
from memcon.reading.pipeline import read


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("On 5 May 2015 David Cameron met Barack Obama in London.", "prime minister"),
        ("David Cameron met Barack Obama in London on Monday.", None),
        ("In 2017 Rex Tillerson met the king of Jordan.", "secretary of state"),  # from February on
        ("Rex Tillerson will meet the king of Jordan on 3 December 2030.", None),
    ],
)
def test_office_on_the_day(text: str, office: str | None) -> None:
    record = read(Report("r", text, published="2019-09-25"))
    assert record.events[0].participants[0].office == office


def _parties(text: str) -> list[tuple[str, str]]:
    (event,) = read(Report("offices", text, published="2024-05-14")).events
    return sorted((p.role, p.name) for p in event.participants)


def test_officers_of_two_states_with_capitals_are_two() -> None:
    told = [("actor", "The Ambassador of Peru"), ("recipient", "the Ambassador of Kenya")]
    assert _parties("The Ambassador of Peru met the Ambassador of Kenya on Sunday.") == told
    text = "The Ambassador of Peru, Ana Ruiz, met the Ambassador of Kenya, Juma Otieno, in Lima on Sunday."
    assert _parties(text) == [("actor", "Ana Ruiz"), ("recipient", "Juma Otieno")]


def test_holders_are_named_behind_their_offices_in_a_row() -> None:
    text = "The envoy met the President of Chad, Malik Deby, and the Ambassador of Togo, Kofi Ama."
    assert _parties(text) == [("actor", "The envoy"), ("recipient", "Kofi Ama"), ("recipient", "Malik Deby")]


@pytest.mark.parametrize(
    "text",
    [
        "Bo Fox met the foreign minister of Qatar. Khalid Rey, the foreign minister of Qatar, thanked him.",
        "Bo Fox met the foreign minister of Qatar. Khalid Rey, Minister for Foreign Affairs of the State of Qatar, thanked him.",
        "Bo Fox met the foreign minister of Qatar. Qatari Foreign Minister Khalid Rey thanked him.",
    ],
)
def test_an_office_is_held_by_whom_the_report_names_below(text: str) -> None:
    record = read(Report("r", text, published="2025-10-14"))
    met = next(e for e in record.events if e.mode == "meeting")
    assert {p.name for p in met.participants} == {"Bo Fox", "Khalid Rey"}


@pytest.mark.parametrize("other", ["Former Togolese President", "Togolese Vice President"])
def test_another_office_is_not_meant(other: str) -> None:
    record = read(Report("r", f"Bo Fox met Togo's president. {other} Ivan Rey thanked him.", published="2019-10-14"))
    met = next(e for e in record.events if e.mode == "meeting")
    assert "Ivan Rey" not in {p.name for p in met.participants}


@pytest.mark.parametrize(
    "text",
    [
        "Morocco's Foreign Minister, Ana Rey, met Bo Fox in Lima on Monday.",
        "Moroccan Foreign Minister Ana Rey said little. The Moroccan foreign minister met Bo Fox in Lima on Monday.",
        "Ana Rey, the foreign minister of Morocco, met Bo Fox in Lima on Monday.",
    ],
)
def test_whom_the_report_names_in_an_office_holds_it(text: str) -> None:
    (event,) = [e for e in read(Report("offices", text, published="2016-03-05")).events if e.type == "CONSULT"]
    assert [(p.name, p.wikidata, p.country) for p in event.participants if p.role == "actor"] == [("Ana Rey", None, "MAR")]


def test_another_spelling_of_a_holder_is_the_holder() -> None:
    text = "The foreign minister of Morocco, Salaheddine Mezwar, met Bo Fox in Lima."
    (event,) = read(Report("offices", text, published="2016-03-05")).events
    assert [p.wikidata for p in event.participants if p.role == "actor"] == ["Q206209"]
