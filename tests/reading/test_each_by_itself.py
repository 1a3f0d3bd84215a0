"""Two whom it befalls in clauses beside each other, those who are held, rebels on the march, a meeting told by another word."""

from __future__ import annotations

import pytest
from events_told import events_of, of_role, one_of


@pytest.mark.parametrize(
    ("text", "kind", "whom"),
    [
        ("Ann Lee was released on Monday and two priests were freed as well.", "RETREAT", [["Ann Lee"], ["two priests"]]),
        ("Bo Fox was arrested on Monday and his brother was detained at the airport.", "COERCE", [["Bo Fox"], ["Bo Fox's brother"]]),
        ("Two men were killed in the raid and three women were hurt.", "ASSAULT", [["Two men", "three women"]]),
    ],
)
def test_what_befalls_each_in_a_clause_of_its_own_is_an_event_for_each(text: str, kind: str, whom: list[list[str]]) -> None:
    assert [of_role(e, "recipient") for e in events_of(text) if e.type == kind] == whom


@pytest.mark.parametrize("where", ["jail", "prison", "custody"])
def test_who_spent_time_in_jail_was_held(where: str) -> None:
    event = one_of(f"The editor spent a month in {where} for mocking the king.", "COERCE", "arrest")
    assert (of_role(event, "actor"), of_role(event, "recipient")) == ([], ["The editor"])


def test_rebels_on_the_march_are_no_protest() -> None:
    assert all(e.type != "PROTEST" for e in events_of("Rebels marched into Lomé on Monday."))


def test_who_defeats_an_army_attacks_it() -> None:
    event = one_of("The rebels defeated the army at the bridge on Monday.", "ASSAULT")
    assert (of_role(event, "actor"), of_role(event, "recipient")) == (["The rebels"], ["the army"])


def test_a_rendezvous_is_a_meeting() -> None:
    assert of_role(one_of("At dawn the envoy was to rendezvous with rebels at a camp.", "CONSULT"), "recipient") == ["rebels"]
