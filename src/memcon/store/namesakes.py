"""Who is meant where someone is to be forgotten: a name may be borne by several, and only one of them is to go."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, select

from memcon.actors.names import fold
from memcon.merging import party_key
from memcon.model import Party, Span

from .holders import Holders
from .schema import mentions, parties, readings

_NOWHERE = Span(0, 0, "")


class NamesakesError(ValueError):
    """A name that several bear: the message lists them with their keys."""


@dataclass(slots=True)
class Bearer:
    """One whom the store knows, under one key: the names as told, the kind, the states, and the reports that name that one."""

    key: str
    kind: str
    names: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    reports: set[str] = field(default_factory=set)

    @property
    def folded(self) -> set[str]:
        """The names in plain lower case."""
        return {fold(name) for name in self.names}

    @property
    def words(self) -> set[str]:
        """The words of the names in plain lower case."""
        return {word for name in self.folded for word in name.split()}

    def told(self) -> str:
        """The bearer in words for a list."""
        count = len(self.reports)
        where = [*sorted(self.countries), f"{count} report{'' if count == 1 else 's'}"]
        return f"{self.key} ({', '.join(where)})"


@dataclass(frozen=True, slots=True)
class Meant:
    """Who is meant, under all keys of that one; and the others that bear one of the names."""

    own: Sequence[Bearer]
    namesakes: Sequence[Bearer]


Naming = tuple[str, str, str, str | None]
"""Key, kind, name and state of one whom a reading names."""


class Known:
    """All whom the store knows, to be asked for by name and kept up while readings change.

    >>> known = Known()
    >>> known.tell("r1", 1, {("person:ann lee@", "person", "Ann Lee", None), ("person:bo lee@", "person", "Bo Lee", None)})
    >>> [one.key for one in known.meant("Ann Lee").own], known.others_have("lee", ["person:ann lee@"])
    (['person:ann lee@'], True)
    >>> known.tell("r1", 1, {("person:ann lee@", "person", "Ann Lee", None)})
    >>> known.others_have("lee", ["person:ann lee@"]), known.meant("Bo Lee")
    (False, None)
    """

    def __init__(self) -> None:
        self._told: dict[tuple[str, int], frozenset[Naming]] = {}
        self._namings: defaultdict[str, dict[tuple[str, int, Naming], None]] = defaultdict(dict)
        self._known: dict[str, Bearer] = {}
        self._keys: defaultdict[str, set[str]] = defaultdict(set)
        self._words: Counter[str] = Counter()
        self._names = Holders[str]()

    @classmethod
    def of(cls, connection: Connection) -> Known:
        """All whom a store knows."""
        found: defaultdict[tuple[str, int], set[Naming]] = defaultdict(set)
        columns = (parties.c.key, parties.c.kind, parties.c.name, parties.c.country, mentions.c.report, mentions.c.run)
        for row in connection.execute(select(*columns).join(mentions, mentions.c.id == parties.c.mention).distinct()):
            found[row.report, row.run].add((row.key, row.kind, row.name, row.country))
        for report, run, record in stored_records(connection):  # also whom no event names
            found[report, run].update(entities_named(record))
        known = cls()
        for (report, run), namings in found.items():
            known.tell(report, run, namings)
        return known

    def tell(self, report: str, run: int, namings: Iterable[Naming]) -> None:
        """Whom a reading names from now on, in place of whom it named."""
        before, now = self._told.get((report, run), frozenset()), frozenset(namings)
        self._told[report, run] = now
        for one in before - now:
            del self._namings[one[0]][report, run, one]
        for one in sorted(now - before, key=str):
            self._namings[one[0]][report, run, one] = None
        for key in {one[0] for one in before ^ now}:
            self._renew(key)

    def _renew(self, key: str) -> None:
        if key in self._known:
            old = self._known.pop(key)
            for name in old.folded:
                self._keys[name].discard(key)
            self._words.subtract(old.words)
        namings = self._namings[key]
        if not namings:
            del self._namings[key]
            return
        _report, _run, (_key, kind, _name, _country) = next(iter(namings))
        one = Bearer(key, kind)
        for report, _run, (_key, _kind, name, country) in namings:
            one.names.add(name)
            one.reports.add(report)
            if country:
                one.countries.add(country)
        self._known[key] = one
        for name in one.folded:
            self._keys[name].add(key)
        self._words.update(one.words)
        for name in one.names:
            self._names.add(key, fold(name))

    def meant(self, wanted: str, everyone: bool = False) -> Meant | None:
        """Who is meant by a key (`wd:Q...`) or a name; None where nobody is known so. NamesakesError where several bear the name."""
        plain = fold(wanted.strip())
        by_name = self._bearing([plain])
        if wanted in self._known:
            own = [self._known[wanted]]
        elif by_name:
            people = _people(by_name)
            if len(people) > 1 and not everyone:
                raise NamesakesError(f"several bear the name {wanted!r}: {'; '.join(one.told() for group in people for one in group)}")
            own = by_name
        else:
            return None
        bearing = self._bearing(name for one in own for name in one.folded)
        keys = {one.key for one in own}
        if not everyone:
            keys |= {one.key for group in _people(bearing) for one in group if keys & {member.key for member in group}}
        else:
            keys |= {one.key for one in bearing if plain in one.folded}
        return Meant([self._known[key] for key in sorted(keys)], [one for one in bearing if one.key not in keys])

    def others_have(self, word: str, own: Collection[str]) -> bool:
        """Whether the word, in plain lower case, is one of the names of someone else than these keys."""
        return self._words[word] > sum(word in self._known[key].words for key in own)

    def names_of_others(self, forms: Iterable[str], own: Collection[str]) -> set[str]:
        """The names of others in which one of these forms, in plain lower case, stands."""
        plain = tuple(forms)
        keys = self._names.with_any(plain) - set(own)
        return {name for key in keys if key in self._known for name in self._known[key].names if any(form in fold(name) for form in plain)}

    def _bearing(self, names: Iterable[str]) -> list[Bearer]:
        return [self._known[key] for key in sorted({key for name in names for key in self._keys.get(name, ())})]


def meant(connection: Connection, wanted: str, everyone: bool = False) -> Meant | None:
    """Who of a store is meant by a key (`wd:Q...`) or a name; None where it knows none. NamesakesError where several bear the name."""
    return Known.of(connection).meant(wanted, everyone)


def key_of(party: Mapping[str, Any]) -> str:
    """The key of a party, entity or source of the contract."""
    return party_key(
        Party("", party.get("name") or "", party.get("kind") or "", _NOWHERE, None, party.get("wikidata"), party.get("country"))
    )


def entities_named(record: Mapping[str, Any]) -> Iterator[Naming]:
    """Whom the entities of a record name."""
    for entity in record.get("entities", ()):
        if entity.get("name"):
            yield key_of(entity), entity["kind"], entity["name"], entity.get("country")


def stored_records(connection: Connection) -> Iterator[tuple[str, int, dict[str, Any]]]:
    """Report, run and record of each reading of a store."""
    columns = (readings.c.report, readings.c.run, readings.c.record)
    for row in connection.execute(select(*columns).where(readings.c.record.is_not(None))):
        yield row.report, row.run, json.loads(row.record)


def _people(bearing: Iterable[Bearer]) -> list[list[Bearer]]:
    """Those who bear a name, told apart: by what is known of them (a key of Wikidata, a state), else by country.

    One of whom nothing is known is the only other one, or someone else.
    """
    ordered = sorted(bearing, key=lambda one: one.key)
    known = [one for one in ordered if one.key.startswith(("wd:", "state:"))]
    vague = [one for one in ordered if one not in known]
    groups: list[list[Bearer]] = [[one] for one in known]
    if len(known) == 1:
        same = [one for one in vague if not one.countries or not known[0].countries or one.countries & known[0].countries]
        same = [one for one in same if known[0].key[:3] == "wd:"]
        groups[0] += same
        vague = [one for one in vague if one not in same]
    by_country: defaultdict[str, list[Bearer]] = defaultdict(list)
    for one in vague:
        by_country[min(one.countries, default="")].append(one)
    if len(by_country) == 2 and "" in by_country and not known:
        by_country[max(by_country)] += by_country.pop("")
    return [*groups, *by_country.values()]
