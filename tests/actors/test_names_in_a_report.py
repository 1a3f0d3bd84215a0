"""Surnames in a report that names other people and states, and names with their titles in any order."""

import pytest

from memcon.actors import registry


def name(mention, on, context=()):
    identity = registry().resolve(mention, on, None, frozenset(context))
    return identity.name if identity else None


@pytest.mark.parametrize(
    ("mention", "on", "context"),
    [
        ("Lew", "2016-06-07", ["ISR", "CHN"]),
        ("Steinmeier", "2014-06-01", ["IRN"]),
        ("Orban", "2016-01-01", ["DEU"]),
        ("Bush", "2015-12-01", ["USA", "Pat Bush"]),
        ("Clinton", "2015-06-01", ["USA", "Chelsea Clinton"]),
        ("Park", "2016-04-01", ["USA", "Susan Park"]),
        ("May", "2017-05-01", ["GBR", "Theresa May"]),
    ],
)
def test_nobody_rather_than_another(mention, on, context):
    assert name(mention, on, context) is None


@pytest.mark.parametrize(
    ("mention", "on", "context", "expected"),
    [
        ("Lew", "2016-06-07", ["USA", "ISR"], "Jack Lew"),
        ("Lew", "2016-06-07", ["CHN", "Jacob J. Lew"], "Jack Lew"),
        ("Park", "2016-04-01", ["USA", "Park Geun Hye"], "Park Geun-hye"),
        ("Carter", "2015-12-01", ["USA"], "Ashton Carter"),
        ("Carter", "2015-12-01", ["USA", "Jimmy Carter"], "Jimmy Carter"),
        ("Trump", "2018-12-01", ["USA", "Ivanka Trump"], "Donald Trump"),
        ("Putin", "2015-06-01", ["USA"], "Vladimir Putin"),
        ("Kerry", "2015-12-01", ["IRN"], "John Kerry"),
        ("Grossi", "2022-06-01", ["UKR"], "Rafael Grossi"),
        ("Mr. Kim", "2018-04-01", ["USA", "Kim Jong Un"], "Kim Jong-un"),
        ("Mr. Trong", "2015-07-01", ["USA", "VNM"], "Nguyen Phu Trong"),
        ("Burhan", "2022-01-01", ["SDN"], "Abdel Fattah al-Burhan"),
        ("bin Salman", "2018-11-01", ["SAU"], "Mohammad bin Salman"),
    ],
)
def test_the_person_whom_the_report_can_mean(mention, on, context, expected):
    assert name(mention, on, context) == expected


@pytest.mark.parametrize(
    ("mention", "on", "expected"),
    [
        ("Sen. Bernie Sanders", "2016-03-01", "Bernie Sanders"),
        ("Sen. John McCain, R-Ariz.", "2016-01-01", "John McCain"),
        ("Spokesperson Jeff Rathke", "2015-06-01", "Jeff Rathke"),
        ("Gen. Abdel Fattah al-Burhan", "2022-01-01", "Abdel Fattah al-Burhan"),
        ("Crown Prince Mohammed bin Salman", "2018-11-01", "Mohammad bin Salman"),
        ("Foreign Minister Wang Yi", "2018-03-01", "Wang Yi"),
        ("Wang Yi, the foreign minister", "2018-03-01", "Wang Yi"),
        ("Kim Jong-un", "2018-04-01", "Kim Jong-un"),
        ("Javad Zarif", "2016-01-01", "Mohammad Javad Zarif"),
        ("Abe Shinzo", "2016-01-01", "Shinzō Abe"),
        ("Nguyen Phu Trong", "2015-07-01", "Nguyen Phu Trong"),
        ("López Obrador", "2019-01-01", "Andrés Manuel López Obrador"),
    ],
)
def test_titles_and_orders_of_names(mention, on, expected):
    assert name(mention, on) == expected


def test_party_and_state_tell_the_country():
    identity = registry().resolve("Rep. Adam Schiff (D-Calif.)", "2017-01-01")
    assert (identity.name, identity.country, identity.sector) == ("Adam Schiff", "USA", "LEG")
