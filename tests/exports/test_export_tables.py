"""CSV, Parquet and the research tables: their own readers read them, nothing runs in a spreadsheet, zeros stay."""

import csv
import io
import json
import re
from pathlib import Path

import pytest
from export_sample import HOSTILE, SCRIPT, events
from hypothesis import given
from hypothesis import strategies as st

from memcon.exports import FORMATS, export, polecat
from memcon.exports.columns import COLUMNS, tables
from memcon.exports.delimited import guarded, read_csv, unguarded, write_csv, write_tsv

FORMATS_OF_OTHERS = Path("/work/shared/data/formats/columns.json")
FORMULA = re.compile(r"[=+@\t\r\n-]")
words = st.text(st.characters(exclude_categories=("Cs",)), max_size=20)


def written(name: str, raw: bool = False) -> bytes:
    out = io.BytesIO()
    form = FORMATS[name]
    assert form.to_file is not None
    form.to_file(events(), out, raw=raw)
    return out.getvalue()


def tsv(name: str, columns: tuple[str, ...] | None = None) -> list[dict[str, str]]:
    lines = [line.split("\t") for line in written(name).decode().removesuffix("\n").split("\n")]
    names = columns or lines.pop(0)
    assert all(len(line) == len(names) for line in lines)
    return [dict(zip(names, line, strict=True)) for line in lines]


def cells_of(path: Path) -> list[str]:
    return [cell for row in csv.reader(io.StringIO(path.read_bytes().decode(), newline="")) for cell in row]


@given(words)
def test_what_is_guarded_can_be_had_back(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert not FORMULA.match(guarded(text)) or re.fullmatch(r"-[0-9]+(\.[0-9]+)?", text)


@given(st.lists(st.lists(words, min_size=3, max_size=3), max_size=5), st.booleans())
def test_csv_of_any_text_is_read_back(rows: list[list[str]], raw: bool) -> None:
    out = io.BytesIO()
    write_csv(out, ["a", "b", "c"], rows, raw=raw)
    assert [list(row.values()) for row in read_csv(out.getvalue(), raw=raw)] == rows


@given(st.lists(st.lists(words, min_size=2, max_size=2), max_size=5))
def test_a_tsv_has_a_line_a_row_whatever_the_text(rows: list[list[str]]) -> None:
    out = io.BytesIO()
    write_tsv(out, None, rows)
    lines = out.getvalue().decode().split("\n")
    assert len(lines) == len(rows) + 1
    assert all(line.count("\t") == 1 and "\r" not in line for line in lines[:-1])


def test_negative_numbers_are_numbers_and_no_formulas() -> None:
    assert [guarded(one) for one in ("-7", "-9.2", "-9.2+1", "-1\n", "=7", "-A1", "+7")] == [
        "-7", "-9.2", "'-9.2+1", "'-1\n", "'=7", "'-A1", "'+7",
    ]  # fmt: skip


def test_csv_holds_no_formula_unless_raw(tmp_path: Path) -> None:
    export("csv", events(), tmp_path / "safe")
    export("csv", events(), tmp_path / "raw", raw=True)
    cells = [cell for name in COLUMNS for cell in cells_of(tmp_path / "safe" / f"{name}.csv")]
    assert not [cell for cell in cells if FORMULA.match(cell) and not re.fullmatch(r"-?\d+(\.\d+)?", cell)]
    assert "'" + HOSTILE in cells
    assert "'-2+3" in cells
    assert HOSTILE in cells_of(tmp_path / "raw" / "parties.csv")


def test_duckdb_and_pandas_read_the_csv_with_its_zeros(tmp_path: Path) -> None:
    export("csv", events(), tmp_path)
    duckdb = pytest.importorskip("duckdb", reason="duckdb is not installed")
    pandas = pytest.importorskip("pandas", reason="pandas is not installed")
    made = tables(events())
    for name in COLUMNS:
        path = tmp_path / f"{name}.csv"
        frame = pandas.read_csv(path, dtype=str, keep_default_na=False)
        assert list(frame.columns) == list(COLUMNS[name])
        assert len(frame) == len(made.rows[name])
        count = duckdb.sql(f"select count(*) from read_csv('{path}', all_varchar=true, header=true, quote='\"', escape='\"')").fetchall()
        assert count == [(len(made.rows[name]),)]
    found = duckdb.sql(
        f"select code from read_csv('{tmp_path}/codes.csv', all_varchar=true) where scheme = 'cameo' order by event"
    ).fetchall()
    assert found == [("040",), ("036",), ("195",), ("040",)]


def test_the_data_package_describes_the_tables(tmp_path: Path) -> None:
    export("csv", events(), tmp_path)
    package = json.loads((tmp_path / "datapackage.json").read_text("utf-8"))
    for resource in package["resources"]:
        header = next(csv.reader(io.StringIO((tmp_path / resource["path"]).read_bytes().decode(), newline="")))
        assert header == [field["name"] for field in resource["schema"]["fields"]]


def test_parquet_has_the_rows_of_the_csv_with_types(tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")
    assert export("parquet", events(), tmp_path).events == 6
    made = tables(events())
    for name in COLUMNS:
        assert parquet.read_table(tmp_path / f"{name}.parquet").num_rows == len(made.rows[name])
    table = parquet.read_table(tmp_path / "codes.parquet").to_pylist()
    assert [row["code"] for row in table if row["scheme"] == "cameo"] == ["040", "036", "195", "040"]


def test_every_span_of_a_report_is_in_the_table_of_evidence() -> None:
    rows = [row for row in tables(events()).rows["evidence"] if row[0] == "m1" and row[1] == "r1"]
    assert {row[3] for row in rows} >= {"/triggers/0", "/participants/1", "/when", "/where", "/sources/0/cue", "/type", "/codes/plover"}
    assert all(row[5] - row[4] == len(row[6]) for row in rows if row[4] is not None)


@pytest.mark.skipif(not FORMATS_OF_OTHERS.exists(), reason="the columns of other data sets are not here")
def test_columns_are_those_of_the_data_sets() -> None:
    from memcon.exports import acled, gdelt, icews

    known = json.loads(FORMATS_OF_OTHERS.read_text("utf-8"))
    assert list(polecat.COLUMNS) == known["polecat"]["columns"]
    assert list(icews.COLUMNS) == known["icews_dataverse"]["columns"]
    assert list(gdelt.COLUMNS) == known["gdelt2_events"]["columns"]
    assert list(gdelt.MENTIONS) == known["gdelt2_mentions"]["columns"]
    assert list(acled.COLUMNS) == known["acled_2023plus"]["columns"]


def test_polecat() -> None:
    rows = tsv("polecat")
    assert list(rows[0]) == list(polecat.COLUMNS)
    met = [row for row in rows if row["Event ID"] == "m1"]
    assert [(row["Actor Name"], row["Recipient Name"]) for row in met] == [
        ("Naftali Bennett", "Vladimir Putin"),
        ("Vladimir Putin", "Naftali Bennett"),
    ]
    assert (met[0]["Event Type"], met[0]["Event Date"], met[0]["Quad Code"]) == ("CONSULT", "2022-03-05", "VERBAL COOPERATION")
    assert (met[0]["Actor COW"], met[0]["GeoNames ID"], met[0]["Intensity"]) == ("666", "524901", "2.5")
    visit = next(row for row in rows if row["Event ID"] == "m2")
    assert (visit["Event Type"], visit["Event Date"]) == ("AGREE", "")
    assert {row["Event ID"] for row in rows} == {"m1", "m2", "m3"}


def test_icews_keeps_the_zero_and_writes_mutual_acts_both_ways() -> None:
    rows = tsv("icews")
    met = [row for row in rows if row["Event ID"].startswith("m1")]
    assert [(row["CAMEO Code"], row["Source Name"]) for row in met] == [("040", "Naftali Bennett"), ("040", "Vladimir Putin")]
    assert met[0]["Source Country"] == "Israel"
    assert met[0]["Target Country"] == "Russian Federation"
    assert (met[0]["Event Text"], met[0]["Source Sectors"], met[0]["City"]) == ("Consult", "Government", "Moscow")
    strike = next(row for row in rows if row["Event ID"] == "m3")
    assert strike["Source Name"] == "'" + HOSTILE
    assert strike["City"] == "Abu Dhabi port side"


def test_gdelt() -> None:
    from memcon.exports import gdelt

    rows = tsv("gdelt2", gdelt.COLUMNS)
    met = rows[0]
    assert (met["EventCode"], met["EventBaseCode"], met["EventRootCode"], met["QuadClass"]) == ("040", "040", "04", "1")
    assert (met["SQLDATE"], met["FractionDate"], met["Actor1Code"], met["ActionGeo_CountryCode"]) == (
        "20220305",
        "2022.2603",
        "ISRGOV",
        "RS",
    )
    assert (met["NumArticles"], met["NumSources"], met["DATEADDED"]) == ("3", "3", "20220306000000")
    assert len({row["GLOBALEVENTID"] for row in rows}) == len(rows)
    mentions = tsv("gdelt2-mentions", gdelt.MENTIONS)
    assert [row["MentionDocLen"] for row in mentions if row["GLOBALEVENTID"] == met["GLOBALEVENTID"]] == ["", "", ""]
    assert mentions[0]["ActionCharOffset"] == "13"
    assert mentions[0]["MentionSourceName"] == "example.org"


def test_acled() -> None:
    rows = list(csv.DictReader(io.StringIO(written("acled").decode(), newline="")))
    assert [(row["event_type"], row["sub_event_type"]) for row in rows] == [("Explosions/Remote violence", "Air/drone strike")]
    assert (rows[0]["iso"], rows[0]["time_precision"], rows[0]["interaction"]) == ("784", "1", "Rebel group-State forces")
    assert rows[0]["actor2"] == SCRIPT


def test_what_a_format_cannot_say_is_named() -> None:
    form = FORMATS["icews"].to_file
    assert form is not None
    assert form(events(), io.BytesIO()).left_out == ("m4", "m5", "m6", "m7")


def test_an_empty_cell_is_not_quoted_so_that_numbers_stay_numbers() -> None:
    out = io.BytesIO()
    write_csv(out, ["event", "p"], [["m1", 0.5], ["m2", None], ["", 1]])
    assert out.getvalue() == b'"event","p"\r\n"m1",0.5\r\n"m2",\r\n,1\r\n'
    assert list(read_csv(out.getvalue())) == [{"event": "m1", "p": "0.5"}, {"event": "m2", "p": ""}, {"event": "", "p": "1"}]
    alone = io.BytesIO()
    write_csv(alone, ["event"], [[None], ["m1"]])
    assert list(read_csv(alone.getvalue())) == [{"event": ""}, {"event": "m1"}]
