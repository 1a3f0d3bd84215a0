"""The encoder reads plain and odd texts; without sound weights it says what is wrong."""

import json
import shutil
import time
from pathlib import Path

import pytest

from memcon.coder import Coded, Coder, CoderError, available, coder
from memcon.coder.session import ABOUT, FOLDER, HEADS, TRUNK, VOCABULARY, load
from memcon.reading.parse.sentences import sentences

LEAD = (
    "Olaf Scholz met Emmanuel Macron in Paris on Friday, a spokesman said. Russian forces shelled Kharkiv and killed four people. "
    '"We will send tanks", Lithuania\'s president said.'
)


def read(text: str) -> Coded:
    return coder().read(text, sentences(text))


def test_a_plain_lead() -> None:
    coded = read(LEAD)
    types = {LEAD[one.trigger.start : one.trigger.end]: one.type for one in coded.events}
    assert types["met"] == "CONSULT"
    assert types["shelled"] == "ASSAULT"
    met = next(one for one in coded.events if LEAD[one.trigger.start : one.trigger.end] == "met")
    roles = {(one.label, LEAD[one.start : one.end]) for one in met.arguments}
    assert ("actor", "Olaf Scholz") in roles
    assert met.mode == "meeting"
    assert met.status == "happened"
    assert {LEAD[one.start : one.end] for one in coded.cues} >= {"said"}


def test_words_are_as_alike_as_the_encoder_finds_them() -> None:
    at = [(LEAD.index(word), LEAD.index(word) + len(word)) for word in ("shelled", "killed", "said", "met")]
    alike = coder().see(LEAD, sentences(LEAD)).alike([*at, (len(LEAD) + 5, len(LEAD) + 9)])
    assert alike.shape == (5, 5)
    assert alike == pytest.approx(alike.T, abs=1e-5)
    assert alike.diagonal()[:4] == pytest.approx(1, abs=1e-5)
    assert alike[0, 1] > alike[0, 2]
    assert not alike[4].any()


def test_probabilities_are_probabilities_and_spans_stand_in_the_text() -> None:
    coded = read(LEAD)
    pieces = [*coded.times, *coded.sources, *coded.cues, *coded.contents, *(p for e in coded.events for p in (e.trigger, *e.arguments))]
    assert pieces
    assert all(0 <= one.start < one.end <= len(LEAD) and 0 <= one.p <= 1 for one in pieces)
    for event in coded.events:
        assert sum(event.types) <= 1.001
        assert sum(event.statuses) == pytest.approx(1, abs=1e-3)
    assert all(one.contents and 0 <= one.p <= 1 for one in coded.attributions)


def test_how_likely_any_words_are_is_told_in_code_points() -> None:
    heard = coder().see(LEAD, sentences(LEAD)).heard()
    for layer, spans in zip(("source", "cue", "content"), heard.spans, strict=True):
        assert spans
        for one in spans:
            assert heard.whole(layer, one.start, one.end) == pytest.approx(one.p)
            assert heard.within(layer, one.start, one.end) >= one.p - 1e-6
            assert heard.whole(layer, one.start, one.end + 3) < 1 - one.p + 1e-6  # of two that overlap one alone is there
    met = LEAD.index("met")
    assert heard.within("cue", met, met + 3) < 0.5
    assert (heard.whole("cue", 9000, 9004), heard.within("cue", 9000, 9004)) == (0.0, 0.0)


def test_same_text_same_answer() -> None:
    assert read(LEAD) == read(LEAD)
    assert Coder(load()).read(LEAD, sentences(LEAD)) == read(LEAD)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n ",
        "🕊️🤝🇺🇦🔥" * 50,
        "PUTIN MEETS XI IN BEIJING AS WAR RAGES",
        "Der Bundeskanzler traf am Freitag den Präsidenten in Paris.",
        "中国外交部长周五在北京会见了俄罗斯总统。",
        "وزير الخارجية يلتقي نظيره في القاهرة",
        "and then " * 1000 + "he met her.",
        "x" * 5000,
        "\x00\ufffd\u200b met \u202e",
    ],
    ids=["nothing", "blanks", "emoji", "capitals", "german", "chinese", "arabic", "2,000 words", "one long word", "controls"],
)
def test_odd_texts_are_read(text: str) -> None:
    coded = read(text)
    assert all(text[one.trigger.start : one.trigger.end] for one in coded.events)


def test_capitals_are_read_like_a_headline() -> None:
    text = "RUSSIAN FORCES ATTACK KHARKIV, KILLING FOUR"
    assert any(one.type == "ASSAULT" for one in read(text).events)


def test_the_session_loads_fast() -> None:
    started = time.perf_counter()
    weights = load()
    assert time.perf_counter() - started < 5  # 1.5 s on a free machine; tests share theirs
    assert len(weights.sha256) == 64
    assert coder().sha256 == weights.sha256


def test_missing_weights(tmp_path: Path) -> None:
    with pytest.raises(CoderError, match="--model rules"):
        load(tmp_path)
    assert not available(tmp_path)


@pytest.mark.parametrize("name", [TRUNK, HEADS, VOCABULARY])
def test_damaged_weights(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "weights"
    shutil.copytree(FOLDER, folder)
    (folder / name).write_bytes((folder / name).read_bytes()[:-100])
    with pytest.raises(CoderError, match=f"{name} is damaged"):
        load(folder)


def test_weights_of_another_codebook(tmp_path: Path) -> None:
    folder = tmp_path / "weights"
    shutil.copytree(FOLDER, folder)
    about = json.loads((folder / ABOUT).read_text("utf-8"))
    about["types"][0] = "PARLEY"
    (folder / ABOUT).write_text(json.dumps(about), "utf-8")
    with pytest.raises(CoderError, match="another codebook"):
        load(folder)
    (folder / ABOUT).write_text("{", "utf-8")
    with pytest.raises(CoderError, match="not there"):
        load(folder)


def test_what_is_no_model(tmp_path: Path) -> None:
    import hashlib

    folder = tmp_path / "weights"
    shutil.copytree(FOLDER, folder)
    (folder / TRUNK).write_bytes(b"no model")
    about = json.loads((folder / ABOUT).read_text("utf-8"))
    about["sha256"][TRUNK] = hashlib.sha256(b"no model").hexdigest()
    (folder / ABOUT).write_text(json.dumps(about), "utf-8")
    with pytest.raises(CoderError, match="cannot be loaded"):
        load(folder)
