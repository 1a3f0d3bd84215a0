"""A list of headlines is read line by line: each is of a report of its own."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from memcon import read
from memcon.model import Event, Record
from memcon.reading.parse.headline_lists import headline_list
from memcon.reading.parse.sentences import sentences
from memcon.verification import verify

LINES = (
    "Chad, Togo to sign border accord on Friday",
    "Rebels free two hostages in Gao",
    "Peru expels Chadian envoy",
    "Militants free aid workers",
    "Peru, Chile agree to truce",
    "Chad's president meets Togolese envoy in Lome",
)


def _told(record: Record) -> list[tuple[str, str, list[str], list[str]]]:
    return [(e.type, e.status, _names(e, "actor"), _names(e, "recipient")) for e in record.events]


def _names(event: Event, role: str) -> list[str]:
    return [p.name for p in event.parties(role)]


@given(st.permutations(LINES), st.sampled_from(("", "- ", "• ")), st.sampled_from(("\n", "\n\n")))
@settings(max_examples=10, deadline=None)
def test_each_line_is_read_as_if_it_stood_alone(lines: list[str], mark: str, gap: str) -> None:
    """And the whole is true to its text, with one entity for who is one by the registry."""
    record = read(gap.join(mark + line for line in lines), published="2024-03-05")
    assert _told(record) == [one for line in lines for one in _told(read(line, published="2024-03-05"))]
    assert not verify(record)
    known = [one.wikidata for one in record.entities if one.wikidata]
    assert len(known) == len(set(known))
    entities = {one.id: one for one in record.entities}
    assert all(p.mention in entities[p.entity].mentions for e in record.events for p in e.participants if p.entity)


def test_neither_days_nor_parties_are_carried_from_line_to_line() -> None:
    record = read(
        "Chad, Togo to sign border accord on Friday\nTroops, rebels clash\nTwo killed in Lima blast\nPeru frees envoy",
        published="2024-03-05",
    )
    assert [e.when is not None for e in record.events] == [True, False, False, False]


@pytest.mark.parametrize(
    "text",
    [
        "PERU SHELLS CHILE PORT, KILLING FOUR\nREY AND FOX HOLD TALKS IN LOME\nCHAD EXPELS UN ENVOY\nTOGO SUMMONS PERUVIAN ENVOY",
        "Rey Meets Fox In Lima - Agency\nPeru Expels Envoy - The Daily\nTwo Freed In Chad - Agency\nTogo Shuts Its Border - Agency",
    ],
)
def test_capitals_and_the_names_of_outlets_are_no_part_of_it(text: str) -> None:
    assert len(headline_list(text)) == 4
    assert not any(text[a:b].endswith(("Agency", "Daily")) for a, b in headline_list(text))


@pytest.mark.parametrize(
    "text",
    [
        "Rey meets Fox in Lima\nThe two speak for an hour\nBy Ann Lee\n\nRey met Fox in Lima on Monday. They spoke for an hour.",
        "The rebels attacked a base\nHe said that they had fled\nThey came back at night\nIt was over by noon",
        "10:00 Meeting with the speaker\n11:00 Talks with Rey\n12:30 Lunch with Fox\n14:00 Visit to the port",
        "The foreign ministers of Chad and Togo held talks by telephone\non Saturday about a truce in Gao and the envoys of both states\n"
        "Rey and Fox told reporters that they had agreed to meet again in\nLome next week to sign it",
    ],
)
def test_what_goes_on_from_line_to_line_is_no_such_list(text: str) -> None:
    assert headline_list(text) == []


def test_lines_that_end_before_they_had_to_are_lines_of_wrapped_text() -> None:
    text = """Chad, Togo hold phone talks on truce
By Ann Lee

LOME, May 6 - The foreign ministers of Chad and Togo held talks by
telephone on Saturday about a truce in Gao, officials in both capitals
told reporters. The call lasted an hour and the two sides agreed to meet
again in Lima next week, the officials said on condition that they not
be named. Neither side would say whether an embassy would be reopened.
"""
    told = [" ".join(text[a:b].split()) for a, b in sentences(text)]
    assert told[:2] == ["Chad, Togo hold phone talks on truce", "By Ann Lee"]
    assert told[3].startswith("The foreign ministers")
    assert told[3].endswith("told reporters.")
