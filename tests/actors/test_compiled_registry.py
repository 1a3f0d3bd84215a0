"""What the build compiles of the table of persons: the same bytes from the same tables, and never another table's."""

from pathlib import Path

import pytest

from memcon.actors import compiled
from memcon.actors.people import People

ROW = ["Jan Novak", "Honza", "", "CZE", "minister", "minister", "GOV", "3", "2020", "2021", "", "own list"]


def test_the_same_tables_give_the_same_bytes(tmp_path: Path) -> None:
    one, other = tmp_path / "one.gz", tmp_path / "other.gz"
    assert compiled.write(one)
    assert compiled.write(other)
    assert one.read_bytes() == other.read_bytes()
    assert not compiled.write(one), "written again though nothing changed"


def test_what_is_stored_is_what_the_tables_say(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "registry.gz"
    compiled.write(path)
    monkeypatch.setattr(compiled, "COMPILED", path)
    assert compiled.load() == compiled.index(compiled.persons())


@pytest.mark.parametrize("content", [b"", b"no gzip", b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03cut"])
def test_a_broken_file_is_let_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes) -> None:
    path = tmp_path / "registry.gz"
    path.write_bytes(content)
    monkeypatch.setattr(compiled, "COMPILED", path)
    monkeypatch.setattr(compiled, "persons", lambda: [ROW])
    assert [person.name for person in People(compiled.load())] == ["Jan Novak"]


def test_a_file_of_other_tables_is_let_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "registry.gz"
    compiled.write(path)
    monkeypatch.setattr(compiled, "COMPILED", path)
    monkeypatch.setattr(compiled, "_hash", lambda: "of other tables")
    monkeypatch.setattr(compiled, "persons", lambda: [ROW])
    assert compiled.load()["rows"] == [[ROW]]


def test_rows_of_one_person_are_together() -> None:
    later = [*ROW[:4], "president", "president", "GOV", "1", "2022", "", "2026", "own list"]
    namesake = [*ROW[:3], "SVK", *ROW[4:]]
    people = list(People(compiled.index([ROW, later, namesake])))
    assert [(one.country, len(one.terms)) for one in people] == [("CZE", 2), ("SVK", 1)]
