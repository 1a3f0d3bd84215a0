"""Codes of other data sets: tables that agree with themselves, and events that get the code their words allow."""

import pytest

from memcon.codes import (
    NAMES,
    cameo,
    codes_of,
    contexts,
    country,
    goldstein,
    icews_intensity,
    meaning,
    plover,
    plover_score,
    quad,
    quad_of_cameo,
)
from memcon.codes.tables import rows
from memcon.codes.words import shown
from memcon.model import Event, Party, Span, Where
from memcon.ontology.codebook import codebook


def event(type: str, mode: str = "", words: str = "", status: str = "happened", about: str = "", **more: object) -> Event:
    span = (Span(0, max(1, len(words)), words),) if words else ()
    topic = (Span(100, 100 + len(about), about),) if about else ()
    return Event("e1", type, mode, status, span, about=topic, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("given", "code"),
    [
        (event("CONSULT", "call", "spoke by phone"), "041"),
        (event("CONSULT", "visit", "travelled"), "042"),
        (event("CONSULT", "mediation", "mediate", "offered"), "039"),
        (event("CONSULT", "meeting", "negotiations"), "046"),
        (event("CONSULT", "meeting", "meet", "planned"), "036"),
        (event("SUPPORT", "", "signed", about="the treaty"), "057"),
        (event("SUPPORT", "", "praised"), "051"),
        (event("AID", "military", "delivered"), "072"),
        (event("AID", "humanitarian", "will send", "planned"), "0333"),
        (event("RETREAT", "release", "released"), "0841"),
        (event("REQUEST", "yield", "urged", about="a ceasefire"), "0256"),
        (event("REQUEST", "yield", "demanded", about="a ceasefire"), "1056"),
        (event("REQUEST", "meet", "called for", about="mediation"), "028"),
        (event("REQUEST", "assist", "asked", about="weapons"), "0232"),
        (event("ACCUSE", "allege", "accused", about="war crimes"), "1124"),
        (event("ACCUSE", "disapprove", "condemned"), "111"),
        (event("REJECT", "", "vetoed"), "129"),
        (event("THREATEN", "sanction", "threatened"), "1312"),
        (event("THREATEN", "", "warned"), "130"),
        (event("PROTEST", "demo", "marched", about="women's rights"), "1413"),
        (event("PROTEST", "riot", "rioted"), "145"),
        (event("SANCTION", "expel", "expelled", about="diplomats"), "161"),
        (event("SANCTION", "discontinue", "sanctions"), "163"),
        (event("COERCE", "arrest", "detained"), "173"),
        (event("ASSAULT", "unconventional", "sarin"), "2041"),
        (event("ASSAULT", "explosives", "car bomb"), "1832"),
        (event("STATEMENT", "", "said"), "010"),
        (event("VOTE", "", "voted"), None),
        (event("ASSAULT", "aerial", "bombed", "denied"), None),
        (event("CONSULT", "meeting", "meet", "possible"), None),
    ],
)
def test_cameo(given: Event, code: str | None) -> None:
    found = cameo(given)
    assert (found.value if found else None) == code
    assert found is None or found.rule.startswith("cameo.")


def test_a_meeting_in_a_third_country() -> None:
    both = tuple(Party(role, c, "state", Span(0, 1, "X"), country=c) for role, c in (("actor", "RUS"), ("actor", "UKR")))
    turkey = Where("Istanbul", Span(0, 8, "Istanbul"), country="TUR")
    found = cameo(event("CONSULT", "meeting", "met", participants=both, where=turkey))
    assert found is not None
    assert (found.value, found.rule) == ("044", "cameo.consult.third_country")


def test_every_type_and_mode_that_happened_has_a_code_of_cameo_and_of_plover() -> None:
    scored = {(row["type"], row["mode"]) for row in rows("plover")}
    for type, modes in codebook().types.items():
        for mode in ("", *modes):
            own = plover(type, mode, "happened")
            assert own is None or (own.type, own.mode) in scored
            assert (own is None) == (type in ("VOTE", "STATEMENT"))
            assert (cameo(event(type, mode)) is None) == (type == "VOTE")


def test_rules_give_codes_that_are_in_the_table() -> None:
    codes = {row["code"] for row in rows("cameo")}
    types = codebook().types
    for row in rows("cameo_rules"):
        assert row["code"] in codes
        assert row["mode"] in ("", *types[row["type"]])


def test_codes_are_read_as_types_and_modes_of_ours() -> None:
    types = codebook().types
    for row in rows("cameo"):
        assert 2 <= len(row["code"]) <= 4
        assert (row["type"] == "") == (len(row["code"]) == 2 and row["code"] not in ("01", "02"))
        assert not row["type"] or row["mode"] in ("", *types[row["type"]])
        assert row["source"]


def test_goldstein_has_a_value_for_each_code_and_its_sign_goes_with_the_class() -> None:
    for row in rows("cameo"):
        value = goldstein(row["code"])
        assert value is not None
        assert -10 <= value <= 10
        number = quad_of_cameo(row["code"])
        assert number in NAMES
        if number == 4:
            assert value < 0
        if number == 2:
            assert value > 0
    assert icews_intensity("164") == -6.5


def test_plover_scores_go_with_their_class_once_the_sign_of_accuse_is_set_right() -> None:
    for row in rows("plover"):
        score = plover_score(row["type"], row["mode"])
        assert score is not None
        assert score.value > 0 if quad(row["type"]) in (1, 2) else score.value <= 0.5
    accuse = plover_score("ACCUSE")
    assert accuse is not None
    assert (accuse.value, accuse.printed) == (-3.0, 3.0)


@pytest.mark.parametrize(
    ("iso3", "cow", "gw"),
    [
        ("USA", 2, 2),
        ("CAN", 20, 20),
        ("RUS", 365, 365),
        ("DEU", 255, 260),
        ("YEM", 679, 678),
        ("SRB", 345, 340),
        ("XKX", 347, 347),
        ("SSD", 626, 626),
        ("PSE", None, None),
        ("TWN", 713, 713),
        ("VNM", 816, 816),
        ("KIR", 946, 970),
        ("HKG", None, None),
        ("MAC", None, None),
    ],
)
def test_countries(iso3: str, cow: int | None, gw: int | None) -> None:
    found = country(iso3)
    assert found is not None
    assert (found.cow, found.gw) == (cow, gw)


def test_countries_are_told_apart_by_every_number() -> None:
    for column in ("iso3", "iso2", "numeric", "cow", "gw", "fips"):
        known = [row[column] for row in rows("countries") if row[column]]
        assert len(known) == len(set(known)), column
    numeric = {row["iso3"]: row["numeric"] for row in rows("countries")}
    assert numeric["AFG"] == "004"


def test_contexts_come_from_words_and_modes() -> None:
    assert contexts(event("CONSULT", "meeting", "met", about="Iran's nuclear programme")) == ("cbrn",)
    assert contexts(event("COERCE", "cyber", "hacked")) == ("cyber",)
    assert len({row["context"] for row in rows("contexts")}) == 37


def test_codes_of_say_their_rules() -> None:
    found = {code.scheme: code for code in codes_of(event("CONSULT", "meeting", "meet", "planned"))}
    assert found["plover"].rule == "plover.promised"
    assert (found["plover"].value, found["cameo"].value, found["quad"].value) == ("AGREE", "036", "1")
    assert all(code.rule for code in found.values())
    assert found["cameo"].code.value == "036"


def test_the_sentence_and_groups_of_people_may_tell_more() -> None:
    bare = event("REQUEST", "yield", "demanded")
    assert [code.value for code in (cameo(bare), cameo(bare, "demanded the release of the hostages")) if code] == ["105", "1053"]
    diplomats = Party("recipient", "10 Russian diplomats", "group", Span(0, 20, "10 Russian diplomats"))
    assert cameo(event("SANCTION", "expel", "expelled", participants=(diplomats,))) == cameo(
        event("SANCTION", "expel", "expelled", about="diplomats")
    )


def test_words_begin_where_words_begin() -> None:
    assert shown("war.", "a war of words")
    assert not shown("war.", "warned")
    assert not shown("ban.,bans.", "bank")
    assert meaning("nothing") is None
