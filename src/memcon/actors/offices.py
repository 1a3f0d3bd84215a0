"""Office and state at a date -> person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from .identity import Identity
from .people import People
from .terms import identify


class Leaders:
    """Who holds which office; which office leads a state (`data/leaders.tsv`; the president where it says nothing)."""

    def __init__(self, people: People, table: Iterable[dict[str, str]]) -> None:
        self.people = people
        self.rules: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
        for row in table:
            self.rules[row["country"]].append((row["from"], row["to"], row["class"]))

    def leading(self, country: str, on: str) -> str:
        """The class of office that leads a state on a day."""
        for start, end, kind in self.rules.get(country, ()):
            if (not start or start <= on) and (not end or on <= end):
                return kind
        return "president"

    def holder(self, kind: str, country: str, on: str | None) -> Identity | None:
        """The one holder of an office; None where the office names nobody, the day is unknown or two persons share it."""
        if on is None or not kind:
            return None
        how = "office.holder"
        if kind == "leader":
            kind, how = self.leading(country, on), "office.leader"
        if kind not in _SINGLE:
            return None
        found = self.people.holders(kind, country, on)
        best = min((term.rank for term, _ in found), default=9)
        # On the day of a handover, and where an older term was never closed, the later comer counts.
        starts = sorted({(term.start, person.id) for term, person in found if term.rank == best}, reverse=True)
        if not starts or (len(starts) > 1 and starts[0][0] == starts[1][0]):
            return None
        person = next(person for _, person in found if person.id == starts[0][1])
        return identify(person, on, how, 0.85 if len(starts) == 1 else 0.7, (kind,))


_SINGLE = frozenset(
    (
        "president", "prime minister", "leader", "monarch", "crown prince", "party leader", "foreign minister", "defence minister",
        "finance minister", "interior minister", "national security adviser", "opposition leader",
    )
)  # fmt: skip
