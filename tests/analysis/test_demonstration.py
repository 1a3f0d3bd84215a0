"""The demonstration: reports written for the project on one mediation, and what a mediator finds in the store that is built of them."""

import re
import shlex
from datetime import date
from itertools import combinations
from pathlib import Path
from random import Random

import pytest

from memcon.analysis import OpenStore
from memcon.cli import main
from memcon.intake import read_report
from memcon.intake.inputs import items
from memcon.model import Record
from memcon.store.adding import add
from memcon.store.ingest import Limits, ingest

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "examples" / "mediation"
REPORTS = [read_report(path) for path in sorted(FOLDER.glob("*.md"))]
TOLD = re.findall(
    r"^    (?:\$ )?memcon ((?:timeline|network|ledger|brief)\b[^#\n]*)", (ROOT / "docs" / "analysis.md").read_text("utf-8"), re.M
)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("demo") / "demo.db"
    with OpenStore.open(path) as store:
        tally = ingest(store, items([str(FOLDER)]), limits=Limits(1))
        assert (tally.read, tally.failed) == (len(REPORTS), 0)
    return path


def test_reports_of_two_weeks_by_several_outlets() -> None:
    assert len(REPORTS) >= 25
    days = sorted(date.fromisoformat(one.published or "") for one in REPORTS)
    assert 10 <= (days[-1] - days[0]).days <= 16
    assert len({one.outlet for one in REPORTS}) >= 5
    assert all(one.title and one.outlet for one in REPORTS)
    index = (FOLDER.parent / "README.md").read_text("utf-8")
    assert all(f"| `{one.id}` | {one.published} | {one.outlet} | {one.title} |" in index for one in REPORTS)


@pytest.mark.slow
def test_what_a_mediator_finds(demo: Path) -> None:
    with OpenStore.open(demo) as store:
        assert store.counts()["copies"] == 1
        chain = store.shuttles("Niinisto")[0]
        assert [leg.names for leg in chain.legs][:5] == [("Norway",), ("Iceland",), ("Norway",), ("Norway",), ("Iceland",)]
        promises = {row.what.split()[0]: row.state for row in store.ledger("commitments", "Norway", "Iceland") if row.kind == "promise"}
        assert (promises["release"], promises["lift"], promises["withdraw"]) == ("kept", "broken", "disputed")
        assert {row.voter: row.position for row in store.ledger("votes")}["Norway"] == "against"
        assert any(row.kind == "demand" and "withdraw" in row.says for row in store.ledger("positions", "Norway"))
        assert {row.by for row in store.ledger("sanctions", "Norway") if row.measure == "discontinue"} == {("Norway",)}
        page = store.brief("Norway", "Iceland")
        assert {"Contacts", "Latest", "Where they stand", "Promises", "To come", "Contested"} <= {part.heading for part in page.sections}


@pytest.mark.slow
@pytest.mark.parametrize("words", [one for line in TOLD for one in line.split("; memcon ")])
def test_commands_of_the_documentation_run(demo: Path, words: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([*shlex.split(words), "--db", str(demo)])
    told = capsys.readouterr()
    assert (ended.value.code or 0, told.err) == (0, "")
    assert told.out


@pytest.mark.slow
def test_the_chain_of_the_documentation_is_what_is_found(demo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shown = re.search(r"^    Sauli Niinisto, [\s\S]*?(?=\n\n)", (ROOT / "docs" / "analysis.md").read_text("utf-8"), re.M)
    assert shown
    with pytest.raises(SystemExit):
        main(["network", "Niinisto", "--show", "chains", "--db", str(demo)])
    found = [line.split("  [m")[0].strip() for line in capsys.readouterr().out.splitlines()]
    lines = [line.strip() for line in shown[0].splitlines()]
    assert found[: len(lines)] == lines


@pytest.mark.slow
def test_two_reports_are_merged_alike_whichever_comes_first(demo: Path) -> None:
    with OpenStore.open(demo) as store:
        numbers = sorted({telling.witness.id for event in store.events() for telling in event.tellings})
        records = [store.record(number) for number in numbers]

    def merged(*order: Record | None) -> set[frozenset[tuple[str, str]]]:
        with OpenStore.open(None) as store:
            list(add(store, [one for one in order if one]))
            return {frozenset((t.witness.id, t.event.id) for t in event.tellings) for event in store.events()}

    for a, b in Random(1).sample(list(combinations(records, 2)), 40):
        assert merged(a, b) == merged(b, a)
