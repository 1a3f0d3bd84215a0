"""Who is meant where someone is to be forgotten: a name may be borne by several, and only one of them is to go."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, select

from memcon.actors.names import fold
from memcon.merging import party_key
from memcon.model import Party, Span

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

    def told(self) -> str:
        """The bearer in words for a list."""
        count = len(self.reports)
        where = [*sorted(self.countries), f"{count} report{'' if count == 1 else 's'}"]
        return f"{self.key} ({', '.join(where)})"


@dataclass(frozen=True, slots=True)
class Meant:
    """Who is meant, under all keys of that one; the others that bear one of the names, and all others."""

    own: Sequence[Bearer]
    namesakes: Sequence[Bearer]
    others: Sequence[Bearer]


def meant(connection: Connection, wanted: str, everyone: bool = False) -> Meant | None:
    """Who is meant by a key (`wd:Q...`) or a name; None where the store knows none. NamesakesError where several bear the name."""
    known = _bearers(connection)
    plain = fold(wanted.strip())
    by_name = [one for one in known.values() if plain in one.folded]
    if wanted in known:
        own = [known[wanted]]
    elif by_name:
        people = _people(by_name)
        if len(people) > 1 and not everyone:
            raise NamesakesError(f"several bear the name {wanted!r}: {'; '.join(one.told() for group in people for one in group)}")
        own = by_name
    else:
        return None
    names = {name for one in own for name in one.folded}
    bearing = [one for one in known.values() if names & one.folded]
    keys = {one.key for one in own}
    if not everyone:
        keys |= {one.key for group in _people(bearing) for one in group if keys & {member.key for member in group}}
    else:
        keys |= {one.key for one in bearing if plain in one.folded}
    return Meant(
        [known[key] for key in sorted(keys)],
        [one for one in bearing if one.key not in keys],
        [one for one in known.values() if one.key not in keys],
    )


def key_of(party: Mapping[str, Any]) -> str:
    """The key of a party, entity or source of the contract."""
    return party_key(
        Party("", party.get("name") or "", party.get("kind") or "", _NOWHERE, None, party.get("wikidata"), party.get("country"))
    )


def _bearers(connection: Connection) -> dict[str, Bearer]:
    found: dict[str, Bearer] = {}

    def note(key: str, kind: str, name: str, country: str | None, report: str) -> None:
        one = found.setdefault(key, Bearer(key, kind))
        one.names.add(name)
        one.reports.add(report)
        if country:
            one.countries.add(country)

    columns = (parties.c.key, parties.c.kind, parties.c.name, parties.c.country, mentions.c.report)
    for row in connection.execute(select(*columns).join(mentions, mentions.c.id == parties.c.mention).distinct()):
        note(row.key, row.kind, row.name, row.country, row.report)
    for report, entity in _entities(connection):  # also whom no event names
        note(key_of(entity), entity["kind"], entity["name"], entity.get("country"), report)
    return found


def _entities(connection: Connection) -> Iterator[tuple[str, dict[str, Any]]]:
    for row in connection.execute(select(readings.c.report, readings.c.record).where(readings.c.record.is_not(None))):
        for entity in json.loads(row.record).get("entities", ()):
            if entity.get("name"):
                yield row.report, entity


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
