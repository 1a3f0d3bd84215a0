"""Words are counted by lemma and kind, acts by the word that the others hang on."""

from collections import Counter

from training.corpora import Marked
from training.words_of_acts import counted, fired, table

from memcon.reading.parse.parsing import parser

TEXT = "Peru attacked Chad. The attack failed. Chad may attack."


def _at(words: str, number: int = 0) -> tuple[int, int]:
    start = -1
    for _ in range(number + 1):
        start = TEXT.index(words, start + 1)
    return start, start + len(words)


def test_each_use_counts_and_each_act_by_its_head() -> None:
    event = {"type": "ASSAULT", "triggers": [_at("attacked"), _at("The attack")]}
    seen, acts = counted([(Marked("t", TEXT, events=[event]), parser().parse(TEXT))])
    assert (seen["attack", "v"], seen["attack", "n"]) == (2, 1)
    assert acts == {("attack", "v"): Counter(ASSAULT=1), ("attack", "n"): Counter(ASSAULT=1)}


def test_rare_words_are_left_out() -> None:
    rows = table(Counter({("attack", "v"): 9, ("fail", "v"): 3}), {("attack", "v"): Counter(ASSAULT=4), ("fail", "v"): Counter(REJECT=1)})
    assert [line for line in rows.splitlines() if not line.startswith("#")] == ["word\tas\tseen\tacts", "attack\tv\t9\tASSAULT:4"]


def test_a_line_is_right_where_its_type_is_annotated() -> None:
    event = {"type": "ASSAULT", "triggers": [_at("attacked")]}
    seen, right = fired([(Marked("t", TEXT, events=[event]), parser().parse(TEXT))])
    assert (dict(seen), dict(right)) == ({"lexicon:force:attack:ASSAULT": 2}, {"lexicon:force:attack:ASSAULT": 1})
