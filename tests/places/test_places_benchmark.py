"""The benchmark on LGL, and that its figures hold."""

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LGL = ROOT.parent / "shared/data/places/lgl.xml"
ONE = """<articles><article><toponyms>
<toponym><phrase>Damascus</phrase><gaztag geonameid="170654"><lat>33.51</lat><lon>36.29</lon></gaztag></toponym>
<toponym><phrase>Xyzzy</phrase><gaztag geonameid="1"><lat>0</lat><lon>0</lon></gaztag></toponym>
<toponym><phrase>Untagged</phrase></toponym>
</toponyms></article></articles>"""


@pytest.fixture
def measure(monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT))
    from benchmarks.places import measure

    yield measure
    sys.modules.pop("benchmarks.places", None)


def test_a_small_file_is_counted_right(measure, tmp_path):
    path = tmp_path / "one.xml"
    path.write_text(ONE, "utf-8")
    figures = measure(path)
    assert (figures["toponyms"], figures["found"], figures["within_all"], figures["within_found"]) == (2, 0.5, 0.5, 1.0)


@pytest.mark.skipif(not LGL.is_file(), reason="needs ../shared/data/places/lgl.xml")
def test_lgl_stays_above_the_mark(measure):
    figures = measure(LGL)
    assert figures["within_all"] >= 0.80
    assert figures["within_found"] >= 0.84
    assert figures["population_all"] < figures["within_all"]
