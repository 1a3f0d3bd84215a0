"""Who could have heard what from whom: time-respecting paths of contacts (Holme and Saramäki 2012).

A message can go on from one contact to the next only if the first was over when the next began. Days are all that reports tell, so a path
stands only where each contact's last possible day is before the next one's first (`same_day`: or on it). What is reached is who *could*
have heard, not who did; and who is not reached may still have been told in ways that no report names.
"""

from __future__ import annotations

import heapq
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from memcon.store import Store

from .acts import Act, acts
from .contacts import CONTACTS, Pair, carries, contacts, node, pairs
from .plain import Plain
from .remembered import remembered
from .subjects import Side
from .who import Actors, actors
from .windows import Window


@dataclass(frozen=True, slots=True, order=True)
class Hop(Plain):
    """One contact on the way: from whom to whom, in which event, on which days."""

    giver: str
    taker: str
    event: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Reached(Plain):
    """A party that a message could reach, and by which day for sure; `path` is the way of fewest hops among the earliest."""

    id: str
    name: str
    day: date
    path: tuple[Hop, ...]


def reach(
    store: Store,
    source: Side,
    window: Window | None = None,
    *,
    query: str = "",
    level: str = "person",
    same_day: bool = False,
    backwards: bool = False,
) -> tuple[Reached, ...]:
    """Whom something that the source knew at the window's beginning could have reached within it, the earliest first.

    `backwards`: from whom the source could have heard by the window's end; `day` is then the latest day of the first contact on the way.

    >>> with Store.open(None) as store:
    ...     reach(store, Side("FIN", "Finland"))
    ()
    """
    window = window or Window()

    def work() -> tuple[Reached, ...]:
        found = contacts(acts(store, f"{query} {CONTACTS}".strip(), window))
        return reach_of(found, actors(store), source, window, level=level, same_day=same_day, backwards=backwards)

    return remembered(store, ("reach", source, window, query, level, same_day, backwards), work)


def reach_of(
    found: Sequence[Act],
    known: Actors,
    source: Side,
    window: Window,
    *,
    level: str = "person",
    same_day: bool = False,
    backwards: bool = False,
) -> tuple[Reached, ...]:
    """Whom a message reaches through these contacts."""
    of = node(level)
    ways: dict[str, list[Pair]] = {}
    starts = []
    for act in found:
        if act.first is None or act.last is None:
            continue
        starts += [of(who) for who in act.principals if source.has(who)]
        for pair in pairs(act, of):
            ways.setdefault(pair.a, []).append(pair)
            ways.setdefault(pair.b, []).append(pair)
    sign = -1 if backwards else 1
    edge = window.last if backwards else window.first
    begin = (edge - timedelta(days=sign)).toordinal() * sign if edge else -(10**9)
    queue: list[tuple[int, int, str, tuple[Hop, ...]]] = [(begin, 0, one, ()) for one in sorted(set(starts))]
    done: dict[str, tuple[int, tuple[Hop, ...]]] = {}
    while queue:
        when, hops, one, path = heapq.heappop(queue)
        if one in done:
            continue
        done[one] = (when, path)
        for pair in ways.get(one, ()):
            other = pair.other(one)
            giver, taker = (other, one) if backwards else (one, other)
            early, late = _days(pair.act, sign)
            if other in done or not carries(pair, giver) or not (when < early or (same_day and when == early)):
                continue
            hop = Hop(known.label(giver), known.label(taker), pair.act.id, *_told(pair.act))
            heapq.heappush(queue, (late, hops + 1, other, (hop, *path) if backwards else (*path, hop)))
    reached = [Reached(one, known.label(one), date.fromordinal(when * sign), path) for one, (when, path) in done.items() if path]
    reached.sort(key=lambda r: (r.day.toordinal() * sign, len(r.path), r.id))
    return tuple(reached)


def _days(act: Act, sign: int) -> tuple[int, int]:
    """When a contact begins and ends on the way, as numbers that grow along it."""
    first, last = _told(act)
    return (first.toordinal(), last.toordinal()) if sign > 0 else (-last.toordinal(), -first.toordinal())


def _told(act: Act) -> tuple[date, date]:
    assert act.first is not None
    assert act.last is not None
    return act.first, act.last
