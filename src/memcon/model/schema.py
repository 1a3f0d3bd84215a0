"""The contract `memcon/1` as pydantic models: the shape of a record's JSON, used at the boundary alone."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

Offset = Annotated[int, Field(ge=0)]
Probability = Annotated[float, Field(ge=0.0, le=1.0, allow_inf_nan=False)]
Latitude = Annotated[float, Field(ge=-90.0, le=90.0, allow_inf_nan=False)]
Longitude = Annotated[float, Field(ge=-180.0, le=180.0, allow_inf_nan=False)]
Country = Annotated[str, Field(pattern=r"^[A-Z]{3}$")]
Hash = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class Shape(BaseModel):
    """What all parts share: no unknown fields, no silent conversions."""

    model_config = ConfigDict(extra="forbid", strict=True)


class SpanShape(Shape):
    """`report.text[start:end]`, in code points, end exclusive, with the words themselves."""

    start: Offset
    end: Offset
    quote: str


class ReportShape(Shape):
    """The report. `sha256` is the hash of the text's UTF-8 bytes, `published` an ISO date."""

    id: str
    title: str | None = None
    published: str | None = None
    outlet: str | None = None
    url: str | None = None
    language: str | None = None
    sha256: Hash
    text: str


class IdentityShape(Shape):
    """What a party resolves to: Wikidata id, ISO 3166-1 alpha-3 country, PLOVER sector, office held at the event's date."""

    name: str
    kind: str
    wikidata: Annotated[str, Field(pattern=r"^Q[1-9][0-9]*$")] | None = None
    country: Country | None = None
    sector: str | None = None
    office: str | None = None


class PartyShape(IdentityShape):
    """Someone in a role; `mention` is the words, `entity` the id of one of the record's entities."""

    role: str
    entity: str | None = None
    mention: SpanShape


class WhenShape(Shape):
    """A time as EDTF (ISO 8601-2), the words it was read from, and how it was worked out."""

    edtf: str
    span: SpanShape
    how: str = ""
    contradicts: bool = False


class OrderShape(Shape):
    """This event stands `after` or `before` another of the record."""

    relation: Literal["after", "before"]
    event: str


class WhereShape(Shape):
    """The place as stated, the settlement that holds it, its country, WGS 84 degrees and GeoNames id."""

    name: str
    place: str | None = None
    country: Country | None = None
    lat: Latitude | None = None
    lon: Longitude | None = None
    geonames: int | None = None
    span: SpanShape


class SourceShape(Shape):
    """On whose word: who asserts or denies the event; `attribution` is the id of one of the record's attributions."""

    kind: str
    name: str | None = None
    attribution: str | None = None
    source: SpanShape | None = None
    cue: SpanShape | None = None
    stance: str = "asserts"


class EvidenceShape(Shape):
    """What a value without a span of its own was read from: `path` is a JSON pointer within the event, `by` a rule, model or table."""

    path: str
    spans: list[SpanShape] = []
    by: str
    p: Probability


class CodeShape(Shape):
    """A code of several parts, as PLOVER's."""

    type: str
    mode: str = ""
    contexts: list[str] = []


class EventShape(Shape):
    """One act or contact in the world, and everything the report tells of it."""

    id: str
    type: str
    mode: str = ""
    status: str
    position: str | None = None
    summary: str = ""
    triggers: list[SpanShape]
    participants: list[PartyShape] = []
    when: WhenShape | None = None
    when_other: list[WhenShape] = []
    order: list[OrderShape] = []
    where: WhereShape | None = None
    duration: str | None = None
    about: list[SpanShape] = []
    purpose: list[SpanShape] = []
    sources: list[SourceShape] = []
    evidence: list[EvidenceShape] = []
    codes: dict[str, str | CodeShape] = {}
    confidence: Probability = 0.0


class AttributionShape(Shape):
    """Source, cue and content of one claim; `parent` is the attribution that this one stands in."""

    id: str
    parent: str | None = None
    kind: str
    source: list[SpanShape] = []
    cue: list[SpanShape] = []
    content: list[SpanShape] = []


class TimeShape(SpanShape):
    """A time expression with its TIMEX3 type and value."""

    type: str
    value: str


class LocationShape(SpanShape):
    """A place name in the text and what it resolves to."""

    name: str
    country: Country | None = None
    lat: Latitude | None = None
    lon: Longitude | None = None
    geonames: int | None = None


class EntityShape(IdentityShape):
    """One party through the report, with all its mentions."""

    id: str
    mentions: list[SpanShape]


class MadeByShape(Shape):
    """Which software read it: version, SHA-256 of each model's files, SHA-256 of the configuration (parser's name, own tables)."""

    memcon: str
    models: dict[str, str] = {}
    config: str = ""


class RecordShape(Shape):
    """What one reading of one report holds."""

    model_config = ConfigDict(extra="forbid", strict=True, title="memcon/1")

    schema_: Annotated[Literal["memcon/1"], Field(alias="schema")]
    report: ReportShape
    events: list[EventShape]
    attributions: list[AttributionShape] = []
    times: list[TimeShape] = []
    places: list[LocationShape] = []
    entities: list[EntityShape] = []
    made_by: MadeByShape


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of the contract.

    >>> schema()["title"], sorted(schema()["required"])
    ('memcon/1', ['events', 'made_by', 'report', 'schema'])
    """
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **RecordShape.model_json_schema()}
