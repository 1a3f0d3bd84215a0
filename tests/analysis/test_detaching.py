"""Records without their words: nothing of the text is left, and with the text they are the same again, byte for byte."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from memcon.analysis import DetachError, attach, detach, text_of_hash
from memcon.analysis.standoff import STRETCH, wanted
from memcon.model import Attribution, Event, MadeBy, Record, Report, Source, Span, Time, When

ZENDA = (Path(__file__).parents[1] / "model" / "data" / "zenda.json").read_text("utf-8")
LAYOUTS = st.fixed_dictionaries(
    {"indent": st.sampled_from([None, 1, 2, 4]), "ensure_ascii": st.booleans(), "separators": st.sampled_from([None, (",", ":")])}
)
TEXTS = st.text(min_size=1, max_size=200) | st.text("ab ", min_size=60, max_size=200)


@st.composite
def records(draw) -> Record:
    """Records whose spans are true, and whose other values borrow from the text."""
    text = draw(TEXTS)

    def span() -> Span:
        start = draw(st.integers(0, len(text) - 1))
        return Span.of(text, start, draw(st.integers(start + 1, len(text))))

    def words() -> str:
        return draw(st.text(max_size=5)) + (span().quote if draw(st.booleans()) else "") + draw(st.text(max_size=5))

    event = Event(
        "e1", "CONSULT", "meeting", "happened", (span(), span()), when=When("2022", span()), summary=words(), about=(span(),),
        sources=(Source("person", words(), None, span()),),
    )  # fmt: skip
    one = span()
    time = Time("DATE", "2022", one.start, one.end, one.quote)
    said = Attribution("a1", "person", (span(),), (), (span(),))
    return Record(Report("r", text, words(), url=words()), (event,), (said,), (time,), made_by=MadeBy("0.1.0"))


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(records(), LAYOUTS, st.booleans())
def test_detached_and_attached_it_is_the_same(record, layout, newline) -> None:
    try:
        written = json.dumps(json.loads(record.to_json()), **layout) + ("\n" if newline else "")
        written.encode("utf-8")
    except ValueError:
        return  # a surrogate pair
    assert attach(detach(written), record.report.text) == written


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(records())
def test_no_stretch_of_the_text_is_left(record) -> None:
    made = json.loads(detach(record.to_json(indent=1) + "\n"))
    text = record.report.text

    def strings(value: object):
        if isinstance(value, str):
            yield value
        elif isinstance(value, list | dict):
            for part in value.values() if isinstance(value, dict) else value:
                yield from strings(part)

    for one in strings(made["record"]):
        assert not any(one[at : at + STRETCH] in text for at in range(len(one) - STRETCH + 1))
    assert '"quote": "' not in json.dumps(made)


def test_a_real_record() -> None:
    made = detach(ZENDA)
    text = json.loads(ZENDA)["report"]["text"]
    assert wanted(made) == (json.loads(ZENDA)["report"]["sha256"], len(text))
    assert detach(ZENDA) == made
    assert attach(made, text) == ZENDA


def test_another_text_or_a_changed_record_is_refused() -> None:
    made, text = detach(ZENDA), json.loads(ZENDA)["report"]["text"]
    with pytest.raises(DetachError, match="the text is another one"):
        attach(made, text + " ")
    with pytest.raises(DetachError, match="was changed"):
        attach(made.replace('"happened"', '"denied"', 1), text)
    for broken in ("[]", "{", '{"schema": "memcon-detached/1"}', made.replace('"layout"', '"lay"')):
        with pytest.raises(DetachError):
            attach(broken, text)


def test_what_cannot_be_detached() -> None:
    record = Record(Report("r", "They met."), made_by=MadeBy("0.1.0"))
    false = replace(record, events=(Event("e1", "CONSULT", "", "happened", (Span(0, 3, "met"),)),))
    for written, words in (
        ("{", "not JSON"),
        ("[]", "not a record"),
        (false.to_json(), "is not 'met'"),
        (record.to_json().replace(": ", ":   "), "laid out"),
    ):
        with pytest.raises(DetachError, match=words):
            detach(written)


def test_the_text_is_found_by_its_hash(tmp_path) -> None:
    text = json.loads(ZENDA)["report"]["text"]
    sha256, folder = Report("", text).sha256, tmp_path / "texts"
    folder.mkdir()
    (folder / "a.txt").write_text("Another text.", "utf-8")
    (folder / "b.bin").write_bytes(b"\xff\xfe\x00")
    assert text_of_hash(sha256, [folder]) is None
    (folder / "c.txt").write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert text_of_hash(sha256, [folder]) == (text, folder / "c.txt")
    (tmp_path / "whole.json").write_text(ZENDA, "utf-8")
    assert text_of_hash(sha256, [tmp_path / "whole.json"]) == (text, tmp_path / "whole.json")
