"""Nouns and objects that the parser takes for verbs and for parts of the noun behind them."""

import pytest

from memcon.model import Report
from memcon.reading.pipeline import read


@pytest.mark.parametrize("verb", ["imposed", "had imposed"])
def test_a_plural_behind_a_verb_that_takes_no_clause_is_its_object(verb: str) -> None:
    events = read(Report("r", f"Chad {verb} asset freezes and travel bans on five rebels, an official said.")).events
    assert {p.name for e in events for p in e.participants if p.role == "actor"} == {"Chad"}
    assert all("Chad" in [p.name for p in e.participants] for e in events)


@pytest.mark.parametrize("given", ["access to its ports", "weapons"])
def test_a_state_of_several_words_is_given_something(given: str) -> None:
    (event,) = read(Report("r", f"Chad has offered the United States {given}.")).events
    assert [(p.role, p.name) for p in event.participants] == [("actor", "Chad"), ("recipient", "United States")]
