"""The benchmark of reading counts what a reader would."""

import pytest
from benchmarks.reading import compared, events, measure, who_whom
from training.corpora import Marked

from memcon.coder import available
from memcon.model import Report
from memcon.reading.pipeline import read

TEXT = "Norway condemned Chile. Oslo also called Lima on Friday."


def _gold(kind: str, trigger: str, actor: str, recipient: str, mode: str = "") -> dict[str, object]:
    def at(words: str) -> tuple[int, int]:
        return TEXT.index(words), TEXT.index(words) + len(words)

    parties = [{"role": "actor", "mention": at(actor)}, {"role": "recipient", "mention": at(recipient)}]
    return {"type": kind, "mode": mode, "status": "happened", "triggers": [at(trigger)], "participants": parties}


GOLD = [_gold("ACCUSE", "condemned", "Norway", "Chile", "disapprove"), _gold("CONSULT", "called", "Oslo", "Lima", "call")]


def test_a_party_is_known_by_any_of_its_mentions() -> None:
    tally = compared(TEXT, GOLD, events(read(Report("r", TEXT, published="2016-03-05"))))
    assert tally == {"gold": 2, "read": 2, "found": 2, "typed": 2, "who-whom": 2, "status": 2, "mode": 2}


def test_the_wrong_way_round_is_wrong_but_in_a_call() -> None:
    turned = [_gold("ACCUSE", "condemned", "Chile", "Norway", "disapprove"), _gold("CONSULT", "called", "Lima", "Oslo", "call")]
    found = events(read(Report("r", TEXT, published="2016-03-05")))
    assert [who_whom(gold, one) for gold, one in zip(turned, found, strict=True)] == [False, True]


@pytest.mark.parametrize("way", ["rules", "coder", "both"])
def test_every_way_of_reading_is_measured(way: str) -> None:
    if way != "rules" and not available():
        pytest.skip("the encoder's weights are not in this installation")
    rules = measure([Marked("a", TEXT, events=GOLD)], "rules")
    figures = measure([Marked("a", TEXT, events=GOLD)], way)
    assert figures["events"] == 2
    assert figures["typed"] > 0.5
    assert measure([Marked("a", TEXT, events=GOLD)], "rules") == rules  # nothing stays changed
