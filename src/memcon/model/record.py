"""What one reading of one report holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .event import Event
from .report import Report
from .span import Span

SCHEMA = "memcon/1"


@dataclass(frozen=True, slots=True)
class Attribution:
    """Source, cue and content of one claim (CODEBOOK 2). `parent` is the id of the attribution that this one stands in."""

    id: str
    kind: str
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression as TIMEX3."""

    type: str
    value: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Location:
    """A place name in the text and what it resolves to."""

    name: str
    start: int
    end: int
    quote: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonames: int | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """One party through the report, with all its mentions."""

    id: str
    name: str
    kind: str
    mentions: tuple[Span, ...]
    wikidata: str | None = None
    country: str | None = None
    sector: str | None = None
    office: str | None = None


@dataclass(frozen=True, slots=True)
class MadeBy:
    """Which software read it: memcon's version, hashes of the models' files in order of their names, hash of the configuration (parser's
    name, own tables)."""

    memcon: str
    models: tuple[tuple[str, str], ...] = ()
    config: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """A report and what was read from it.

    >>> from memcon.model import Report
    >>> Record(Report("r", "Nothing happened."), made_by=MadeBy("0.1.0")).events
    ()
    """

    report: Report
    events: tuple[Event, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    times: tuple[Time, ...] = ()
    places: tuple[Location, ...] = ()
    entities: tuple[Entity, ...] = ()
    made_by: MadeBy = MadeBy("")

    def to_dict(self) -> dict[str, Any]:
        """The record as plain values, as its JSON has them; `report`, `events`, `attributions`, `times`, `places`, `entities`.

        >>> from memcon.model import Report
        >>> Record(Report("r", "Nothing happened.")).to_dict()["report"]["text"]
        'Nothing happened.'
        """
        from .boundary import to_dict

        return to_dict(self)

    def to_json(self, indent: int | None = None) -> str:
        """The record as the JSON text of the contract `memcon/1`; the same record gives the same text."""
        from .boundary import dumps

        return dumps(self, indent)

    @classmethod
    def from_dict(cls, data: object) -> Record:
        """The record in the values that `to_dict` gave. ValueError says what is wrong with any others."""
        from .boundary import from_dict

        return from_dict(data)

    @classmethod
    def from_json(cls, text: str) -> Record:
        """The record that `to_json` wrote. ValueError says what is wrong with any other text."""
        from .boundary import loads

        return loads(text)
