"""Names to places, alone and in context."""

import pytest

from memcon.places import Gazetteer, Place, gazetteer


@pytest.fixture(scope="module")
def known() -> Gazetteer:
    return gazetteer()


def found(place: Place | None) -> Place:
    assert place is not None
    return place


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("U.S.", "USA"),
        ("US", "USA"),
        ("America", "USA"),
        ("UK", "GBR"),
        ("Britain", "GBR"),
        ("Burma", "MMR"),
        ("Holland", "NLD"),
        ("Türkiye", "TUR"),
        ("Ivory Coast", "CIV"),
        ("DR Congo", "COD"),
        ("Bosnia", "BIH"),
        ("North Korea", "PRK"),
        ("DPRK", "PRK"),
        ("Taiwan", "TWN"),
        ("Kosovo", "XKX"),
        ("Palestine", "PSE"),
        ("Georgia", "GEO"),
        ("Jordan", "JOR"),
        ("Niger", "NER"),
        ("Mexico", "MEX"),
        ("Spanish", "ESP"),
        ("Thai", "THA"),
        ("Canadians", "CAN"),
    ],
)
def test_countries_go_by_all_their_names(known, name, country):
    place = found(known.resolve(name))
    assert (place.kind, place.country) == ("country", country)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kiev", "Kyiv"),
        ("Kharkov", "Kharkiv"),
        ("Peking", "Beijing"),
        ("St. Petersburg", "Saint Petersburg"),
        ("Makkah", "Mecca"),
        ("Odesa", "Odessa"),
        ("Rangoon", "Yangon"),
        ("Sana'a", "Sanaa"),
        ("Bogota", "Bogotá"),
        ("Deir el-Zour", "Deir ez-Zor"),
        ("Khan Shaykhoon", "Khan Sheikhoun"),
        ("the Hague", "The Hague"),
        ("Elysee", "Élysée Palace"),
        ("Quai d’Orsay", "Quai d'Orsay"),
    ],
)
def test_spellings_of_one_name_are_one_place(known, one, other):
    first, second = found(known.resolve(one)), found(known.resolve(other))
    assert (first.name, first.lat, first.lon, first.geonames) == (second.name, second.lat, second.lon, second.geonames)


@pytest.mark.parametrize(
    ("name", "settlement", "country"),
    [
        ("the Kremlin", "Moscow", "RUS"),
        ("White House", "Washington", "USA"),
        ("10 Downing Street", "London", "GBR"),
        ("U.N. headquarters", "New York", "USA"),
        ("Palais des Nations", "Geneva", "CHE"),
        ("Mar-a-Lago", "Palm Beach", "USA"),
        ("Camp David", "Thurmont", "USA"),
        ("Panmunjom", "Panmunjom", None),
        ("Bagram", "Bagram", "AFG"),
        ("Great Hall of the People", "Beijing", "CHN"),
        ("Sharm el-Sheikh", "Sharm el-Sheikh", "EGY"),
        ("Singapore", "Singapore", "SGP"),
        ("Aleppo", "Aleppo", "SYR"),
        ("Kherson", "Kherson", "UKR"),
        ("New York", "New York", "USA"),
        ("Washington", "Washington", "USA"),
        ("Jerusalem", "Jerusalem", "ISR"),
    ],
)
def test_the_settlement_that_holds_a_place(known, name, settlement, country):
    place = found(known.resolve(name))
    assert (place.place, place.country) == (settlement, country)


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("West Bank", "PSE"),
        ("Gaza Strip", "PSE"),
        ("Crimea", "UKR"),
        ("Donbas", "UKR"),
        ("Golan Heights", "SYR"),
        ("Nagorno-Karabakh", "AZE"),
        ("Abkhazia", "GEO"),
        ("Transnistria", "MDA"),
        ("Western Sahara", "ESH"),
        ("Kashmir", None),
        ("Spratly Islands", None),
    ],
)
def test_disputed_areas_say_that_they_are(known, name, country):
    place = found(known.resolve(name))
    assert place.country == country
    assert place.note


@pytest.mark.parametrize(
    "name", ["Asia", "the Middle East", "the West", "South China Sea", "Strait of Hormuz", "Sahel", "NATO headquarters"]
)
def test_regions_of_the_world_and_seas_have_no_country_but_buildings_do(known, name):
    place = found(known.resolve(name))
    assert (place.country is None) == (place.kind in ("world", "water"))


@pytest.mark.parametrize(
    ("name", "whole"),
    [("northern Syria", "Syria"), ("southern Lebanon", "Lebanon"), ("western Iraq", "Iraq"), ("southeastern Turkey", "Turkey")],
)
def test_part_of_a_country_lies_where_the_country_does(known, name, whole):
    part, all_of_it = found(known.resolve(name)), found(known.resolve(whole))
    assert (part.lat, part.lon, part.country) == (all_of_it.lat, all_of_it.lon, all_of_it.country)
    assert (part.name, part.kind) == (name, "region")
    assert part.how.endswith(":direction")
    assert part.score < 1


@pytest.mark.parametrize(
    ("name", "kind", "country"),
    [
        ("Idlib province", "region", "SYR"),
        ("Kursk region", "region", "RUS"),
        ("Kiev region", "region", "UKR"),
        ("Herat province", "region", "AFG"),
        ("the port city of Odesa", "city", "UKR"),
        ("rebel-held eastern Ghouta", "region", "SYR"),
        ("Syrian border", "country", "SYR"),
        ("Lamar County", "district", "USA"),
        ("Calif.", "region", "USA"),
        ("N.Y.", "region", "USA"),
    ],
)
def test_words_around_a_name_say_what_kind_of_place_it_is(known, name, kind, country):
    place = found(known.resolve(name))
    assert (place.kind, place.country) == (kind, country)


@pytest.mark.parametrize(
    ("name", "countries", "others", "country", "kind"),
    [
        ("Georgia", ["RUS"], [], "GEO", "country"),
        ("Georgia", [], ["Washington", "New York", "Moscow"], "GEO", "country"),
        ("Georgia", [], ["Atlanta"], "USA", "region"),
        ("Georgia", ["USA"], [], "USA", "region"),
        ("Washington", [], ["Moscow"], "USA", "city"),
        ("Washington", [], ["Seattle", "Spokane"], "USA", "region"),
        ("Paris", [], ["London", "Washington", "Berlin"], "FRA", "city"),
        ("Paris", [], ["Texas", "Lamar County"], "USA", "city"),
        ("Tripoli", ["LBN"], [], "LBN", "city"),
        ("Tripoli", [], ["Benghazi"], "LBY", "city"),
        ("Odessa", [], ["Kyiv"], "UKR", "city"),
        ("Odessa", [], ["Texas", "Midland"], "USA", "city"),
        ("Hyderabad", ["PAK"], [], "PAK", "city"),
        ("Punjab", ["IND"], [], "IND", "region"),
        ("Congo", ["COG"], [], "COG", "country"),
        ("Vienna", ["USA", "IRN"], ["Washington", "Tehran"], "AUT", "city"),
        ("Geneva", ["USA", "SYR"], ["Washington", "Damascus"], "CHE", "city"),
        ("Damascus", ["USA"], ["Virginia", "Washington"], "SYR", "city"),
        ("Lebanon", [], ["Beirut", "Virginia", "New York"], "LBN", "country"),
        ("Palma", ["MOZ"], [], "MOZ", "city"),
    ],
)
def test_context_decides_between_namesakes(known, name, countries, others, country, kind):
    place = found(known.resolve(name, countries, others))
    assert (place.country, place.kind) == (country, kind)


def test_doubt_lowers_the_score(known):
    assert found(known.resolve("Springfield")).score < 0.6 < found(known.resolve("Ouagadougou")).score


def test_how_names_the_rule(known):
    assert found(known.resolve("Kremlin")).how == "table:seats"
    assert found(known.resolve("Hyderabad", ["PAK"])).how == "gazetteer:country"
    assert found(known.resolve("Odessa", (), ["Texas", "Midland"])).how == "gazetteer:neighbours"
    assert found(known.resolve("Syrians")).how == "table:countries:demonym"


@pytest.mark.parametrize(
    ("name", "container", "country"),
    [
        ("Paris", "Texas", "USA"),
        ("Aden", "Yemen", "YEM"),
        ("Rochester", "N.Y.", "USA"),
        ("Cambridge", "Ontario", "CAN"),
        ("Nablus", "West Bank", "PSE"),
    ],
)
def test_a_pair_lies_in_its_container(known, name, container, country):
    assert found(known.resolve_pair(name, container)).country == country
    assert found(known.resolve(f"{name}, {container}")).country == country


def test_a_pair_with_an_unknown_container_is_the_place_alone(known):
    assert found(known.resolve_pair("Damascus", "Xyzzyland")).country == "SYR"
    assert known.resolve_pair("Xyzzy", "Syria") is None


def test_candidates_are_ranked_and_share_one(known):
    places = known.candidates("Springfield")
    scores = [place.score for place in places]
    assert len(places) > 10
    assert scores == sorted(scores, reverse=True)
    assert sum(scores) == pytest.approx(1, abs=0.05)
    assert known.candidates("Xyzzy") == []


@pytest.mark.parametrize("name", ["eastern Aleppo", "downtown Aleppo"])
def test_part_of_a_city_lies_in_the_city(known, name):
    place = found(known.resolve(name))
    assert (place.name, place.place, place.kind, place.geonames) == (name, "Aleppo", "region", None)


@pytest.mark.parametrize("name", ["the region", "home", "us", "the capital", "hospital", "them"])
def test_words_without_a_capital_are_no_places(known, name):
    assert known.resolve(name) is None


@pytest.mark.parametrize("name", ["Damascus", "the Kremlin", "Gaza", "Idlib province", "South China Sea", "U.S.", "Pa."])
def test_is_place(known, name):
    assert known.is_place(name)


@pytest.mark.parametrize("name", ["reading", "us", "nice", "March", "Sunday", "Hamas", "Netanyahu", "Syrian", "", "the talks", "Miss"])
def test_is_no_place(known, name):
    assert not known.is_place(name)
