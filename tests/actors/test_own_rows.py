"""The user's own tables: where they lie, how they are read and written."""

from pathlib import Path

import pytest

from memcon._home import own_folder
from memcon.actors import keeping
from memcon.actors.own import own_file, own_rows
from memcon.actors.refusals import ActorsFileError
from memcon.actors.row_form import COLUMNS
from memcon.actors.tables import rows

AGENT = {"phrase": "truce monitor", "kind": "person", "sector": "INT", "weak": "", "source": "own"}


def write(table: str, text: str | bytes) -> Path:
    path = own_file(table)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return path


@pytest.mark.parametrize("table", COLUMNS)
def test_columns_are_those_of_our_tables(table):
    assert tuple(next(rows(table))) == COLUMNS[table]


def test_the_folder_is_named_or_where_the_system_keeps_data(monkeypatch, tmp_path):
    monkeypatch.setenv("MEMCON_HOME", str(tmp_path))
    assert own_folder() == tmp_path
    monkeypatch.delenv("MEMCON_HOME")
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    assert own_folder() == tmp_path / "data" / "memcon"
    monkeypatch.setenv("XDG_DATA_HOME", "relative")
    assert own_folder() == Path.home() / ".local" / "share" / "memcon"


def test_nothing_owned_is_no_rows(home):
    assert [row for table in COLUMNS for row in own_rows(table)] == []
    assert not home.exists()


def test_rows_are_read_with_all_columns_and_defaults(home):
    write("persons", "\ufeff# mine\nname\tcountry\tclass\tstart\r\nAnn Lee\tIRL\tpresident\t2020-03\r\n")
    (row,) = own_rows("persons")
    assert tuple(row) == COLUMNS["persons"]
    assert (row["name"], row["rank"], row["seen"]) == ("Ann Lee", "1", "2020-03")


def test_what_is_kept_is_read_back(home):
    with keeping.alone():
        keeping.keep({"agents": [AGENT]})
    assert list(own_rows("agents")) == [AGENT]
    assert not list(own_file("agents").parent.glob("*.part"))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("phrase\tkind\nx y\n", ":2: kind is empty"),
        ("phrase\tkind\nenvoy\tperson\textra\n", ":2: 3 cells for 2 columns"),
        ("phrase\tcolour\nenvoy\tred\n", ":1: unknown columns: colour"),
        ("kind\nperson\n", ":1: no column phrase"),
        ("phrase\tkind\tsector\nenvoy\tperson\tKING\n", ":2: sector is 'KING'"),
        (b"phrase\tkind\n\xff\tperson\n", "is not UTF-8"),
    ],
)
def test_a_table_edited_badly_is_told_with_its_line(home, text, told):
    path = write("agents", text)
    with pytest.raises(ActorsFileError, match="mend") as refused:
        list(own_rows("agents"))
    assert str(path) in refused.value.message
    assert told in refused.value.message


def test_a_fault_while_writing_leaves_every_table_as_it_was(home, monkeypatch):
    with keeping.alone():
        keeping.keep({"agents": [AGENT]})
    before = own_file("agents").read_bytes()
    replace = Path.replace

    def failing(self: Path, target: Path) -> Path:
        if "organisations" in target.name:
            raise OSError(28, "No space left on device")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", failing)
    other = {**AGENT, "phrase": "peace monitor"}
    medair = {"name": "Medair", "aliases": "", "kind": "organisation", "country": "", "sector": "NGO", "source": "own"}
    with keeping.alone(), pytest.raises(ActorsFileError, match="No space left"):
        keeping.keep({"agents": [AGENT, other], "organisations": [medair]})
    assert own_file("agents").read_bytes() == before
    assert not own_file("organisations").exists()
    assert not list(own_file("agents").parent.glob("*.part"))
