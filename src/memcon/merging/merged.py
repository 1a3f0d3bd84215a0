"""An event of the world: the mentions that tell of it, and its values side by side with the reports that give them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from memcon.model import Event, Party

from .alike import NAMED, Who, alike, party_key
from .statuses import REAL, standing


@dataclass(frozen=True, slots=True)
class Witness:
    """A report as a witness: its id, who published it and when. `copy_of` is the report that it repeats nearly word for word."""

    id: str
    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    title: str | None = None
    copy_of: str | None = None


@dataclass(frozen=True, slots=True)
class Telling:
    """One event as one report tells it."""

    witness: Witness
    event: Event


@dataclass(frozen=True, slots=True)
class Value:
    """A value with the reports that give it (ids, in order) and its support: how many of them are independent (copies count once)."""

    value: str
    reports: tuple[str, ...]
    support: int


@dataclass(frozen=True, slots=True)
class Merged:
    """An event of the world under its published id. `replaced` are ids that were merged into it and still lead here."""

    id: str
    tellings: tuple[Telling, ...]
    replaced: tuple[str, ...] = ()
    corrected: Mapping[str, str] = field(default_factory=dict)
    """Field -> the value that a person put in place of the machine's; empty where a person says that there is none."""
    judgement: str | None = None
    """What a person said of the event as a whole: `accepted` or `rejected`; `forgotten` where nothing of it may be kept."""
    _known: dict[str, Any] = field(default_factory=dict, init=False, repr=False, compare=False)
    """What was worked out of these fields, which never change: a page asks for it many times."""

    @property
    def values(self) -> dict[str, list[Value]]:
        """Field -> its values, the best supported first, equals in the order of their reports, but a day of what was
        done before one that was announced. Fields without a value are left out.

        Fields are type, mode, status, when, where, country, position, source and each role (actor, recipient ...). A party under several
        spellings is one value, under the fullest of its commonest spellings; a denial stands beside the claim. Of the statuses the one that
        stands is first (`statuses`): what many announced and one tells as done was done.
        """
        if "values" not in self._known:
            self._known["values"] = self._values()
        values: dict[str, list[Value]] = self._known["values"]
        return values

    def _values(self) -> dict[str, list[Value]]:
        spelt = _spellings(self.tellings)
        found: dict[str, dict[str, list[Witness]]] = {}
        for telling in self.tellings:
            for name, value in _stated(telling.event, spelt):
                witnesses = found.setdefault(name, {}).setdefault(value, [])
                if telling.witness not in witnesses:
                    witnesses.append(telling.witness)
        told = [(one.witness.published or "", one.event.status) for one in self.tellings]
        stands = standing([one for one in told if one[1] in REAL] or told) if told else ""  # a denial stands beside what some assert
        real = {one.event.when.edtf for one in self.tellings if one.event.when and one.event.status in REAL}
        days = real if stands in REAL else set()  # when it was, before until when it was to be
        return {
            name: self._ranked(name, values, {stands} if name == "status" else days if name == "when" else set())
            for name, values in found.items()
        }

    def best(self, name: str) -> str | None:
        """The best supported value of a field, a person's correction before all; None where there is none."""
        if name in self.corrected:
            return self.corrected[name] or None
        values = self.values.get(name)
        return values[0].value if values else None

    @property
    def lead(self) -> Telling:
        """The telling that shows most: of the type and status that stand, with most values that others give too, fewest of its own."""
        if "lead" not in self._known:
            self._known["lead"] = self._lead()
        lead: Telling = self._known["lead"]
        return lead

    def _lead(self) -> Telling:
        values = self.values
        support = {(name, v.value): v.support for name, found in values.items() for v in found}
        kind, status, spelt = values["type"][0].value, values["status"][0].value, _spellings(self.tellings)

        def shown(telling: Telling) -> tuple[bool, bool, int, float]:
            told = telling.event
            stated = [support.get(one, 1) for one in dict.fromkeys(_stated(told, spelt))]
            alone = sum(one == 1 for one in stated) if len(self.tellings) > 1 else 0
            stands = told.status == status or (told.status in REAL and status in REAL)
            return told.type == kind, stands, sum(stated) - 2 * alone, told.confidence

        return max(self.tellings, key=shown)

    def _ranked(self, name: str, values: Mapping[str, list[Witness]], stands: Collection[str]) -> list[Value]:
        ranked = [Value(value, tuple(w.id for w in witnesses), _independent(witnesses)) for value, witnesses in values.items()]
        ranked.sort(
            key=lambda v: (
                v.value != self.corrected.get(name),
                name == "status" and v.value not in stands,
                -v.support,
                v.value not in stands,
            )
        )
        return ranked


def _stated(event: Event, spelt: Mapping[tuple[str, str], str]) -> Iterable[tuple[str, str]]:
    yield "type", event.type
    yield "status", event.status
    for name, value in (("mode", event.mode), ("position", event.position), ("when", event.when.edtf if event.when else None)):
        if value:
            yield name, value
    for other in event.when_other:
        if other.contradicts:
            yield "when", other.edtf
    if event.where:
        yield "where", event.where.name
        if event.where.country:
            yield "country", event.where.country
    for party in event.participants:
        yield party.role, spelt[party_key(party), party.name]
    for source in event.sources:
        name = source.name or (source.source.quote if source.source else "")
        if name:
            yield "source", f"{name} (denies)" if source.stance == "denies" else name


def _independent(witnesses: Iterable[Witness]) -> int:
    return len({w.copy_of or w.id for w in witnesses})


def _spellings(tellings: Iterable[Telling]) -> dict[tuple[str, str], str]:
    """(key, name) of each party -> the name to show for it, one for all that are surely the same."""
    counts = Counter((party_key(p), p.name) for t in tellings for p in t.event.participants)
    first: dict[tuple[str, str], Party] = {}
    for telling in tellings:
        for party in telling.event.participants:
            first.setdefault((party_key(party), party.name), party)
    groups: list[list[tuple[str, str]]] = []
    for one in sorted(first, key=lambda k: (not k[0].startswith(("wd:", "state:")), -len(k[1]), k)):  # known and full names lead
        group = next((g for g in groups if alike(Who.of(first[g[0]]), Who.of(first[one])) >= NAMED), None)
        if group is None:
            groups.append([one])
        else:
            group.append(one)
    # the commonest spelling, of equals the fullest
    shown = {tuple(g): max(g, key=lambda k: (counts[k], len(k[1]), k))[1] for g in groups}
    return {one: name for group, name in shown.items() for one in group}
