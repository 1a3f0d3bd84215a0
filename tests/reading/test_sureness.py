"""How likely values of an event are right: each party's role, the mode and the status say what gave them and how sure it is."""

from typing import Any

import pytest
from training.corpora import Marked
from training.sureness import judged, values

from memcon.model import Event, Report
from memcon.reading.acts.acts import Act
from memcon.reading.factuality.status import Status
from memcon.reading.joining.group import Group
from memcon.reading.logistic import INTERCEPT, weights
from memcon.reading.parse.parsing import DEFAULT_MODEL, RULES
from memcon.reading.pipeline import read
from memcon.reading.record.sureness import TABLE, VALUES, of_status

MET = "Naftali Bennett met Vladimir Putin in Moscow on Saturday."


def _event(text: str, model: str = DEFAULT_MODEL) -> Event:
    (event,) = read(Report("r", text, published="2022-03-07"), model).events
    return event


def _at(words: str) -> tuple[int, int]:
    return MET.index(words), MET.index(words) + len(words)


@pytest.mark.parametrize("model", [DEFAULT_MODEL, RULES])
def test_each_role_says_which_slot_gave_it_and_how_sure_it_is(model: str) -> None:
    event = _event(MET, model)
    roles = {entry.path: entry for entry in event.evidence if entry.path.endswith("/role")}
    assert {path: entry.by for path, entry in roles.items()} == {
        "/participants/0/role": "rule:role.subj",
        "/participants/1/role": "rule:role.obj",
    }
    assert all(0.5 < entry.p < 1 for entry in roles.values())
    assert [entry.spans[0].quote for entry in roles.values()] == ["Naftali Bennett", "Vladimir Putin"]


def test_a_plain_status_is_surer_than_that_of_a_bare_noun() -> None:
    plain, bare = (
        next(entry for entry in _event(text).evidence if entry.path == "/status")
        for text in (MET, "The meeting of Chad with Peru is in Lima.")
    )
    assert plain.p > bare.p


def test_what_the_encoder_says_of_a_status_is_not_asked_where_the_day_decides() -> None:
    class Heard:
        statuses = (1.0,) * 6
        types = (1.0,) * 18
        type = "CONSULT"
        p_type = 1.0

    class Trigger:
        coded = Heard()

    class Told:
        trigger = Trigger()
        status = Status("happened", "tense.VBD", ())
        type, mode = "CONSULT", "meeting"

    told: Any = Told()
    acts: list[Act] = [told]
    assert "heard" in of_status(Group(acts), "happened", "tense.VBD")
    assert "heard" not in of_status(Group(acts), "planned", "date.after_publication")


@pytest.mark.parametrize("value", VALUES)
def test_the_rules_alone_have_weights_of_their_own(value: str) -> None:
    both, rules = (weights(TABLE, f"{value}.{way}") for way in ("both", "rules"))
    assert INTERCEPT in both.keys() & rules.keys()
    assert "heard" in both
    assert "heard" not in rules


def test_values_are_judged_where_the_event_is_right() -> None:
    parties = [{"role": "actor", "mention": _at("Naftali Bennett")}]
    gold = {"type": "CONSULT", "mode": "call", "status": "happened", "triggers": [_at("met")], "participants": parties, "sources": []}
    found = [(value, one.right) for value, one in judged([Marked("t", MET, events=[gold])], "both")]
    assert found == [("mode", False), ("status", True), ("role", True), ("role", False)]
    assert list(judged([Marked("t", MET, events=[gold | {"type": "AID"}])], "both")) == []


def test_each_value_is_told_by_its_path() -> None:
    read_so = [{"type": "AID", "mode": "", "status": "happened", "triggers": [_at("met")], "participants": [], "sources": []}]
    assert list(values(Marked("t", MET, events=[]), read_so)) == [("status", (0, "/status"), None)]
