"""Places in the words around them, and all places of a report together."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from memcon.places import gazetteer
from memcon.places.offices import office
from memcon.places.surroundings import cues, told


def read(text):
    """The text without its brackets, the places of what stood in them."""
    spans, plain = [], ""
    for piece in re.split(r"(\[[^\]]*\])", text):
        bare = piece.removeprefix("[").removesuffix("]")
        if bare != piece:
            spans.append((len(plain), len(plain) + len(bare)))
        plain += bare
    return gazetteer().resolve_spans(plain, spans)


@pytest.mark.parametrize(
    ("text", "country", "kind"),
    [
        ("The candidate spoke in [Berlin], New Hampshire, on Monday.", "USA", "city"),
        ("VERSAILLES, Ky. A fire near [Versailles], Ky., was put out.", "USA", "city"),
        ("The Lebanese port of [Tripoli] was calm.", "LBN", "city"),
        ("Troops left the northern Syrian town of [Manbij].", "SYR", "city"),
        ("Lebanon's [Tripoli] was calm.", "LBN", "city"),
        ("A rally in [Tripoli] in northern Lebanon drew thousands.", "LBN", "city"),
        ("The [Moscow] City Council met in [Latah County], [Idaho]; the sheriff spoke.", "USA", "city"),
        ("Police in [Perth] (Ontario) said so.", "CAN", "city"),
        ("The envoy flew from [Moscow] to talk about Georgia.", "RUS", "city"),
        ("The ministers of [Jordan] and Egypt met.", "JOR", "country"),
        ("[Georgia], Armenia and Azerbaijan signed.", "GEO", "country"),
        ("Talks in [Paris], Berlin and London failed.", "FRA", "city"),
        ("The Middle East envoy said the [Middle East] was quiet after the sheriff's school board met.", None, "world"),
    ],
)
def test_the_words_around_a_name_decide(text, country, kind):
    place = read(text)[0]
    assert place is not None
    assert (place.country, place.kind) == (country, kind)


def test_what_is_told_once_holds_for_the_report():
    places = read("Woman hurt in [Belgrade]. [BELGRADE], Minn. A woman was hurt. [Belgrade] is small.")
    assert {(p.country, p.geonames) for p in places if p} == {(places[0].country, places[0].geonames)}
    assert places[0].country == "USA"


def test_a_foreign_capital_stays_abroad_in_a_report_of_diplomacy():
    places = read("[WASHINGTON] - Envoys from [Damascus], [Vienna] and [Geneva] met [United States] officials; [Lebanon] stayed away.")
    assert [p.country for p in places if p] == ["USA", "SYR", "AUT", "CHE", "USA", "LBN"]


def test_local_reports_mean_local_places():
    places = read(
        "The [Athens] Police Department and the Sheriff's Office of [McMinn County] in [Tennessee] met the school board of [Athens]."
    )
    assert {p.country for p in places if p} == {"USA"}
    assert {round(places[0].lat), round(places[-1].lat)} == {35}


def test_counties_in_a_row_are_counties():
    places = read("Voters in [Anderson] and [Cherokee] counties in Texas chose; so did [Henderson County], Texas.")
    assert [p.kind for p in places if p] == ["district"] * 3


@pytest.mark.parametrize(
    ("text", "at", "containers"),
    [
        ("in Aden, Yemen, on", "Aden", ("Yemen",)),
        ("the Syrian city of Homs fell", "Homs", ("the Syrian", "Syrian")),
        ("Paris, London and Rome", "Paris", ("London and Rome", "London and")),
        ("he said Homs fell", "Homs", ()),
    ],
)
def test_containers(text, at, containers):
    start = text.index(at)
    found = told(text, start, start + len(at)).containers
    assert found == containers or set(found) <= set(containers)


def test_cues_are_counted_once_each():
    assert cues("The school board. The school board. Gardaí.") == {"USA": 1, "IRL": 1}
    assert cues("The minister met the envoy.") == {}


@pytest.mark.parametrize(
    ("name", "settlement", "country"),
    [
        ("the Russian Embassy in Prague", "Prague", "CZE"),
        ("U.S. Consulate General in Istanbul", "Istanbul", "TUR"),
        ("the Foreign Ministry in Moscow", "Moscow", "RUS"),
        ("the Ministry of Foreign Affairs in Tehran", "Tehran", "IRN"),
        ("Turkish Defense Ministry", "Ankara", "TUR"),
        ("Syrian Foreign Ministry", "Damascus", "SYR"),
        ("Ukraine's presidential office", "Kyiv", "UKR"),
        ("the Ministry of Defence of Armenia", "Yerevan", "ARM"),
    ],
)
def test_offices_lie_in_their_city(name, settlement, country):
    place = gazetteer().resolve(name)
    assert place is not None
    assert (place.place, place.country, place.kind, place.geonames) == (settlement, country, "landmark", None)
    assert place.how.endswith(":office")
    assert not gazetteer().is_place(name)


@pytest.mark.parametrize("name", ["the Russian Embassy", "Foreign Ministry", "Embassy", "the embassy in", "Parliament", "mission in life"])
def test_an_office_of_which_nothing_is_said_is_nowhere(name):
    assert gazetteer().resolve(name) is None


PIECES = ["Paris", ", ", "Texas", "Tripoli", " in ", "Syrian", " town of ", "’s ", "County", ".", "\x00", "é", "("]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=20)


@given(st.one_of(st.text(), TEXTS.map("".join)), st.lists(st.tuples(st.integers(-5, 60), st.integers(-5, 60)), max_size=6))
@settings(deadline=None)
def test_any_text_and_any_spans_resolve_to_the_same_thing_twice(text, spans):
    first = gazetteer().resolve_spans(text, spans)
    assert len(first) == len(spans)
    assert gazetteer().resolve_spans(text, spans) == first


@given(st.text())
def test_any_string_is_an_office_or_not(name):
    office(name)
    cues(name)
    told(name, 0, len(name))
