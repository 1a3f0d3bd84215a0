"""An event: one act or contact in the world, and everything a report tells of it (CODEBOOK 1)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .span import Span


@dataclass(frozen=True, slots=True)
class Party:
    """Someone in a role. `mention` is the words; the rest is what they resolve to (CODEBOOK 1.3 and 3)."""

    role: str
    name: str
    kind: str
    mention: Span
    entity: str | None = None
    wikidata: str | None = None
    country: str | None = None
    sector: str | None = None
    office: str | None = None


@dataclass(frozen=True, slots=True)
class When:
    """A time as EDTF (CODEBOOK 1.4), the words it was read from and how it was worked out.

    `contradicts` marks one of `Event.when_other` that shares no day with `Event.when`: another account of the same event.
    """

    edtf: str
    span: Span
    how: str = ""
    contradicts: bool = False


@dataclass(frozen=True, slots=True)
class Where:
    """The place as stated (`name`), the settlement that holds it (`place`), ISO 3166-1 alpha-3 country, degrees, GeoNames id."""

    name: str
    span: Span
    place: str | None = None
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonames: int | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """On whose word: an attribution (`attribution` is its id) that asserts or denies the event."""

    kind: str
    name: str | None = None
    attribution: str | None = None
    source: Span | None = None
    cue: Span | None = None
    stance: str = "asserts"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a value without a span of its own, or a party's role, was read from.

    `path` is a JSON pointer within the event, `by` a rule, model or table, `p` how sure: of `/mode`, `/status` and the roles of parties the
    probability that it is right if the event is.
    """

    path: str
    spans: tuple[Span, ...]
    by: str
    p: float


@dataclass(frozen=True, slots=True)
class Order:
    """`relation` is `after` or `before`; `event` the id of another event of the record."""

    relation: str
    event: str


@dataclass(frozen=True, slots=True)
class Code:
    """What another coding scheme calls the event: `Code("cameo", "042")`; PLOVER's has a mode and contexts too."""

    scheme: str
    value: str
    mode: str = ""
    contexts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """One event of a report. `confidence` is the probability that a careful reader of the report has it, and of this type."""

    id: str
    type: str
    mode: str
    status: str
    triggers: tuple[Span, ...]
    participants: tuple[Party, ...] = ()
    when: When | None = None
    when_other: tuple[When, ...] = ()
    order: tuple[Order, ...] = ()
    where: Where | None = None
    position: str | None = None
    summary: str = ""
    duration: str | None = None
    about: tuple[Span, ...] = ()
    purpose: tuple[Span, ...] = ()
    sources: tuple[Source, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    confidence: float = 0.0
    codes: tuple[Code, ...] = ()

    def parties(self, role: str) -> tuple[Party, ...]:
        """The participants in one role, in the order of the record."""
        return tuple(p for p in self.participants if p.role == role)

    def to_dict(self) -> dict[str, Any]:
        """The event as plain values, as the JSON of its record has them.

        >>> Event("e1", "CONSULT", "meeting", "happened", (Span(0, 3, "met"),)).to_dict()["type"]
        'CONSULT'
        """
        from .boundary import event_to_dict

        return event_to_dict(self)
