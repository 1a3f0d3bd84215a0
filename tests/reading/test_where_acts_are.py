"""Where an act took place: phrases that tell a place, occasions, journeys; and what has no place."""

import pytest

from memcon.model import Event, Report
from memcon.reading.parse.parsing import RULES
from memcon.reading.pipeline import read


def _events(text: str) -> dict[str, Event]:
    events: dict[str, Event] = {}
    for event in read(Report("r", text, published="2016-03-05"), RULES).events:
        events.setdefault(event.type, event)
    return events


@pytest.mark.parametrize(
    ("text", "kind", "name", "country"),
    [
        # whose it is tells which
        ("Foreign ministers of five states met in the Ethiopian capital.", "CONSULT", "Addis Ababa", "ETH"),
        ("Foreign ministers of five states met in the Somali capital.", "CONSULT", "Mogadishu", "SOM"),
        ("Merkel, speaking at a rally in Munich, accused Russia of aggression.", "ACCUSE", "Munich", "DEU"),
        ("In an interview with a newspaper in Madrid, Merkel urged Russia to wait.", "REQUEST", "Madrid", "ESP"),
        ("Over 900 migrants were rescued off the Libyan coast.", "AID", None, "LBY"),
        # a name beside or behind what it is
        ("Gunmen opened fire on a bus, wounding more than 110 in the capital, Kabul.", "ASSAULT", "Kabul", "AFG"),
        ("Chile evacuated 80 people in the town of Yeoncheon.", "AID", "Yeoncheon", "KOR"),
        # an occasion
        (
            "Latvia and Estonia joined the alliance at a ceremony held in the town of Springfield, Illinois.",
            "SUPPORT",
            "Springfield",
            "USA",
        ),
        ("The minister said after a meeting in Vienna that Iran must disarm.", "REQUEST", "Vienna", "AUT"),
        ("Merkel accused Russia of aggression at a rally in Munich.", "ACCUSE", "Munich", "DEU"),
        # where those are to whom is spoken
        ("Chancellor Merkel told reporters in Lima that Iran must disarm.", "REQUEST", "Lima", "PER"),
        ("Speaking to reporters in Lima, Merkel accused Russia of aggression.", "ACCUSE", "Lima", "PER"),
        ("Addressing the parliament in Lima, Merkel accused Russia of aggression.", "ACCUSE", "Lima", "PER"),
        # a place told again; "here" in the report's own words; a city that a summit is named by
        ("Merkel landed in Lima. Police arrested ten men in the city.", "COERCE", "Lima", "PER"),
        ("Merkel landed in Lima. Police arrested ten men there.", "COERCE", "Lima", "PER"),
        ("Merkel toured Lima, and police arrested ten men there.", "COERCE", "Lima", "PER"),
        ("ACCRA, March 4 (AP) -- Merkel met Juncker here on Monday.", "CONSULT", "Accra", "GHA"),
        # where one leaves is not where one goes; a name that the recogniser misses
        ("Ivan Rey left Lima for Accra on Monday.", "CONSULT", "Accra", "GHA"),
        ("Merkel landed in Lima. Police arrested ten men in the same city.", "COERCE", "Lima", "PER"),
        ("Merkel landed in Lima. Police arrested ten men in the Peruvian city.", "COERCE", "Lima", "PER"),
        ("LIMA, March 4 (Agency) -- Merkel accused Russia of aggression here on Friday.", "ACCUSE", "Lima", "PER"),
        ("NATO took it up at the Lisbon summit.", "CONSULT", "Lisbon", "PRT"),
        # a traveller's own state is no goal
        ("Norway will visit Chile in May.", "CONSULT", None, "CHL"),
        # a journey's end
        ("The envoy flew to Ankara for talks with President Erdogan.", "CONSULT", "Ankara", "TUR"),
        ("Khan said he would like to go to Canada to meet with mayors.", "CONSULT", None, "CAN"),
        ("The envoy shuttled between Lima and Quito.", "CONSULT", "Lima", "PER"),
        ("The envoy toured Kandahar province.", "CONSULT", None, "AFG"),
        ("Geneva hosted a meeting of the envoys.", "CONSULT", "Geneva", "CHE"),
        # what is signed is signed somewhere
        ("Chile and Peru signed a treaty in Lima on Tuesday.", "SUPPORT", "Lima", "PER"),
        # whence people are taken, where a march ends, from where somebody speaks, where one goes to ask
        ("Gunmen abducted two priests from Kano on Friday.", "ASSAULT", "Kano", "NGA"),
        ("Protesters marched from Lima to Cusco.", "PROTEST", "Cusco", "PER"),
        ("Speaking from Lima, Merkel accused Russia of aggression.", "ACCUSE", "Lima", "PER"),
        ("Merkel flew to Lima on Tuesday to plead with the rebels for a truce.", "REQUEST", "Lima", "PER"),
        # not the place of what was before
        ("After two days in Lima the minister left for Cusco on Thursday.", "CONSULT", "Cusco", "PER"),
        # words and the deed that they are about
        ("Peres condemned the killing of a settler in Hebron.", "ASSAULT", "Hebron", "PSE"),
    ],
)
def test_place(text: str, kind: str, name: str | None, country: str) -> None:
    where = _events(text)[kind].where
    assert where is not None
    assert (where.place, where.country) == (name, country)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Peres condemned the killing of a settler in Hebron.", "ACCUSE"),
        ("Merkel met Obama before he flew to Tokyo to brief lawmakers.", "CONSULT"),
        ("Obama praised Merkel's support to Kurds.", "SUPPORT"),
        ("Gunmen abducted two priests from Spain on Friday.", "ASSAULT"),
        ("Angela Merkel met Barack Obama on Monday and discussed the situation around Bolivia with him.", "CONSULT"),
        ("Rebels attacked a garrison following a summit in Addis Ababa.", "ASSAULT"),
        ("Canada criticised the execution of a dissident during a briefing in Ottawa.", "ASSAULT"),
        ("Ann Lee, the US envoy, visited the border on Tuesday.", "CONSULT"),
    ],
)
def test_no_place(text: str, kind: str) -> None:
    assert _events(text)[kind].where is None


def test_near_a_border_is_in_no_country_in_particular() -> None:
    where = _events("Tunisian troops killed two militants near the Libyan border.")["ASSAULT"].where
    assert where is not None
    assert (where.name, where.place, where.country) == ("the Libyan border", None, None)


@pytest.mark.parametrize(
    "text",
    [
        "Chile's mayor Ana Rey spoke. Police arrested ten men there.",  # whose it is
        "Merkel landed in Lima. It rained. It rained. Police arrested ten men there.",  # too far
        "Merkel landed in Lima. Police said there were arrests.",  # no place
    ],
)
def test_there_is_no_place(text: str) -> None:
    found = _events(text).get("COERCE")
    assert found is None or found.where is None


def test_a_forum_whose_place_stands_elsewhere() -> None:
    text = (
        "Japan's defence minister accused China of coercion on Saturday. "
        "{} India's defence minister accused Pakistan of sheltering gunmen. "
        "The Shangri-La Dialogue, a regional forum in Singapore, ends on Sunday."
    )

    def places(opening: str) -> dict[str, str | None]:
        read_all = read(Report("r", text.format(opening), published="2016-03-05"), RULES).events
        accused = [e for e in read_all if e.type == "ACCUSE"]
        return {e.participants[-1].name: e.where.country if e.where else None for e in accused}

    assert places("At the forum,") == {"China": None, "Pakistan": "SGP"}
    assert places("At the forum of donors,") == {"China": None, "Pakistan": None}


def test_whose_something_is_is_no_goal() -> None:
    assert _events("Merkel spoke at the summit about threats that span famine to Chile's ambitions.")["CONSULT"].where is None


@pytest.mark.parametrize(
    "text",
    [
        "Merkel landed in Lima. Police arrested ten men in the Chilean city.",
        "Merkel landed in Lima. Police arrested ten men in a city.",
        "Merkel landed in Lima. Police arrested ten men here on Friday.",
    ],
)
def test_no_place_told_again(text: str) -> None:
    assert _events(text)["COERCE"].where is None


def test_what_another_act_befalls_is_not_where_this_one_was() -> None:
    text = "Prices rise with the tariffs hitting Lima in the aftermath of the attack on Togo."
    record = read(Report("r", text, published="2016-05-04"), RULES)
    (attack,) = [e for e in record.events if e.type == "ASSAULT"]
    assert attack.where is None or attack.where.name != "Lima"


def test_a_part_of_the_world_is_where_an_act_was_only_if_nothing_narrower_is() -> None:
    text = "A summit in Europe of leaders of Chad and Togo was held in Lima on Monday."
    record = read(Report("r", text, published="2016-05-04"), RULES)
    (summit,) = [e for e in record.events if e.type == "CONSULT"]
    assert summit.where is not None
    assert summit.where.name == "Lima"


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("The bombing of the embassies in Chad and Togo killed ten people.", "ASSAULT", "Chad and Togo"),
        ("Rebels set off explosions at embassies in Kano, Nigeria, and Lome, Togo.", "ASSAULT", "Kano and Lomé"),
        ("Bo Fox is wanted over the shooting of judges in Kano, Lagos and Lome.", "ASSAULT", "Kano, Lagos and Lomé"),
        ("Police arrested ten men in Kano and Lagos on Friday.", "COERCE", "Kano and Lagos"),
        ("Ana Rey met Bo Fox in Lima, Peru.", "CONSULT", "Lima"),
        ("In Lima, Peru and Chad condemned the raid.", "ACCUSE", "Lima"),
        ("Gunmen attacked a convoy on the Nairobi harbour road on Friday.", "ASSAULT", "Nairobi"),
        ("Police clashed with marchers in Kofo, 30 miles (50 km) southwest of Maroua.", "ASSAULT", "Kofo"),
        ("The ceremony was held in Lome. Ana Rey accused Chad of fraud at the ceremony.", "ACCUSE", "Lomé"),
    ],
)
def test_rows_roads_distances_and_what_was_held(text: str, kind: str, name: str) -> None:
    where = _events(text)[kind].where
    assert where is not None
    assert where.name == name


def test_a_row_of_places_has_the_words_of_all_and_the_country_of_the_first() -> None:
    where = _events("The bombing of the embassies in Chad and Togo killed ten people.")["ASSAULT"].where
    assert where is not None
    assert (where.span.quote, where.country, where.geonames) == ("Chad and Togo", "TCD", None)


def test_a_town_that_nobody_lists_is_in_the_country_of_the_others() -> None:
    text = "Rebels bombed Kano. Gunmen raided Lagos, Ibadan and Abuja. Togo condemned the raids. Rebels shelled the town of Orvo."
    where = [e.where for e in read(Report("r", text, published="2016-03-05"), RULES).events][-1]
    assert where is not None
    assert (where.name, where.country) == ("Orvo", "NGA")


def test_an_arrest_is_not_where_somebody_is_held_after_it() -> None:
    where = _events("Ana Rey was held in the Kano County Jail after her arrest in Lome.")["COERCE"].where
    assert where is not None
    assert where.name == "Lomé"


def test_letters_of_a_body_are_no_town() -> None:
    event = read(Report("r", "The bishops flew him to Lome in a UN helicopter on Friday.", published="2026-03-02")).events[0]
    assert event.where is not None
    assert event.where.country == "TGO"


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Ana Rey visited Kyiv on Tuesday for talks on aid.", "UKR"),
        ("Togo bombed Kharkiv on Monday.", "UKR"),
        ("Ana Rey visited Sanaa on Monday.", "YEM"),
        ("Togo struck Kabul on Monday.", "AFG"),
    ],
)
def test_towns_that_are_visited_or_struck_are_the_place(text: str, country: str) -> None:
    event = read(Report("r", text, published="2026-03-02")).events[0]
    assert event.where is not None
    assert event.where.country == country


def test_talks_that_a_land_hosts_are_in_the_town_that_is_told() -> None:
    (event,) = read(Report("t", "Switzerland has hosted four rounds of talks in Geneva since May.", published="2022-03-05")).events
    assert event.where is not None
    assert event.where.name == "Geneva"


@pytest.mark.parametrize(
    ("where", "country"),
    [
        ("at Davos", "CHE"),  # the recogniser takes it for no place
        ("at the Vatican", "VAT"),
        ("at Chequers", "GBR"),
        ("at NATO headquarters", "BEL"),
        ("at the Aso Rock villa", "NGA"),
        ("at the port of Hodeidah", "YEM"),
        ("in the Black Sea resort of Sochi", "RUS"),
        ("at the Peace Palace in Hanoi", "VNM"),  # and not the one of The Hague
        ("at the Grand Palace in Phnom Penh", "KHM"),
        ("at the Reading Club", None),
    ],
)
def test_names_that_stand_where_places_do_are_looked_up(where: str, country: str | None) -> None:
    text = f"President Bo Rey of Chad met Prime Minister Leo Fox of Togo {where} on Monday."
    (event,) = read(Report("r", text, published="2026-03-02")).events
    assert event.where is not None
    assert event.where.country == country
