"""`memcon places find`, `import` and `remove`."""

import json
import zipfile

import pytest

from memcon.cli import main
from memcon.places import gazetteer


@pytest.fixture
def places(tmp_path, monkeypatch, capsys):
    """Runs `memcon places` with a home of its own: exit code, output, messages."""
    monkeypatch.setenv("MEMCON_HOME", str(tmp_path / "home"))

    def run(*arguments):
        gazetteer.cache_clear()
        with pytest.raises(SystemExit) as ended:
            main(["places", *map(str, arguments)])
        captured = capsys.readouterr()
        assert "Traceback" not in captured.err
        return ended.value.code or 0, captured.out, captured.err

    yield run
    gazetteer.cache_clear()


def row(identity=990001, name="Zhabrivka", others="", lat="49.1", lon="36.2", kind="P", code="PPL", country="UA", people="312"):
    rest = [country, "", "07", "", "", "", people, "", "", "", "2026-01-01"]
    return "\t".join([str(identity), name, name, others, lat, lon, kind, code, *rest])


@pytest.fixture
def dump(tmp_path):
    def write(*lines, name="UA.zip"):
        path = tmp_path / name
        text = "".join(f"{line}\n" for line in lines)
        if name.endswith(".zip"):
            with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
                archive.writestr(f"{path.stem}.txt", text)
                archive.writestr("readme.txt", "about")
        else:
            path.write_text(text, "utf-8")
        return path

    return write


def test_the_chosen_place_comes_first_with_its_reason(places):
    code, out, err = places("find", "Tripoli", "--near", "Lebanon")
    assert (code, err) == (0, "")
    first = out.splitlines()[1]
    assert first.startswith("*  Tripoli")
    assert " LBN " in first
    assert first.endswith("country in focus")


@pytest.mark.parametrize("country", ["LBN", "LB", "lb", "Lebanon", "Lebanese"])
def test_a_country_goes_by_name_and_code(places, country):
    code, out, _ = places("find", "Tripoli", "--near", country, "--json")
    assert code == 0
    assert json.loads(out)[0]["country"] == "LBN"


def test_places_named_with_it_decide(places):
    found = json.loads(places("find", "Odessa", "--with", "Midland", "--with", "Texas", "--json")[1])
    assert found[0]["country"] == "USA"
    assert "near the places named with it" in found[0]["why"]
    assert [one["chosen"] for one in found].count(True) == 1


def test_what_is_disputed_is_said(places):
    assert "disputed" in places("find", "Crimea")[1].lower() or "annexed" in places("find", "Crimea")[1].lower()


@pytest.mark.parametrize("name", ["Xyzzyville", "", " ", "Москва", "دمشق", "\x1b[31m", "x" * 5000, "\u202e"])
def test_an_unknown_name_is_said_plainly(places, name):
    code, out, err = places("find", name)
    assert (code, out) == (1, "")
    assert err.startswith("memcon: no place is known by ")
    assert "\x1b" not in err
    assert places("find", name, "--json")[:2] == (1, "[]\n")


def test_no_country_is_bad_input(places):
    code, _, err = places("find", "Paris", "--near", "Narnia")
    assert code == 2
    assert '"Narnia" is no country' in err


@pytest.mark.parametrize("name", ["UA.zip", "UA.txt", "allCountries.zip"])
def test_imported_places_are_found_beside_ours(places, dump, name):
    assert places("find", "Zhabrivka")[0] == 1
    code, out, err = places("import", dump(row(others="Zhabryvka,Жабривка"), name=name))
    assert (code, err) == (0, "")
    assert out.startswith("1 places imported, 0 left out: ")
    assert json.loads(places("find", "Zhabryvka", "--json")[1])[0]["geonames"] == 990001
    assert json.loads(places("find", "Kharkiv", "--json")[1])[0]["country"] == "UKR"
    assert places("remove")[1] == "the imported places are removed\n"
    assert places("find", "Zhabrivka")[0] == 1
    assert places("remove")[1] == "no places were imported\n"


def test_filters_and_duplicates_are_counted(places, dump):
    others = [row(990002, "Vyselok", people="3"), row(990003, "Elsewhere", country="FR"), row(990004, "Inn", kind="S", code="HTL")]
    file = dump(row(), row(), *others)
    out = places("import", file, "--min-population", 100, "--country", "Ukraine")[1]
    assert out.startswith("1 places imported, 3 left out, 1 that came twice skipped: ")


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("a\tb", "2 columns, not 19"),
        (row("x"), "'x' is no GeoNames id"),
        (row(-5), "'-5' is no GeoNames id"),
        (row(10**11), "is no GeoNames id"),
        (row(lat="91"), "'91' is no latitude"),
        (row(lon="nan"), "'nan' is no longitude"),
        (row(people="many"), "'many' is no population"),
        (row(country="Ukraine"), "'Ukraine' is no country code"),
        (row(name=" "), "a place without a name"),
        (row(others="x" * 70_000), "a line of more than"),
    ],
)
def test_a_bad_line_is_named_and_nothing_changes(places, dump, tmp_path, line, what):
    places("import", dump(row()))
    before = sorted((p, p.read_bytes()) for p in (tmp_path / "home").rglob("*") if p.is_file())
    for name in ("bad.zip", "bad.txt"):
        code, out, err = places("import", dump(row(1), line, name=name))
        assert (code, out) == (2, "")
        assert f"{'bad.zip/bad.txt' if name == 'bad.zip' else 'bad.txt'}:2: " in err
        assert what in err
    assert sorted((p, p.read_bytes()) for p in (tmp_path / "home").rglob("*") if p.is_file()) == before


def test_a_bomb_is_not_unpacked(places, tmp_path):
    path = tmp_path / "allCountries.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("allCountries.txt", b"\0" * 60_000_000)
    code, _, err = places("import", path)
    assert code == 2
    assert "would unpack to 60,000,000 bytes" in err


@pytest.mark.parametrize(
    ("content", "what"),
    [(b"", "is empty"), (b"\xff\xfe\n", ":1: not UTF-8 text"), (b"PK\x03\x04 broken", "columns"), (b"<html>\n", ":1: 1 columns")],
)
def test_other_files_are_refused(places, tmp_path, content, what):
    path = tmp_path / "dump.txt"
    path.write_bytes(content)
    code, _, err = places("import", path)
    assert code == 2
    assert what in err
    assert not (tmp_path / "home/places/geonames.places").exists()


def test_what_is_not_there_or_is_a_folder_is_said(places, tmp_path):
    assert "there is no file" in places("import", tmp_path / "none.zip")[2]
    assert "is a directory" in places("import", tmp_path)[2]


def test_zips_of_other_kinds_are_refused(places, tmp_path):
    path = tmp_path / "UA.zip"
    for names, what in (([], "no text"), (["a.txt", "b.txt"], "2 texts"), (["a.csv"], "no text")):
        with zipfile.ZipFile(path, "w") as archive:
            for name in names:
                archive.writestr(name, row())
        assert what in places("import", path)[2]


def test_a_home_that_cannot_be_written_to_is_said(places, dump, tmp_path):
    (tmp_path / "home").write_text("a file")
    code, _, err = places("import", dump(row()))
    assert code == 2
    assert "cannot be written" in err
