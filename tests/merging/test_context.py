"""Reports as wholes: those of one story are alike, others are not, and what they say of two mentions."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.merging.merging_cases import tells

from memcon.merging import Context, Told, Weighed, weigh
from memcon.merging.context import likeness
from memcon.merging.context import tells as says

FLOOD = (
    "The river Sebu burst its banks near Kofo on Monday and swept away two bridges, the ministry of works said. Some 300 families spent "
    "the night in a school. Minister Ana Rey blamed the mining company Tolva for felling the forest above the town, and told it to pay for "
    "the damage. Tolva said its concession lies downstream."
)
FLOOD_AGAIN = (
    "KOFO - Families returned to muddy houses after the Sebu flooded the town. Rescuers counted two bridges and a mill among the losses. "
    "Works minister Rey again accused Tolva of felling upstream forest; the company, which mines tin, denied it."
)
ALERT = "Works minister Rey blames Tolva for Kofo flood, two bridges lost."
STRIKE = (
    "Dockers in the port of Lima walked out for a third day over wages. Ships with grain waited in the roads, and the chamber of commerce "
    "put the loss at six million dollars. The employers blamed the union for the queue and said the government would not bargain under "
    "threat; the union's lawyers called that a bluff before Friday's hearing."
)
BLAMED = "w r1 2022-03-05 | ACCUSE/disapprove happened | {} | | "


def _context(text: str) -> Context:
    found = Context.of(text)
    assert found is not None
    return found


def _told(who: str, report: str, text: str, words: str = "") -> Told:
    line = BLAMED.format(who).replace("r1", report)
    told = tells(line, words).told(int(report[1:]))
    return replace(told, words=frozenset(("blame", *words.split())), acts=frozenset(("blame",)), context=_context(text))


def _weighed(one: str, other: str, who: str = "Lapid", whom: str = "") -> Weighed:
    return weigh(_told(f"{who} > {whom}", "r1", one), _told(f"{who} > {whom}", "r2", other))


def test_reports_of_one_story_are_alike() -> None:
    flood, again, strike = _context(FLOOD), _context(FLOOD_AGAIN), _context(STRIKE)
    assert likeness(flood, again) > 2 * likeness(flood, strike)
    assert says(flood, again) > 0 > says(again, strike)


def test_an_alert_is_of_the_story_that_fills_a_page() -> None:
    assert says(_context(ALERT), _context(f"{FLOOD} {FLOOD_AGAIN}")) > 0
    assert says(_context(ALERT), _context(f"{STRIKE} {STRIKE}")) < 0


def test_too_few_words_tell_nothing() -> None:
    assert Context.of("") is None
    assert Context.of("The minister met the envoy.") is None


@given(st.lists(st.sampled_from((FLOOD + STRIKE).split()), min_size=20), st.lists(st.sampled_from(FLOOD_AGAIN.split()), min_size=20))
def test_likeness_is_the_same_from_both_sides(one: list[str], other: list[str]) -> None:
    a, b = Context.of(" ".join(one)), Context.of(" ".join(other))
    if a is not None and b is not None:
        assert likeness(a, b) == pytest.approx(likeness(b, a))
        assert -1e-6 <= likeness(a, b) <= 1 + 1e-6
        assert -1 <= says(a, b) <= 1
        assert np.all(np.diff(a.words.astype(np.int64)) > 0)


def test_a_speaker_who_blames_in_two_stories_blames_twice() -> None:
    assert not _weighed(FLOOD, STRIKE).one
    assert "reports of different stories" in _weighed(FLOOD, STRIKE).reasons


def test_whom_one_blames_in_one_story_is_blamed_once() -> None:
    found = _weighed(FLOOD, FLOOD_AGAIN, whom="Blinken")
    assert found.one
    assert "reports of one story" in found.reasons


def test_the_verb_of_speech_alone_makes_nobodys_words_one() -> None:
    """What two reports have in common is that somebody "blamed": other speakers, and nothing of what was said."""
    one, other = (replace(_told("Lapid >", report, FLOOD), context=None) for report in ("r1", "r2"))
    assert not weigh(one, other).one
    assert not weigh(one, replace(other, parties=tells(BLAMED.format("protesters >")).told(3).parties)).one


def test_what_is_plain_without_the_reports_is_no_plainer_with_them() -> None:
    told = [tells("m r1 2022-03-06 | CONSULT/meeting happened | Lavrov > Kuleba | 2022-03-05 | Antalya".replace("r1", r), "met").told(n)
            for n, r in enumerate(("r1", "r2"))]  # fmt: skip
    alone = weigh(*told)
    story = weigh(*(replace(one, context=_context(text)) for one, text in zip(told, (FLOOD, FLOOD_AGAIN), strict=True)))
    other = weigh(*(replace(one, context=_context(text)) for one, text in zip(told, (FLOOD, STRIKE), strict=True)))
    assert alone.score <= story.score
    assert other.one  # day, place and both parties say more
    assert other.score < alone.score
