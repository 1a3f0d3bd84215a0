import copy
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from memcon.model import Record
from memcon.verification import verify

RECORD = json.loads((Path(__file__).parents[1] / "model" / "data" / "zenda.json").read_text("utf-8"))
MISSING = object()


def changed(path, value):
    """A copy of the record with one value put in, or taken out (MISSING)."""
    record = copy.deepcopy(RECORD)
    at = record
    *above, last = path
    for key in above:
        at = at[key]
    if value is MISSING:
        del at[last]
    elif last == "+":
        at.append(value)
    else:
        at[last] = value
    return record


def problems(path, value):
    return [str(p) for p in verify(changed(path, value))]


def test_a_true_record_holds():
    assert verify(RECORD) == []
    assert verify(Record.from_json(json.dumps(RECORD))) == []


def entry(event, path):
    return next(n for n, one in enumerate(RECORD["events"][event]["evidence"]) if one["path"] == path)


SPAN = {"start": 16, "end": 23, "quote": "Foreign"}


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        (["events", 0, "triggers", 1, "quote"], "saw", "events/0/triggers/1: the text at 57..60 is 'met', the record quotes 'saw'"),
        (["events", 0, "triggers", 1, "end"], 9999, "events/0/triggers/1: 57..9999 is no stretch of a text of"),
        (["events", 0, "triggers", 1, "end"], 57, "events/0/triggers/1: 57..57 is no stretch"),
        (["times", 0, "quote"], "Monday", "times/0: the text at"),
        (["places", 0, "quote"], "Zendo", "places/0: the text at"),
        (["entities", 0, "mentions", 0, "quote"], "x", "entities/0/mentions/0: the text at"),
        (["attributions", 0, "content", 0, "quote"], "x", "attributions/0/content/0: the text at"),
        (["events", 0, "evidence", 0, "spans", 0, "quote"], "x", "events/0/evidence/0/spans/0: the text at"),
        (["report", "sha256"], "0" * 64, "report/sha256: the text's hash is f531fcc7e129"),
        (["report", "published"], "2031-02-30", "report/published: '2031-02-30' is no ISO date"),
        (["events", 0, "type"], "CHAT", "events/0/type: 'CHAT' is no type of event"),
        (["events", 0, "mode"], "dinner", "events/0/mode: 'dinner' is no mode of CONSULT: its modes are meeting, call"),
        (["events", 0, "status"], "maybe", "events/0/status: 'maybe' is no status: the codebook has happened"),
        (["events", 4, "position"], "undecided", "events/4/position: 'undecided' is no position"),
        (["events", 0, "duration"], "3 hours", "events/0/duration: '3 hours' is no ISO 8601 duration"),
        (["events", 0, "when", "edtf"], "Tuesday", "events/0/when/edtf: 'Tuesday' is no EDTF date"),
        (["events", 0, "participants", 0, "role"], "friend", "events/0/participants/0/role: 'friend' is no role"),
        (["events", 0, "participants", 0, "kind"], "cat", "events/0/participants/0/kind: 'cat' is no kind of party"),
        (["events", 0, "sources", 0, "kind"], "rumour", "events/0/sources/0/kind: 'rumour' is no kind of source"),
        (["events", 0, "sources", 0, "stance"], "doubts", "events/0/sources/0/stance: 'doubts' is no stance"),
        (["attributions", 0, "kind"], "rumour", "attributions/0/kind: 'rumour' is no kind of source"),
        (["entities", 0, "kind"], "cat", "entities/0/kind: 'cat' is no kind of party"),
        (["events", 1, "id"], "e1", "events/1/id: 'e1' is taken by events/0"),
        (["events", 0, "participants", 0, "entity"], "n9", "events/0/participants/0/entity: the record has no entity 'n9'"),
        (["events", 0, "sources", 0, "attribution"], "a9", "events/0/sources/0/attribution: the record has no attribution 'a9'"),
        (["attributions", 1, "parent"], "a9", "attributions/1/parent: the record has no attribution 'a9'"),
        (["attributions", 0, "parent"], "a2", "attributions/0/parent: the attribution stands within itself"),
        (["events", 3, "order", 0, "event"], "e9", "events/3/order/0/event: the record has no event 'e9'"),
        (["events", 3, "order", 0, "event"], "e4", "events/3/order/0/event: the event stands after itself"),
        (["events", 0, "triggers"], [], "events/0/triggers: no words: an event has at least one trigger"),
        (["events", 0, "evidence", entry(0, "/type")], MISSING, "events/0/type: no words: evidence has no entry for /type"),
        (["events", 0, "evidence", entry(0, "/mode")], MISSING, "events/0/mode: no words"),
        (["events", 0, "evidence", entry(0, "/status")], MISSING, "events/0/status: no words"),
        (["events", 0, "evidence", entry(0, "/duration")], MISSING, "events/0/duration: no words"),
        (["events", 0, "evidence", entry(0, "/where")], MISSING, "events/0/where/place: no words"),
        (["events", 4, "evidence", entry(4, "/position")], MISSING, "events/4/position: no words"),
        (["events", 0, "evidence", entry(0, "/codes/cameo")], MISSING, "events/0/codes/cameo: no words"),
        (["events", 0, "evidence", entry(0, "/participants/0")], MISSING, "events/0/participants/0/country: no words"),
        (["events", 0, "participants", 2, "name"], "Leo Marek", "events/0/participants/2/name: no words"),
        (["events", 3, "where", "name"], "the old palace", "events/3/where/name: no words"),
        (["events", 0, "evidence", 0, "spans"], [], "events/0/evidence/0/spans: no words: /type must be read from the text"),
        (["events", 0, "evidence", 0, "by"], " ", "events/0/evidence/0/by: it does not say which rule"),
        (["events", 0, "evidence", "+"], {"path": "/nothing", "spans": [SPAN], "by": "x", "p": 1.0}, "'/nothing' leads to no value"),
        (["events", 0, "evidence", "+"], {"path": "", "spans": [SPAN], "by": "x", "p": 1.0}, "'' leads to no value"),
        (["events", 2, "sources", 0], {"kind": "institution", "name": "Sylvania"}, "events/2/sources/0: no words"),
        (["made_by", "memcon"], "", "made_by/memcon: the record does not say which version"),
        (["made_by", "models", "parser"], "abc", "made_by/models/parser: 'abc' is no SHA-256 hash"),
        (["made_by", "config"], "abc", "made_by/config: 'abc' is no SHA-256 hash"),
        (["made_by"], MISSING, "made_by: missing"),
        (["events", 0, "triggers"], MISSING, "events/0/triggers: missing"),
        (["events", 0, "evidence", 0, "p"], 1.5, "events/0/evidence/0/p: "),
        (["schema"], "memcon/9", "schema: 'memcon/1' is wanted, this is 'memcon/9'"),
    ],
)
def test_what_does_not_hold_is_named(path, value, message):
    found = problems(path, value)
    assert any(message in one for one in found), found


def test_evidence_for_the_whole_event_covers_nothing():
    record = changed(["events", 0, "evidence"], [{"path": "", "spans": [SPAN], "by": "x", "p": 1.0}])
    assert any(p.path == "events/0/type" for p in verify(record))


def places(value, path=()):
    yield path
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, one in inner:
        yield from places(one, (*path, key))


PLACES = [list(path) for path in places(RECORD) if path]
ODD = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=3) | st.just([]) | st.just({}) | st.just("\ud800")


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(PLACES), ODD)
def test_whatever_stands_where_it_should_not_gives_problems_never_errors(path, value):
    for problem in verify(changed(path, value)):
        assert problem.message


@settings(max_examples=100, deadline=None)
@given(st.sampled_from([path for path in PLACES if path[-1] in ("quote", "start", "end")]), st.integers(1, 5))
def test_no_change_of_a_span_goes_unseen(path, by):
    at = RECORD
    for key in path:
        at = at[key]
    assert verify(changed(path, at + by if isinstance(at, int) else at + "x" * by)) != []
