"""Reports are added to a store from Python, and the documentation shows how."""

import re
from pathlib import Path

import pytest

import memcon
from memcon.analysis import OpenStore
from memcon.intake import IntakeError
from memcon.model import Event, MadeBy, Record, Report, Span

DOCS = (Path(__file__).parents[2] / "docs" / "analysis.md").read_text("utf-8")
TEXT = "Olaf Scholz met Emmanuel Macron in Paris on Friday."


def test_the_example_of_the_documentation(capsys: pytest.CaptureFixture[str]) -> None:
    (block,) = (one for one in re.findall(r"```python\n([\s\S]*?)```", DOCS) if "store.add" in one)
    exec(compile(block, "analysis.md", "exec"), {})
    assert capsys.readouterr().out.splitlines() == [line[2:] for line in block.splitlines() if line.startswith("# ")]


def test_texts_files_reports_and_records_are_added_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT + " It rained.", "utf-8")
    record = memcon.read(TEXT, published="2022-03-05", outlet="Wire")
    with OpenStore.open(None) as store:
        ids = store.add(record, Report("x", TEXT, published="2022-03-05", outlet="Gazette"), tmp_path / "a.txt", model="rules")
        assert [store.report(one).outlet for one in ids] == ["Wire", "Gazette", None]
        assert store.add(TEXT, published="2022-03-05", outlet="Wire") == ids[:1]
        assert store.counts()["reports"] == 3


def test_what_is_no_report_or_does_not_verify_is_refused_and_the_rest_kept() -> None:
    false = Record(Report("r", TEXT), (Event("e1", "CONSULT", "", "happened", (Span(0, 3, "met"),)),), made_by=MadeBy("0"))
    with OpenStore.open(None) as store:
        for wrong in (false, " "):
            with pytest.raises(IntakeError):
                store.add(Report("x", "Nothing happened in Bergen and nobody came."), wrong)
        assert store.counts()["reports"] == 1


def test_a_record_and_its_events_as_plain_values() -> None:
    record = memcon.read(TEXT, published="2022-03-05")
    told = record.to_dict()
    assert Record.from_dict(told) == Record.from_json(record.to_json())
    assert told["events"] == [one.to_dict() for one in record.events]
