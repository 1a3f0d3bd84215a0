import io
import os
from datetime import date, datetime
from pathlib import Path
from typing import Any, cast

import pytest

from memcon.intake import IntakeError, read_report

TEXT = "The foreign ministers of Freedonia and Sylvania met in Zenda on Tuesday, and they agreed to meet again.\n"


def refused(source, **options):
    with pytest.raises(IntakeError) as caught:
        read_report(source, **options)
    assert caught.value.message
    assert caught.value.advice
    assert "\n" not in str(caught.value)
    return caught.value.message


@pytest.fixture
def file(tmp_path):
    def write(name, content):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        "\n\n  A title\n\n" + TEXT + "\n\n",
        TEXT + "“Élysée” — Zürich\u00a0😀 a\u0301 \ufeff inside",
        TEXT + "\x1b[31mred\x07 \u202eright to left\u202c \u200f שלום مرحبا \u2028 line",
        "---\ntitle: no front matter in plain text\n---\n" + TEXT,
        "<html> is what he said. " + TEXT,
    ],
)
def test_a_text_file_is_kept_code_point_for_code_point(file, text):
    assert read_report(file("a.txt", text)).text == text


@pytest.mark.parametrize("ends", ["\r\n", "\r"])
def test_line_ends_become_newlines(file, ends):
    assert read_report(file("a.txt", ("\ufeffTitle\n\n" + TEXT).replace("\n", ends))).text == "Title\n\n" + TEXT


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_encodings(file, encoding):
    text = "“Talks” in Zürich. " + TEXT
    assert read_report(file("a.txt", text.encode(encoding))).text == text


def test_a_legacy_encoding_is_read_with_a_note(file):
    notes = []
    text = "“Talks” — in Zürich. " + TEXT
    assert read_report(file("a.txt", text.encode("cp1252")), note=notes.append).text == text
    assert notes == ["a.txt is not UTF-8; it was read as cp1252"]


def test_one_broken_byte_does_not_spoil_the_rest(file):
    notes = []
    data = "“Talks” in Zürich ".encode() + b"\xff" + TEXT.encode()
    assert read_report(file("a.txt", data), note=notes.append).text == "“Talks” in Zürich \ufffd" + TEXT
    assert notes == ["a.txt is UTF-8 with 1 broken place, shown as �"]


def test_the_published_day_of_a_text_file_is_what_is_given(file):
    path = file("talks.txt", TEXT)
    report = read_report(path)
    assert (report.id, report.published, report.outlet, report.title, report.language) == ("talks", None, None, None, "en")
    report = read_report(str(path), published="2031-05-07", outlet="Courier")
    assert (report.published, report.outlet) == ("2031-05-07", "Courier")


@pytest.mark.parametrize("day", [date(2031, 5, 7), datetime(2031, 5, 7, 10, 30), "2031-05-07", "2031-05-07T10:30:00Z", "7 May 2031"])
def test_days_of_publication(day):
    assert read_report(TEXT, published=day).published == "2031-05-07"


@pytest.mark.parametrize("day", ["2031-02-30", "yesterday", "", "07/05/2031", "2031", "7 Foo 2031", "32 May 2031", "7 Ma 2031"])
def test_a_date_that_is_not_one(day):
    assert "is not a date" in refused(TEXT, published=day)


def test_a_str_is_a_file_if_there_is_one_else_text(file, monkeypatch):
    path = file("two words.txt", TEXT)
    monkeypatch.chdir(path.parent)
    assert read_report("two words.txt").id == "two words"
    report = read_report("The ministers met in Zenda.")
    assert report.text == "The ministers met in Zenda."
    assert report.id == report.sha256[:12]
    assert read_report("Zenda\nThe ministers met.").text == "Zenda\nThe ministers met."
    assert read_report("The ministers met. " * 1000).text == "The ministers met. " * 1000
    assert read_report("See https://example.org for the text of the agreement.").url is None


@pytest.mark.parametrize("name", ["missing.txt", "missing", "no such file.html", "missing/talks.txt"])
def test_a_missing_file(name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert refused(name) == f"there is no file {name}"
    assert refused(Path(name)) == f"there is no file {name}"


def test_a_path_is_never_taken_for_text(tmp_path):
    assert "there is no file" in refused(tmp_path / "the ministers met in Zenda")


def test_standard_input():
    assert read_report("-", stdin=io.BytesIO(TEXT.encode())).text == TEXT
    assert refused("-", stdin=io.BytesIO(b"")) == "standard input is empty"


def test_standard_input_may_be_a_page():
    page = f"<!doctype html><html><head><title>Talks</title></head><body><article><p>{TEXT * 5}</p></article></body></html>"
    report = read_report("-", stdin=io.BytesIO(page.encode()))
    assert report.title == "Talks"
    assert "<" not in report.text


@pytest.mark.parametrize("content", [b"", b" \n\t\n", b"\xef\xbb\xbf", b"\xff\xfe", "\ufeff \n".encode("utf-16-le")])
def test_an_empty_file(file, content):
    assert refused(file("a.txt", content)) == "a.txt is empty"


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"\x00\x01\x02\x03" * 100, "is a binary file"),
        (bytes(range(256)) * 4, "is a binary file"),
        (TEXT.encode() + b"\0", "is a binary file"),
        (b"\x01\x02\x03\x04 abc" * 30, "is a binary file"),
        (b"%PDF-1.7\n1 0 obj", "is a PDF document"),
        (b"PK\x03\x04rest", "is a ZIP archive or an Office document"),
        (b"\x89PNG\r\n\x1a\n", "is a PNG image"),
        (b"\xff\xfe\x00\xd8a", "begins like utf-16-le but is not"),
    ],
)
def test_a_binary_file(file, content, what):
    assert what in refused(file("a.txt", content))


@pytest.mark.parametrize("source", ["", "  ", "\n"])
def test_nothing_to_read(source):
    assert refused(source) == "nothing is given to read"


def test_a_directory(tmp_path):
    assert refused(tmp_path) == f"{tmp_path} is a directory"
    assert refused(str(tmp_path)) == f"{tmp_path} is a directory"


def test_a_file_of_50_megabytes_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "large.txt"
    with path.open("wb") as stream:
        stream.truncate(50_000_000)
    assert refused(path) == "large.txt is larger than 10 MB"


def test_a_stream_without_end_is_refused():
    assert refused("-", stdin=io.BytesIO(b"word " * 2_500_000)) == "standard input is larger than 10 MB"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_that_may_not_be_read(file):
    path = file("a.txt", TEXT)
    path.chmod(0)
    assert "may not be read" in refused(path)


def test_a_name_that_no_file_can_have():
    assert "cannot be read" in refused(Path("a\0b"))


def test_surrogates_in_a_str_become_characters_or_marks():
    assert read_report("The ministers met \ud83d\ude00 in \ud800 Zenda.").text == "The ministers met 😀 in \ufffd Zenda."


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Le ministre des Affaires étrangères a rencontré son homologue à Paris mardi, et ils ont parlé de la guerre.", "French"),
        ("Der Außenminister hat sich am Dienstag mit seinem Amtskollegen in Berlin getroffen und über den Krieg gesprochen.", "German"),
        ("El ministro de Asuntos Exteriores se reunió el martes con su homólogo en Madrid para hablar de la guerra.", "Spanish"),
        ("Министр иностранных дел встретился во вторник со своим коллегой в Москве.", "Russian"),
        ("שר החוץ נפגש ביום שלישי עם עמיתו בירושלים", "Hebrew"),
        ("التقى وزير الخارجية نظيره في القاهرة يوم الثلاثاء", "Arabic"),
        ("外交部长星期二\n在北京会见了他的同行", "Chinese"),
    ],
)
def test_a_text_in_another_language(text, language):
    message = refused(text)
    assert message.startswith("the text is not in English (it looks like ")
    assert language in message


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        ("ZENDA, Oct. 14, 2023 (Agency) - ", "2023-10-14"),
        ("Talks end in Zenda\n\nBy Our Envoy\n\nPORT ZENDA, Freedonia, Saturday, 14 October 2023 -- ", "2023-10-14"),
        ("ZENDA, March 4 (Agency) - ", None),
        ("On Oct. 14, 2023 - a Saturday - it rained. ", None),
        ("TIMELINE, February 30, 2023: ", None),
        ("\n" * 8 + "ZENDA, Oct. 14, 2023 (Agency) - ", None),
    ],
)
def test_a_dateline_with_its_year_gives_the_day(file, opening, day):
    assert read_report(file("a.txt", opening + TEXT)).published == day
    assert read_report(file("a.txt", opening + TEXT), published="2022-03-05").published == "2022-03-05"


@pytest.mark.parametrize(
    ("name", "told"), [("t.csv", "is a table"), ("t.jsonl", "is a table"), ("t.JSON", "is JSON"), ("t.parquet", "is a table")]
)
def test_a_file_of_many_reports_is_not_read_as_one(tmp_path: Path, name: str, told: str) -> None:
    path = tmp_path / name
    path.write_text('id,text\n3,"Olaf Scholz met Emmanuel Macron in Paris on Friday."\n', "utf-8")
    assert told in refused(path)
    assert "there is no file" in refused(tmp_path / f"no{name}")


@pytest.mark.parametrize(("given", "day"), [(float("nan"), None), (datetime(2022, 3, 5, 10), "2022-03-05")])
def test_days_as_tables_of_python_hold_them(given: Any, day: str | None) -> None:
    assert read_report("Bennett met Putin in Moscow.", published=given, outlet=cast("str", float("nan"))).published == day


@pytest.mark.parametrize("given", [3.5, 20220305, ["2022-03-05"]])
def test_what_is_no_day_or_outlet_is_told(given: Any) -> None:
    for name, what in (("published", "is not a date"), ("outlet", "is no name of an outlet")):
        with pytest.raises(IntakeError, match=what):
            read_report("Bennett met Putin in Moscow.", **{name: given})
