""" "Both capitals", "the two sides" without anybody near: those whom the report told side by side."""

import pytest

import memcon


def _parties(text: str, word: str) -> set[str]:
    events = memcon.read(text, published="2026-03-02").events
    return {p.name for e in events if any(t.quote.startswith(word) for t in e.triggers) for p in e.participants}


LEAD = (
    "Bo Fox rang his Chadian and Togolese counterparts. Russia, which brokered a truce in 2020, urged restraint. "
    "Kremlin spokesman Ivan Rey said that Vladimir Putin had been ill. "
)


@pytest.mark.parametrize("words", ["both capitals", "the two countries"])
def test_they_are_those_told_side_by_side(words: str) -> None:
    assert _parties(f"{LEAD}The envoy Ana Lee visited {words} last week.", "visited") == {"Ana Lee", "Chad", "Togo"}


def test_who_mediated_is_none_of_them() -> None:
    text = "Chad and Togo broke a truce. Qatar and Oman, which mediated it, left. It rained. Again it rained. Ana Lee rang both sides."
    assert _parties(text, "rang") == {"Ana Lee", "Chad", "Togo"}


def test_both_capitals_are_those_of_the_two_states_that_the_report_is_about() -> None:
    text = (
        "Chad closed the border on Monday. Togo called that a mistake. A Peruvian envoy left for the region.\n\n"
        "Chad said that it would wait. Chadian troops stayed. Togo said nothing. Togolese farmers waited.\n\n"
        "It was cold. The rain went on. Snow fell. Roads were icy. The envoy, Bo Fox, flew to both capitals on Friday."
    )
    visit = next(e for e in memcon.read(text, published="2024-03-05").events if any(t.quote == "flew" for t in e.triggers))
    assert {p.country for p in visit.participants if p.role == "recipient"} == {"TCD", "TGO"}


def test_who_only_welcomes_a_truce_is_no_side_of_it() -> None:
    text = (
        "Chad and Togo signed a truce on Monday. Chad said that it would keep it. Togo said the same.\n\n"
        "Chad has lost ten men. Togo has lost six. Peru and the European Union welcomed the truce. Both sides agreed on a prisoner swap."
    )
    agreed = next(e for e in memcon.read(text, published="2024-03-05").events if any(t.quote.startswith("agreed") for t in e.triggers))
    assert {p.country for p in agreed.participants if p.role == "actor"} == {"TCD", "TGO"}
