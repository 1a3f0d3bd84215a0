"""`memcon aggregate`, `sample`, `evaluate`, `detach` and `attach`, as they are typed."""

import csv
import io
import json
from pathlib import Path

import pytest
from tests.store.small_store import fill

from memcon.cli import main
from memcon.store import Store
from memcon.store.tellings import each_its_own

ROOT = Path(__file__).parents[2]
ZENDA = ROOT / "tests" / "model" / "data" / "zenda.json"


@pytest.fixture
def db(tmp_path: Path) -> Path:
    with Store.open(tmp_path / "memcon.db", place=each_its_own) as store:
        fill(store)
    return tmp_path / "memcon.db"


@pytest.fixture
def memcon(capsys):
    def run(*words: object):
        with pytest.raises(SystemExit) as ended:
            main([str(word) for word in words])
        captured = capsys.readouterr()
        assert "Traceback" not in captured.err
        return ended.value.code or 0, captured.out, captured.err

    return run


def _rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_aggregate_counts_and_fills_with_zeros(memcon, db) -> None:
    code, out, err = memcon("aggregate", "--by", "actor,day", "--from", "2022-03-06", "--to", "2022-03-08", "--db", db)
    assert (code, err) == (0, "")
    rows = [(row["actor"], row["day"], row["events"], row["reports"]) for row in _rows(out) if row["actor"] == "DEU"]
    assert rows == [
        ("DEU", "2022-03-06", "0", "0"),
        ("DEU", "2022-03-07", "1", "0"),
        ("DEU", "2022-03-08", "1", "3"),
        ("DEU", "undated", "2", "0"),
    ]
    assert _rows(out)[0]["actor_cow"] == "255"


def test_a_panel_that_is_nearly_empty_says_how_to_narrow_it(memcon, db, monkeypatch) -> None:
    monkeypatch.setattr("memcon.cli.research._MANY_ROWS", 3)
    monkeypatch.setattr("memcon.cli.research._MOSTLY", 0.1)
    assert "--from narrows that" in memcon("aggregate", "--by", "actor,day", "--to", "2022-12", "--db", db)[2]
    assert memcon("aggregate", "--by", "actor,day", "--from", "2022-03-06", "--to", "2022-12", "--db", db)[2] == ""


def test_aggregate_as_json_into_a_file(memcon, db, tmp_path) -> None:
    code, out, _ = memcon("aggregate", "type:consult", "--by", "type", "-o", tmp_path / "panel.json", "--db", db)
    assert (code, out) == (0, "3 events in 1 row.\n")
    (row,) = json.loads((tmp_path / "panel.json").read_text("utf-8"))
    assert (row["type"], row["events"], row["reports"]) == ("CONSULT", 3, 3)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["aggregate", "--by", "weather"], "no counting by 'weather'"),
        (["aggregate", "--from", "soon"], "a day is wanted"),
        (["aggregate", "colour:red"], "there is no field"),
        (["sample", "--by", "weather"], "no strata by 'weather'"),
    ],
)
def test_what_is_not_understood(memcon, db, words, message) -> None:
    code, out, err = memcon(*words, "--db", db)
    assert (code, out) == (2, "")
    assert message in err


def test_sample_draws_and_leaves_room_for_the_checker(memcon, db, tmp_path) -> None:
    code, out, err = memcon("sample", "-n", 1, "--by", "type", "--json", "--db", db)
    rows = [json.loads(line) for line in out.splitlines()]
    assert (code, [row["stratum"] for row in rows], [row["weight"] for row in rows]) == (0, ["ASSAULT", "CONSULT"], [1.0, 3.0])
    assert rows[0]["quotes"].endswith(": shelled")
    assert "2 events were drawn, not 1" in err
    code, out, _ = memcon("sample", "-o", tmp_path / "checks.csv", "--db", db)
    assert (code, out) == (0, "4 events of 2 strata.\n")
    assert {row["real"] for row in _rows((tmp_path / "checks.csv").read_text("utf-8"))} == {""}


def test_evaluate(memcon, tmp_path) -> None:
    examples = ROOT / "examples"
    code, out, err = memcon("evaluate", examples, examples, "--each")
    assert (code, err) == (0, "")
    assert out.startswith("4 reports: 92 events first coder, 92 second coder, 9")
    assert "F1 is the agreement of the two coders." in out
    assert "gaza-truce: found" in out
    code, out, err = memcon("evaluate", examples, tmp_path, "--json")
    assert json.loads(out)["found"]["recall"] == 0
    assert "counted as nothing found" in err
    assert memcon("evaluate", tmp_path, examples)[0] == memcon("evaluate", tmp_path / "none", examples)[0] == 2


def test_a_record_is_shared_without_its_text(memcon, tmp_path) -> None:
    text = json.loads(ZENDA.read_text("utf-8"))["report"]["text"]
    right, wrong = tmp_path / "right.txt", tmp_path / "wrong.txt"
    right.write_text(text, "utf-8")
    wrong.write_text("Another text.", "utf-8")
    assert memcon("detach", ZENDA, "-o", tmp_path / "bare.json") == (0, "", "")
    assert text[:40] not in (tmp_path / "bare.json").read_text("utf-8")
    code, _, err = memcon("attach", tmp_path / "bare.json", wrong, "-o", tmp_path / "whole.json")
    assert code == 1
    assert f"{wrong}: not the text of" in err
    assert not (tmp_path / "whole.json").exists()
    code, out, err = memcon("attach", tmp_path / "bare.json", wrong, right, "-o", tmp_path / "whole.json")
    assert (code, err) == (0, f"memcon: not its text: {wrong}\n")
    assert str(right) in out
    assert (tmp_path / "whole.json").read_bytes() == ZENDA.read_bytes()


def test_what_is_no_record(memcon, tmp_path) -> None:
    (tmp_path / "a.json").write_text("[]", "utf-8")
    out = tmp_path / "out.json"
    assert memcon("detach", tmp_path / "a.json", "-o", out)[0] == 2
    assert memcon("detach", tmp_path / "none.json", "-o", out)[0] == 2
    assert memcon("attach", tmp_path / "a.json", tmp_path / "a.json", "-o", out)[0] == 2
    assert memcon("attach", ZENDA, tmp_path / "none.txt", "-o", out)[0] == 2
