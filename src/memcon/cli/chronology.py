"""Events in the order of time, as far as the report tells it."""

from __future__ import annotations

import heapq
from collections.abc import Sequence

from memcon.model import Event
from memcon.reading.record.date_words import first_day


def in_time_order(events: Sequence[Event]) -> list[Event]:
    """Dated events by their first day, undated ones after them in the order of the text; stated order (`after e1`) is kept.

    An undated event that stands before or after a dated one goes beside it. Where what is stated contradicts itself, the order of the
    text decides.

    >>> from memcon.model import Order, Span, When
    >>> def event(ident, at, edtf=None, order=()):
    ...     span = Span(at, at + 1, "x")
    ...     return Event(ident, "CONSULT", "", "happened", (span,), when=When(edtf, span) if edtf else None, order=order)
    >>> events = [event("e1", 0, "2022-03-05"), event("e2", 9), event("e3", 5, "2022-02-24"), event("e4", 7, None, (Order("after", "e1"),))]
    >>> [e.id for e in in_time_order(events)]
    ['e3', 'e1', 'e4', 'e2']
    """
    at = {e.id: n for n, e in enumerate(sorted(events, key=lambda e: (min((t.start for t in e.triggers), default=0), e.id)))}
    named = {e.id: e for e in events}
    before: dict[str, set[str]] = {e.id: set() for e in events}
    for event in events:
        for order in event.order:
            if order.event in named and order.event != event.id:
                first, second = (order.event, event.id) if order.relation == "after" else (event.id, order.event)
                before[second].add(first)
    rank = _ranks(events, before, at)
    waiting = {ident: len(earlier) for ident, earlier in before.items()}
    ready = [(rank[ident], ident) for ident, count in waiting.items() if count == 0]
    heapq.heapify(ready)
    done: list[Event] = []
    left = set(named)
    while left:
        ident = heapq.heappop(ready)[1] if ready else min(left, key=lambda i: rank[i])
        if ident not in left:
            continue
        left.discard(ident)
        done.append(named[ident])
        for later, earlier in before.items():
            if ident in earlier:
                waiting[later] -= 1
                if waiting[later] == 0:
                    heapq.heappush(ready, (rank[later], later))
    return done


def _ranks(events: Sequence[Event], before: dict[str, set[str]], at: dict[str, int]) -> dict[str, tuple[int, str, int]]:
    """(0, day, place in the text) for what has a day of its own or by its neighbours, (1, "", place in the text) for the rest."""
    day = {e.id: first_day(e.when.edtf) for e in events if e.when}
    changed = True
    while changed:
        changed = False
        for later, earlier in before.items():
            for other in sorted(earlier):
                if later not in day and other in day:
                    day[later], changed = day[other], True
                elif other not in day and later in day:
                    day[other], changed = day[later], True
    return {e.id: (0, day[e.id], at[e.id]) if e.id in day else (1, "", at[e.id]) for e in events}
