"""Somebody who bears the name of a leader of long ago, and another office in another state, is not that leader."""

import pytest

from memcon.actors import registry


@pytest.mark.parametrize(
    ("mention", "states", "wikidata"),
    [
        ("Colonel Mohamed Omar", {"ETH", "SOM"}, None),
        ("the mayor, Mohamed Omar", {"SOM"}, None),
        ("Colonel Mohamed Omar", {"AFG"}, "Q193968"),
        ("Mullah Mohammed Omar", {"AFG"}, "Q193968"),
        ("President Bill Clinton", {"SOM"}, "Q1124"),
        ("former president Bill Clinton", {"SOM"}, "Q1124"),
    ],
)
def test_a_namesake_with_a_title_of_another_state(mention: str, states: set[str], wikidata: str | None) -> None:
    found = registry().resolve(mention, "2025-03-03", context=states)
    assert found is not None
    assert found.wikidata == wikidata
