"""`memcon timeline`, `network`, `ledger` and `brief`, as they are typed."""

import csv
import io
import json
from pathlib import Path

import pytest
from tests.analysis.reported import Line, met, report

from memcon.analysis import LEDGERS, OpenStore
from memcon.cli import main
from memcon.store.tellings import each_its_own

_LINES = [
    met("Niinisto", "Solberg", "2019-09-04", place=("Oslo", "NOR")),
    met("Niinisto", "Jakobsdottir", "2019-09-05"),
    met("Niinisto", "Solberg", "2019-09-06", "call"),
    met("Solberg", "Jakobsdottir", "2019-09-18", status="planned"),
    Line("Iceland promised to withdraw its ships.", "withdraw", "RETREAT", "withdraw", "planned", ("Iceland",), (), "../2019-09-10"),
]


@pytest.fixture
def db(tmp_path: Path) -> Path:
    with OpenStore.open(tmp_path / "memcon.db", place=each_its_own) as store:
        report(store, "2019-09-16", "Wire", *_LINES)
    return tmp_path / "memcon.db"


@pytest.fixture
def memcon(capsys, db):
    def run(*words: object):
        with pytest.raises(SystemExit) as ended:
            main([*(str(word) for word in words), "--db", str(db)])
        captured = capsys.readouterr()
        assert "Traceback" not in captured.err
        return ended.value.code or 0, captured.out, captured.err

    return run


def test_timeline(memcon) -> None:
    code, out, err = memcon("timeline", "Norway", "--quotes")
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert lines[0].startswith("Wed 4 Sep 2019            ● happened   Sauli Niinisto met Erna Solberg in Oslo on Wed 4 Sep 2019.  [m")
    assert lines[1].endswith("(Wire, 2019-09-16): “Niinisto met Solberg.”")
    code, out, _ = memcon("timeline", "--json")
    assert [one["fill"] for one in json.loads(out)["entries"]] == ["solid", "solid", "solid", "hollow", "hollow"]
    code, out, err = memcon("timeline", "--csv", "--limit", "2")
    assert [row["when"] for row in csv.DictReader(io.StringIO(out))] == ["2019-09-04", "2019-09-05"] or len(out.splitlines()) == 3
    assert "3 more events" in err
    assert memcon("timeline", "--from", "2020")[:2] == (0, "Nothing is told of this.\n")


def test_network(memcon, tmp_path) -> None:
    code, out, _ = memcon("network")
    assert code == 0
    assert out.splitlines()[0].startswith("   2  ")
    assert out.splitlines()[-1] == "3 contacts of 3 parties; 0 contacts name one side only."
    assert "Finland: 2 parties, 3 contacts" in memcon("network", "--show", "brokers", "--by", "state")[1]
    assert memcon("network", "Norway", "ISL", "--show", "between")[1].startswith(
        "Sauli Niinisto: 2 and 1 contacts, 2019-09-04 to 2019-09-06"
    )
    assert memcon("network", "--show", "chains")[1].startswith(
        "Sauli Niinisto, 2019-09-04 to 2019-09-06: 3 legs, passed between Iceland – Norway (2)"
    )
    assert memcon("network", "--show", "silence")[1] == "No dyad is silent for longer than before.\n"
    assert (
        memcon("network", "Solberg", "--show", "reach")[1]
        .splitlines()[1]
        .startswith("2019-09-05  Katrin Jakobsdottir: Erna Solberg to Sauli")
    )
    for show in ("ties", "brokers", "chains", "silence"):
        assert memcon("network", "--show", show, "--csv")[0] == 0
        assert json.loads(memcon("network", "--show", show, "--json")[1]) is not None
    assert memcon("network", "--json", "-o", tmp_path / "net.json")[:2] == (0, "")
    assert json.loads((tmp_path / "net.json").read_text("utf-8"))["counted"] == 3


@pytest.mark.parametrize("kind", LEDGERS)
def test_ledgers(memcon, kind) -> None:
    code, out, err = memcon("ledger", kind, "--quotes")
    assert (code, err) == (0, "")
    assert out
    rows = json.loads(memcon("ledger", kind, "--json")[1])
    assert len(list(csv.DictReader(io.StringIO(memcon("ledger", kind, "--csv")[1])))) == len(rows)


def test_commitments(memcon) -> None:
    _, out, _ = memcon("ledger", "commitments", "Iceland")
    assert out.splitlines()[0].startswith("! overdue    Iceland: withdraw its ships  (promise, told 2019-09-16, due by Tue 10 Sep 2019)")
    assert memcon("ledger", "commitments", "Sweden")[1] == "This ledger is empty here.\n"


def test_what_is_not_told_is_said_in_words_or_left_out(memcon, db) -> None:
    with OpenStore.open(db, place=each_its_own) as store:
        report(
            store, None, "Wire",
            Line("Haavisto called Jakobsdottir.", "called", "CONSULT", "call", "happened", ("Haavisto",), ("Jakobsdottir",)),
            Line("Haavisto called Solberg.", "called", "CONSULT", "call", "happened", ("Haavisto",), ("Solberg",)),
            Line("Denmark promised to send a ship.", "send", "AID", "", "planned", ("Denmark",)),
            Line("Sweden froze accounts.", "froze", "SANCTION", "freeze", "happened", ("Sweden",)),
            Line("Accounts of Russia were frozen.", "frozen", "SANCTION", "freeze", "happened", (), ("Russia",)),
            Line("Food was sent to Sweden.", "sent", "AID", "humanitarian", "happened", (), ("Sweden",)),
        )  # fmt: skip
    assert "Pekka Haavisto – Katrin Jakobsdottir: 1 call (1 by Pekka Haavisto); undated\n" in memcon("network")[1]
    assert "Pekka Haavisto: 1 and 1 contacts, undated; " in memcon("network", "Norway", "Iceland", "--show", "between")[1]
    assert "Denmark: send a ship  (promise)  [m" in memcon("ledger", "commitments", "Denmark")[1]
    freezes = memcon("ledger", "sanctions")[1]
    assert " Sweden: freeze: " in freezes
    assert " by whom is not said against Russia: freeze: " in freezes
    assert " by whom is not said to Sweden: humanitarian: " in memcon("ledger", "aid")[1]


def test_brief(memcon) -> None:
    code, out, _ = memcon("brief", "Norway", "Iceland")
    assert code == 0
    assert out.startswith("Norway and Iceland\nas of Mon 16 Sep 2019")
    assert memcon("brief", "Norway", "--markdown")[1].startswith("# Norway\n")
    assert json.loads(memcon("brief", "-q", "type:consult", "--json")[1])["subject"] == "type:consult"
    assert "Nothing is told of this here." in memcon("brief", "Russia")[1]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["timeline", "Napoleon"], "no report of this store tells of anyone named 'Napoleon'"),
        (["timeline", "A", "B", "C"], "a subject is one party or two"),
        (["timeline", "--from", "soon"], "no day, month or year"),
        (["timeline", "-q", "colour:red"], "there is no field"),
        (["timeline", "--json", "--csv"], "--json and --csv at once"),
        (["network", "--show", "weather"], "there is no such view"),
        (["network", "--by", "village"], "there is no such level"),
        (["network", "--show", "reach"], "is about one party"),
        (["network", "Norway", "--show", "between"], "is about two parties"),
        (["ledger", "weather"], "no ledger of 'weather'"),
        (["brief", "Norway", "--json", "--markdown"], "--json and --markdown at once"),
        (["brief", "x" * 500], "anyone named"),
        (["brief", ""], "a subject needs a name"),
    ],
)
def test_what_is_not_understood(memcon, words, message) -> None:
    code, out, err = memcon(*words)
    assert (code, out) == (2, "")
    assert message in err
    assert len(err.splitlines()) == 2
