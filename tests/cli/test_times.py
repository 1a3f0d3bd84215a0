"""`memcon times` from a file, standard input and bad input to text, JSON and TimeML."""

import io
import json
import subprocess
import sys
from functools import partial
from importlib import import_module
from pathlib import Path
from xml.etree import ElementTree

import pytest

from memcon.cli import main

ROOT = Path(__file__).parents[2]
TEXT = (
    "WASHINGTON, March 3 (Reuters) - The envoy left on Wednesday & called <him> that evening.\n\n"
    "They will meet again next week, two years after the war began.\n"
)
ODD = [
    "\x1b[31mOn Monday\x07 \u202ehe left\u202c\x0b.\r\n",
    "On Monday ]]> & <TIMEX3 tid='t1'> \"today\" \ufffe\uffff &amp; he left.\n",
    "1 2 3 45 678 1999 30 31 32 12 11 10 9 1 000 000.\n",
    "He left on February 30 and on 31 April 0999 and in ’98.\n",
    "😀 On Monday 😀 in a\u0301 Moscow\ufeff\u200b on Tuesday the minister left.\n",
    "on Monday " * 3000 + "\n",
]
NAMES = ["control", "markup", "numbers", "impossible dates", "beyond the plane", "long line"]


@pytest.fixture
def times(on_a_text):
    return partial(on_a_text, "times")


def test_the_text_is_marked_and_the_values_are_listed(times):
    code, out, err = times(TEXT, "--published", "2022-03-04")
    assert (code, err) == (0, "")
    assert out.startswith("5 time expressions, published 2022-03-04.\n")
    assert "The envoy left on *Wednesday*[t2] & called <him> *that evening*[t3]." in " ".join(out.split())
    assert "t2  Wednesday     DATE      2022-03-02     2022-03-02             weekday" in out
    assert "t5  two years     DURATION  P2Y            –                      duration" in out


def test_what_is_piped_is_plain(times):
    out = times(TEXT)[1]
    assert "\x1b" not in out
    assert max(map(len, out.splitlines())) <= 100


def test_without_a_date_nothing_is_resolved_and_that_is_said(times):
    code, out, _ = times("The envoy left Moscow on Wednesday.\n")
    assert code == 0
    assert "publication date not given" in out
    assert "XXXX-WXX-3" in out


def test_a_text_without_a_time(times):
    code, out, _ = times("The envoy met the minister in the city.\n", "--published", "2022-03-04")
    assert (code, out) == (0, "No time expressions, published 2022-03-04.\n\nThe envoy met the minister in the city.\n")


def test_json_is_a_list_with_offsets_rules_and_anchors(times):
    code, out, err = times(TEXT, "--published", "2022-03-04", "--json")
    assert (code, err) == (0, "")
    rows = json.loads(out)
    assert [(row["id"], row["value"], row["anchor"]) for row in rows] == [
        ("t1", "2022-03-03", "t0"),
        ("t2", "2022-03-02", "t1"),
        ("t3", "2022-03-02TEV", "t2"),
        ("t4", "2022-W10", "t1"),
        ("t5", "P2Y", None),
    ]
    assert all(TEXT[row["start"] : row["end"]] == row["quote"] and row["rule"] for row in rows)


def test_timeml_has_the_creation_time_and_gives_the_text_back(times):
    code, out, err = times(TEXT, "--published", "2022-03-04", "--timeml")
    assert (code, err) == (0, "")
    root = ElementTree.fromstring(out)
    creation, *rest = root.iter("TIMEX3")
    assert creation.attrib == {
        "tid": "t0",
        "type": "DATE",
        "value": "2022-03-04",
        "temporalFunction": "false",
        "functionInDocument": "CREATION_TIME",
    }
    assert "".join(root.find("TEXT").itertext()) == TEXT
    assert [(t.get("tid"), t.text, t.get("anchorTimeID")) for t in rest[1:3]] == [("t2", "Wednesday", "t1"), ("t3", "that evening", "t2")]


def test_the_benchmark_reads_the_timeml(times, tmp_path, monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT))
    articles = import_module("benchmarks.time").articles
    assert times(TEXT, "--published", "2022-03-04", "-o", str(tmp_path / "report.tml"))[:2] == (0, "")
    (article,) = articles(tmp_path)
    rows = json.loads(times(TEXT, "--published", "2022-03-04", "--json")[1])
    assert (article.text, article.published) == (TEXT, "2022-03-04")
    assert list(article.gold) == [(row["start"], row["end"], row["type"], row["value"]) for row in rows]


def test_the_name_of_the_output_says_what_is_written(times, tmp_path):
    for name in ("out.json", "out.tml", "out.txt"):
        assert times(TEXT, "-o", str(tmp_path / name))[:2] == (0, "")
    assert len(json.loads((tmp_path / "out.json").read_text("utf-8"))) == 5
    assert (tmp_path / "out.tml").read_text("utf-8").startswith("<?xml")
    assert (tmp_path / "out.txt").read_text("utf-8").startswith("5 time expressions")


@pytest.mark.parametrize("text", ODD, ids=NAMES)
@pytest.mark.parametrize("published", [(), ("--published", "2022-03-05")], ids=["undated", "dated"])
def test_odd_texts_give_valid_output(times, text, published):
    code, out, err = times(text, "--timeml", *published)
    assert (code, err) == (0, "")
    root = ElementTree.fromstring(out)
    rows = json.loads(times(text, "--json", *published)[1])
    assert [t.get("value") for t in root.iter("TIMEX3")][1:] == [row["value"] for row in rows]
    assert len("".join(root.find("TEXT").itertext())) == len(text.replace("\r\n", "\n"))
    plain = times(text, *published)[1]
    assert "\x1b" not in plain
    assert "\u202e" not in plain


def test_standard_input_is_read(monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"The envoy left Moscow on Wednesday, he said.\n")))
    with pytest.raises(SystemExit) as ended:
        main(["times", "-", "--published", "2022-03-05", "--json"])
    assert ended.value.code in (0, None)
    assert [row["value"] for row in json.loads(capsys.readouterr().out)] == ["2022-03-02"]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--published", "soon"), "'soon' is not a date"),
        (("--published", "2022-02-30"), "is not a date"),
        (("--json", "--timeml"), "cannot go together"),
        (("-o", "/no/such/folder/x.json"), "there is no directory"),
    ],
)
def test_bad_options_are_one_line_and_exit_2(times, options, message):
    code, out, err = times(TEXT, *options)
    assert (code, out) == (2, "")
    assert message in err.splitlines()[0]


def test_an_empty_file_and_a_missing_one_are_bad_input(times, tmp_path, capsys):
    assert times(" \n")[0] == 2
    with pytest.raises(SystemExit) as ended:
        main(["times", str(tmp_path / "none.txt")])
    assert ended.value.code == 2
    assert "none.txt" in capsys.readouterr().err


def test_the_parser_is_not_loaded(tmp_path):
    (tmp_path / "report.txt").write_text(TEXT, "utf-8")
    script = "import sys\nfrom memcon.cli import main\ntry:\n main(sys.argv[1:])\nexcept SystemExit:\n print('spacy' in sys.modules)\n"
    command = [sys.executable, "-c", script, "times", str(tmp_path / "report.txt"), "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "False"


def test_no_color_is_honoured_on_a_terminal(tmp_path, monkeypatch):
    from rich.console import Console

    from memcon.cli.times import marked
    from memcon.model import Report
    from memcon.times import find

    report = Report("r1", "He left on Saturday.", published="2022-03-05")
    found = find(report.text, report.published)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setattr("rich.console.Console", lambda: Console(force_terminal=True, width=80))
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert "36m" in marked(report, found, for_screen=True)
    monkeypatch.setenv("NO_COLOR", "1")
    assert "36m" not in marked(report, found, for_screen=True)
