"""What is never trained on stays out: the held-out tenth, the reports kept apart, the gold articles."""

import json
from pathlib import Path

import pytest
from training import agreement, annotated, corpora, splits
from training.marks import MarksError

ROOT = Path(__file__).parents[2]
ANNOTATIONS = ROOT / "annotations"
DATA = ROOT.parent / "shared" / "data"
needs_data = pytest.mark.skipif(not DATA.exists(), reason="needs ../shared/data, which is not part of the project")


def _lines(name: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in (ANNOTATIONS / name).read_text("utf-8").splitlines()]


def test_parts_are_chosen_by_the_id_alone() -> None:
    assert splits.part("speech-01-3") == splits.part("speech-01-3")
    counts = [splits.part(f"a-{n}") for n in range(2000)]
    assert 150 < counts.count("test") < 250
    assert 60 < counts.count("dev") < 140


def test_the_readme_names_the_reports_kept_apart() -> None:
    apart = splits.kept_apart(ANNOTATIONS)
    assert {"polnear-obama-libya", "timebank-iraq-strike", "wikievents-deir-ezzor"} <= apart
    assert all((ANNOTATIONS / f"{name}.json").exists() for name in apart)


def test_the_readme_states_how_many_windows_are_held_out() -> None:
    documents = [line["text"]["document"] for line in _lines("windows.jsonl")]  # type: ignore[index,call-overload]
    held = sum(splits.part(document) == "test" for document in documents)
    words = (ANNOTATIONS / "README.md").read_text("utf-8")
    assert f"{len(documents)} windows" in words
    assert f"{held} windows" in words


def test_standoff_windows_hold_no_words() -> None:
    for name in ("windows.jsonl", "windows_second.jsonl", "reports_second.jsonl"):
        for line in _lines(name):
            for event in line["events"]:  # type: ignore[attr-defined]
                for value in _leaves(event):
                    assert isinstance(value, int) or value is None or len(value) <= 21, value


def _leaves(value: object) -> list[object]:
    if isinstance(value, dict):
        return [leaf for part in value.values() for leaf in _leaves(part)]
    return [leaf for part in value for leaf in _leaves(part)] if isinstance(value, list) else [value]


def test_a_second_reading_is_of_windows_that_were_read_before() -> None:
    first, second = ({line["text"]["document"] for line in _lines(name)} for name in ("windows.jsonl", "windows_second.jsonl"))  # type: ignore[index,call-overload]
    assert second <= first
    assert len(second) >= 50


@needs_data
def test_every_window_has_its_words_and_every_span_stands_in_them() -> None:
    texts = annotated.windows(DATA, ANNOTATIONS)
    assert len(texts) >= 500
    for one in texts:
        for event in one.events or []:
            assert all(0 <= a < b <= len(one.text) and one.text[a:b].strip() for a, b in event["triggers"])


@needs_data
def test_a_text_that_was_changed_is_refused(tmp_path: Path) -> None:
    line = _lines("windows.jsonl")[0]
    line["text"]["sha256"] = "0" * 64  # type: ignore[index]
    (tmp_path / "windows.jsonl").write_text(json.dumps(line) + "\n", "utf-8")
    with pytest.raises(ValueError, match="SHA-256"):
        annotated.windows(DATA, tmp_path)


@needs_data
def test_nothing_held_out_is_trained_on() -> None:
    train = {one.name for one in annotated.training_part("windows", DATA, ANNOTATIONS)}
    test = {one.name for one in annotated.training_part("windows", DATA, ANNOTATIONS, "test")}
    reports = {one.name for one in annotated.training_part("reports", DATA, ANNOTATIONS)}
    assert train
    assert test
    assert not train & test
    assert reports
    assert not reports & splits.kept_apart(ANNOTATIONS)
    arguments = {one.name for one in annotated.training_part("arguments", DATA, ANNOTATIONS)}
    assert not {f"rams-{name}" for name in test} & arguments


@needs_data
def test_gold_and_annotated_articles_are_not_in_polnears_train_part() -> None:
    train, dev = corpora.polnear(DATA, ANNOTATIONS)
    names = {one.name for one in train}
    assert not any(gold in name for name in names for gold in splits.GOLD_ARTICLES)
    assert not names & {document for _, document in splits.annotated_documents(ANNOTATIONS)}
    assert max(one.name.split("_")[1] for one in train) <= min(one.name.split("_")[1] for one in dev)


def test_time_expressions_and_events_of_timeml(tmp_path: Path) -> None:
    (tmp_path / "time/timebank").mkdir(parents=True)
    (tmp_path / "time/aquaint").mkdir()
    markup = '<TEXT>He <EVENT eid="e1">met</EVENT> her <TIMEX3 tid="t1" type="DATE" value="x">on &amp; off</TIMEX3>.</TEXT>'
    (tmp_path / "time/timebank/a.tml").write_text(markup, "utf-8")
    (found,) = corpora.timeml(tmp_path, ANNOTATIONS)
    assert found.text == "He met her on & off."
    assert found.times == [(11, 19, "DATE")]
    assert found.happenings == [(3, 6)]


def test_relations_lose_their_marks(tmp_path: Path) -> None:
    (tmp_path / "relations").mkdir()
    rows = "sentence_id\tmarked_sentence\tsource\ttarget\troot\tquad\n1\t<s>A</s> met <t>B</t>.\tA\tB\tCONSULT\t1\n"
    (tmp_path / "relations/PLV_train.tsv").write_text(rows, "utf-8")
    (found,) = corpora.relations(tmp_path)
    assert (found.text, found.relation) == ("A met B.", ((0, 1), (6, 7), "CONSULT"))


def test_passages_of_our_own_are_read_with_their_words() -> None:
    passages = annotated.own()
    assert len(passages) > 1000
    assert len({one.name for one in passages}) == len(passages)


def test_a_passage_of_our_own_may_not_name_a_corpus(tmp_path: Path) -> None:
    (tmp_path / "a.marks").write_text("= rams x\n", "utf-8")
    with pytest.raises(MarksError):
        annotated.own(tmp_path)


def test_a_second_reading_of_our_own_reports_is_of_their_words() -> None:
    second = annotated.windows(DATA, ANNOTATIONS, "reports_second.jsonl")  # raises where a text is another one
    assert len(second) >= 50
    assert {one.name for one in second} <= {one.name for one in annotated.own()}
    figures = agreement.compare([(one.text, one.events or [], one.events or []) for one in second])
    assert figures["found"] == figures["who-whom"] == 1.0
