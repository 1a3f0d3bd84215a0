"""Tables and lines that are broken or hostile: the place is named, the rest goes on."""

import io
import json
import os
import sys
from pathlib import Path

import pytest

from memcon.intake import IntakeError, inputs
from memcon.intake.inputs import Item, items, read_item

TALKS = "Talks were held in Lima on Monday and nobody knew what the envoys had said to one another."


def _told(path: Path, **columns: str) -> list[tuple[str, str]]:
    """Of each item the line and either its text or what is wrong."""
    return [(one.name.rpartition(":")[2], one.wrong or str(one.row.get("text"))) for one in items([str(path)], columns)]


@pytest.fixture
def table(tmp_path: Path):
    def made(text: str, encoding: str = "utf-8") -> Path:
        path = tmp_path / "t.csv"
        path.write_bytes(text.encode(encoding))
        return path

    return made


def test_a_row_with_a_broken_quote_is_told_and_the_rest_is_read(table) -> None:
    path = table('text,day\n"first",2022\n"a "bad" quote",2022\n"third",2022\n"a cell\nof two lines",2022\n')
    assert _told(path) == [
        ("2", "first"),
        ("3", "broken row: a quote within quotes is not doubled"),
        ("4", "third"),
        ("6", "a cell\nof two lines"),
    ]


def test_a_quote_that_is_never_closed_costs_its_own_row(table) -> None:
    path = table('text,day\nfirst,2022\n"never closed,2022\nthird,2022\nfourth,2022\n')
    assert _told(path) == [("2", "first"), ("3", "broken row: a quote is opened and not closed"), ("4", "third"), ("5", "fourth")]
    path = table('text,day\n"never closed,2022\n"second",2022\n"third",2022\n')
    assert _told(path) == [("2", "broken row: a quote within quotes is not doubled"), ("3", "second"), ("4", "third")]


def test_lines_of_a_broken_cell_do_not_become_reports(table) -> None:
    path = table('text,day\n"a cell\nof three "bad"\nlines",2022\n"second",2022\n')
    told = _told(path)
    assert told[-1] == ("5", "second")
    assert all("broken row" in wrong for _line, wrong in told[:-1])


def test_cells_without_a_column_are_told(table) -> None:
    path = table("text,day\nTalks, they said, were held,2022\nsecond,2022,\nthird\n")
    assert _told(path) == [
        ("2", "it has 4 cells, the first line names 2: a cell that holds the delimiter belongs in quotes"),
        ("3", "second"),
        ("4", "third"),
    ]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_tables_of_spreadsheets_in_other_encodings(table, encoding: str) -> None:
    assert _told(table("text,day\n“Talks” at Orléans,2022\n", encoding)) == [("2", "“Talks” at Orléans")]


def test_a_table_of_broken_rows_alone_has_an_end(table, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("memcon.intake.csv_rows.MOST_BROKEN", 3)
    told = _told(table("text,day\n" + '"a" b,2022\n' * 9))
    assert len(told) == 4
    assert told[-1] == ("4", "3 rows are broken: the rest of the table is left")


def test_a_line_too_long_is_skipped_without_being_held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inputs, "LONGEST_CELL", 60)
    monkeypatch.setattr("memcon.intake.csv_rows.LONGEST_CELL", 60)
    lines = [json.dumps({"text": "x" * 3000}), json.dumps({"text": "second"})]
    (tmp_path / "l.jsonl").write_text("\n".join(lines), "utf-8")
    assert _told(tmp_path / "l.jsonl") == [("1", "the line is longer than 0 MB"), ("2", "second")]
    found = list(items(["-"], stdin=io.BytesIO("\n".join(lines).encode())))
    assert [bool(one.wrong) for one in found] == [True, False]
    (tmp_path / "l.csv").write_text(f"text,day\n{'x' * 3000},2022\nsecond,2022\n", "utf-8")
    assert _told(tmp_path / "l.csv") == [("2", "broken row: the line is longer than 0 MB"), ("3", "second")]


def test_one_bad_line_of_json_is_told_by_its_place(tmp_path: Path) -> None:
    path = tmp_path / "l.jsonl"
    path.write_bytes(b'{"text": \n' + b"[" * 100_000 + b"\n\xff\n[]\n" + b'{"text": "good"}\n')
    assert _told(path) == [
        ("1", "no JSON: Expecting value at character 11"),
        ("2", "no JSON that memcon can read: it is nested too deeply"),
        ("3", "no JSON: it is not UTF-8"),
        ("4", "a JSON object is wanted"),
        ("5", "good"),
    ]


@pytest.mark.parametrize(
    ("text", "what"),
    [(7, "a number"), (["a"], "a list"), ({"a": 1}, "an object"), (b"a", "bytes"), (True, "true or false"), ("", "no text")],
)
def test_a_text_that_is_none(text: object, what: str) -> None:
    with pytest.raises(IntakeError, match=what):
        read_item(Item("t.parquet:1", row={"text": text}))


def test_parquet_of_wrong_types_and_a_cell_that_unpacks_to_too_much(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pa = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    path = tmp_path / "p.parquet"
    parquet.write_table(pa.table({"text": [1, 2]}), path)
    for one in items([str(path)]):
        with pytest.raises(IntakeError, match="a number"):
            read_item(one)
    whole = path.read_bytes()
    path.write_bytes(whole[:-30])
    assert _told(path)[0][1].startswith("no Parquet that can be read")
    parquet.write_table(pa.table({"text": ["x" * 100_000]}), path, compression="zstd", use_dictionary=False)
    monkeypatch.setattr(inputs, "LONGEST_CELL", 50_000)
    assert _told(path) == [(str(path), "its texts unpack to 0 MB in 1 rows, more than reports hold")]


def test_halves_of_characters_do_not_end_the_reading(tmp_path: Path) -> None:
    (tmp_path / "l.jsonl").write_text(json.dumps({"text": f"{TALKS} \ud800", "outlet": "\udfff", "id": "\ud800"}), "utf-8")
    (one,) = items([str(tmp_path / "l.jsonl")])
    report = read_item(one)
    assert (report.text, report.outlet, report.id) == (f"{TALKS} �", "�", "�")


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has file names that are no text")
def test_a_file_name_that_is_no_text(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/b\xff.txt"
    with open(path, "w", encoding="utf-8") as file:
        file.write(TALKS)
    (one,) = items([str(tmp_path)])
    assert one.name == f"{tmp_path}/b�.txt"
    assert read_item(one).id == "b�"


def test_records_in_files_that_are_none(tmp_path: Path) -> None:
    path = tmp_path / "r.json"
    for data, why in ((b"\xff\xfe", "not UTF-8"), (b"[1,", "no record"), (b"[]", "no record"), (b"[" * 100_000, "no record")):
        path.write_bytes(data)
        with pytest.raises(IntakeError, match=why):
            read_item(Item("r.json", path=str(path)))
    path.unlink()
    with pytest.raises(IntakeError, match="cannot be read"):
        read_item(Item("r.json", path=str(path)))


def test_archives_are_not_unpacked(tmp_path: Path) -> None:
    import gzip
    import zipfile

    (tmp_path / "bomb.txt").write_bytes(gzip.compress(b"\0" * 10_000_000))
    with zipfile.ZipFile(tmp_path / "climbs.txt", "w") as archive:
        archive.writestr("../../climbed.txt", TALKS)
    for one in items([str(tmp_path)]):
        with pytest.raises(IntakeError, match="archive"):
            read_item(one)
    assert not (tmp_path.parent / "climbed.txt").exists()


def test_a_named_column_is_for_the_tables_that_have_it(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"body": "own"}\n{"text": "usual"}\n', "utf-8")
    assert _told(tmp_path / "a.jsonl", text="body") == [("1", "own"), ("2", "usual")]


@pytest.mark.parametrize(
    "day",
    [
        "2022-03-05", "2022-03-05T10:00:00Z", "2022-03-05 10:00:00+00:00", "2022-03-05Z", "5 March 2022", "March 5, 2022", "Mar 5, 2022",
        "Saturday, March 5, 2022", "Sat, 05 Mar 2022 10:00:00 GMT", "5 Mar 2022 10:00", "March 5, 2022, 10:00 a.m.", " 5 March 2022 ",
    ],
)  # fmt: skip
def test_days_of_a_table_as_people_and_feeds_write_them(table, day: str) -> None:
    (item,) = items([str(table(f'text,published\n{TALKS},"{day}"\n'))])
    assert read_item(item).published == "2022-03-05"


@pytest.mark.parametrize("day", ["5 Marchember 2022", "05/03/2022", "2022-02-30", "the fifth of March in 2022"])
def test_a_day_that_is_none_is_told_whole(table, day: str) -> None:
    (item,) = items([str(table(f'text,published\n{TALKS},"{day}"\n'))])
    with pytest.raises(IntakeError, match=f"{day!r} is not a date"):
        read_item(item)


def test_cells_that_are_not_there_are_none(tmp_path: Path) -> None:
    path = tmp_path / "t.jsonl"
    path.write_text('{"text": "The envoys met in Lima.", "date": NaN, "source": NaN, "title": null}\n', "utf-8")
    assert [set(one.row) for one in items([str(path)])] == [{"text"}]


def test_files_of_a_folder_that_are_no_reports_are_told(tmp_path: Path) -> None:
    for name in ("a.txt", "b.docx", "sub/c.PNG", "sub/d.md", ".DS_Store", ".git/e.pack"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(TALKS)
    aside: list[Path] = []
    read = [Path(str(one.path)).name for one in items([str(tmp_path)], aside=aside.append)]
    assert (read, [one.name for one in aside]) == (["a.txt", "d.md"], ["b.docx", "c.PNG"])
