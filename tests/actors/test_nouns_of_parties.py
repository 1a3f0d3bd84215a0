"""Which common nouns are parties, and of what kind and sector."""

import pytest

from memcon.actors import registry


def found(mention, on="2016-06-01"):
    identity = registry().resolve(mention, on)
    return (identity.kind, identity.sector, identity.country) if identity else None


@pytest.mark.parametrize(
    "mention",
    [
        "a rocket",
        "the missiles",
        "the area",
        "the region",
        "the market",
        "his presidency",
        "the military campaign",
        "the effort",
        "Twitter's efforts",
        "the agency's request",
        "the Islamic State's calls",
        "the IRA's decision",
        "the NSA's bulk collection",
        "initiative",
        "the website",
        "military power",
        "vital interests",
        "a barrage",
        "social media",
        "an executive order",
        "government computers",
        "the occupied West Bank",
        "dead bodies",
        "clandestine missions",
        "the office",
        "lethal force",
        "an election campaign",
    ],
)
def test_things_and_places_are_no_parties(mention):
    assert found(mention) is None


@pytest.mark.parametrize(
    ("mention", "kind", "sector", "country"),
    [
        ("the league", "organisation", None, None),
        ("the bloc", "organisation", None, None),
        ("the body", "organisation", None, None),
        ("the institution", "organisation", None, None),
        ("the organization", "organisation", None, None),
        ("the upper house of the Dutch parliament", "organisation", "LEG", "NLD"),
        ("the Assembly", "organisation", "LEG", None),
        ("the upper chamber", "organisation", "LEG", None),
        ("the Russian delegation", "organisation", "GOV", "RUS"),
        ("delegations", "group", "GOV", None),
        ("the mission", "organisation", "GOV", None),
        ("the two states", "group", None, None),
        ("mediators", "group", "GOV", None),
        ("warring parties", "group", None, None),
        ("generals", "group", "MIL", None),
        ("commandos", "group", "MIL", None),
        ("the Turkish coast guard", "organisation", "MIL", "TUR"),
        ("naval forces", "organisation", "MIL", None),
        ("state troops", "organisation", "MIL", None),
        ("asylum seekers", "group", "REF", None),
        ("fishermen", "group", "AGR", None),
        ("smugglers", "group", "CRM", None),
        ("worshippers", "group", "REL", None),
        ("settlers", "group", "CVL", None),
        ("the population", "group", "CVL", None),
        ("a crowd", "group", "CVL", None),
        ("terrorists", "armed_group", "REB", None),
        ("a terrorist network", "armed_group", "REB", None),
        ("executives", "group", "BUS", None),
        ("the Senate Armed Services Committee", "organisation", "LEG", "USA"),
    ],
)
def test_bodies_and_people(mention, kind, sector, country):
    assert found(mention) == (kind, sector, country)


@pytest.mark.parametrize(
    ("mention", "alone"),
    [
        ("Chinese interests", "interests"),
        ("Netanyahu's office", "office"),
        ("Israeli intelligence", "intelligence"),
        ("the Ukrainian presidency", "presidency"),
        ("the Clinton campaign", "campaign"),
        ("an American drone", "drone"),
    ],
)
def test_some_nouns_are_parties_only_where_it_is_said_whose(mention, alone):
    assert found(mention) is not None
    assert found(alone) is None


@pytest.mark.parametrize(("mention", "country"), [("the Islamic State network", None), ("Northern Fleet's Arctic Group", "RUS")])
def test_a_name_carries_the_phrase_where_its_head_is_a_body(mention, country):
    assert found(mention) is not None
    assert found(mention)[2] == country


@pytest.mark.parametrize(
    ("mention", "sector"),
    [("two engineers", "CVL"), ("the councillor", "GOV"), ("a photojournalist", "MED"), ("10 herdsmen", "AGR"), ("an assassin", "UAF")],
)
def test_nouns_for_people_of_many_trades(mention, sector):
    identity = registry().resolve(mention, "2016-06-01")
    assert identity is not None
    assert identity.sector == sector


def test_an_acronym_means_the_body_of_a_state_that_is_spoken_of():
    assert registry().resolve("RSF", "2024-03-05", context=("SDN",)).name == "Rapid Support Forces"
    assert registry().resolve("RSF", "2024-03-05", context=("FRA",)).name == "Reporters Without Borders"


def test_the_leader_of_a_region_is_not_the_state_s():
    assert registry().resolve("Bavaria's leader", "2016-06-01").wikidata is None
    assert registry().resolve("Germany's leader", "2016-06-01").wikidata


def test_firms_whose_name_is_a_plural_are_one_body():
    assert found("Peru Eastern Airlines") == ("organisation", "BUS", "PER")
    assert found("Peruvian airlines") == ("group", "BUS", "PER")
