"""Days as acts are dated by them: what is planned for a day is to come."""

import pytest

from memcon.model import Report
from memcon.reading.pipeline import read


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Talks are planned for next Monday.", "2024-05-20"),
        ("A meeting of Chad and Togo is scheduled for Friday in Vilnius.", "2024-05-17"),
        ("Chad's visit to Togo is set for Thursday.", "2024-05-16"),
        ("Talks between Chad and Libya are planned for Friday.", "2024-05-17"),
        ("Chad's envoy was expected in Lome on Friday.", "2024-05-17"),
        ("Chad's envoy had been expected in Lome on Friday.", "2024-05-10"),
        ("Chad bombed Togo on Friday.", "2024-05-10"),
    ],
)
def test_what_is_planned_for_a_day_is_to_come(text: str, day: str) -> None:
    (event,) = read(Report("r", text, published="2024-05-15")).events
    assert event.when is not None
    assert event.when.edtf == day


@pytest.mark.parametrize("text", ["Ana Rey visited Peru. Last week Bo Fox visited Chad.", "Cuba met Peru. In March Laos met Nepal."])
def test_the_day_with_which_the_next_sentence_opens_is_another_s(text: str) -> None:
    first, second = read(Report("r", text, published="2024-05-15")).events
    assert first.when is None
    assert second.when is not None


def test_a_weekday_is_nobody() -> None:
    record = read(Report("r", "Merkel will arrive in Paris on Friday. The two leaders met in Sochi."))
    assert "Godwin Friday" not in {e.name for e in record.entities}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Peru had agreed to take part in talks in Lima on Friday, a spokesman said.", "2024-05-17"),
        ("Togo accepted an invitation to peace talks in Accra on Friday.", "2024-05-17"),
        ("Chad and Togo had agreed to meet in Accra on Monday, but the Togolese delegation stayed away.", "2024-05-13"),
    ],
)
def test_what_was_agreed_on_is_to_come(text: str, day: str) -> None:
    (one,) = [e for e in read(Report("r", text, published="2024-05-15")).events if e.mode == "meeting"]
    assert one.when is not None
    assert one.when.edtf == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The African Union's council meets on Tuesday to hear a report from its envoy.", "2024-05-21"),
        ("A third round of talks has been set for 17 September.", "2024-09-17"),
        ("The council met on Tuesday to hear a report from its envoy.", "2024-05-14"),
    ],
)
def test_what_is_on_the_calendar_is_to_come(text: str, day: str) -> None:
    (one,) = [e for e in read(Report("r", text, published="2024-05-15")).events if e.type == "CONSULT"]
    assert one.when is not None
    assert one.when.edtf == day


def test_people_accepted_in_a_month_were_accepted() -> None:
    (event,) = read(Report("settling", "The United States accepted 1,141 refugees in June.", published="2024-05-14")).events
    assert (event.status, event.when and event.when.edtf) == ("happened", "2023-06")


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        ("Peru must stay calm after the Oct. 12 Lima bombing, the envoy said.", "ASSAULT", "2023-10-12"),
        ("Chad does not keep to the June 1 agreement, the envoy said.", "AGREE", "2023-06-01"),
    ],
)
def test_the_day_of_a_deed_is_over_whatever_is_said_of_it(text: str, kind: str, day: str) -> None:
    (event,) = [e for e in read(Report("settling", text, published="2024-05-14")).events if e.type == kind]
    assert (event.status, event.when and event.when.edtf) == ("happened", day)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("On Saturday gunmen on motorcycles killed ten soldiers in Kano, the army said.", "gunmen"),
        ("On Friday police in Lima arrested ten men.", "police in Lima"),
        ("On Monday rebels attacked the town.", "rebels"),
    ],
)
def test_a_weekday_before_those_who_act_is_no_part_of_who_they_are(text: str, who: str) -> None:
    (event,) = read(Report("settling", text, published="2024-05-14")).events
    assert [p.name for p in event.participants if p.role == "actor"] == [who]
    assert event.when is not None


def test_the_year_of_a_numbered_text_dates_nothing() -> None:
    (event,) = read(Report("r", "The Security Council adopted resolution 2410 (2018) on Gondal.", published="2024-05-15")).events
    assert event.when is None


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("overnight on May 10 to 11", "2023-05-10/2023-05-11"),
        ("overnight into Sunday", "2023-05-14"),
        ("overnight on May 12", "2023-05-12"),
        ("overnight", "2023-05-15/2023-05-16"),
    ],
)
def test_a_day_behind_overnight_tells_which_night_it_was(words: str, day: str) -> None:
    (attack,) = read(Report("r", f"Rebels shelled the port {words}, wounding two men.", published="2023-05-16")).events
    assert attack.when is not None
    assert attack.when.edtf == day
