"""Who stands in which role."""

import pytest

from memcon.model import Event, Report
from memcon.reading.pipeline import read


def _event(text: str, trigger: str) -> Event:
    events = [e for e in read(Report("r", text, published="2022-03-05")).events if trigger in [t.quote for t in e.triggers]]
    assert events, [[t.quote for t in e.triggers] for e in read(Report("r", text, published="2022-03-05")).events]
    return events[0]


def _roles(event: Event) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for party in event.participants:
        found.setdefault(party.role, []).append(party.country or party.name)
    return found


@pytest.mark.parametrize(
    ("text", "trigger", "roles"),
    [
        ("Norway condemned Chile.", "condemned", {"actor": ["NOR"], "recipient": ["CHL"]}),
        ("Chile was condemned by Norway.", "condemned", {"actor": ["NOR"], "recipient": ["CHL"]}),
        ("Norway condemned Chile's invasion of Peru.", "condemned", {"actor": ["NOR"], "recipient": ["CHL"]}),
        ("Norway and Chile held talks in Lima.", "talks", {"actor": ["NOR", "CHL"]}),
        ("Talks between Norway and Chile began in Lima.", "Talks", {"actor": ["NOR", "CHL"]}),
        ("Norway imposed sanctions on Chile.", "sanctions", {"actor": ["NOR"], "recipient": ["CHL"]}),
        ("Norwegian sanctions against Chile took effect.", "sanctions", {"actor": ["NOR"], "recipient": ["CHL"]}),
        ("Norway will send medical aid to Peru.", "medical aid", {"actor": ["NOR"], "recipient": ["PER"]}),
        ("Norway urged Chile to withdraw its troops.", "urged", {"actor": ["NOR"], "recipient": ["CHL"]}),
        ("Norway mediated between Chile and Peru.", "mediated", {"actor": ["NOR"], "recipient": ["CHL", "PER"]}),
        ("Norway worked out an accord with Chile.", "accord", {"actor": ["NOR"], "recipient": ["CHL"]}),
        ("Chilean troops captured the town from Peru on Friday.", "captured", {"actor": ["CHL"], "recipient": ["PER"]}),
        ("Chilean forces attacked Peru.", "attacked", {"recipient": ["PER"], "actor": ["CHL"]}),
        # where a guest is received is no party
        ("Merkel welcomed Arab ministers to the Kremlin for a working lunch.", "working lunch", {"actor": ["DEU"]}),
        # those whom several states send are the states; a number that is part of a name
        ("Delegations of Norway and Peru met in Lima.", "met", {"actor": ["NOR", "PER"]}),
        ("Envoys from Norway and Peru held talks.", "talks", {"actor": ["NOR", "PER"]}),
        ("The Group of Seven imposed sanctions on Chile.", "sanctions", {"actor": ["Group of Seven"], "recipient": ["CHL"]}),
        # a city before a contact is where it is
        ("The Lisbon summit between Chile and Peru failed.", "summit", {"actor": ["CHL", "PER"]}),
        # an act that only those can do whose it is
        ("Norway demanded the resignation of President Nicolas Maduro.", "demanded", {"actor": ["NOR"], "recipient": ["VEN"]}),
        ("Norway called for the dissolution of the Chilean state.", "called for", {"actor": ["NOR"], "recipient": ["CHL"]}),
        # between whom it is that is praised
        ("Norway praised the results of the talks between Chile and Peru.", "praised", {"actor": ["NOR"], "recipient": ["CHL", "PER"]}),
        # who is said to be there; a word of an act's own name is nobody
        ("Norway and Peru are key participants in the Water Supply Summit.", "Summit", {"actor": ["NOR", "PER"]}),
        ("Participants in the talks include Norway and Peru.", "talks", {"actor": ["NOR", "PER"]}),
        # two names with "and" between them
        (
            "Norway held a joint meeting at noon with Japan Prime Minister Shinzo Abe and South Korea President Park Geun Hye.",
            "meeting",
            {"actor": ["NOR"], "recipient": ["JPN", "KOR"]},
        ),
        # whose journey it is: nobody travels to his own state, whatever the encoder thinks
        ("Macron criticised Barack Obama during his recent trips to France.", "trips", {"actor": ["USA"], "recipient": ["FRA"]}),
    ],
)
def test_actor_and_recipient(text: str, trigger: str, roles: dict[str, list[str]]) -> None:
    assert _roles(_event(text, trigger)) == roles


def test_a_city_that_is_visited_is_a_place_and_no_party() -> None:
    event = _event("Olaf Scholz flew to Lima on Friday.", "flew")
    assert _roles(event) == {"actor": ["DEU"]}
    assert event.where is not None
    assert event.where.country == "PER"


def test_the_accused_is_the_actor_of_the_deed() -> None:
    event = _event("Norway accused Chile of bombing a village in Peru.", "bombing")
    assert _roles(event)["actor"] == ["CHL"]


def test_each_of_several_has_its_own_words() -> None:
    event = _event("Norway is negotiating with Chilean and Peruvian officials.", "negotiating")
    assert [p.mention.quote for p in event.participants if p.role == "recipient" and p.mention] == ["Chilean", "Peruvian"]


def test_coordination_is_a_role() -> None:
    event = _event("Olaf Scholz travelled to Lima on Friday. The trip was coordinated with Norway.", "trip")
    assert _roles(event)["coordinated_with"] == ["NOR"]
