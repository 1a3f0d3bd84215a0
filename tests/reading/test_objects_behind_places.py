"""Whom something befell, told behind the place, and who is told by another word for his office."""

from __future__ import annotations

import pytest

from memcon.model import Event, Report
from memcon.reading.pipeline import read


def _events(text: str, published: str = "2016-10-15") -> list[Event]:
    return read(Report("t", text, published=published)).events


def _parties(event: Event) -> set[tuple[str, str]]:
    return {(p.role, p.name) for p in event.participants}


@pytest.mark.parametrize(
    ("text", "parties", "where"),
    [
        ("The foreign minister met in Ankara President Bo Fox.", {("actor", "The foreign minister"), ("recipient", "Bo Fox")}, "Ankara"),
        (
            "President Ana Rey received in Lima Chad's Foreign Minister Bo Fox on Monday.",
            {("actor", "Bo Fox"), ("recipient", "Ana Rey")},
            None,
        ),
        (
            "Rey met on the sidelines of the summit in Doha Chadian President Bo Fox.",
            {("actor", "Rey"), ("recipient", "Bo Fox")},
            "Doha",
        ),
        ("Police arrested in Madrid Colombian businessman Bo Fox.", {("actor", "Police"), ("recipient", "Bo Fox")}, "Madrid"),
    ],
)
def test_a_person_behind_the_place_is_the_object(text: str, parties: set[tuple[str, str]], where: str | None) -> None:
    (event,) = _events(text)
    assert _parties(event) == parties
    assert where is None or (event.where is not None and event.where.name == where)


def test_one_behind_the_place_with_an_article_is_the_object() -> None:
    (event,) = _events("Sheikh Ali received at the Amiri Diwan the Minister of Foreign Affairs of Chad, Bo Fox.")
    assert _parties(event) == {("actor", "Bo Fox"), ("recipient", "Ali")}


def test_a_leader_is_whom_the_report_has_named_with_an_office() -> None:
    """And not who heads the state by the registry."""
    events = _events(
        "Togolese President Ana Rey received Qatar's Prime Minister Mohammed bin Abdulrahman Al Thani in Lome on Wednesday, hours after "
        "the Qatari leader held talks in Accra with Bo Fox.",
        "2026-10-15",
    )
    assert [any("Abdulrahman" in p.name for p in e.participants) for e in events] == [True, True]


def test_who_is_told_by_which_is_the_doer() -> None:
    one, other = _events("The army blamed the rebels, which in turn blamed pro-government militias.")
    assert _parties(one) == {("actor", "The army"), ("recipient", "the rebels")}
    assert _parties(other) == {("actor", "the rebels"), ("recipient", "pro-government militias")}


def test_a_premier_or_minister_in_short() -> None:
    (event,) = _events("Rey met Qatar's PM at 3 PM on Monday.", "2026-10-15")
    assert _parties(event) == {("actor", "Rey"), ("recipient", "Sheikh Mohammed bin Abdulrahman Al Thani")}
    assert event.when is not None
    assert event.when.edtf == "2026-10-12T15"


@pytest.mark.parametrize(
    "text", ["Rey spoke of the summit that Qatar is said to have proposed.", "Rey spoke of the summit which Qatar had offered to host."]
)
def test_an_occasion_that_a_clause_leaves_open(text: str) -> None:
    (event,) = _events(text)
    assert (event.type, event.status) == ("CONSULT", "offered")


def test_both_parties_are_those_between_whom_somebody_mediates() -> None:
    text = (
        "Chad and Togo spoke. Peru hosted them.\n\nQatar has been facilitating talks between the Chadian government and the Red Front "
        "since April. On July 19, the two parties signed a declaration."
    )
    signed = next(e for e in _events(text) if any(t.quote == "signed" for t in e.triggers))
    assert {p.name for p in signed.participants} == {"Chad", "Red Front"}


@pytest.mark.parametrize(
    ("text", "companion"),
    [
        ("Rey met Fox and his delegation.", "Fox's delegation"),
        ("President Ana Rey received Bo Fox and his accompanying team on Monday.", "Bo Fox's accompanying team"),
        ("Rey flew to Lima with a delegation of businessmen.", "a delegation of businessmen"),
    ],
)
def test_delegations_go_along(text: str, companion: str) -> None:
    (event,) = _events(text)
    assert [p.name for p in event.participants if p.role == "companion"] == [companion]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Togo president, Chad premier discuss truce in Lima\n\nIt rained.", 2),
        ("Chad, Togo foreign ministers meet in Lima\n\nIt rained.", 2),
        ("Chad, Togo presidents hold talks\n\nIt rained.", 2),
    ],
)
def test_two_with_a_comma_between_them_in_a_headline(text: str, who: int) -> None:
    (event,) = _events(text)
    assert [p.role for p in event.participants] == ["actor"] * who


def test_a_state_before_an_office_does_it_in_a_headline() -> None:
    (event,) = _events("Peru president hosts Chadian PM after surprise Lima stop\n\nIt rained.")
    assert [p.role for p in event.participants] == ["actor", "recipient"]
    assert event.participants[0].mention is not None
    assert event.participants[0].mention.quote == "Chadian PM"
