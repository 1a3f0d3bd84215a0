"""Events as analysis looks at them: one small row an event, with one value a field and its parties by identity.

Read from the store's columns, not from the records, so that a network of many thousand events is seconds' work. How a status is settled is
told at `merging.statuses`; other values are those that most independent reports give among the tellings that agree with that status.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, or_, select

from memcon.merging import party_key
from memcon.merging.alike import Who, described
from memcon.merging.settled import settle
from memcon.merging.statuses import REAL, standing
from memcon.store import Store
from memcon.store import query as asked
from memcon.store.schema import decisions, listed, members, mentions, parties, reports, sought
from memcon.store.shadow import shadowed_all, shadows
from memcon.store.tellings import merged

from .plain import Plain
from .remembered import remembered
from .who import Actor, Actors, actors
from .windows import Window, days_of

PRINCIPALS = ("actor", "recipient")
_GONE = ("rejected", "forgotten")
_AT_ONCE = 400


@dataclass(frozen=True, slots=True)
class Part(Plain):
    """Someone in a role."""

    role: str
    who: Actor


@dataclass(frozen=True, slots=True)
class Act(Plain):
    """One event of the world with one value a field.

    `first` and `last` are the days of `when` (EDTF), None where open or unknown. `told` is the day on which the first report of it came
    out, never to be taken for the day of the event. `denied` says that some report denies what others assert.
    """

    id: str
    type: str
    mode: str
    status: str
    when: str | None
    first: date | None
    last: date | None
    told: date | None
    place: str | None
    country: str | None
    parts: tuple[Part, ...]
    reports: tuple[str, ...]
    support: int
    denied: bool = False

    def of(self, *roles: str) -> tuple[Actor, ...]:
        """Who has one of these roles, each once."""
        return tuple({part.who.id: part.who for part in self.parts if part.role in roles}.values())

    @property
    def principals(self) -> tuple[Actor, ...]:
        """Its actors and recipients."""
        return self.of(*PRINCIPALS)

    @property
    def real(self) -> bool:
        """Whether it took place or is taking place."""
        return self.status in REAL

    @property
    def day(self) -> date | None:
        """The one day on which it was; None unless it is told to the day."""
        return self.first if self.first == self.last else None

    def inside(self, window: Window) -> bool:
        """Whether it may have been in the window. What has no time, and what is not done yet, counts by the day on which it was first told
        too: a meeting announced in the window belongs to it, though it is to be after it."""
        if self.when and window.holds(self.first, self.last):
            return True
        by_told = not self.when or not self.real
        return not window or (by_told and self.told is not None and window.holds(self.told, self.told))


def acts(store: Store, query: str = "", window: Window | None = None) -> tuple[Act, ...]:
    """The events that a query asks for, in the order of time (undated ones by the day on which they were first told), within a window.

    QueryError where the query is none. Worked out once for each state of the store.

    >>> with Store.open(None) as store:
    ...     acts(store, "type:consult")
    ()
    """
    window = window or Window()
    return remembered(store, ("acts", query, window), lambda: _acts(store, query, window))


def acts_of(store: Store, numbers: Sequence[str]) -> dict[str, Act]:
    """The events of these ids that stand: those that a person rejected, and those that nobody tells any more, are left out."""
    known = actors(store)
    with store.reading() as connection:
        return {one.id: one for one in _read(connection, numbers, known)}


def _acts(store: Store, query: str, window: Window) -> tuple[Act, ...]:
    known = actors(store)
    with store.reading() as connection:
        numbers = asked.find(connection, query)
        if window:
            near = _near(connection, window)
            numbers = [number for number in numbers if number in near]
        found = [one for one in _read(connection, numbers, known) if one.inside(window)]
    return tuple(sorted(found, key=in_time))


def _near(connection: Connection, window: Window) -> set[str]:
    """The events of which some telling may be in the window, and those that a person put right: more than those that are, never fewer."""
    told = select(reports.c.id)
    dated: list[ColumnElement[bool]] = [sought.c.dated]
    if window.first:
        dated.append(or_(sought.c.last.is_(None), sought.c.last >= window.first.isoformat()))
        told = told.where(reports.c.published >= window.first.isoformat())
    if window.last:
        dated.append(or_(sought.c.first.is_(None), sought.c.first <= window.last.isoformat()))
        told = told.where(reports.c.published < (window.last + timedelta(days=1)).isoformat())
    holds = or_(and_(*dated), sought.c.report.in_(told))
    found = connection.execute(select(listed.c.event).join(sought, sought.c.event == listed.c.number).where(holds)).scalars()
    return {*found, *connection.execute(select(decisions.c.target).where(decisions.c.action == "correct")).scalars()}


def in_time(act: Act) -> tuple[str, str, str]:
    """What orders acts in time: the first day, of equals the shorter; without one, the last day or the day on which it was told."""
    first = act.first or act.last or act.told
    return first.isoformat() if first else "9999", act.last.isoformat() if act.last else "9999", act.id


@dataclass(slots=True)
class _Telling:
    """A row of `mentions` with its report and its parties."""

    row: Any
    parts: list[Part]

    @property
    def shown(self) -> tuple[int, int, float]:
        """How much it says of who takes part."""
        main = {part.who.side for part in self.parts if part.role in PRINCIPALS}
        known = sum(part.who.kind in ("person", "state") for part in self.parts)
        return len(main), known, self.row.confidence


def _read(connection: Connection, numbers: Sequence[str], known: Actors) -> Iterator[Act]:
    for at in range(0, len(numbers), _AT_ONCE):
        part = numbers[at : at + _AT_ONCE]
        said = shadows(connection, part)
        tellings = _tellings(connection, part, known)
        corrected = [number for number, shadow in said.items() if shadow.corrected and shadow.judgement not in _GONE]
        by_hand = {one.id: one for one in shadowed_all(connection, merged(connection, corrected))} if corrected else {}
        for number in part:
            found = tellings.get(number)
            if not found or (number in said and said[number].judgement in _GONE):
                continue
            act = _act(number, found)
            yield _corrected(act, by_hand[number], known) if number in by_hand else act


def _tellings(connection: Connection, numbers: Sequence[str], known: Actors) -> dict[str, list[_Telling]]:
    columns = ("id", "report", "type", "mode", "status", "edtf", "country", "place", "confidence")
    rows = connection.execute(
        select(members.c.event, *(mentions.c[name] for name in columns), reports.c.published, reports.c.copy_of)
        .join(mentions, members.c.mention == mentions.c.id)
        .join(reports, mentions.c.report == reports.c.id)
        .where(members.c.event.in_(numbers), mentions.c.current)
        .order_by(reports.c.published, reports.c.id, mentions.c.position)
    ).all()
    parts: dict[int, list[Part]] = {}
    wanted = (
        select(parties.c.mention, parties.c.role, parties.c.key, mentions.c.report)
        .join(members, members.c.mention == parties.c.mention)
        .join(mentions, mentions.c.id == parties.c.mention)
        .where(members.c.event.in_(numbers))
        .order_by(parties.c.mention, parties.c.number)
    )
    for mention, role, key, report in connection.execute(wanted):
        if (who := known.named(key, report)) is not None:
            parts.setdefault(mention, []).append(Part(role, who))
    found: dict[str, list[_Telling]] = {}
    for row in rows:
        found.setdefault(row.event, []).append(_Telling(row, parts.get(row.id, [])))
    return found


def _act(number: str, found: Sequence[_Telling]) -> Act:
    kind = _most((one.row.type, one) for one in found)
    status = standing((one.row.published or "", one.row.status) for one in found)
    fits = [one for one in found if one.row.type == kind and _class(one.row.status) == _class(status)]
    fits = fits or [one for one in found if one.row.type == kind]
    rest = [one for one in found if one not in fits]
    lead = max(fits, key=lambda one: one.shown)
    when = _most((one.row.edtf, one) for one in fits) or _most((one.row.edtf, one) for one in rest)
    place = _most((one.row.place, one) for one in fits) or _most((one.row.place, one) for one in rest)
    others = [part for one in found for part in one.parts if part.role not in PRINCIPALS]
    main = [part for part in lead.parts if part.role in PRINCIPALS]
    parts = tuple(dict.fromkeys([_by_name(kind, part, main, found) for part in main] + _by_whom(kind, lead, fits) + others))
    first, last = days_of(when)
    days = sorted(one.row.published for one in found if one.row.published)
    return Act(
        number, kind, _most((one.row.mode, one) for one in fits) or "", status, when, first, last, _day(days[0]) if days else None, place,
        _most((one.row.country, one) for one in fits) or _most((one.row.country, one) for one in rest), parts,
        tuple(dict.fromkeys(one.row.report for one in found)), len(_witnesses(found)),
        status != "denied" and any(one.row.status == "denied" for one in found),
    )  # fmt: skip


def _by_name(kind: str, part: Part, main: Sequence[Part], found: Iterable[_Telling]) -> Part:
    """A person whom the telling that stands only describes ("Peru's envoy"), as the one of that state whom others name there."""
    if part.who.kind != "person" or not part.who.country or not _described(part.who):
        return part
    told = {one.who for one in main}
    names = {
        one.who
        for telling in found
        for one in telling.parts
        if (one.role == part.role or (kind == "CONSULT" and one.role in PRINCIPALS))
        and (one.who.kind, one.who.country) == ("person", part.who.country)
        and one.who not in told
        and not _described(one.who)
    }
    return Part(part.role, names.pop()) if len(names) == 1 else part


def _described(who: Actor) -> bool:
    return described(Who("", who.id, who.name, who.kind, who.country))


def _by_whom(kind: str, lead: _Telling, fits: Sequence[_Telling]) -> list[Part]:
    """Who did it, where the telling that says most of the others does not say so."""
    acted = [one for one in fits if any(part.role == "actor" for part in one.parts)]
    if kind == "CONSULT" or lead in acted or not acted:
        return []
    known = {part.who for part in lead.parts}
    return [part for part in max(acted, key=lambda one: one.shown).parts if part.role == "actor" and part.who not in known]


def _corrected(act: Act, event: Any, known: Actors) -> Act:
    """The act with what a person put right."""
    right = settle(event).event
    of = {party.role: known.named(party_key(party), event.lead.witness.id) for party in right.participants}
    parts = tuple(part for part in act.parts if part.role not in event.corrected)
    for party in right.participants:
        if party.role in event.corrected:
            who = of[party.role] or Actor(party_key(party), party.name, party.kind, party.country, party.sector, party.office, party.name)
            parts = (*parts, Part(party.role, who))
    values: Mapping[str, Any] = {
        "type": right.type, "mode": right.mode, "status": right.status, "when": right.when.edtf if right.when else None,
        "country": right.where.country if right.where else None, "where": (right.where.place or right.where.name) if right.where else None,
    }  # fmt: skip
    own = {"type": act.type, "mode": act.mode, "status": act.status, "when": act.when, "country": act.country, "where": act.place}
    now: dict[str, Any] = {name: values[name] if name in event.corrected else told for name, told in own.items()}
    first, last = days_of(now["when"])
    return Act(
        act.id, now["type"], now["mode"] or "", now["status"], now["when"], first, last, act.told, now["where"], now["country"], parts,
        act.reports, act.support, act.denied and now["status"] != "denied",
    )  # fmt: skip


def _most(told: Iterable[tuple[Any, _Telling]]) -> Any:
    """The value that most independent reports give, of equals the first; None where none gives any."""
    found: dict[Any, list[_Telling]] = {}
    for value, telling in told:
        if value not in (None, ""):
            found.setdefault(value, []).append(telling)
    return max(found, key=lambda value: len(_witnesses(found[value]))) if found else None


def _witnesses(found: Collection[_Telling]) -> set[str]:
    return {one.row.copy_of or one.row.report for one in found}


def _class(status: str) -> str:
    return "real" if status in REAL else status


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None
