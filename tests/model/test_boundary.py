import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from memcon.model import (
    Attribution,
    Code,
    Entity,
    Event,
    Evidence,
    Location,
    MadeBy,
    Order,
    Party,
    Record,
    Report,
    Source,
    Span,
    Time,
    When,
    Where,
)
from memcon.model.boundary import dumps, loads, schema, shape_problems

ZENDA = (Path(__file__).parent / "data" / "zenda.json").read_text("utf-8")

words = st.text(max_size=8)
names = st.text(min_size=1, max_size=8)
maybe = st.none() | words
country = st.none() | st.from_regex(r"[A-Z]{3}", fullmatch=True)
wikidata = st.none() | st.from_regex(r"Q[1-9][0-9]{0,6}", fullmatch=True)
share = st.integers(0, 1000).map(lambda n: n / 1000)
latitude = st.none() | st.floats(-90, 90, allow_nan=False)
longitude = st.none() | st.floats(-180, 180, allow_nan=False)
number = st.none() | st.integers(0, 10**9)
hashes = st.from_regex(r"[0-9a-f]{64}", fullmatch=True)


def some(strategy, most=2):
    return st.lists(strategy, max_size=most).map(tuple)


spans = st.builds(Span, st.integers(0, 99), st.integers(0, 99), words)
identity = {"wikidata": wikidata, "country": country, "sector": maybe, "office": maybe}
parties = st.builds(Party, words, words, words, spans, entity=maybe, **identity)
whens = st.builds(When, words, spans, words)
wheres = st.builds(Where, words, spans, maybe, country, latitude, longitude, number)
sources = st.builds(Source, words, maybe, maybe, st.none() | spans, st.none() | spans, words)
evidence = st.builds(Evidence, words, some(spans), words, share)
orders = st.builds(Order, st.sampled_from(["before", "after"]), words)
codes = st.lists(
    st.builds(Code, names.filter(lambda n: n != "plover"), words) | st.builds(Code, st.just("plover"), words, words, some(words)),
    max_size=2,
    unique_by=lambda c: c.scheme,
).map(tuple)
events = st.builds(
    Event,
    words,
    words,
    words,
    words,
    some(spans),
    some(parties),
    st.none() | whens,
    some(whens),
    some(orders),
    st.none() | wheres,
    maybe,
    words,
    maybe,
    some(spans),
    some(spans),
    some(sources),
    some(evidence),
    share,
    codes,
)
models = st.dictionaries(words, hashes, max_size=2).map(lambda d: tuple(sorted(d.items())))
records = st.builds(
    Record,
    st.builds(Report, words, words, maybe, maybe, maybe, maybe, maybe),
    some(events),
    some(st.builds(Attribution, words, words, some(spans), some(spans), some(spans), maybe)),
    some(st.builds(Time, words, words, st.integers(0, 99), st.integers(0, 99), words)),
    some(st.builds(Location, words, st.integers(0, 99), st.integers(0, 99), words, country, latitude, longitude, number)),
    some(st.builds(Entity, words, words, words, some(spans), **identity)),
    st.builds(MadeBy, words, models, words),
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(records, st.sampled_from([None, 1]))
def test_what_is_written_is_read_back(record, indent):
    text = dumps(record, indent)
    assert loads(text) == record
    assert dumps(loads(text), indent) == text
    assert shape_problems(json.loads(text)) == []
    text.encode("utf-8")


def test_the_same_record_gives_the_same_text():
    assert loads(ZENDA).to_json(indent=1) + "\n" == ZENDA


def test_keys_stand_in_the_contracts_order():
    data = json.loads(ZENDA)
    assert list(data) == ["schema", "report", "events", "attributions", "times", "places", "entities", "made_by"]
    keys = list(schema()["$defs"]["EventShape"]["properties"])
    for event in data["events"]:
        assert list(event) == [key for key in keys if key in event]


def test_probabilities_have_three_places():
    record = Record(Report("r", "met"), (Event("e", "CONSULT", "", "happened", (), confidence=1 / 3),))
    assert json.loads(record.to_json())["events"][0]["confidence"] == 0.333


def test_absent_values_are_left_out_or_null():
    event = json.loads(Record(Report("r", "met"), (Event("e", "CONSULT", "", "happened", ()),)).to_json())["events"][0]
    assert event["when"] is None
    assert event["where"] is None
    assert "position" not in event
    assert "codes" not in event


def test_text_stands_as_it_is():
    assert "Élysée" in Record(Report("r", "Élysée")).to_json()


def test_a_lone_surrogate_survives_and_can_be_written():
    record = Record(Report("r", "a\ud800b"))
    text = record.to_json()
    text.encode("utf-8")
    assert Record.from_json(text) == record


def test_a_surrogate_pair_is_refused():
    with pytest.raises(ValueError, match="surrogate pair"):
        Record(Report("r", "\ud83d\ude00")).to_json()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "not JSON"),
        ("{", "not JSON.*line 1"),
        ("[" * 100_000, "nested too deeply"),
        ("NaN", "NaN is no JSON value"),
        ("3", "a JSON object is wanted, this is a number"),
        ("{}", "schema: missing"),
        ('{"schema": "memcon/2"}', "'memcon/1' is wanted, this is 'memcon/2'"),
        ('{"schema": "memcon/1"}', "report: missing .and 2 more"),
        (ZENDA.replace('"happened"', "5", 1), "events/0/status: a string is wanted, this is a number"),
        (ZENDA.replace('"confidence": 0.9', '"confidence": 9', 1), "events/0/confidence: .*less than or equal to 1.*9"),
        (ZENDA.replace('"confidence": 0.9', '"confidense": 0.9', 1), "events/0/confidense: the contract has no such field"),
        (ZENDA.replace('"start": 0', '"start": -1', 1), "start: .*greater than or equal to 0"),
        (ZENDA.replace('"country": "XFA"', '"country": "Freedonia"', 1), "country: "),
        (ZENDA.replace("Talks in Zenda\\n", "Talks in Zendo\\n", 1), "report/sha256: it is not the hash"),
    ],
)
def test_any_other_text_is_refused(text, message):
    with pytest.raises(ValueError, match=message):
        loads(text)


def test_the_schema_names_every_field_and_allows_no_other():
    found = schema()
    assert found["additionalProperties"] is False
    assert set(json.loads(ZENDA)) == set(found["properties"])
    json.dumps(found)
