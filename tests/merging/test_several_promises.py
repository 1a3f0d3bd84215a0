"""What one party refuses, promises or frees on several occasions stays apart; what is the same in other words is one."""

from dataclasses import replace

import pytest
from tests.merging.merging_cases import tells

from memcon.merging import Merged, Telling, Told, weigh
from memcon.merging.alike import BEHIND, OTHER, Who, alike
from memcon.merging.words import family
from memcon.reading.record.summary import summary

REFUSALS = "m r1 2022-03-07 | REJECT/yield happened | Russia | | ", "m r2 2022-03-13 | REJECT/yield happened | Russia | | "


def _summed_up(line: str, words: str, number: int) -> Told:
    told = tells(line, words)
    return replace(told, event=replace(told.event, summary=summary(told.event))).told(number)


def test_what_only_the_summaries_say_alike_does_not_make_two_refusals_one() -> None:
    withdrawal, corridor = (
        _summed_up(line, words, n) for n, (line, words) in enumerate(zip(REFUSALS, ("withdraw", "breaking"), strict=True))
    )
    assert not weigh(withdrawal, corridor).one


def test_the_summary_of_an_imported_event_still_counts() -> None:
    told = tells(REFUSALS[0], "no")
    told = replace(told, event=replace(told.event, summary="Russia would not open the corridor to Kharkiv."))
    assert "corridor" in told.told(1).words


@pytest.mark.parametrize(
    ("second", "due", "promises"),
    [("2022-03-19", "../2022-03", 2), ("2022-03-10", "../2022-03", 1), ("2022-03-19", "", 1)],
    ids=["told after the first was due", "told before", "no day the second time"],
)
def test_what_is_promised_again_after_it_was_due_is_another_promise(second: str, due: str, promises: int) -> None:
    first = tells("m r1 2022-03-07 | RETREAT/access planned | Russia | ../2022-03-12 |", "open the corridor").told(1)
    again = tells(f"m r2 {second} | RETREAT/access planned | Russia | {due} |", "open the corridor").told(2)
    assert (weigh(first, again).contradiction is not None) == (promises == 2)


def _group(name: str, country: str) -> Who:
    return Who("recipient", f"group:{name}@{country}", name, "group", country)


@pytest.mark.parametrize(
    ("name", "country", "likeness"),
    [
        ("its two pilots", "SOM", BEHIND),
        ("its three pilots", "SOM", OTHER),
        ("its two sailors", "SOM", OTHER),
        ("two Somali pilots", "SOM", OTHER),
    ],
)
def test_a_pronoun_does_not_say_whose_they_are(name: str, country: str, likeness: float) -> None:
    assert alike(_group("two Ethiopian pilots", "ETH"), _group(name, country)) == likeness


@pytest.mark.parametrize("word", ["free", "freed", "release", "released", "releases", "liberated"])
def test_forms_of_words_with_synonyms_are_of_one_family(word: str) -> None:
    assert family(word) == "free"


def test_when_it_was_done_comes_before_until_when_it_was_to_be() -> None:
    promised = tells("m r1 2022-03-06 | RETREAT/release planned | Russia | ../2022-03-10 |", "free")
    done = tells("m r2 2022-03-11 | RETREAT/release happened | Russia | 2022-03-10 |", "released")
    merged = Merged("m", tuple(Telling(one.witness, one.event) for one in (promised, done)))
    assert merged.best("when") == "2022-03-10"
