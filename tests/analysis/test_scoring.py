"""The scorer: its figures are those of the shared gold/score.py, on real records and on made-up ones."""

import json
import tempfile
from pathlib import Path

import pytest
from benchmarks.gold import load_scorer, read_all
from hypothesis import given, settings
from hypothesis import strategies as st

from memcon.analysis import AnnotationError, evaluate, kappa
from memcon.analysis.annotations import Annotated
from memcon.analysis.pairing import assigned
from memcon.analysis.scoring import score

ROOT = Path(__file__).parents[2]
GOLD = ROOT.parent / "shared" / "gold"
needs_scorer = pytest.mark.skipif(
    not (GOLD / "score.py").is_file(), reason="needs ../shared/gold/score.py, which is not part of the project"
)
PARTS = ("events", "found", "typed", "who-whom", "record", "fields", "stated")


@pytest.fixture(scope="module")
def scorer():
    return load_scorer(GOLD)


def _same(scorer, gold: Path, predicted: Path) -> None:
    made = evaluate(gold, predicted, draws=2).as_object()
    assert {part: made[part] for part in PARTS} == scorer.score(gold, predicted)


@needs_scorer
def test_figures_on_the_examples(scorer, tmp_path) -> None:
    assert read_all(ROOT / "examples", tmp_path) == 4
    _same(scorer, ROOT / "examples", tmp_path)


@pytest.mark.slow
@needs_scorer
def test_figures_on_the_annotated_reports(scorer, tmp_path) -> None:
    assert read_all(GOLD, tmp_path)
    _same(scorer, GOLD, tmp_path)


TEXT = "The U.S. president met Putin in Moscow, called Kyiv and hit a base there; a rebel said so on Monday. " * 3
SPAN = st.builds(
    lambda start, length: {"start": start, "end": start + length, "quote": TEXT[start : start + length]},
    st.integers(0, 60),
    st.sampled_from([3, 6, 12, 45]),
)
PARTY = st.fixed_dictionaries(
    {
        "role": st.sampled_from(["actor", "recipient", "companion"]),
        "name": st.sampled_from(["Vladimir Putin", "President Putin", "the U.S.", "US", "Kyiv", "", "Élysée’s"]),
        "kind": st.sampled_from(["person", "state", "group"]),
        "mention": SPAN,
    },
    optional={"wikidata": st.sampled_from(["Q1", "Q2"]), "country": st.sampled_from(["RUS", "USA"])},
)
SOURCE = st.fixed_dictionaries(
    {"kind": st.sampled_from(["person", "official"]), "source": st.none() | SPAN, "cue": st.none()},
    optional={"name": st.sampled_from(["Putin", "Vladimir Putin"]), "stance": st.sampled_from(["asserts", "denies"])},
)
EVENT = st.fixed_dictionaries(
    {
        "type": st.sampled_from(["CONSULT", "ASSAULT"]),
        "status": st.sampled_from(["happened", "denied"]),
        "triggers": st.lists(SPAN, min_size=1, max_size=3),
        "participants": st.lists(PARTY, max_size=3),
        "sources": st.lists(SOURCE, max_size=2),
    },
    optional={
        "mode": st.just(""),
        "when": st.none() | st.fixed_dictionaries({"edtf": st.sampled_from(["2022-03-05", "2022-03-05T04", "2022"]), "span": SPAN}),
        "where": st.none() | st.fixed_dictionaries({"name": st.just("there"), "span": SPAN}, optional={"country": st.just("RUS")}),
    },
)
EVENTS = st.lists(EVENT, max_size=5).map(lambda events: [{"id": f"e{number}", **one} for number, one in enumerate(events)])


def _write(folder: Path, events: list, *, record: bool, name: str = "a") -> None:
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.txt").write_text(TEXT, "utf-8")
    report = {"id": name, "text": TEXT} if record else {"id": name, "text_file": f"{name}.txt"}
    (folder / f"{name}.json").write_text(json.dumps({"report": report, "events": events}), "utf-8")


@needs_scorer
@settings(max_examples=100, deadline=None)
@given(EVENTS, EVENTS)
def test_figures_on_any_events(right, guesses) -> None:
    scorer = load_scorer(GOLD)
    with tempfile.TemporaryDirectory() as scratch:
        gold, predicted = Path(scratch, "gold"), Path(scratch, "predicted")
        _write(gold, right, record=False)
        _write(predicted, guesses, record=True)
        gold.joinpath("b.json").write_text(json.dumps({"report": {"id": "b", "text_file": "a.txt"}, "events": right}), "utf-8")
        _same(scorer, gold, predicted)


@settings(max_examples=60, deadline=None)
@given(EVENTS)
def test_an_annotation_agrees_with_itself(events) -> None:
    short = [one for one in events if any(span["end"] - span["start"] <= 40 for span in one["triggers"])]
    made = score([Annotated("a", short, short), Annotated("b", short, short)], draws=2)
    assert made.events["pairs"] == 2 * len(short)
    assert made.figures["found", "f1"] == bool(short)
    assert made.figures["kappa", "type"] in (None, 1.0)


@given(st.dictionaries(st.tuples(st.integers(0, 3), st.integers(0, 3)), st.integers(1, 20), max_size=12))
def test_the_assignment_is_worth_most(worth) -> None:
    def best(rows: list[int], taken: frozenset[int]) -> int:
        if not rows:
            return 0
        row, rest = rows[0], rows[1:]
        ways = [worth[row, column] + best(rest, taken | {column}) for column in range(4) if (row, column) in worth and column not in taken]
        return max([*ways, best(rest, taken)])

    found = assigned(worth)
    assert sum(worth[pair] for pair in found) == best(list(range(4)), frozenset())
    assert len({row for row, _ in found}) == len({column for _, column in found}) == len(found)


def test_intervals_hold_the_figure_and_come_again() -> None:
    event = {"type": "AID", "status": "happened", "triggers": [{"start": 0, "end": 4}]}
    reports = [Annotated(f"r{n}", [event] * 2, [event] * (n % 3)) for n in range(9)]
    one, again, other = score(reports, 50), score(reports, 50), score(reports, 50, seed=1)
    low, high = one.intervals["found", "recall"]
    assert low < one.figures["found", "recall"] < high
    assert one.intervals == again.intervals != other.intervals
    assert set(score(reports[:1]).intervals.values()) == {None}


def test_kappa_without_a_choice() -> None:
    assert kappa({}) is None
    assert kappa({("a", "a"): 3}) is None
    assert kappa({("a", "b"): 1, ("b", "a"): 1}) == -1.0


def test_a_second_coder(tmp_path) -> None:
    one = {"id": "e1", "type": "CONSULT", "status": "happened", "triggers": [{"s": 1, "quote": "met"}]}
    _write(tmp_path / "a", [one, {**one, "id": "e2", "type": "ASSAULT", "triggers": [{"s": 1, "quote": "hit"}]}], record=False)
    _write(tmp_path / "b", [{**one, "status": "denied"}], record=False)
    made, back = evaluate(tmp_path / "a", tmp_path / "b"), evaluate(tmp_path / "b", tmp_path / "a")
    assert made.second_coder
    assert made.figures["found", "f1"] == back.figures["found", "f1"] == pytest.approx(2 / 3)
    assert (made.figures["fields", "status"], made.figures["kappa", "status"]) == (0.0, 0.0)


def test_what_was_not_read_is_told(tmp_path) -> None:
    _write(tmp_path / "a", [], record=False)
    (tmp_path / "b").mkdir()
    assert evaluate(tmp_path / "a", tmp_path / "b").missing == ("a",)


@pytest.mark.parametrize(
    ("event", "words"),
    [
        ({"triggers": [{"s": 1, "quote": "dined"}]}, "'dined' is not in sentence 1"),
        ({"triggers": [{"s": 99, "quote": "met"}]}, "no span"),
        ({"triggers": [{"start": 0, "end": 3, "quote": "met"}]}, "is not 'met'"),
        ({"triggers": [[5, 5000]]}, "no span 5-5000"),
        ({"triggers": []}, "no trigger"),
        ({"type": "DINNER"}, "no type 'DINNER'"),
        ({"mode": "dinner"}, "no mode 'dinner'"),
        ({"status": "gone"}, "no status 'gone'"),
        ({"participants": [{"name": "x"}]}, "no mention"),
    ],
)
def test_unsound_annotations(tmp_path, event, words) -> None:
    _write(tmp_path, [{"id": "e7", "type": "CONSULT", "status": "happened", "triggers": [[0, 3]], **event}], record=False)
    with pytest.raises(AnnotationError, match=words):
        evaluate(tmp_path, tmp_path)


@pytest.mark.parametrize(
    "content", ["[", "[]", '{"report": 1}', '{"report": {"text": "another"}, "events": []}', '{"report": {"text": "x"}, "events": [1]}']
)
def test_unsound_records(tmp_path, content) -> None:
    _write(tmp_path / "a", [], record=False)
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "a.json").write_text(content, "utf-8")
    with pytest.raises(AnnotationError):
        evaluate(tmp_path / "a", tmp_path / "b")
