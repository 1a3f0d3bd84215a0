"""`memcon ingest --model`: the rules alone, and a pipeline that is not there."""

import pytest

import memcon
from memcon.cli import main


def _ingest(tmp_path, *options):
    (tmp_path / "talks.txt").write_text("The ministers of Peru and Chile met in Lima on Monday.", "utf-8")
    with pytest.raises(SystemExit) as ended:
        main(["ingest", str(tmp_path / "talks.txt"), "--db", str(tmp_path / "a.db"), "--jobs", "1", *options])
    return ended.value.code or 0


def test_rules_alone(tmp_path, capsys):
    assert _ingest(tmp_path, "--model", "rules") == 0
    with memcon.open(tmp_path / "a.db") as store:
        assert [event.lead.event.type for event in store.events()] == ["CONSULT"]


def test_a_pipeline_that_is_not_there(tmp_path, capsys):
    assert _ingest(tmp_path, "--model", "no_such_pipeline") == 2
    assert "no spaCy pipeline no_such_pipeline" in capsys.readouterr().err
    assert not (tmp_path / "a.db").exists()
