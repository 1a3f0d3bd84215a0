"""Days and places that the encoder alone gives."""

import pytest
from tests.reading.encoder_stand_in import told

from memcon.model import Event

TEXT = "Ann Lee had been in Lima since Monday. Chile accused Bolivia of fraud."


def _charge(monkeypatch: pytest.MonkeyPatch, *around: tuple[str, str, float], text: str = TEXT) -> Event:
    (event,) = told(monkeypatch, text, ("accused", "ACCUSE", "allege", around))
    return event


@pytest.mark.parametrize(
    ("words", "sure", "edtf"),
    [("Monday", 0.9, "2015-03-02"), ("since Monday", 0.9, "2015-03-02/.."), ("Monday", 0.6, None), ("Lima", 0.9, None)],
)
def test_a_day_that_no_rule_gives_is_the_encoder_s_if_it_is_sure(
    monkeypatch: pytest.MonkeyPatch, words: str, sure: float, edtf: str | None
) -> None:
    event = _charge(monkeypatch, ("when", words, sure))
    assert (event.when.edtf if event.when else None) == edtf
    by = [(one.p, [s.quote for s in one.spans]) for one in event.evidence if (one.path, one.by) == ("/when", "model:around")]
    assert by == ([(sure, ["Monday"])] if edtf else [])


def test_a_place_that_no_rule_gives_is_the_encoder_s_if_it_is_sure(monkeypatch: pytest.MonkeyPatch) -> None:
    event = _charge(monkeypatch, ("where", "Lima", 0.75))
    assert event.where is not None
    assert event.where.country == "PER"
    assert [(one.p, one.by) for one in event.evidence if one.path == "/where"][1:] == [(0.75, "model:around")]
    assert _charge(monkeypatch, ("where", "Lima", 0.65)).where is None


def test_whether_somebody_arrived_and_acted_there_is_not_for_the_encoder_to_tell(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _charge(monkeypatch, ("where", "Lima", 0.9), text="Ann Lee went to Lima. Chile accused Bolivia of fraud.").where is None


@pytest.mark.parametrize(
    ("text", "other", "edtf"),
    [
        ("Ann Lee blamed Ivan Rey, who visited Lima on Monday.", ("visited", "CONSULT", "visit", ()), None),
        ("Bo Fox visited Lima on Monday. Ann Lee blamed Ivan Rey.", ("visited", "CONSULT", "visit", ()), None),
        ("Ann Lee visited Lima on Monday. Ann Lee blamed Ivan Rey.", ("visited", "CONSULT", "visit", ()), "2015-03-02"),
    ],
)
def test_no_day_of_an_act_of_others_or_below(
    monkeypatch: pytest.MonkeyPatch, text: str, other: tuple[str, str, str, tuple[()]], edtf: str | None
) -> None:
    found = told(monkeypatch, text, ("blamed", "ACCUSE", "disapprove", (("when", "Monday", 0.84),)), other)
    assert [e.when.edtf if e.when else None for e in found if e.type == "ACCUSE"] == [edtf]


def test_no_place_of_an_act_in_a_relative_clause(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Ann Lee blamed Ivan Rey, who visited Lima on Monday."
    found = told(monkeypatch, text, ("blamed", "ACCUSE", "disapprove", (("where", "Lima", 0.9),)), ("visited", "CONSULT", "visit", ()))
    assert [e.where.name if e.where else None for e in found] == [None, "Lima"]


def test_a_day_to_come_dates_nothing_that_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    event = _charge(monkeypatch, ("when", "May 2017", 0.9), text="Ann Lee will go to Lima in May 2017. Chile accused Bolivia of fraud.")
    assert (event.when, event.status) == (None, "happened")


def test_the_day_of_a_dateline_is_the_report_s(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _charge(monkeypatch, ("when", "March 3", 0.9), text="LIMA, March 3 (Agency) - Chile accused Bolivia of fraud.").when is None


def test_what_a_rule_gives_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Ann Lee was in Lima on Monday. Chile accused Bolivia of fraud in Sucre on Tuesday."
    event = _charge(monkeypatch, ("when", "Monday", 0.9), ("where", "Lima", 0.9), text=text)
    assert event.when is not None
    assert event.where is not None
    assert (event.when.edtf, event.where.name) == ("2015-03-03", "Sucre")
