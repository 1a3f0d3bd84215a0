"""Who did it to whom, a pair a row, as the data sets of events want it; and which events such a data set can say."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import permutations, product

from memcon.codes import mirrored
from memcon.merging import Merged
from memcon.merging.settled import Settled, settled
from memcon.model import Party

_HAS_STATUS = frozenset(("denied", "possible"))
# Acts that several actors do to each other though the code has a side: meeting to come, agreement, fight.
_MUTUAL = frozenset(("036", "030", "037", "190", "193", "194", "195"))


@dataclass(frozen=True, slots=True)
class Dyad:
    """One row: an event, its code, who did it and to whom (None where nobody is known)."""

    one: Settled
    code: str
    source: Party
    target: Party | None
    number: int

    @property
    def id(self) -> str:
        """The row's own id: the event's, and a number where it has several rows."""
        return f"{self.one.id}.{self.number}" if self.number else self.one.id

    @property
    def whole_number(self) -> int:
        """A number for formats whose ids are numbers: 59 bits of the id's hash, the same in each export."""
        return int(hashlib.sha256(self.id.encode("utf-8", "surrogatepass")).hexdigest()[:15], 16) >> 1


def pairs(
    code: str, actors: tuple[Party, ...], recipients: tuple[Party, ...], *, both: bool = True
) -> list[tuple[str, Party, Party | None]]:
    """Each pair of a CAMEO code: mutual acts both ways (a visit as 042 and 043), other acts from each actor to each recipient.

    Not `both`: a row of another data set, which has the other way as a row of its own.

    >>> from memcon.merging.settled import NO_WORDS
    >>> one, other = (Party("actor", name, "person", NO_WORDS) for name in ("Obama", "Abe"))
    >>> [(code, a.name, b.name) for code, a, b in pairs("042", (one,), (other,)) if b]
    [('042', 'Obama', 'Abe'), ('043', 'Abe', 'Obama')]
    """
    back = mirrored(code) if both else None
    if recipients:
        found = list(product(actors, recipients))
        ways: list[tuple[str, Party, Party | None]] = [(code, a, b) for a, b in found]
        return ways + ([(back, b, a) for a, b in found] if back else [])
    if len(actors) > 1 and (back or code in _MUTUAL):
        return [(code, a, b) for a, b in permutations(actors, 2)]
    return [(code, a, None) for a in actors]


def dyads(events: Iterable[Merged], left_out: list[str]) -> Iterator[Dyad]:
    """The events as CAMEO dyads. Left out: votes, denied and possible acts (CAMEO has no code), acts without a known actor."""
    for one in sayable(events, left_out):
        code, sides = one.codes.get("cameo"), (one.event.parties("actor"), one.event.parties("recipient"))
        found = pairs(code.value, *sides, both=not code.rule.startswith("given:")) if code else []
        if not found:
            left_out.append(one.id)
        for number, (value, source, target) in enumerate(found):
            yield Dyad(one, value, source, target, number)


def sayable(events: Iterable[Merged], left_out: list[str]) -> Iterator[Settled]:
    """The events that a data set without a status can hold: those that a report does not deny or hedge."""
    kept = list(events)
    stand = {one.id: one for one in settled(kept)}
    for merged in kept:
        one = stand.get(merged.id)
        if one is None or one.event.status in _HAS_STATUS:
            left_out.append(merged.id)
        else:
            yield one
