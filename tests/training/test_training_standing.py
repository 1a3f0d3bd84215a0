"""What a trigger is taught stands in its own sentence where it can."""

import pytest
from annotations.standoff import digest
from training.corpora import Marked
from training.local import parties, placed
from training.standing import Standing, standing

TEXT = "Ana Rey came to Kyiv. She met Leo Fox on Monday. The talks ended. Aides praised Fox."
SENTENCES = [(0, 21), (22, 48), (49, 65), (66, 84)]


def _at(words: str, nth: int = 0) -> tuple[int, int]:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return start, start + len(words)


def _words(found: list[Standing], label: int | None) -> set[str]:
    return {TEXT[slice(*one.span)] for one in found if one.label == label}


MEETING = {
    "triggers": [_at("met"), _at("talks")],
    "participants": [
        {"role": "actor", "mention": _at("Ana Rey"), "also": [_at("She")]},
        {"role": "recipient", "mention": _at("Leo Fox")},
    ],
    "when": {"span": _at("Monday")},
}


def test_a_pronoun_stands_for_the_name_in_another_sentence() -> None:
    met, _ = standing(MEETING, TEXT, SENTENCES)
    assert _words(met, 1) == {"She", "Monday"}
    assert _words(met, 3) == {"Leo Fox"}
    assert _words(met, None) == set()


def test_what_stands_beside_another_trigger_is_not_judged_at_this_one() -> None:
    _, talks = standing(MEETING, TEXT, SENTENCES)
    assert _words(talks, None) >= {"Ana Rey", "Leo Fox", "Monday", "The talks ended"}
    assert all(one.label is None for one in talks)


def test_a_surname_will_do() -> None:
    praise = {"triggers": [_at("praised")], "participants": [{"role": "recipient", "mention": _at("Leo Fox")}]}
    ((fox,),) = standing(praise, TEXT, SENTENCES)
    assert (fox.label, fox.span) == (3, _at("Fox", 1))


def test_what_stands_beside_no_trigger_is_taught_once_where_it_stands() -> None:
    lost = {"triggers": [_at("talks"), _at("praised")], "participants": [{"role": "actor", "mention": _at("Ana Rey")}]}
    first, second = standing(lost, TEXT, SENTENCES)
    assert _words(first, 1) == {"Ana Rey"}
    assert _words(second, 1) == set()


def test_the_rules_tell_where_else_a_party_is_mentioned() -> None:
    groups = parties(TEXT)
    assert [_at("Ana Rey"), _at("She")] in groups
    event = {"triggers": [_at("met")], "participants": [{"role": "actor", "mention": list(_at("Ana Rey"))}]}
    (one,) = placed([Marked("a", TEXT, events=[event])], {("a", digest(TEXT)): groups})
    assert one.events is not None
    assert _at("She") in one.events[0]["participants"][0]["also"]


@pytest.mark.parametrize("name", ["b", "a"])
def test_mentions_of_another_text_are_not_taken(name: str) -> None:
    event = {"triggers": [_at("met")], "participants": [{"role": "actor", "mention": list(_at("Ana Rey"))}]}
    known = {("b" if name == "a" else "a", digest(TEXT)): [[_at("Ana Rey"), _at("She")]]}
    (one,) = placed([Marked(name, TEXT, events=[event])], known)
    assert one.events is not None
    assert one.events[0]["participants"][0]["also"] == []
