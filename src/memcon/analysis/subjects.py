"""What an analysis is about: an actor, a dyad or a process (a query), and which acts belong to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from memcon.actors import registry
from memcon.actors.names import fold
from memcon.store import Store

from .acts import Act, acts
from .plain import Plain
from .who import Actor, Actors, actors
from .windows import Window

_SHOWN = 6


class SubjectError(ValueError):
    """A subject that is not in the store, or that may be several; the message says which."""


@dataclass(frozen=True, slots=True)
class Side(Plain):
    """One that is asked for: a state with all who act for it (`id` is its ISO code), or one actor."""

    id: str
    name: str

    def has(self, actor: Actor) -> bool:
        """Whether an actor is the one, or acts for it."""
        return self.id in (actor.id, actor.side)

    def touches(self, actor: Actor) -> bool:
        """Whether it is the one, acts for it, or is of that state (its ships, its citizens, its opposition)."""
        return self.has(actor) or actor.country == self.id


@dataclass(frozen=True, slots=True)
class Subject(Plain):
    """One side or two (a dyad; none: all), and the query that narrows the acts down."""

    sides: tuple[Side, ...] = ()
    query: str = ""

    @property
    def kind(self) -> str:
        """`actor`, `dyad` or `process`."""
        return ("process", "actor", "dyad")[len(self.sides)]

    @property
    def title(self) -> str:
        """What to write above it."""
        return " and ".join(one.name for one in self.sides) or self.query or "All events"

    def holds(self, act: Act) -> bool:
        """Whether an act is about it: each side, or someone of it, takes part in any role, and the two of a dyad are not one party in
        it."""
        of = [{part.who.id for part in act.parts if one.touches(part.who)} for one in self.sides]
        return all(of) and (len(of) < len(self.sides) or len(of) < 2 or len(of[0] | of[1]) > 1)

    def alone(self, act: Act) -> bool:
        """Whether one side does it and nobody else is named as party to it: people of whom no state is told ("the crew") are none."""
        named = {*act.of("actor"), *(who for who in act.principals if who.kind != "group" or who.country)}
        return bool(act.of("actor")) and any(all(one.touches(who) for who in named) for one in self.sides)


def subject(store: Store, *names: str, query: str = "") -> Subject:
    """The subject of up to two names. A name is a state's (or its capital, its ISO code), an actor's id, or an actor's name or surname.

    SubjectError where the store knows nobody of that name, or several.

    >>> with Store.open(None) as store:
    ...     subject(store, "Iceland", "NOR", query="type:consult").title
    'Iceland and Norway'
    """
    if len(names) > 2:
        raise SubjectError(f"a subject is one party or two, not {len(names)}; narrow many down with a query")
    known = actors(store)
    return Subject(tuple(_side(known, name) for name in names), query)


def acts_about(store: Store, about: Subject, window: Window | None = None, *, wide: bool = False, narrowed: str = "") -> tuple[Act, ...]:
    """The acts that are about a subject, in the order of time.

    `wide` takes in, for a dyad, what one of the two does with nobody named on the other side ("Norway refused to lift its ban"), if a
    report that tells it also tells an act of the dyad: such acts are as a rule of the same quarrel. What it does with a third is left out.
    `narrowed` is one more query.
    """
    every = acts(store, f"{about.query} {narrowed}".strip(), window)
    found = tuple(one for one in every if about.holds(one))
    if not wide or len(about.sides) < 2:
        return found
    reports = {report for one in found for report in one.reports}
    kept = {one.id for one in found}
    return tuple(one for one in every if one.id in kept or (not reports.isdisjoint(one.reports) and about.alone(one)))


def _side(known: Actors, name: str) -> Side:
    state = _state(name)
    if state:
        return Side(state, known.label(state))
    if name in known:
        return Side(known[name].id, known[name].name)
    words = fold(name).split()
    if not words:
        raise SubjectError("a subject needs a name")
    for fits in (_whole, _by_surname, _in_part):
        found = [one for one in known.every() if fits(words, fold(one.name).split())]
        people = [one for one in found if one.kind == "person"] or found
        if len(people) == 1:
            return Side(people[0].id, people[0].name)
        if people:
            shown = ", ".join(f"{one.name} ({one.id})" for one in people[:_SHOWN])
            raise SubjectError(f"{name!r} may be {shown}{' and others' if len(people) > _SHOWN else ''}: give the whole name or the id")
    raise SubjectError(f"no report of this store tells of anyone named {name!r}")


def _state(name: str) -> str | None:
    by_iso = registry().states.by_iso
    if name.upper() in by_iso and len(name) == 3:
        return name.upper()
    found = registry().state(name)
    if found:
        return found.iso3
    meant = registry().metonym(name)
    return meant.target.country if meant and meant.target.kind == "state" else registry().capital(name)


def _whole(words: Sequence[str], of: Sequence[str]) -> bool:
    return list(words) == list(of)


def _by_surname(words: Sequence[str], of: Sequence[str]) -> bool:
    return list(words) == list(of[-len(words) :])


def _in_part(words: Sequence[str], of: Sequence[str]) -> bool:
    return set(words) <= set(of)
