"""JSON lines: nothing is lost, and export, import and export again give the same bytes."""

import io
from dataclasses import replace

import pytest
from export_sample import events
from hypothesis import given
from hypothesis import strategies as st

from memcon.exports import jsonl, read_jsonl
from memcon.merging import Merged, Telling, Witness
from memcon.model import Event, Evidence, Party, Span, When
from memcon.store import Store
from memcon.store.taking import take

words = st.text(st.characters(exclude_categories=("Cs",)), max_size=12)
spans = st.builds(lambda start, quote: Span(start, start + len(quote), quote), st.integers(0, 10**6), words)
probabilities = st.floats(0, 1, allow_nan=False)
parties = st.builds(Party, words, words, words, spans, st.none() | words, st.none(), st.sampled_from((None, "ISR", "RUS")))
told = st.builds(
    Event,
    words,
    words,
    words,
    words,
    st.lists(spans, max_size=2).map(tuple),
    st.lists(parties, max_size=2).map(tuple),
    st.none() | st.builds(When, words, spans, words, st.booleans()),
    summary=words,
    evidence=st.lists(st.builds(Evidence, words, st.lists(spans, max_size=1).map(tuple), words, probabilities), max_size=2).map(tuple),
    confidence=probabilities,
)
witnesses = st.builds(Witness, words, *[st.none() | words] * 5)
merged = st.builds(
    Merged,
    words,
    st.lists(st.builds(Telling, witnesses, told), max_size=3).map(tuple),
    st.lists(words, max_size=2).map(tuple),
    st.dictionaries(words, words, max_size=2),
    st.sampled_from((None, "accepted", "rejected")),
)


def exported(some: list[Merged]) -> bytes:
    out = io.BytesIO()
    jsonl.write(some, out)
    return out.getvalue()


@given(st.lists(merged, max_size=3))
def test_export_import_export_gives_the_same_bytes(some: list[Merged]) -> None:
    first = exported(some)
    assert exported(list(read_jsonl(first))) == first
    assert first.count(b"\n") == len(some)


def test_the_sample_comes_back_as_it_was() -> None:
    assert list(read_jsonl(exported(events()))) == events()
    assert list(read_jsonl(io.BytesIO(exported(events())))) == events()


def test_what_a_store_takes_in_it_gives_out_again_copies_too() -> None:
    with Store.open(None) as store:
        take(store, events()[:1])
        assert exported(list(store.events())) == exported(events()[:1])
        assert store.events().rows()[0]["support"] == 2


def test_copies_of_a_report_that_did_not_come_count_once() -> None:
    told = events()[0]
    both = [replace(one, witness=Witness(name, copy_of="gone")) for name, one in zip("ab", told.tellings, strict=False)]
    with Store.open(None) as store:
        take(store, [replace(told, tellings=tuple(both))])
        assert [one.witness.copy_of for one in store.events()[0].tellings] == [None, "a"]
        assert store.events().rows()[0]["support"] == 1


@pytest.mark.parametrize(
    "line",
    [
        b"[]",
        b"{",
        b'{"schema": "memcon/1"}',
        b'{"schema": "memcon.event/1", "id": 1, "tellings": []}',
        b'{"schema": "memcon.event/1", "id": "m", "tellings": [{}]}',
        b'{"schema": "memcon.event/1", "id": "m", "tellings": [1]}',
        b'{"schema": "memcon.event/1", "id": "m", "tellings": {}, "more": 1}',
        b'{"schema": "memcon.event/1", "id": "m", "corrected": 1, "tellings": []}',
        b'{"schema": "memcon.event/1", "id": "m", "judgement": 1, "tellings": []}',
        b'{"schema": "memcon.event/1", "id": "m", "tellings": [{"witness": {"id": "r", "x": "y"}, "event": {}}]}',
        b'{"schema": "memcon.event/1", "id": "m", "tellings": [{"witness": {"id": "r"}, "event": {}}]}',
        b'{"schema": "memcon.event/1", "id": "m", "tellings": [{"witness": 1, "event": {}}]}',
        b"\xff",
        b"[" * 100_000,
    ],
)
def test_other_lines_are_refused_with_their_number(line: bytes) -> None:
    with pytest.raises(ValueError, match="line 2: "):
        list(read_jsonl(exported(events()[:1]) + line))


def test_a_pair_of_surrogates_is_refused() -> None:
    with pytest.raises(ValueError, match="surrogate pair"):
        jsonl.dumps(Merged("\ud83d\ude00", ()))
