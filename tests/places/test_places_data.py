"""The tables and the compiled file."""

import gzip
from importlib.resources import files

import pytest

from memcon.places.compiled import Compiled
from memcon.places.names import fold
from memcon.places.tables import TABLES, common_words, demonyms, english_names, iso3, lines, own_places, spellings
from memcon.places.weighing import PROMINENCE, kilometres

COLUMNS = dict.fromkeys(TABLES, 10) | {"spellings": 5, "english": 5, "demonyms": 3, "common": 3, "cues": 3, "codes": 3}


@pytest.mark.parametrize("table", COLUMNS)
def test_every_row_has_a_source_and_no_stray_blanks(table):
    rows = list(lines(table, COLUMNS[table]))
    assert len(rows) > 20
    for row in rows:
        assert row[-1]
        assert row == [cell.strip() for cell in row]


def test_every_table_is_read():
    assert {path.name.removesuffix(".tsv") for path in (files("memcon.places") / "data").iterdir() if path.name.endswith(".tsv")} == set(
        COLUMNS
    )


def test_kinds_and_places_are_well_formed():
    for entries in own_places().values():
        for place in entries:
            assert place.kind in PROMINENCE
            assert place.country is None or (len(place.country) == 3 and place.country.isupper())
            assert (place.lat is None) == (place.lon is None)
            assert place.lat is None or place.lon is None or (abs(place.lat) <= 90 and abs(place.lon) <= 180)


def test_rows_with_a_settlement_lie_near_a_settlement_of_that_name():
    compiled = Compiled()
    far = []
    for entries in own_places().values():
        for place in entries:
            if place.table == "seats" and place.place and place.country and place.lat is not None and place.lon is not None:
                named = [c for c in compiled.find(fold(place.place)) if c.country == place.country]
                if named and min(kilometres(place.lat, place.lon, c.lat or 0, c.lon or 0) for c in named) > 75:
                    far.append(place.name)
    assert sorted(set(far)) == []


def test_countries_of_our_table_lie_where_their_settlements_do():
    compiled = Compiled()
    for name, _, _, _, country, lat, lon, *_ in lines("countries", 10):
        whole = next((c for c in compiled.find(fold(name)) if c.kind == "country" and c.country == country), None)
        if whole and whole.lat is not None and whole.lon is not None:
            assert kilometres(float(lat), float(lon), whole.lat, whole.lon) < 2700, name


def test_spellings_and_english_names_meet_a_place_of_the_gazetteer():
    compiled = Compiled()
    for entries in spellings().values():
        for entry in entries:
            assert any(c.country == entry.country and c.kind == entry.kind for c in compiled.find(fold(entry.name))), entry
    for name, country, kind in english_names():
        assert any((c.name, c.country, c.kind) == (name, country, kind) for c in compiled.find(fold(name))), name


def test_demonyms_tell_of_places():
    compiled = Compiled()
    for key in set(demonyms().values()):
        assert key in own_places() or any(c.kind in ("region", "city") for c in compiled.find(key)), key
    assert "syrian" in demonyms()
    assert not common_words() & {fold(name) for name in ("Mali", "Chad", "Turkey", "Jordan")}


def test_codes_and_cues_are_of_countries():
    assert len(set(iso3().values())) == len(iso3()) > 240
    assert {country for _, country, _ in lines("cues", 3)} <= set(iso3().values())
    words = [word for word, *_ in lines("cues", 3)]
    assert len(words) == len(set(words))


def test_a_table_with_a_broken_row_names_the_line():
    with pytest.raises(ValueError, match=r"common\.tsv, line 2: 3 columns, not 4"):
        list(lines("common", 4))


def test_the_compiled_file_finds_first_last_and_no_key():
    compiled = Compiled()
    assert compiled.find("kharkiv")[0].country == "UKR"
    assert compiled.find("kharkiv")[0].region.startswith("UA.")
    assert compiled.find("") == compiled.find("zzzzzz") == compiled.find("0000") == compiled.find("kharki") == ()


def test_a_missing_or_broken_file_says_what_to_do(tmp_path):
    with pytest.raises(FileNotFoundError, match=r"python hatch_build\.py"):
        Compiled(tmp_path / "none.gz")
    for content in (b"", b"no gzip", gzip.compress(b"x\ty\nz"), gzip.compress(b"5\t5\nab"), gzip.compress(b"")):
        path = tmp_path / "broken.gz"
        path.write_bytes(content)
        with pytest.raises(ValueError, match=r"python hatch_build\.py"):
            Compiled(path)


def test_a_small_file_is_read_whole(tmp_path):
    first = b"Aden\tC\tYEM\tYE.24\t12.779\t45.037\t415189\t550602\n"
    rows = first + b"Moon\tR\t\t\t\t\t\t0\n"
    index = b"aden\t0\nmoon\t~%s\n" % {45: b"19"}[len(first)]
    path = tmp_path / "small.gz"
    path.write_bytes(gzip.compress(b"%d\t%d\n" % (len(rows), len(index)) + rows + index))
    compiled = Compiled(path)
    assert compiled.find("aden")[0].place == "Aden"
    (moon,) = compiled.find("moon")
    assert (moon.name, moon.kind, moon.country, moon.lat, moon.geonames, moon.match) == ("Moon", "region", None, None, None, "other")
