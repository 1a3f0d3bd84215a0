"""Who does something together with whom, and who is told in short to have done the same."""

import pytest

from memcon.model import Event, Report
from memcon.reading.pipeline import read


def _told(text: str, word: str) -> Event:
    events = read(Report("r", text, published="2024-05-15")).events
    return next(e for e in events if any(word in t.quote for t in e.triggers))


def _names(event: Event, role: str) -> list[str]:
    return [p.name for p in event.parties(role)]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya condemned the attack together with Togo.",
        "Kenya, together with Togo, condemned the attack.",
    ],
)
def test_who_condemns_an_attack_with_another_has_no_part_in_it(text: str) -> None:
    assert not _told(text, "attack").participants


def test_who_carries_an_attack_out_with_another_has() -> None:
    assert _names(_told("Kenya carried out the attack together with Togo.", "attack"), "actor") == ["Kenya", "Togo"]


@pytest.mark.parametrize(
    ("text", "word", "role", "names"),
    [
        ("Peru voted against the plan, as did Togo.", "voted", "actor", ["Peru", "Togo"]),
        ("Peru banned the party, and so did Chad.", "banned", "actor", ["Peru", "Chad"]),
        ("Peru condemned the attack, and Chad did too.", "condemned", "actor", ["Peru", "Chad"]),
        ("Two aides were arrested, and so was the mayor.", "arrested", "recipient", ["Two aides", "the mayor"]),
        ("Kenya attacked the village as Chad did nothing.", "attacked", "actor", ["Kenya"]),
    ],
)
def test_who_is_told_in_short_to_have_done_the_same(text: str, word: str, role: str, names: list[str]) -> None:
    assert _names(_told(text, word), role) == names


def test_who_signs_a_deal_with_somebody_signs_it_too() -> None:
    (event,) = read(Report("news", "Chad signed a treaty with Togo in Lima on Monday.", published="2024-03-05")).events
    assert [(p.role, p.name) for p in event.participants] == [("actor", "Chad"), ("actor", "Togo")]


@pytest.mark.parametrize(
    ("text", "role", "name"),
    [
        ("Peru's foreign minister is on an official visit to China at Wang Yi's invitation.", "recipient", "Wang Yi"),
        ("Anna Keller flew to Lima at the request of the governor of Salta.", "requested_by", "the governor of Salta"),
    ],
)
def test_whose_guest_one_is_and_at_whose_request_one_goes(text: str, role: str, name: str) -> None:
    event = next(e for e in read(Report("news", text, published="2024-03-05")).events if e.mode == "visit")
    assert [p.name for p in event.participants if p.role == role] == [name]


def test_a_request_behind_an_occasion_is_that_of_the_contact_it_dates() -> None:
    events = read(Report("news", "Rey phoned Bo Fox before the meeting at the request of Togo.", published="2024-03-05")).events
    assert {e.mode: [p.name for p in e.participants if p.role == "requested_by"] for e in events if e.type == "CONSULT"} == {
        "call": ["Togo"],
        "meeting": [],
    }


def test_a_vote_is_not_on_what_happened_before_it() -> None:
    told = "Parliament voted to withdraw from the court after its president was indicted."
    vote = next(e for e in read(Report("news", told, published="2024-03-05")).events if e.type == "VOTE")
    assert [p.role for p in vote.participants] == ["actor"]


def test_visiting_ministers_are_visited_by_nobody() -> None:
    text = "Visiting Chadian and Togolese foreign ministers on Wednesday called on the parties to stop fighting."
    events = read(Report("r", text, published="2016-03-05")).events
    assert {(p.role, p.name) for e in events for p in e.participants if p.name in ("Chad", "Togo")} == {
        ("actor", "Chad"),
        ("actor", "Togo"),
    }


def test_where_talks_move_is_nobody() -> None:
    (talks,) = read(Report("r", "The negotiations moved on Sunday to China.", published="2016-03-05")).events or (None,)
    assert talks is None or not talks.participants


def test_in_whose_company_one_goes() -> None:
    event = _told("Bo Fox toured the border in the company of two Chadian generals.", "toured")
    assert _names(event, "companion") == ["two Chadian generals"]


def test_a_trip_told_again_by_its_coordination_is_the_trip() -> None:
    text = "Ana Rey flew to Lima on Monday. The trip, which had been coordinated with Washington and Ottawa, was her first."
    (event,) = read(Report("r", text, published="2024-05-15")).events
    assert _names(event, "coordinated_with") == ["United States", "Canada"]
