"""The hash of the configuration."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from memcon.reading.record.configuration import configuration, table_files, tables_hash


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "verbs.tsv").write_text("meet\tCONSULT\n", encoding="utf-8")
    (tmp_path / "code.py").write_text("", encoding="utf-8")
    return tmp_path


def test_it_changes_with_a_table(folder: Path) -> None:
    before = tables_hash(folder)
    (folder / "data" / "verbs.tsv").write_text("meet\tSTATEMENT\n", encoding="utf-8")
    assert tables_hash(folder) != before


def test_it_changes_with_a_table_s_name(folder: Path) -> None:
    before = tables_hash(folder)
    (folder / "data" / "verbs.tsv").rename(folder / "data" / "nouns.tsv")
    assert tables_hash(folder) != before


def test_code_and_notes_are_no_tables(folder: Path) -> None:
    before = tables_hash(folder)
    (folder / "code.py").write_text("x = 1\n", encoding="utf-8")
    (folder / "data" / "README.md").write_text("notes\n", encoding="utf-8")
    assert tables_hash(folder) == before


def test_the_package_s_tables_are_all_seen() -> None:
    package = Path(str(files("memcon")))
    kept = {
        p for p in package.rglob("*") if "data" in p.relative_to(package).parts and p.is_file() and p.suffix not in {".md", ".py", ".pyc"}
    }
    assert kept <= set(table_files(package))
    assert package / "places" / "gazetteer.tsv.gz" in table_files(package)


def test_it_changes_with_the_model_s_name() -> None:
    assert configuration("a") != configuration("b")
