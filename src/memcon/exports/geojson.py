"""GeoJSON (RFC 7946): each event with a known position as a point; WGS 84, longitude first."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, BinaryIO

from memcon.merging import Merged
from memcon.merging.settled import Settled, settled

from .delimited import clean
from .form import Written


def write(events: Iterable[Merged], out: BinaryIO, *, raw: bool = False) -> Written:  # noqa: ARG001 (no table)
    """Write a FeatureCollection. Events whose place has no position are left out: a country's middle is no place."""
    kept = list(events)
    features = [made for one in settled(kept) if (made := _feature(one)) is not None]
    text = json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False, allow_nan=False, indent=1)
    out.write(clean(text).encode() + b"\n")
    held = {made["id"] for made in features}
    return Written(len(features), tuple(event.id for event in kept if event.id not in held))


def _feature(one: Settled) -> dict[str, Any] | None:
    event, where = one.event, one.event.where
    if where is None or where.lat is None or where.lon is None:
        return None
    first, last = one.first_day, one.last_day
    return {
        "type": "Feature",
        "id": one.id,
        "geometry": {"type": "Point", "coordinates": [where.lon, where.lat]},
        "properties": {
            "title": one.title,
            "type": event.type,
            "mode": event.mode,
            "status": event.status,
            "when": event.when.edtf if event.when else None,
            "start": first.isoformat() if first else None,
            "end": last.isoformat() if last else None,
            "place": where.name,
            "country": where.country,
            "geonames": where.geonames,
            "actors": [p.name for p in event.parties("actor")],
            "recipients": [p.name for p in event.parties("recipient")],
            "codes": {scheme: code.value for scheme, code in one.codes.items()},
            "reports": [w.id for w in one.witnesses],
            "summary": event.summary,
        },
    }
