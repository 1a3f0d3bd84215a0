"""Mentions of every sort -> identity at a date."""

import pytest

from memcon.actors import registry


def found(mention, on=None, **more):
    identity = registry().resolve(mention, on, **more)
    assert identity is not None, mention
    return identity


@pytest.mark.parametrize(
    ("mention", "on", "name", "country", "sector", "office"),
    [
        ("Prime Minister Naftali Bennett", "2022-03-05", "Naftali Bennett", "ISR", "GOV", "prime minister"),
        ("Bennett", "2022-03-05", "Naftali Bennett", "ISR", "GOV", "prime minister"),
        ("Mr. Lew", "2016-06-07", "Jack Lew", "USA", "GOV", "treasury secretary"),
        ("the secretary of the Treasury, Jacob J. Lew", "2016-06-07", "Jack Lew", "USA", "GOV", "treasury secretary"),
        ("Secretary of State John F. Kerry", "2015-12-10", "John Kerry", "USA", "GOV", "secretary of state"),
        ("Foreign Minister Lavrov", "2022-03-05", "Sergey Lavrov", "RUS", "GOV", "foreign minister"),
        ("President Obama", "2016-04-01", "Barack Obama", "USA", "GOV", "president"),
        ("South Korea President Park Geun Hye", "2016-04-01", "Park Geun-hye", "KOR", "GOV", "president"),
        ("King Salman", "2018-01-01", "Salman of Saudi Arabia", "SAU", "GOV", "king"),
        ("President Volodymyr Zelensky of Ukraine", "2022-03-05", "Volodymyr Zelenskyy", "UKR", "GOV", "president"),
        ("Secretary General Ban Ki-moon", "2014-05-05", "Ban Ki-moon", None, "IGO", "secretary-general of the United Nations"),
        ("the Israeli leader", "2022-03-05", "Naftali Bennett", "ISR", "GOV", "prime minister"),
        ("the Russian president", "2011-01-01", "Dmitry Medvedev", "RUS", "GOV", "president"),
    ],
)
def test_persons(mention, on, name, country, sector, office):
    identity = found(mention, on)
    assert (identity.kind, identity.name, identity.country, identity.sector, identity.office) == ("person", name, country, sector, office)


@pytest.mark.parametrize(
    ("mention", "kind", "country", "sector"),
    [
        ("the Russians", "state", "RUS", None),
        ("Côte d'Ivoire", "state", "CIV", None),
        ("U.S.", "state", "USA", None),
        ("the Palestinians", "group", "PSE", None),
        ("Moscow", "state", "RUS", "GOV"),
        ("Kyiv", "state", "UKR", "GOV"),
        ("the White House", "state", "USA", "GOV"),
        ("the Quai d’Orsay", "organisation", "FRA", "GOV"),
        ("Foggy Bottom", "organisation", "USA", "GOV"),
        ("the Israeli Health Ministry", "organisation", "ISR", "GOV"),
        ("Ministry of Defence of Russia", "organisation", "RUS", "GOV"),
        ("U.N. Security Council", "organisation", None, "IGO"),
        ("the Islamic State group", "armed_group", None, "REB"),
        ("Hezbollah militants", "armed_group", "LBN", "REB"),
        ("the West", "group", None, None),
        ("Syrian rebels", "armed_group", "SYR", "REB"),
        ("rebel fighters", "armed_group", None, "REB"),
        ("hundreds of rebels", "armed_group", None, "REB"),
        ("a Turkish policeman", "person", "TUR", "COP"),
        ("the Syrian army spokesman", "person", "SYR", "MIL"),
        ("officials", "group", None, "GOV"),
        ("officials in France", "group", "FRA", "GOV"),
        ("protesters", "group", None, "CVL"),
        ("Muslim leaders in France", "group", "FRA", "REL"),
        ("Israeli lawmakers", "group", "ISR", "LEG"),
        ("a former White House official", "person", "USA", "ELI"),
        ("Russian and Syrian aircraft", "organisation", None, "MIL"),
        ("the Knesset", "organisation", "ISR", "LEG"),
    ],
)
def test_others(mention, kind, country, sector):
    identity = found(mention)
    assert (identity.kind, identity.country, identity.sector) == (kind, country, sector)


@pytest.mark.parametrize(
    "mention",
    [
        "",
        "   ",
        "a cat named Frank",
        "John Smith",
        "Douglas Paul James",
        "We",
        "they",
        "$ 11 million",
        "Путин",
        "。",
        "x" * 5000,
        "puppies",
        "'s",
        "(",
        "the",
    ],
)
def test_nothing_known_gives_none(mention):
    assert registry().resolve(mention, "2022-03-05") is None


def test_two_parties_in_one_mention_are_none_of_them():
    assert registry().resolve("Vladimir Putin and Donald Trump", "2018-07-16") is None


def test_a_capital_letter_matters():
    assert registry().resolve("turkey") is None
    assert registry().resolve("amnesty") is None
    assert registry().resolve("us") is None
    assert found("US").country == "USA"


def test_words_of_an_unknown_person_count():
    identity = found("Turkish Deputy Minister Foo Bar", "2022-03-05")
    assert (identity.name, identity.country, identity.sector, identity.wikidata, identity.how) == (
        "Foo Bar",
        "TUR",
        "GOV",
        None,
        "words.title",
    )


def test_possessive_person_gives_the_state():
    assert found("Putin's spokesman", "2018-04-04").country == "RUS"
    assert found("Obama administration", "2015-12-10").country == "USA"


def test_focus_fills_the_state_and_says_so():
    identity = found("the army", country="SYR")
    assert (identity.country, identity.sector, identity.how) == ("SYR", "MIL", "words.agent+focus")


def test_a_group_that_rules_is_a_government_while_it_rules():
    assert found("the Taliban", "2020-01-01").sector == "REB"
    assert found("the Taliban", "2022-01-01").sector == "GOV"
    assert found("Taliban officials", "2022-01-01").country == "AFG"


def test_bad_dates_are_refused():
    with pytest.raises(ValueError, match="not a date"):
        registry().resolve("Moscow", "last week")


def test_same_input_same_answer():
    assert registry().resolve("Mr. Lew", "2016-06-07") == registry().resolve("Mr. Lew", "2016-06-07")
