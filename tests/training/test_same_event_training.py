"""The weights of mentions of one event: what is compared, what is learned from it."""

import random

from training.corpora import Marked
from training.logistic import learned
from training.same_event import Pair, pairs, tally

from memcon.reading.logistic import INTERCEPT

TEXT = "Chad attacked Togo on Monday. The attack lasted an hour. Togo attacked Peru on Friday."


def _at(word: str, number: int = 0) -> tuple[int, int]:
    start = -1
    for _ in range(number + 1):
        start = TEXT.index(word, start + 1)
    return start, start + len(word)


def test_mentions_are_compared_with_the_events_before_as_annotated() -> None:
    events = [
        {"type": "ASSAULT", "triggers": [_at("attacked"), (_at("The attack")[0] + 4, _at("The attack")[1])]},
        {"type": "ASSAULT", "triggers": [_at("attacked", 1)]},
    ]
    found = list(pairs([Marked("t", TEXT, events=events)]))
    assert [one.one for one in found] == [True, False]
    assert all(one.told["alike"] <= 1.001 for one in found)


def test_what_the_annotations_do_not_have_teaches_nothing() -> None:
    assert list(pairs([Marked("t", TEXT, events=[])])) == []


def test_a_regression_finds_what_tells_apart() -> None:
    chance = random.Random(3)
    made = [(chance.random() < 0.5, chance.random()) for _ in range(400)]
    weights = learned([{"same": float(same), "noise": noise} for same, noise in made], [same for same, _ in made], penalty=1.0)
    assert weights["same"] > 3 > abs(weights["noise"])
    assert INTERCEPT in weights


def test_a_tally_counts_the_likeliest_event_of_each_mention() -> None:
    weights = {INTERCEPT: 0.0, "fit": 1.0}
    found = [
        Pair(("t", 1), {"fit": 2.0}, True),
        Pair(("t", 1), {"fit": 1.0}, False),
        Pair(("t", 2), {"fit": 1.0}, False),
        Pair(("t", 3), {"fit": -1.0}, True),
    ]
    assert tally(found, weights) == {"right": 1, "wrong": 1, "left apart": 1}
