"""Mentions -> events: one new mention against its neighbourhood, or all at once.

Both use one rule. A mention, or an event, joins the event that it is most like, the mean of its best and its average score over the
pairs at `THRESHOLD` or more, where no pair contradicts. `could_meet` says which mentions need be looked at at all.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import TypeAlias

from .acts import neighbours
from .scoring import THRESHOLD, Weighed, weigh
from .told import Told

NIGHT = timedelta(days=1)
"""Windows so far apart touch: late on the one day in one place is the next in another."""
Window: TypeAlias = tuple[date | None, date | None]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two mentions that were weighed."""

    one: Hashable
    other: Hashable
    weighed: Weighed


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a mention belongs: an event's id, or None for one of its own; the score, and its pairs with the mentions of that event.

    `bridged` are other events that are now seen to be the same as `event`: the mention is the link that was missing. Its pairs with
    their mentions are among `pairs`, too.
    """

    event: Hashable | None
    score: float
    pairs: tuple[Pair, ...] = ()
    bridged: tuple[Hashable, ...] = ()


def could_meet(a: Told, b: Told) -> bool:
    """Whether two mentions are worth weighing: neighbouring types, a handle in common, times that may touch (`NIGHT`).

    A store asks for the same with three conditions: `type in neighbours(new.type)`; any of `Told.handles` shared (an index of mention by
    handle; it holds party keys, last words of names, states, the settlement); `Told.window` no more than a night apart (first and
    last day, None for an open side). What `weigh` can score at `THRESHOLD` meets all three, but for parties that share neither key, name
    nor state.

    >>> could_meet(Told("1", "r", "CONSULT"), Told("2", "s", "ASSAULT"))
    False
    """
    if b.type not in neighbours(a.type) or not a.handles & b.handles:
        return False
    return _touch(a.window, b.window)


def _touch(one: Window, other: Window) -> bool:
    (first, last), (first_b, last_b) = one, other
    return not ((last and first_b and first_b - last > NIGHT) or (last_b and first and first - last_b > NIGHT))


def place(new: Told, near: Mapping[Hashable, Sequence[Told]]) -> Placement:
    """The event among `near` (event id -> its mentions) that a new mention tells of.

    Best give it every event that has a mention which `could_meet` the new one, with all its mentions. The cost grows with these.
    Equal scores go to the event whose mentions come first by their reports and ids: neither the mapping's order is anything nor that in
    which the reports came.

    >>> place(Told("1", "r", "CONSULT"), {}).event is None
    True
    """
    scores: list[tuple[float, tuple[str, int, str], Hashable, list[Weighed]]] = []
    for event, members in near.items():
        if not any(could_meet(new, m) for m in members):
            continue
        weighed = _weighed(new, members)  # all of them: a member that could not meet it may contradict
        score = linkage(weighed)
        if score is not None and score >= THRESHOLD:
            scores.append((-score, min(map(rank, members)), event, weighed))
    if not scores:
        return Placement(None, 0.0)
    scores.sort(key=lambda s: s[:2])
    score, _, best, weighed = scores[0]
    pairs = _pairs(new, near[best], weighed)
    inside, bridged = [new, *near[best]], []
    for _, _, event, with_new in scores[1:]:
        joint = linkage([weigh(a, b) for a in inside for b in near[event]])
        if joint is not None and joint >= THRESHOLD:
            inside += near[event]
            bridged.append(event)
            pairs += _pairs(new, near[event], with_new)
    return Placement(best, -score, tuple(pairs), tuple(bridged))


def rank(told: Told) -> tuple[str, int, str]:
    """What orders mentions: report and id; numbers as numbers.

    >>> sorted((Told(10, "r", "VOTE"), Told(9, "r", "VOTE"), Told(11, "q", "VOTE")), key=rank)[0].id
    11
    """
    number = str(told.id)
    return told.report, len(number), number


def _weighed(new: Told, members: Sequence[Told]) -> list[Weighed]:
    """A mention weighed with each of an event's, up to one that contradicts: nothing makes up for that."""
    found: list[Weighed] = []
    for member in members:
        found.append(weigh(new, member))
        if found[-1].contradiction is not None:
            break
    return found


def _pairs(new: Told, members: Sequence[Told], weighed: Sequence[Weighed]) -> list[Pair]:
    return [Pair(new.id, member.id, one) for member, one in zip(members, weighed, strict=True)]


def linkage(weighed: Sequence[Weighed]) -> float | None:
    """The score of an event from those of its pairs; None where one contradicts, or there is none.

    >>> linkage([Weighed(0.9), Weighed(0.7)]), linkage([Weighed(0.9), Weighed(0.0, (), "another day")])
    (0.85, None)
    """
    if not weighed or any(w.contradiction is not None for w in weighed):
        return None
    scores = [w.score for w in weighed]
    return round((max(scores) + sum(scores) / len(scores)) / 2, 4)


def merge_all(tolds: Iterable[Told]) -> list[list[Hashable]]:
    """All mentions at once, the surest pairs first: lists of ids, ordered by the ids' text; the order of `tolds` is nothing.

    Clusters grow by the linkage of `place` (agglomerative, the best two first), starting from the pairs that could meet.

    >>> merge_all([Told("b", "r1", "CONSULT"), Told("a", "r2", "ASSAULT")])
    [['a'], ['b']]
    """
    told = sorted(tolds, key=lambda t: (str(t.report), str(t.id)))
    between = cache(lambda x, y: weigh(told[x], told[y]))
    members = {n: [n] for n in range(len(told))}
    age = dict.fromkeys(members, 0)
    heap: list[tuple[float, int, int, int, int]] = []

    def offer(i: int, j: int) -> None:
        i, j = min(i, j), max(i, j)
        score = linkage([between(min(x, y), max(x, y)) for x in members[i] for y in members[j]])
        if score is not None and score >= THRESHOLD:
            heapq.heappush(heap, (-score, i, j, age[i], age[j]))

    near: dict[int, set[int]] = defaultdict(set)
    for i, j in _candidates(told):
        near[i].add(j)
        near[j].add(i)
        offer(i, j)
    while heap:
        _, i, j, age_i, age_j = heapq.heappop(heap)
        if i not in members or j not in members or (age[i], age[j]) != (age_i, age_j):
            continue
        members[i] += members.pop(j)
        age[i] += 1
        near[i] = (near[i] | near.pop(j)) - {i, j}
        for k in near[i]:
            near[k] = (near[k] - {j}) | {i}
            offer(i, k)
    clusters = [sorted((told[n].id for n in numbers), key=str) for numbers in members.values()]
    return sorted(clusters, key=lambda c: str(c[0]))


def _candidates(told: Sequence[Told]) -> list[tuple[int, int]]:
    """The pairs that could meet, by number; found by their handles, so that the cost grows with the neighbourhoods."""
    by_handle: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(told):
        for handle in one.handles:
            by_handle[handle].append(number)
    types, windows = [neighbours(one.type) for one in told], [one.window for one in told]
    near: set[tuple[int, int]] = set()
    for numbers in by_handle.values():
        for at, j in enumerate(numbers):
            near.update((i, j) for i in numbers[:at] if told[j].type in types[i] and _touch(windows[i], windows[j]))
    return sorted(near)
