"""`memcon ingest --model`: the rules alone, a pipeline that is not there, weights that are damaged."""

import shutil

import pytest

import memcon
from memcon.cli import main
from memcon.coder import coder, sound
from memcon.coder.session import FOLDER, TRUNK


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


@pytest.fixture
def damaged(tmp_path, monkeypatch):
    """The encoder's weights with a few bytes fewer."""
    folder = tmp_path / "weights"
    shutil.copytree(FOLDER, folder)
    (folder / TRUNK).write_bytes((folder / TRUNK).read_bytes()[:-9])
    monkeypatch.setattr("memcon.coder.sound", lambda: sound(folder))
    monkeypatch.setattr("memcon.reading.pipeline.coder", lambda: coder(folder))


def test_damaged_weights_are_told_before_anything_is_read(tmp_path, capsys, damaged):
    assert _ingest(tmp_path) == 2
    assert "trunk.onnx is damaged" in capsys.readouterr().err
    assert not (tmp_path / "a.db").exists()


def test_one_report_with_damaged_weights(tmp_path, capsys, damaged):
    report = tmp_path / "talks.txt"
    report.write_text("The ministers of Peru and Chile met in Lima on Monday.", "utf-8")
    with pytest.raises(SystemExit) as ended:
        main(["read", str(report)])
    assert ended.value.code == 2
    told = capsys.readouterr().err
    assert "the encoder cannot be used" in told
    assert "--model rules" in told
