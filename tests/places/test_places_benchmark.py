"""The benchmark on LGL and files like it, and that its figures hold."""

import io
import json
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LGL = ROOT.parent / "shared/data/places/lgl.xml"
ONE = """<articles><article docid="7"><text>He left Damascus for Xyzzy and Untagged.</text><toponyms>
<toponym><start>8</start><end>16</end><phrase>Damascus</phrase>
<gaztag geonameid="170654"><lat>33.51</lat><lon>36.29</lon><country geonameid="163843">Syria</country></gaztag></toponym>
<toponym><start>21</start><end>26</end><phrase>Xyzzy</phrase>
<gaztag geonameid="1"><lat>0</lat><lon>0</lon><country>United States</country></gaztag></toponym>
<toponym><phrase>Untagged</phrase></toponym>
</toponyms></article></articles>"""
OTHER = """<articles><article><text>He left Damascus.</text>
<toponym start="8" end="16"><phrase>Damascus</phrase><latitude>33.51</latitude><longitude>36.29</longitude>
<geonameID>170654</geonameID></toponym>
<toponym><start>x</start><end/><phrase>Nowhere</phrase><lat>north</lat></toponym><toponym/>
</article></articles>"""


@pytest.fixture
def places(monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT))
    import benchmarks.places

    yield benchmarks.places
    sys.modules.pop("benchmarks.places", None)


def test_a_small_file_is_counted_right(places, tmp_path):
    path = tmp_path / "one.xml"
    path.write_text(ONE, "utf-8")
    figures = places.measure(path, errors=tmp_path / "errors.txt")
    assert (figures["toponyms"], figures["found"], figures["within_all"], figures["within_found"]) == (2, 0.5, 0.5, 1.0)
    assert (figures["country_all"], figures["country_found"]) == (0.5, 1.0)
    assert (tmp_path / "errors.txt").read_text("utf-8").startswith("country\t7\tXyzzy\tUSA (0.0, 0.0)\tnot found\t")


def test_other_layouts_and_scraps_are_read(places, tmp_path):
    path = tmp_path / "other.xml"
    path.write_text(OTHER, "utf-8")
    (article,) = places.articles(path)
    assert [(t.start, t.end, t.phrase, t.point, t.country) for t in article.toponyms] == [
        (8, 16, "Damascus", (33.51, 36.29), "SYR"),
        (0, 0, "Nowhere", None, None),
    ]
    assert places.measure(path)["country_all"] == 1.0


def test_the_halves_are_the_whole(places, tmp_path):
    path = tmp_path / "two.xml"
    path.write_text(ONE.replace("</articles>", ONE.removeprefix("<articles>")), "utf-8")
    assert [places.measure(path, half)["toponyms"] for half in ("even", "odd", "all")] == [2, 2, 4]


def test_from_raw_text_with_our_own_spans(places, tmp_path):
    path = tmp_path / "one.xml"
    path.write_text(ONE.replace("He left", "The minister left"), "utf-8")
    text = ONE.replace("He left Damascus for Xyzzy and Untagged.", "He left Damascus for talks in Moscow on Monday.")
    path.write_text(text, "utf-8")
    figures = places.measure_raw(path)
    assert (figures["articles"], figures["toponyms"], figures["spans"], figures["precision"]) == (1, 3, 2, 0.5)
    assert figures["within_all"] == 0.5
    assert places.own_places("  \n") == ([], [])


def test_the_command_prints_json_and_says_what_is_wrong(places, tmp_path, capsys):
    path = tmp_path / "one.xml"
    path.write_text(ONE, "utf-8")
    out = io.StringIO()
    assert places.main([str(path), "--half", "even"], out) == 0
    assert json.loads(out.getvalue())["gold_spans"]["toponyms"] == 2
    path.write_text("<articles>", "utf-8")
    assert places.main([str(path)]) == 1
    assert "not XML" in capsys.readouterr().err
    assert places.main([str(tmp_path / "none.xml")]) == 1


@pytest.mark.skipif(not LGL.is_file(), reason="needs ../shared/data/places/lgl.xml")
def test_lgl_stays_above_the_marks(places):
    figures = places.measure(LGL)
    assert figures["within_all"] >= 0.86
    assert figures["within_found"] >= 0.89
    assert figures["country_all"] >= 0.92
    assert figures["population_all"] < figures["names_only_all"] < figures["within_all"]


@pytest.mark.skipif(not LGL.is_file(), reason="needs ../shared/data/places/lgl.xml")
def test_the_frozen_figures_are_those_of_this_version(places):
    frozen = json.loads((ROOT / "benchmarks/results/places.json").read_text("utf-8"))
    figures = places.measure(LGL)
    for name in ("toponyms", "found", "within_all", "within_found", "country_all", "country_found"):
        assert figures[name] == pytest.approx(frozen["lgl"]["all"]["gold_spans"][name], abs=0.002)
