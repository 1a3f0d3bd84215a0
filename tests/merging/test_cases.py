"""The own cases: what belongs together does, what only looks so stays apart, in whatever order the reports come."""

from collections import defaultdict
from collections.abc import Hashable, Sequence
from random import Random

import pytest
from tests.merging.contact_cases import CONTACTS
from tests.merging.deed_cases import DEEDS
from tests.merging.merging_cases import Case

from memcon.merging import Told, could_meet, merge_all, place, weigh

CASES = (*CONTACTS, *DEEDS)


def _wanted(case: Case) -> set[frozenset[Hashable]]:
    groups: dict[str, set[Hashable]] = defaultdict(set)
    for number, telling in enumerate(case.tellings):
        groups[telling.world].add(telling.told(number).id)
    return {frozenset(g) for g in groups.values()}


def _told(case: Case) -> list[Told]:
    return [telling.told(number) for number, telling in enumerate(case.tellings)]


def _one_by_one(tolds: Sequence[Told]) -> set[frozenset[Hashable]]:
    events: dict[Hashable, list[Told]] = {}
    for told in tolds:
        near = {e: members for e, members in events.items() if any(could_meet(told, m) for m in members)}
        found = place(told, near)
        home = events.setdefault(told.id if found.event is None else found.event, [])
        home.append(told)
        for other in found.bridged:
            home += events.pop(other)
    return {frozenset(m.id for m in members) for members in events.values()}


def test_forty_cases_half_of_them_traps() -> None:
    assert len(CASES) >= 40
    assert sum(c.trap for c in CASES) * 2 >= len(CASES)
    assert len({c.name for c in CASES}) == len(CASES)


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.name)
def test_all_at_once(case: Case) -> None:
    tolds = _told(case)
    assert {frozenset(c) for c in merge_all(tolds)} == _wanted(case)
    assert merge_all(reversed(tolds)) == merge_all(tolds)


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.name)
def test_one_by_one_in_any_order(case: Case) -> None:
    tolds, wanted = _told(case), _wanted(case)
    for seed in range(24):
        order = list(tolds)
        Random(seed).shuffle(order)
        assert _one_by_one(order) == wanted, [t.id for t in order]


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.name)
def test_a_pair_weighs_the_same_from_both_sides(case: Case) -> None:
    tolds = _told(case)
    for a in tolds:
        for b in tolds:
            there, back = weigh(a, b), weigh(b, a)
            assert there.score == pytest.approx(back.score)
            assert (there.contradiction is None) == (back.contradiction is None)
            assert could_meet(a, b) == could_meet(b, a)
