"""Who is who across a store's reports: each party once, under all its spellings, with the state that it counts for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from weakref import WeakKeyDictionary

from sqlalchemy import func, select

from memcon.actors import registry
from memcon.actors.names import fold
from memcon.merging.alike import NAMED, Who, alike
from memcon.merging.unnamed import Named, is_vague, persons
from memcon.model import Party, Span
from memcon.store import Store
from memcon.store.schema import decisions, members, mentions, parties, readings, reports

from .plain import Plain
from .remembered import remembered
from .sides import side

_AT_ONCE = 400
_NO_WORDS = Span(0, 0, "")


@dataclass(frozen=True, slots=True)
class Actor(Plain):
    """A party across reports. `id` is its key there (`wd:Q...`, `state:ISL`, or kind, name and state), `side` whom it counts for: the ISO
    code of the state that it acts for, else its own id."""

    id: str
    name: str
    kind: str
    country: str | None
    sector: str | None
    office: str | None
    side: str


@dataclass(frozen=True, slots=True)
class _Spelling:
    key: str
    name: str
    kind: str
    country: str | None
    sector: str | None
    office: str | None
    count: int

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(fold(self.name).replace("'s", "").replace("-", " ").replace(".", "").split())

    @property
    def who(self) -> Who:
        return Who("actor", self.key, " ".join(self.words), self.kind, self.country)


class Actors(Mapping[str, Actor]):
    """Key of a party -> the actor, for all keys and spellings of a store.

    A person under a surname alone, or without a state, is the one known person whom it can mean; where it can mean several, or none is
    known, it stays itself, and that in each report by itself unless more than the name joins them (`merging.unnamed`).
    """

    def __init__(
        self,
        spellings: Iterable[tuple[str, str, str, str | None, str | None, str | None, int]],
        named: Callable[[Sequence[str]], Iterable[Named]] = lambda _keys: (),
    ) -> None:
        """`named` gives where these keys, of persons of whom too little is told, are named."""
        rows = [_Spelling(*row) for row in spellings]
        self._heads = _heads(rows)
        of: dict[str, list[_Spelling]] = {}
        for row in rows:
            of.setdefault(self._heads[row.key], []).append(row)
        self._actors = {head: _actor(head, found) for head, found in of.items()}
        self._counts = {head: sum(one.count for one in found) for head, found in of.items()}
        vague = [head for head, found in of.items() if is_vague(head, [one.name for one in found])]
        self._part([*named(vague)] if vague else [])

    def _part(self, named: Sequence[Named]) -> None:
        """Make several persons of one of whom reports tell only a name."""
        self._in_report = persons(named)
        counts = Counter(self._in_report[one.key, one.report] for one in named)
        for one in named:
            person = self._in_report[one.key, one.report]
            if person not in self._actors:
                self._actors[person] = replace(self._actors[one.key], id=person, side=person, office=one.office)
                self._counts[person], self._heads[person] = counts[person], person
        for key in {one.key for one in named} - {*self._in_report.values()}:
            del self._actors[key]
            self._heads[key] = min((person for (of, _), person in self._in_report.items() if of == key), key=lambda x: (-counts[x], x))

    def named(self, key: str, report: str) -> Actor | None:
        """The actor whom a report means by a key; None where there is none."""
        head = self._heads.get(key)
        return None if head is None else self._actors[self._in_report.get((key, report), head)]

    def __getitem__(self, key: str) -> Actor:
        return self._actors[self._heads[key]]

    def __iter__(self) -> Iterator[str]:
        return iter(self._heads)

    def __len__(self) -> int:
        return len(self._heads)

    def every(self) -> list[Actor]:
        """Each actor once, those named most often first."""
        return [self._actors[head] for head in sorted(self._actors, key=lambda head: (-self._counts[head], head))]

    def label(self, side: str) -> str:
        """The name of a side: the state's, or the actor's own."""
        if side in self._actors:
            return self._actors[side].name
        known = registry().states.by_iso.get(side)
        return known.name if known else side


def actors(store: Store) -> Actors:
    """The actors of a store, worked out once for each state of it.

    >>> with Store.open(None) as store:
    ...     len(actors(store))
    0
    """
    return remembered(store, "actors", lambda: Actors(_spellings(store), lambda keys: _named(store, keys)))


Spelt = tuple[str, str, str, str | None, str | None, str | None]
"""Key, name, kind, country, sector and office of a party as one report has it."""


@dataclass(frozen=True, slots=True)
class _Counted:
    """How often each spelling stands in the first mentions of a store, up to the number `last`; before the decision after `decided`, and
    when so many readings had been replaced by others of their reports."""

    last: int
    decided: int
    replaced: int
    counts: Mapping[Spelt, int]


_counted: WeakKeyDictionary[Store, _Counted] = WeakKeyDictionary()


def _spellings(store: Store) -> list[tuple[str, str, str, str | None, str | None, str | None, int]]:
    """The spellings with their counts. Those of a store that only grows are counted on: all of them take seconds at 100,000 events."""
    columns = (parties.c.key, parties.c.name, parties.c.kind, parties.c.country, parties.c.sector, parties.c.office)
    wanted = select(*columns, func.count()).join(mentions, parties.c.mention == mentions.c.id).where(mentions.c.current).group_by(*columns)
    asked = (
        func.coalesce(select(func.max(mentions.c.id)).scalar_subquery(), 0),
        func.coalesce(select(func.max(decisions.c.seq)).scalar_subquery(), 0),
        select(func.count() - func.count(readings.c.report.distinct())).select_from(readings).scalar_subquery(),
    )
    known = _counted.get(store)
    with store.reading() as connection:
        last, decided, replaced = connection.execute(select(*asked)).one()
        if known is not None and (known.decided, known.replaced) == (decided, replaced):
            counts, wanted = Counter(known.counts), wanted.where(mentions.c.id > known.last)
        else:
            counts = Counter()
        for *spelt, count in connection.execute(wanted):
            counts[tuple(spelt)] += count
    _counted[store] = _Counted(last, decided, replaced, counts)
    return [(*spelt, count) for spelt, count in sorted(counts.items(), key=lambda one: [part or "" for part in one[0]])]


def _named(store: Store, keys: Sequence[str]) -> list[Named]:
    """Where these keys are named, in the latest readings."""
    found: list[Named] = []
    with store.reading() as connection:
        for at in range(0, len(keys), _AT_ONCE):
            wanted = (
                select(parties.c.key, mentions.c.report, members.c.event, reports.c.copy_of, parties.c.office)
                .join(mentions, parties.c.mention == mentions.c.id)
                .join(members, members.c.mention == mentions.c.id)
                .join(reports, mentions.c.report == reports.c.id)
                .where(parties.c.key.in_(keys[at : at + _AT_ONCE]), mentions.c.current)
                .order_by(parties.c.mention, parties.c.number)
            )
            found += [Named(row.key, row.report, row.event, row.copy_of or row.report, row.office) for row in connection.execute(wanted)]
    return found


def _heads(rows: Iterable[_Spelling]) -> dict[str, str]:
    """Key -> the key under which its actor stands."""
    blocks: dict[str, dict[str, _Spelling]] = {}
    heads: dict[str, str] = {}
    for row in rows:
        heads.setdefault(row.key, row.key)
        if row.words and not row.key.startswith("state:"):
            fullest = blocks.setdefault(row.words[-1], {})
            if row.key not in fullest or len(row.words) > len(fullest[row.key].words):
                fullest[row.key] = row
    for block in blocks.values():
        groups: list[list[_Spelling]] = []
        for one in sorted(block.values(), key=lambda r: (not r.key.startswith("wd:"), r.country is None, -len(r.words), -r.count, r.key)):
            fits = [group for group in groups if all(alike(one.who, other.who) >= NAMED for other in group) and _same_kind(one, group[0])]
            if len(fits) == 1:
                fits[0].append(one)
                heads[one.key] = fits[0][0].key
            else:
                groups.append([one])
    return heads


def _same_kind(one: _Spelling, head: _Spelling) -> bool:
    """A person is a person; a full name that one report took for something else may be the person too."""
    return one.kind == head.kind or (head.kind == "person" and len(one.words) > 1 and one.words == head.words)


def _actor(head: str, found: Iterable[_Spelling]) -> Actor:
    rows = sorted(found, key=lambda r: (r.key != head, -r.count, -len(r.name), r.name))
    first = rows[0]
    names = Counter({row.name: 0 for row in rows})
    for row in rows:
        names[row.name] += row.count
    long = max(len(row.words) for row in rows if row.kind == first.kind)
    full = [row.name for row in rows if row.kind == first.kind and (first.kind != "person" or len(row.words) == long or len(row.words) > 1)]
    name = max(full or [first.name], key=lambda one: (names[one], len(one), one))
    country = next((row.country for row in rows if row.country), None)
    sector = next((row.sector for row in rows if row.sector), None)
    office = next((row.office for row in rows if row.office), None)
    if first.kind == "state":
        known = registry().states.by_iso.get(country or "")
        name = known.name if known else name
    mine = side(Party("actor", head, first.kind, _NO_WORDS, country=country, sector=sector))
    return Actor(head, name, first.kind, country, sector, office, mine)
