"""The user's own file: what an import writes, and what it does with hostile input."""

import random
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from memcon.places import Gazetteer, importing
from memcon.places.compiled import Compiled, Layers, everything
from memcon.places.dumps import PlacesFileError, rows
from memcon.places.importing import import_dumps
from memcon.places.names import fold
from memcon.places.own import own_file

LINE = "{}\t{}\t{}\t{}\t10.5\t-20.25\t{}\t{}\tSY\t\t09\t\t\t\t{}\t\t\t\t2026-01-01\n"


def line(identity, name="Aaa", others="", feature="P", code="PPL", people=0):
    return LINE.format(identity, name, name, others, feature, code, people)


def test_kinds_countries_and_regions(tmp_path):
    areas = {"A ADM1": "region", "A ADM2": "district", "A PCLI": "country"}
    kinds = {"P PPLC": "city", **areas, "H LK": "water", "T MT": "land", "S AIRB": "landmark"}
    dump, target = tmp_path / "SY.txt", tmp_path / "own/file"
    lines = [line(n, f"Place {n}", "", *k.split(), n) for n, k in enumerate(kinds, 1)]
    dump.write_text("".join([*lines, line(99, "Hotel", "", "S", "HTL")]), "utf-8")
    done = import_dumps([dump], target)
    assert (done.kept, done.left_out, done.size) == (7, 1, target.stat().st_size)
    for number, kind in enumerate(kinds.values(), 1):
        (found,) = Compiled(target).find(f"place {number}")
        assert (found.kind, found.country, found.lat, found.lon, found.population) == (kind, "SYR", 10.5, -20.25, number)
        assert found.region == ("" if kind == "country" else "SY.09")
        assert found.capital == (kind == "city")


def test_sorted_in_pieces_gives_the_same_file(tmp_path, monkeypatch):
    chance = random.Random(3)
    words = ["Al", "Bab", "Tal", "San", "Saint", "New", "Old", "Abu", "B", "Zor", "1", "El", "Tall", "Ba"]
    lines = [
        line(n, " ".join(chance.choices(words, k=3)), ",".join(chance.choices(words, k=2)), people=chance.randrange(999))
        for n in range(1, 900)
    ]
    dump = tmp_path / "SY.txt"
    dump.write_text("".join(lines), "utf-8")
    import_dumps([dump], tmp_path / "whole")
    monkeypatch.setattr(importing, "RUN", 50)
    import_dumps([dump], tmp_path / "pieces")
    assert (tmp_path / "whole").read_bytes() == (tmp_path / "pieces").read_bytes()
    compiled = Compiled(tmp_path / "pieces")
    for row in rows(dump):
        assert row is not None
        found = compiled.find(fold(row.name))
        assert row.geonames in {c.geonames for c in found}
        assert [c.population for c in found] == sorted((c.population for c in found), reverse=True)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["SY.txt", "pieces", "whole"]


def test_ours_stands_before_the_same_place_imported(tmp_path):
    dump = tmp_path / "SY.txt"
    dump.write_text(line(170654, "Damascus", people=5) + line(1, "Damascus", people=7), "utf-8")
    import_dumps([dump], tmp_path / "own")
    found = [c for c in Layers((Compiled(), Compiled(tmp_path / "own"))).find("damascus") if c.geonames in (1, 170654)]
    assert [c.geonames for c in found] == [170654, 1]
    assert found[0].population > 5


def test_a_broken_file_of_the_user_is_told_and_left_aside(tmp_path, monkeypatch):
    monkeypatch.setenv("MEMCON_HOME", str(tmp_path))
    own_file().parent.mkdir()
    for content in (b"", b"nonsense", b"5\t5\nabc", b"\x1f\x8bnonsense", b"-1\t1\n\n"):
        own_file().write_bytes(content)
        with pytest.warns(RuntimeWarning, match="memcon places import again"):
            known = Gazetteer(everything())
        assert known.resolve("Damascus") is not None


def test_where_the_file_lies(monkeypatch, tmp_path):
    monkeypatch.setenv("MEMCON_HOME", str(tmp_path))
    assert own_file() == tmp_path / "places/geonames.places"


def refusal(path, target):
    """The documented error of an import, or None where it went well."""
    try:
        import_dumps([path], target)
    except PlacesFileError as error:
        return error
    return None


HOSTILE = st.one_of(
    st.binary(max_size=300),
    st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.lists(st.text(max_size=8), min_size=19, max_size=19).map(lambda cells: "\t".join(cells).encode("utf-8", "surrogatepass")),
    st.builds(
        lambda name, others, lat, people: LINE.format(1, name, name, others, "P", "PPL", people).replace("10.5", lat, 1).encode(),
        st.text(max_size=20),
        st.text(max_size=40),
        st.sampled_from(["10.5", "1e9", "-", "", "٣", "90.0001"]),
        st.one_of(st.integers(), st.text(max_size=3)),
    ),
)


@given(st.lists(HOSTILE, max_size=4), st.booleans())
@settings(deadline=None, max_examples=150)
def test_whatever_the_file_holds_only_the_documented_error_is_raised(tmp_path_factory, pieces, packed):
    folder = tmp_path_factory.mktemp("import")
    path, target = folder / "XX.zip", folder / "own"
    content = b"\n".join(pieces)
    if packed:
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("XX.txt", content)
    else:
        path.write_bytes(content)
    refused = refusal(path, target)
    if refused is not None:
        assert refused.message
        assert refused.advice
        assert sorted(p.name for p in folder.iterdir()) == ["XX.zip"]
    else:
        known = Compiled(target)
        first = {row.geonames: row for row in reversed([row for row in rows(path) if row is not None])}
        for row in first.values():
            if fold(row.name):
                assert row.name in {c.name for c in known.find(fold(row.name))}


@given(st.integers(0, 500), st.integers(0, 255))
@settings(deadline=None, max_examples=80)
def test_a_damaged_zip_raises_only_the_documented_error(tmp_path_factory, at, byte):
    folder = tmp_path_factory.mktemp("import")
    path = folder / "XX.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("XX.txt", "".join(line(n, f"Place {n}") for n in range(1, 20)))
    content = bytearray(path.read_bytes())
    content[at % len(content)] = byte
    path.write_bytes(bytes(content))
    refused = refusal(path, folder / "own")
    assert refused is None or refused.message
