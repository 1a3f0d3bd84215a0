"""Days and places that no rule gives: the likeliest, by what the encoder and the sentence say."""

from unittest.mock import patch

import pytest
from tests.reading.encoder_stand_in import told
from training.confidence import Judged
from training.logistic import learned
from training.setting import FEWEST, common

from memcon.model import Event, Report
from memcon.reading import pipeline
from memcon.reading.filling.likely_setting import BY, ENOUGH, TABLE
from memcon.reading.logistic import INTERCEPT, weights

TEXT = "Ann Lee had been in Lima since Monday. Chile accused Bolivia of fraud."


def _charge(monkeypatch: pytest.MonkeyPatch, *around: tuple[str, str, float], text: str = TEXT) -> Event:
    (event,) = told(monkeypatch, text, ("accused", "ACCUSE", "allege", around))
    return event


def _sure(event: Event, path: str) -> float:
    return next((one.p for one in event.evidence if (one.path, one.by) == (path, BY)), 0.0)


@pytest.mark.parametrize(("words", "sure", "edtf"), [("Monday", 0.9, "2015-03-02"), ("Monday", 0.2, None), ("Lima", 0.9, None)])
def test_a_day_that_no_rule_gives_is_the_likeliest_if_it_is_likely(
    monkeypatch: pytest.MonkeyPatch, words: str, sure: float, edtf: str | None
) -> None:
    event = _charge(monkeypatch, ("when", words, sure))
    assert (event.when.edtf if event.when else None) == edtf
    assert (_sure(event, "/when") >= ENOUGH["both"]) == (edtf is not None)


def test_since_is_of_its_own_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    event = _charge(monkeypatch, ("when", "Monday", 0.9), text="Fox, in Lima since Monday, called: Chile accused Bolivia of fraud.")
    assert event.when is None or event.when.edtf == "2015-03-02/.."


def test_a_place_that_no_rule_gives_is_the_likeliest_if_it_is_likely(monkeypatch: pytest.MonkeyPatch) -> None:
    event = _charge(monkeypatch, ("where", "Lima", 0.9))
    assert event.where is not None
    assert event.where.country == "PER"
    assert _sure(event, "/where") >= ENOUGH["both"]
    assert _charge(monkeypatch, ("where", "Lima", 0.3)).where is None


def test_the_day_of_what_one_of_them_did_is_likelier(monkeypatch: pytest.MonkeyPatch) -> None:
    def day(text: str) -> float:
        found = told(
            monkeypatch,
            text,
            ("blamed", "ACCUSE", "disapprove", (("when", "Monday", 0.9),)),
            ("visited", "CONSULT", "visit", ()),
        )
        return next(_sure(e, "/when") for e in found if e.type == "ACCUSE")

    assert day("Ivan Rey visited Lima on Monday. Ann Lee blamed Ivan Rey.") > day("Bo Fox visited Lima on Monday. Ann Lee blamed Ivan Rey.")


def test_a_contact_told_on_has_the_day_of_the_one_before() -> None:
    text = "President Ana Rey spoke by phone with Bo Fox on Tuesday evening. She called Ivan Lee an hour later."
    calls = [e for e in pipeline.read(Report("r", text, published="2019-09-10")).events if e.mode == "call"]
    assert [e.when.edtf if e.when else None for e in calls] == ["2019-09-10", "2019-09-10"]


@pytest.mark.parametrize("words", [("when", "Monday", 0.99), ("where", "Lima", 0.99)])
def test_not_what_was_before_or_after(monkeypatch: pytest.MonkeyPatch, words: tuple[str, str, float]) -> None:
    event = _charge(monkeypatch, words, text="Chile accused Bolivia of fraud before its envoy flew to Lima on Monday.")
    assert (event.when, event.where) == (None, None)


def test_a_day_to_come_dates_nothing_that_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    event = _charge(monkeypatch, ("when", "May 2017", 0.9), text="Ann Lee will go to Lima in May 2017. Chile accused Bolivia of fraud.")
    assert (event.when, event.status) == (None, "happened")


def test_the_day_of_a_dateline_is_the_report_s(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _charge(monkeypatch, ("when", "March 3", 0.9), text="LIMA, March 3 (Agency) - Chile accused Bolivia of fraud.").when is None


def test_what_a_rule_gives_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Ann Lee was in Lima on Monday. In Sucre on Tuesday Chile accused Bolivia of fraud."
    event = _charge(monkeypatch, ("when", "Monday", 0.9), ("where", "Lima", 0.6), ("where", "Sucre", 0.3), text=text)
    assert event.when is not None
    assert event.where is not None
    assert (event.when.edtf, event.where.name) == ("2015-03-03", "Sucre")


@pytest.mark.parametrize(
    "text",
    [
        "Ana Rey met Bo Fox in Lima on Monday. They discussed a truce in Togo, which had collapsed in May.",
        "Chad shelled Kofo on Friday. Togo condemned the attack, and its envoy flew to Quito the next day.",
        "In March Peru recalled its envoy from Accra. Two weeks later protesters burned tyres near the port of Callao.",
    ],
)
def test_days_that_rules_give_stay(text: str) -> None:
    report = Report("r", text, published="2024-06-05")
    with patch.object(pipeline, "with_likely_setting", side_effect=lambda _, groups, *__: groups):
        ruled = [e.when.edtf if e.when else None for e in pipeline.read(report).events]
    now = [e.when.edtf if e.when else None for e in pipeline.read(report).events]
    assert any(ruled)
    assert all(new == old for old, new in zip(ruled, now, strict=True) if old is not None)


def test_rules_and_encoder_have_weights_of_their_own() -> None:
    for value in ("when", "where"):
        both, rules = (weights(TABLE, f"{value}.{way}") for way in ("both", "rules"))
        assert INTERCEPT in both.keys() & rules.keys()
        assert both["heard"] > 0
        assert "heard" not in rules


def test_what_few_words_have_is_left_out() -> None:
    some = [Judged({"often": 1.0, **({"seldom": 1.0} if n == 0 else {})}, n % 3 == 0) for n in range(FEWEST)]
    kept = common(some)
    assert all("seldom" not in one.told for one in kept)
    assert "often" in kept[0].told
    assert INTERCEPT in learned([one.told for one in kept], [one.right for one in kept], 1.0)


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Chile accused Bolivia of fraud at Nasib.", "Nasib", "Nasib"),
        ("Chile accused Bolivia of fraud near the control tower.", "control tower", "the control tower"),
        ("Chile accused Bolivia of fraud on MSNBC.", "MSNBC", None),
    ],
)
def test_words_that_no_gazetteer_has_may_be_the_place(monkeypatch: pytest.MonkeyPatch, text: str, words: str, name: str | None) -> None:
    event = _charge(monkeypatch, ("where", words, 0.95), text=text)
    assert (event.where.name if event.where else None) == name


def test_the_day_of_a_thing_told_beside_is_not_the_deed_s() -> None:
    """That of the thing itself is its own: "a truce brokered in July"."""
    text = "Chad's army accused the rebels of shelling the town of Bol in breach of a ceasefire signed in Lome in July."
    events = pipeline.read(Report("t", text, published="2026-10-15")).events
    assert {e.type: e.when.edtf if e.when else None for e in events} == {"ACCUSE": None, "ASSAULT": None, "RETREAT": "2026-07"}
