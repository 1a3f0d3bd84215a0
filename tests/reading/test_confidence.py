"""How likely an event is right: by what speaks for it, and which events are let go."""

import json
from pathlib import Path
from unittest.mock import patch

import pytest
from benchmarks.confidence import measured
from training.confidence import judged
from training.corpora import Marked

from memcon.model import Event, Report
from memcon.reading import pipeline
from memcon.reading.filling import confidence
from memcon.reading.filling.confidence import LEAST, TABLE, uses
from memcon.reading.logistic import INTERCEPT, log_odds, probability, weights
from memcon.reading.parse.parsing import DEFAULT_MODEL, RULES
from memcon.reading.pipeline import read

MET = "Naftali Bennett met Vladimir Putin in Moscow on Saturday."
ODD = "Supporters waved red Peruvian flags in Lima."  # hardly an act of diplomacy or conflict


def _events(text: str, model: str = DEFAULT_MODEL) -> list[Event]:
    return list(read(Report("r", text, published="2022-03-07"), model).events)


@pytest.mark.parametrize("model", [DEFAULT_MODEL, RULES])
def test_a_plain_meeting_is_sure(model: str) -> None:
    (event,) = _events(MET, model)
    assert 0.8 < event.confidence < 1


def test_what_is_told_twice_is_surer() -> None:
    once, twice = (max(e.confidence for e in _events(text)) for text in (MET, f"{MET} The meeting lasted three hours."))
    assert twice > once


def test_unlikely_events_are_let_go_and_statements_stay() -> None:
    (event,) = _events(ODD)
    with patch.object(confidence, "LEAST", event.confidence + 0.01):
        assert _events(ODD) == []
    assert LEAST < event.confidence < 0.35
    with patch.object(confidence, "confidence", return_value=0.0):
        kept = _events("Peru attacked Chad. The Peruvian president said that the war would be long and must be won.")
    assert [e.type for e in kept] == ["STATEMENT"]


def test_every_property_of_events_has_a_weight_or_is_rare() -> None:
    known = weights(TABLE, "both")
    with patch.object(pipeline, "confident", side_effect=lambda _, groups: groups) as held:
        _events(f"{MET} Rebels shelled Goma on Friday, killing two people. Peru may send troops to Chad.")
    p, groups = held.call_args.args
    told = {name for group in groups for name in confidence.properties(p, group)}
    assert told <= known.keys()


def test_the_rules_alone_have_weights_of_their_own_without_the_encoders() -> None:
    assert {"heard", "of_type", "first"} <= weights(TABLE, "both").keys()
    assert not {"heard", "of_type", "first"} & weights(TABLE, "rules").keys()
    assert INTERCEPT in weights(TABLE, "rules")


def test_log_odds_and_probability_undo_each_other() -> None:
    for p in (0.05, 0.3, 0.5, 0.95):
        assert probability({"x": log_odds(p)}, {"x": 1.0}) == pytest.approx(p, abs=0.01)


def test_words_are_counted_as_often_as_they_stand() -> None:
    for (_, pos), (seen, kinds) in uses().items():
        assert pos in ("v", "n")
        assert 0 < sum(kinds.values()) <= 2 * seen


def test_an_event_is_right_where_the_annotations_have_its_type() -> None:
    at = (MET.index("met"), MET.index("met") + 3)
    event = {"type": "CONSULT", "mode": "meeting", "status": "happened", "triggers": [at], "participants": [], "sources": []}
    for kind, right in (("CONSULT", True), ("AID", False)):
        (one,) = judged([Marked("t", MET, events=[event | {"type": kind}])], "both")
        assert one.right is right
        assert one.told["heard"] > 0
    (ruled,) = judged([Marked("t", MET, events=[event])], "rules")
    assert "heard" not in ruled.told


def test_figures_of_confidence() -> None:
    figures = measured([(0.75, True), (0.75, True), (0.75, True), (0.75, False)], 6)
    assert figures["calibration_error"] == 0
    assert figures["brier"] == figures["base"] == pytest.approx(0.1875, abs=1e-4)
    assert figures["from"]["0.8"]["read"] == 0
    assert figures["from"]["0.7"]["recall"] == 0.5
    assert measured([], 0)["brier"] == 0


def test_frozen_figures_show_that_confidence_is_calibrated() -> None:
    frozen = json.loads((Path(__file__).parents[2] / "benchmarks" / "results" / "confidence.json").read_text("utf-8"))
    for way in ("both", "rules"):
        assert frozen[way]["brier"] < 0.8 * frozen[way]["base"]
        assert frozen[way]["calibration_error"] < 0.05
