"""Where `memcon export` writes to, and what is told where it cannot; `memcon import` of packed files."""

import json

import pytest

from memcon.cli import main
from memcon.merging import Merged, Telling, Witness
from memcon.model import Event
from memcon.store import Store
from memcon.store.taking import take


@pytest.fixture
def memcon(tmp_path, monkeypatch, capsys):
    """Runs a command on a store of one event, in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    with Store.open(tmp_path / "a.db") as store:
        take(store, [Merged("m1", (Telling(Witness("r1"), Event("e1", "CONSULT", "call", "happened", ())),))])

    def run(*arguments):
        with pytest.raises(SystemExit) as ended:
            main([*arguments, "--db", "a.db"])
        captured = capsys.readouterr()
        return ended.value.code or 0, captured.out, captured.err

    return run


def test_a_minus_is_standard_output(memcon, tmp_path) -> None:
    code, out, err = memcon("export", "jsonl", "-o", "-")
    assert (code, json.loads(out)["id"]) == (0, "m1")
    assert err == "memcon: 1 event\n"
    assert not (tmp_path / "-").exists()


@pytest.mark.parametrize("target", ["-", "a.db"])
def test_a_folder_of_files_goes_to_a_folder(memcon, target) -> None:
    code, out, err = memcon("export", "csv", "-o", target)
    assert (code, out) == (2, "")
    assert "folder of files" in err


def test_a_folder_is_said_to_be_one_with_its_files(memcon, tmp_path) -> None:
    code, out, _ = memcon("export", "csv", "-o", "turkey.csv")
    assert code == 0
    assert out.startswith("1 event in the folder turkey.csv (codes.csv, datapackage.json, events.csv, ")


def test_a_packed_table_is_to_be_unpacked(memcon, tmp_path) -> None:
    (tmp_path / "20220305.export.CSV.zip").write_bytes(b"PK\x03\x04\xa6\xa6")
    code, _, err = memcon("import", "20220305.export.CSV.zip", "--format", "gdelt2")
    assert code == 2
    assert "unpack it" in err
