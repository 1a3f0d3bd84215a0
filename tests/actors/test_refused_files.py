"""Files of actors that are refused, with file and line, and nothing changed: broken, hostile, endless or packed to burst."""

import gzip
import io
import time
import zipfile
from datetime import date
from pathlib import Path

import pytest

from memcon._home import own_folder
from memcon.actors.importing import import_file
from memcon.actors.own import LARGEST
from memcon.actors.refusals import ActorsFileError

TODAY = date(2024, 6, 1)
PERSONS = "name,wikidata,country,class,sector,rank,start,end\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "file.csv is empty"),
        ("\n\n \n", "file.csv is empty"),
        ("name,colour\nA B,red\n", "file.csv:1: unknown columns: colour"),
        ("name,name,start\nA,B,2020\n", "file.csv:1: the column name stands twice"),
        ("country,start\nFRA,2020\n", "file.csv:1: no column name"),
        (PERSONS, "file.csv: no row to take"),
        (f"{PERSONS}A B,,FRA,,,,2020,,extra\n", "file.csv:2: 9 cells for 8 columns"),
        (f"{PERSONS}A B,,FRA\n", "file.csv:2: 3 cells for 8 columns"),
        (f"{PERSONS},,FRA,,,,2020,\n", "file.csv:2: name is empty"),
        (f"{PERSONS}A B,,FRA,,,,2020,\n\n???,,FRA,,,,2020,\n", "file.csv:4: name is '???'"),
        (f"{PERSONS}{'x' * 201},,FRA,,,,2020,\n", "file.csv:2: name has a name of 201 characters"),
        (f'{PERSONS}A B,,FRA,,,,2020,\n"Ä\nB",,FRA,,,,2020,\n', "file.csv:3: name holds a tab, line end"),
        (f"{PERSONS}A B,Q0,FRA,,,,2020,\n", "file.csv:2: wikidata is 'Q0'"),
        (f"{PERSONS}A\x1bB,,FRA,,,,2020,\n", "file.csv:2: name holds a tab, line end or control character"),
        (f"{PERSONS}#A B,,FRA,,,,2020,\n", "cannot begin with #"),
        (f"{PERSONS}A B,,XYZ,,,,2020,\n", "file.csv:2: country is 'XYZ'"),
        (f"{PERSONS}A B,,FRA,,KING,,2020,\n", "file.csv:2: sector is 'KING'"),
        (f"{PERSONS}A B,,FRA,,,9,2020,\n", "file.csv:2: rank is '9'"),
        (f"{PERSONS}A B,,FRA,,,,1815-06-18,\n", "file.csv:2: start is 1815-06-18; the tables begin with 1900"),
        (f"{PERSONS}A B,,FRA,,,,2020,2090\n", "file.csv:2: end is 2090, which is in the future"),
        (f"{PERSONS}A B,,FRA,,,,2023-02-30,\n", "file.csv:2: start is '2023-02-30'"),
        (f"{PERSONS}A B,,FRA,,,,yesterday,\n", "file.csv:2: start is 'yesterday'"),
        (f"{PERSONS}A B,,FRA,,,,2020,2019\n", "file.csv:2: the term ends (2019) before it starts (2020)"),
        (f"{PERSONS}A B,Q5,FRA,,,,2020,\nC D,Q5,FRA,,,,2021,\n", "file.csv:3: Q5 is 'C D' here and 'A B' in line 2"),
        (f"{PERSONS}A B,,FRA,x,,,2020,\nA B,,FRA,x,,,2020,2021\n", "file.csv:3: the same as line 2, with other values"),
        (f'{PERSONS}"A B,,FRA,,,,2020,\n', "file.csv:2: "),
        (f'{PERSONS}"A" B,,FRA,,,,2020,\n', "file.csv:2: "),
        ("table,name\nkings,A B\n", "file.csv:2: table is 'kings'"),
        ("table,name,phrase\nagents,A B,c\n", "file.csv:2: agents has no column name"),
        ("name,governs\nA B,2020\n", "file.csv:2: governs is '2020'"),
        ("just words, and more words\nof no table\n", "file.csv:1: unknown columns"),
        (f"{PERSONS}{'x' * 70_000}", "file.csv:2: a line of more than 64000 bytes"),
        ('[{"table": "persons", "name": "A B"', "file.csv:1: not JSON"),
        ('[{"table": "persons", "name": "A B"}', "the list does not end"),
        ('[{"table": "persons", "name": 3}]', "file.csv:1: no object of texts"),
        ('[{"colour": "red"}]', "file.csv:1: no variable tells who is meant"),
        ('{"results": {}}', "no list of objects"),
        ('{"results": {"bindings": [\n{"person": }]}}', "file.csv:2: not JSON"),
        ('[{"person": ' + "[" * 100_000, "file.csv:1: not JSON"),
        ('[{"table": "persons", "name": "A\\ud800B"}]', "file.csv:1: name holds"),
        ("SOMEBODY_ [QQQ]\n", "file.csv: no row to take: a code with a part that is not known (1)"),
        ("Notes on this\nand that\nJOHN_DOE [USAGOV 930120-010119]\n", "file.csv:1: not a dictionary: 2 entries have no code"),
        ("--- FOIL   [---]  ---\nFOIL\n- * PLOT  [---]\n", "a dictionary of verbs"),
    ],
)  # fmt: skip
def test_bad_files_are_refused_with_file_and_line(refuse, text, told):
    message = refuse(text)
    assert told in message
    assert "\n" not in message


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"name,start\nA\xffB,2020\n", "file.csv:2: not UTF-8 text"),
        ("name,country\nA B,FRA\n".encode("utf-16"), "file.csv:1: UTF-16 text"),
        (b"\x7fELF\x00\x00\x01", "file.csv:1: not a text file"),
        (b"BZh91AY&SY", "packed in a way that is not taken"),
        (b"\x1f\x8b\x08broken", "cannot be read or unpacked"),
        (gzip.compress(b"name,start\nA B,2020\n" * 999, mtime=0)[:-30], "cannot be read or unpacked"),
        (b"PK\x03\x04broken", "not a sound archive"),
    ],
)
def test_bad_bytes_are_refused(refuse, content, told):
    assert told in refuse(content)


def test_a_file_of_a_gigabyte_is_refused_before_it_is_read(home, tmp_path):
    path = tmp_path / "large.csv"
    with path.open("wb") as stream:
        stream.write(b"name,country\n")
        stream.truncate(1_000_000_000)
    with pytest.raises(ActorsFileError, match="holds more than 64 MB"):
        import_file(path, TODAY)
    assert not home.exists()


def test_an_endless_file_is_refused(home):
    if not Path("/dev/zero").exists():
        pytest.skip("there is no /dev/zero on this system")
    with pytest.raises(ActorsFileError, match="not a text file"):
        import_file(Path("/dev/zero"), TODAY)


@pytest.mark.parametrize("packed", ["gzip", "zip", "zip that lies"])
def test_bombs_are_refused_when_they_pass_the_limit(refuse, packed):
    line = b"A B,FRA" + b" " * 15_000 + b"\n"
    bomb = b"name,country\n" + line * (LARGEST // len(line) + 2)
    if packed == "gzip":
        content = gzip.compress(bomb, 1)
    else:
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("a.csv", bomb)
        content = stream.getvalue()
        if packed == "zip that lies":
            content = content.replace(len(bomb).to_bytes(4, "little"), (50_000_000).to_bytes(4, "little"))
    assert len(content) < 2_000_000
    told = refuse(content, kind="organisations")
    assert "holds more than 64 MB" in told or "cannot be read or unpacked" in told


def test_many_lines_without_content_are_refused(refuse):
    assert "more than 1000000 lines" in refuse("name,start\n" + "\n" * 1_000_001)


HARD = {
    "comments": b"<!--" * 15_000, "blanks": b" " * 60_000, "lines under the name": b"_" * 60_000 + b"(X", "brackets": b"[" * 60_000,
    "braces": b"{" * 60_000, "dashes": b"--- " + b"A " * 30_000, "quotes": b'"a""' * 15_000,
}  # fmt: skip


@pytest.mark.parametrize("hard", HARD)
def test_lines_made_to_be_slow_are_not(refuse, hard):
    started = time.process_time()
    refuse(b"A_B_ [QQQGOV]\n" + (HARD[hard] + b"\n") * 5)
    assert time.process_time() - started < 2


def archive_of(*names: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in names:
            archive.writestr(name, "name,start\nA B,2020\n")
    return stream.getvalue()


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (("a.csv", "b.csv"), "an archive of 2 files"),
        ((), "an archive of 0 files"),
        (("[Content_Types].xml", "xl/workbook.xml"), "an office document"),
        (tuple(f"{number}.csv" for number in range(300)), "an archive of 300 files"),
    ],
)
def test_archives_of_anything_but_one_file_are_refused(refuse, names, told):
    assert told in refuse(archive_of(*names))


def test_files_that_are_none(home, tmp_path):
    for path, told in ((tmp_path / "none.csv", "there is no file"), (tmp_path, "is a directory")):
        with pytest.raises(ActorsFileError, match=told):
            import_file(path, TODAY)
    assert not own_folder().exists()
