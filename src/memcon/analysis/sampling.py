"""Events drawn for checking by hand: from each stratum in proportion, at least one, the same ones for the same seed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from memcon.merging import Merged
from memcon.merging.settled import settled
from memcon.model import Event

from .periods import period_told

STRATA = ("type", "status", "country", "year")
CHECKED = ("real", "type_right", "status_right", "who_right", "whom_right", "when_right", "where_right", "sources_right", "checker", "note")
"""Columns left empty, for the checker to fill."""
COLUMNS = (
    "id", "stratum", "weight", "type", "mode", "status", "when", "where", "country", "actor", "recipient", "sources", "summary", "quotes",
    "reports", "outlets", *CHECKED,
)  # fmt: skip


class SampleError(ValueError):
    """A sample that cannot be drawn; the message says why."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """An event of a sample: its stratum, and for how many events of the stratum it stands (`weight`)."""

    merged: Merged
    event: Event
    stratum: tuple[str, ...]
    weight: float

    def row(self) -> dict[str, str | float]:
        """The event as the checker sees it: what is recorded, the words that it was read from, and empty cells for the verdict."""
        event, witnesses = self.event, {t.witness.id: t.witness for t in self.merged.tellings}
        quotes = dict.fromkeys(f"{t.witness.id}: {' … '.join(span.quote for span in t.event.triggers)}" for t in self.merged.tellings)
        known: dict[str, str | float] = {
            "id": self.merged.id,
            "stratum": " ".join(self.stratum),
            "weight": round(self.weight, 3),
            "type": event.type,
            "mode": event.mode,
            "status": event.status,
            "when": event.when.edtf if event.when else "",
            "where": event.where.name if event.where else "",
            "country": (event.where.country if event.where else None) or "",
            **{role: "; ".join(p.name for p in event.parties(role)) for role in ("actor", "recipient")},
            "sources": "; ".join(dict.fromkeys(s.name or s.kind for t in self.merged.tellings for s in t.event.sources)),
            "summary": event.summary,
            "quotes": " | ".join(quotes),
            "reports": "; ".join(witnesses),
            "outlets": "; ".join(dict.fromkeys(w.outlet for w in witnesses.values() if w.outlet)),
        }
        return known | dict.fromkeys(CHECKED, "")


def sample(events: Iterable[Merged], size: int, by: Sequence[str] = ("type",), seed: int = 0) -> list[Drawn]:
    """So many events, stratified by some of STRATA, in the order of strata. More than `size` only where there are more strata than that.

    Which of a stratum are drawn hangs on the seed and their ids alone, so an event that comes or goes elsewhere changes nothing here.
    SampleError for an unknown stratum or a size below one.

    >>> from memcon.merging import Telling, Witness
    >>> def told(number, kind): return Merged(number, (Telling(Witness("r"), Event("e1", kind, "", "happened", ())),))
    >>> events = [told(f"m{i}", "CONSULT") for i in range(8)] + [told("m8", "AID")]
    >>> [(one.stratum, one.weight) for one in sample(events, 3)]
    [(('AID',), 1.0), (('CONSULT',), 4.0), (('CONSULT',), 4.0)]
    """
    unknown = [name for name in by if name not in STRATA]
    if unknown or not by:
        raise SampleError(f"there are no strata by {unknown[0]!r}; there are {', '.join(STRATA)}" if unknown else "no strata are named")
    if size < 1:
        raise SampleError("a sample has at least one event")
    strata: dict[tuple[str, ...], list[tuple[Merged, Event]]] = {}
    for one, event in ((known.merged, known.event) for known in settled(events)):
        strata.setdefault(tuple(_value(event, name) for name in by), []).append((one, event))
    shares = allotted({name: len(members) for name, members in strata.items()}, size)
    drawn = []
    for name in sorted(strata):
        members = sorted(strata[name], key=lambda pair: _lot(seed, pair[0].id))
        chosen = sorted(members[: shares[name]], key=lambda pair: pair[0].id)
        drawn += [Drawn(one, event, name, len(members) / len(chosen)) for one, event in chosen]
    return drawn


def allotted(sizes: Mapping[tuple[str, ...], int], wanted: int) -> dict[tuple[str, ...], int]:
    """How many of each stratum: one each, the rest so that all come nearest to their proportion, none above its size.

    >>> allotted({("a",): 90, ("b",): 9, ("c",): 1}, 10)
    {('a',): 8, ('b',): 1, ('c',): 1}
    """
    shares = dict.fromkeys(sizes, 1)
    total = sum(sizes.values())
    for _ in range(min(wanted, total) - len(sizes)):
        open_ones = (name for name in sizes if shares[name] < sizes[name])
        shares[max(open_ones, key=lambda name: (sizes[name] * wanted / total - shares[name], sizes[name], name))] += 1
    return shares


def _value(event: Event, name: str) -> str:
    if name == "year":
        return period_told(event.when.edtf if event.when else None, "year") or "undated"
    if name == "country":
        return (event.where.country if event.where else None) or "nowhere"
    return event.type if name == "type" else event.status


def _lot(seed: int, number: str) -> bytes:
    return hashlib.sha256(f"{seed}:{number}".encode()).digest()
