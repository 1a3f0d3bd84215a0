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
