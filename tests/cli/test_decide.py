"""`memcon review`, `same`, `split`, `undo`, `forget`, `redact` and `decisions`, as they are typed."""

import io
import json
import re
from pathlib import Path

import pytest
from tests.store.small_store import fill, ids

from memcon.cli import main
from memcon.store import Store
from memcon.store.decisions import decide
from memcon.store.doubt import doubts
from memcon.store.tellings import each_its_own


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "memcon.db"


@pytest.fixture
def known(path: Path) -> dict[str, str]:
    with Store.open(path, place=each_its_own) as store:
        return fill(store)


@pytest.fixture
def memcon(path, capsys, monkeypatch):
    def run(*words: str, typed: str = ""):
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        with pytest.raises(SystemExit) as ended:
            main([words[0], *words[1:], "--db", str(path)])
        captured = capsys.readouterr()
        assert "Traceback" not in captured.err
        return ended.value.code or 0, captured.out, captured.err

    return run


def _event(path: Path, number: str):
    with Store.open(path, place=each_its_own) as store:
        return store.event(number)


def test_the_most_doubtful_come_first(path, known) -> None:
    with Store.open(path, place=each_its_own) as store, store.reading() as connection:
        found = doubts(connection)
    assert found[0].event == known["shelled"]
    assert found[0].reasons == ("confidence 0.80", "one witness of a grave act (assault)")
    assert len(found) == 4


def test_what_reports_differ_on_is_doubtful_until_it_is_corrected(path, known, memcon) -> None:
    assert memcon("same", known["met"], known["received"], "--who", "ann")[0] == 0
    with Store.open(path, place=each_its_own) as store, store.reading() as connection:
        assert doubts(connection)[0].reasons[1:] == ("accounts differ on when",)
    assert _reviewed(memcon, "c", "when", "2022-03-07", "q")[0] == 0
    with Store.open(path, place=each_its_own) as store, store.reading() as connection:
        assert doubts(connection)[0].event == known["shelled"]


def _reviewed(memcon, *lines: str):
    return memcon("review", "--who", "ann", "--reason", "looked", typed="".join(f"{line}\n" for line in lines))


def test_one_key_for_each_decision(path, known, memcon) -> None:
    code, out, err = _reviewed(memcon, "a", "x", "c", "status", "planned", "s", "z", "x")
    assert (code, err) == (0, "")
    assert "1/4" in out
    assert "4/4" in out
    assert "Army shelled." in out
    assert "“The army *shelled* a depot near Zenda.” — Three, 2022-03-08" in out
    assert "planned (corrected) · ● happened" in out
    assert out.endswith("4 decisions entered\n")
    assert _event(path, known["shelled"]).judgement == "accepted"
    with Store.open(path, place=each_its_own) as store:
        assert sorted(filter(None, (store.event(number).judgement for number in known.values()))) == ["accepted", "rejected", "rejected"]
    waits = _reviewed(memcon)[1]
    assert "1/1" in waits
    assert "0 decisions entered" in waits


def test_an_event_that_is_named_is_decided_on_alone_and_again(path, known, memcon) -> None:
    code, out, _ = memcon("review", known["met"], "--who", "ann", typed="c\nstatus\nplanned\nq\n")
    assert (code, "1/1" in out, _event(path, known["met"]).best("status")) == (0, True, "planned")
    memcon("review", known["met"], "--who", "ann", typed="a\n")
    assert "accepted" in memcon("review", known["met"], typed="q\n")[1]
    assert memcon("review", "m0", typed="")[0] == 2


def test_what_was_put_right_is_asked_for_worded_and_answered(path, known, memcon) -> None:
    for field, value in (("actor", "John Doe"), ("status", "planned"), ("when", "2024-05-20")):
        with Store.open(path, place=each_its_own) as store:
            decide(store, "correct", known["met"], field, value, who="ann")
    code, out, err = memcon("find", "who:John Doe", "on:2024-05-20")
    assert (code, err) == (0, "")
    assert out.split(None, 1)[1].strip() == "○ planned   John Doe plans to have contact on Mon 20 May 2024."
    out = memcon("ask", "Who was it in May 2024?")[1]
    assert out.splitlines()[1] == "John Doe (1)"
    out = memcon("timeline")[1]
    assert "John Doe" in out
    assert "Mon 20 May 2024" in out
    assert "7 Mar" not in out
    assert json.loads(memcon("find", "who:doe", "--json")[1])["corrected"]["actor"] == "John Doe"


def test_undo_comes_back_to_the_event(path, known, memcon) -> None:
    out = _reviewed(memcon, "u", "a", "u", "x", "q")[1]
    assert "nothing to undo" in out
    assert out.count("1/4") == 2
    assert _event(path, known["shelled"]).judgement == "rejected"
    lines = [json.loads(line) for line in memcon("decisions", "--json")[1].splitlines()]
    assert [(one["action"], one["who"], one["reason"]) for one in lines] == [
        (action, "ann", "looked") for action in ("accept", "undo", "reject")
    ]


def test_a_wrong_value_is_refused_and_asked_again(path, known, memcon) -> None:
    out = _reviewed(memcon, "c", "status", "red", "c", "", "c", "colour", "red", "q")[1]
    assert "'red' is no status" in out
    assert "no field 'colour'" in out
    assert out.endswith("0 decisions entered\n")


def test_end_of_input_ends_the_walk(path, known, memcon) -> None:
    assert _reviewed(memcon, "c", "status")[1].endswith("0 decisions entered\n")
    assert _reviewed(memcon, "A")[1].endswith("1 decision entered\n")


@pytest.mark.parametrize("width", [10, 34, 60, 200])
def test_narrow_and_wide_terminals(path, known, width, monkeypatch) -> None:
    from memcon.cli.review import page

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setenv("COLUMNS", str(width))
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr("sys.stdout", Terminal())
    with Store.open(path, place=each_its_own) as store:
        with store.reading() as connection:
            first = doubts(connection)[0]
        shown = page(store.event(first.event), first, "1/4", lambda number: store.report(number).text)
    assert not re.search(r"\x1b\[(?:\d+;)*[349]\d", shown)
    assert max(map(len, re.sub(r"\x1b\[[\d;]*m", "", shown).splitlines())) <= max(30, min(width, 100))


def test_same_and_split_and_undo(path, known, memcon) -> None:
    code, out, _ = memcon("same", known["met"], known["received"], "--who", "ann", "--reason", "one meeting")
    assert (code, out) == (0, f"{known['received']} is {known['met']} now (decision 1)\n")
    assert memcon("undo", "1")[1] == "decision 1 is undone (decision 2)\n"
    memcon("same", known["met"], known["received"])
    code, out, _ = memcon("split", known["met"])
    assert out == f"taken out of {known['met']}: {known['received']} (decision 4)\n"
    with Store.open(path, place=each_its_own) as store:
        assert ids(store) == known
    listed = memcon("decisions")[1].splitlines()
    assert listed[0].endswith(f"ann  merge {known['met']}  (one meeting)")


def test_what_cannot_be_ends_with_advice(path, known, memcon) -> None:
    code, _, err = memcon("same", known["met"], "m0")
    assert code == 2
    assert err.splitlines()[0] == "memcon: there is no event m0"
    assert memcon("undo", "7")[0] == 2
    assert memcon("forget", "Nobody Known", "--yes")[0] == 2
    code, _, err = memcon("forget", "Olaf Scholz")
    assert code == 2
    assert "--yes" in err


def test_forget_and_redact(path, known, memcon) -> None:
    code, out, _ = memcon("forget", "Olaf Scholz", "--yes", "--who", "ann")
    assert code == 0
    assert "Scholz" not in out
    assert "2 reports" in out
    report = _event(path, known["shelled"]).lead.witness.id
    assert memcon("redact", report, "4", "8", "--yes")[0] == 0
    with Store.open(path, place=each_its_own) as store:
        assert store.report(report).text.startswith("The ████ shelled")
    assert memcon("decisions")[0] == 0
    assert memcon("forget", "--traces")[0] == 0
    raw = b"".join(one.read_bytes() for one in path.parent.glob("memcon.db*"))
    assert b"Scholz" not in raw
    assert b"scholz" not in raw


def test_a_log_that_was_changed_from_outside_is_told(path, known, memcon) -> None:
    import sqlite3

    memcon("same", known["met"], known["received"])
    other = sqlite3.connect(path)
    other.executescript("DROP TRIGGER decisions_no_update; UPDATE decisions SET who = 'eve';")
    other.close()
    code, _, err = memcon("decisions")
    assert code == 1
    assert "not what was hashed" in err


def test_a_head_is_printed_and_verified(path, known, memcon) -> None:
    import sqlite3

    memcon("same", known["met"], known["received"])
    code, first, _ = memcon("decisions", "--head")
    assert code == 0
    assert re.fullmatch(r"1:[0-9a-f]{64}\n", first)
    memcon("undo", "1")
    assert memcon("decisions", "--verify", first.strip())[:2] == (0, "the log verifies: 1 decision as noted, 1 since\n")
    kept = memcon("decisions", "--head")[1].strip()
    other = sqlite3.connect(path)
    other.executescript("DROP TRIGGER decisions_no_delete; DELETE FROM decision_values WHERE seq = 2; DELETE FROM decisions WHERE seq = 2;")
    other.close()
    assert memcon("decisions")[0] == 0
    code, out, err = memcon("decisions", "--verify", kept)
    assert (code, out) == (1, "")
    assert "1 of the 2 decisions are gone" in err
    assert memcon("decisions", "--verify", "soon")[0] == 2
    assert memcon("decisions", "--verify", kept, "--head")[0] == 2
