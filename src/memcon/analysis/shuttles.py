"""Shuttle chains: one mediator's contacts in the order of time, and the parties that they link.

A chain is a run of *legs* of one party, its contacts told to the day, of which each follows the last within `gap` days. It has at least
`least` legs and at least two counterparts that are neither its own side nor one another's. It *links* two counterparts each time that it
passes from one to the other in consecutive legs, and so could carry what the one said; `direct` counts the contacts that the two had
without it on the chain's days. Contacts of one day and one counterpart are one leg (a flight, a handshake and the talks). A visit without
a named host is to the state in which the place lies. On one day, legs stand in the order that a report states; else in that
in which a report of both tells them, and `order` says that it is unknown.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import combinations

from memcon.store import Store

from .acts import Act, acts
from .contacts import CONTACTS, contacts, node, pairs
from .plain import Plain
from .quotes import events_of
from .remembered import remembered
from .subjects import Side
from .who import Actors, actors
from .windows import Window

GAP, LEAST = 3, 3


@dataclass(frozen=True, slots=True)
class Leg(Plain):
    """One stop of a chain. `order` says what tells that it came after the leg before: `day`, `stated`, or `unknown` on the same day; the
    first leg's is empty. `by_place`: the counterpart is the state of the place."""

    day: date
    counterparts: tuple[str, ...]
    names: tuple[str, ...]
    media: tuple[str, ...]
    places: tuple[str, ...]
    events: tuple[str, ...]
    order: str = ""
    by_place: bool = False


@dataclass(frozen=True, slots=True)
class Link(Plain):
    """Two counterparts (in alphabetical order) and how often the chain passed between them; `direct`: contacts of the two without it."""

    a: str
    b: str
    passes: int
    direct: int


@dataclass(frozen=True, slots=True)
class Order:
    """Pairs of events of which the first came before the second, as a report says (`stated`), or as reports that tell of both tell them one
    after the other (`told`), which proves nothing."""

    stated: frozenset[tuple[str, str]] = frozenset()
    told: frozenset[tuple[str, str]] = frozenset()


NO_ORDER = Order()


@dataclass(frozen=True, slots=True)
class Chain(Plain):
    """A shuttle chain. `returns` counts the legs that come back to a counterpart after another; `passes` how often it passed between the
    two between whom it passed most: once or twice is a tour, more is a shuttle."""

    mediator: str
    name: str
    first: date
    last: date
    legs: tuple[Leg, ...]
    links: tuple[Link, ...]
    returns: int
    passes: int


def shuttles(
    store: Store,
    mediator: Side | None = None,
    window: Window | None = None,
    *,
    query: str = "",
    level: str = "person",
    gap: int = GAP,
    least: int = LEAST,
) -> tuple[Chain, ...]:
    """The chains of a mediator, or of all parties, within a window: those that passed most often between two counterparts first.

    >>> with Store.open(None) as store:
    ...     shuttles(store)
    ()
    """
    window = window or Window()

    def work() -> tuple[Chain, ...]:
        found, known = contacts(acts(store, f"{query} {CONTACTS}".strip(), window)), actors(store)
        chains = chains_of(found, known, mediator, level=level, gap=gap, least=least)
        same_day = {event for chain in chains for leg in chain.legs if leg.order == "unknown" for event in leg.events}
        if not same_day:
            return chains
        order = order_of(store, [event for chain in chains for leg in chain.legs for event in leg.events])
        return chains_of(found, known, mediator, level=level, gap=gap, least=least, order=order)

    return remembered(store, ("shuttles", mediator, window, query, level, gap, least), work)


def chains_of(
    found: Sequence[Act],
    known: Actors,
    mediator: Side | None = None,
    *,
    level: str = "person",
    gap: int = GAP,
    least: int = LEAST,
    order: Order = NO_ORDER,
) -> tuple[Chain, ...]:
    """The chains among these contacts; `order` is what reports say of the order of contacts on one day."""
    of = node(level)
    stops: dict[str, list[tuple[date, tuple[str, ...], Act, bool]]] = {}
    direct: dict[tuple[str, str], list[date]] = {}
    for act in found:
        if act.day is None:
            continue
        for pair in pairs(act, lambda actor: actor.side):
            direct.setdefault((min(pair.a, pair.b), max(pair.a, pair.b)), []).append(act.day)
        for actor in act.principals:
            if mediator is not None and not mediator.has(actor):
                continue
            one = mediator.id if mediator is not None else of(actor)
            others, by_place = _counterparts(act, actor.side)
            if others and (act.day, others, act, by_place) not in stops.setdefault(one, []):
                stops[one].append((act.day, others, act, by_place))
    chains = []
    for one, its in stops.items():
        for run in _runs(_legs(its, known, order), gap):
            chain = _chain(one, known, run, direct)
            if len(run) >= least and chain.links:
                chains.append(chain)
    chains.sort(key=lambda c: (-c.passes, len(c.links), -c.returns, -len(c.legs), c.first, c.mediator))
    return tuple(chains)


def order_of(store: Store, numbers: Iterable[str]) -> Order:
    """What reports say of the order of these events."""
    events = events_of(store, sorted(set(numbers)))
    of_telling = {(t.witness.id, t.event.id): number for number, event in events.items() for t in event.tellings}
    stated = set()
    places: dict[str, list[tuple[int, str]]] = {}
    for number, event in events.items():
        for telling in event.tellings:
            if telling.event.triggers:
                places.setdefault(telling.witness.id, []).append((telling.event.triggers[0].start, number))
            for one in telling.event.order:
                other = of_telling.get((telling.witness.id, one.event))
                if other and other != number:
                    stated.add((other, number) if one.relation == "after" else (number, other))
    told = {(a, b) for its in places.values() for (_, a), (_, b) in combinations(sorted(its), 2) if a != b}
    return Order(frozenset(stated), frozenset(pair for pair in told if pair[::-1] not in told))


def _counterparts(act: Act, own: str) -> tuple[tuple[str, ...], bool]:
    """The other sides of a contact, as its pairs have them: a call to two is to each; the state of the place where a visit names no
    host."""
    others = tuple(sorted({b if a == own else a for a, b in ((p.a, p.b) for p in pairs(act, lambda who: who.side)) if own in (a, b)}))
    if others or act.mode != "visit" or not act.country or act.country == own:
        return others, False
    return (act.country,), True


def _legs(stops: Sequence[tuple[date, tuple[str, ...], Act, bool]], known: Actors, order: Order) -> list[Leg]:
    together: dict[tuple[date, tuple[str, ...]], list[tuple[Act, bool]]] = {}
    for day, others, act, by_place in stops:
        together.setdefault((day, others), []).append((act, by_place))
    legs = [_leg(day, others, its, known) for (day, others), its in together.items()]
    legs.sort(key=lambda leg: (leg.day, leg.events))
    ordered: list[Leg] = []
    for day in dict.fromkeys(leg.day for leg in legs):
        ordered += _one_day([leg for leg in legs if leg.day == day], order)
    found: list[Leg] = []
    for leg in ordered:
        before = found[-1] if found else None
        how = "" if before is None else "day" if before.day < leg.day else "stated" if _ordered(before, leg, order.stated) else "unknown"
        found.append(replace(leg, order=how))
    return found


def _leg(day: date, others: tuple[str, ...], its: Sequence[tuple[Act, bool]], known: Actors) -> Leg:
    each = sorted((act for act, _ in its), key=lambda act: act.id)
    return Leg(
        day, others, tuple(known.label(one) for one in others), tuple(dict.fromkeys(act.mode or "contact" for act in each)),
        tuple(dict.fromkeys(act.place for act in each if act.place)), tuple(act.id for act in each),
        by_place=all(by_place for _, by_place in its),
    )  # fmt: skip


def _one_day(legs: list[Leg], order: Order) -> list[Leg]:
    """The legs of a day in the order that reports state; what no report orders, as a report that tells of both tells them."""
    ordered: list[Leg] = []
    left = list(legs)
    while left:
        free = [leg for leg in left if not any(_ordered(other, leg, order.stated) for other in left if other is not leg)] or left
        first = next((leg for leg in free if not any(_ordered(other, leg, order.told) for other in free if other is not leg)), free[0])
        ordered.append(first)
        left.remove(first)
    return ordered


def _ordered(one: Leg, other: Leg, pairs: Collection[tuple[str, str]]) -> bool:
    return any((a, b) in pairs for a in one.events for b in other.events)


def _runs(legs: Sequence[Leg], gap: int) -> list[list[Leg]]:
    runs: list[list[Leg]] = []
    for leg in legs:
        if runs and leg.day - runs[-1][-1].day <= timedelta(days=gap):
            runs[-1].append(leg)
        else:
            runs.append([leg])
    return runs


def _chain(one: str, known: Actors, legs: Sequence[Leg], direct: Mapping[tuple[str, str], Sequence[date]]) -> Chain:
    passes: dict[tuple[str, str], int] = {}
    seen: set[str] = set()
    returns = 0
    for at, leg in enumerate(legs):
        before = legs[at - 1].counterparts if at else ()
        for a in before:
            for b in leg.counterparts:
                if a != b and b not in before and a not in leg.counterparts:
                    pair = (min(a, b), max(a, b))
                    passes[pair] = passes.get(pair, 0) + 1
        returns += any(b in seen and b not in before for b in leg.counterparts) if at else 0
        seen.update(leg.counterparts)
    first, last = legs[0].day, legs[-1].day
    links = tuple(
        Link(known.label(a), known.label(b), count, sum(first <= day <= last for day in direct.get((a, b), ())))
        for (a, b), count in sorted(passes.items(), key=lambda item: (-item[1], item[0]))
    )
    return Chain(one, known.label(one), first, last, tuple(legs), links, returns, max(passes.values(), default=0))
