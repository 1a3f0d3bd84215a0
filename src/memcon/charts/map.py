"""The picture of a map: countries' shapes, events as circles at places, as squares where only the country is told."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import quote

from .labels import free_places
from .placing import Places, Spot
from .shapes import countries
from .svg import SITE, Picture, named
from .theme import COAST, INK, LAND, STATUS, dressed, short

WIDTH, HEIGHT = 1180, 640
LABELLED = 25
_LONGEST = 24
_ABOVE, _BELOW = -14.0, 18.0
"""Where the name of a place stands."""
_WORLD = 140.0
_MARGIN, _LEAST = 0.25, 8.0
Box = tuple[float, float, float, float]


def map_picture(of: Places, clean: Callable[[str], str] = str) -> Picture:
    """The places of events on the part of the world that holds them."""
    import altair as alt

    box = bounds(of.spots)
    shapes = [part for one in countries()["features"] if (part := _near(one, box))]
    named_ones = [(_pixels(one.lon, one.lat, box), short(clean(one.name), _LONGEST)) for one in of.spots[:LABELLED]]
    beside = free_places(named_ones, (_ABOVE, _BELOW))
    spots = [_spot(one, clean, beside[number] if number < LABELLED else None) for number, one in enumerate(of.spots)]
    land = alt.Chart(named("land")).mark_geoshape(fill=LAND, stroke=COAST, strokeWidth=0.7, aria=False)
    base = alt.Chart(named("places")).encode(longitude="lon:Q", latitude="lat:Q", href="href:N", description="label:N")
    most = max((len(one.events) for one in of.spots), default=1)
    size = alt.Size("events:Q", legend=None, scale=alt.Scale(type="sqrt", domain=[0, max(most, 3)], range=[40, 700]))
    exact = (
        base.transform_filter("datum.precision == 'place'")
        .mark_point(shape="circle", filled=True, fill=STATUS["planned"], opacity=0.8, stroke="#ffffff", strokeWidth=1)
        .encode(size=size)
    )
    vague = (
        base.transform_filter("datum.precision == 'country'")
        .mark_point(shape="square", fill="transparent", stroke=STATUS["offered"], strokeWidth=2, strokeDash=[4, 2], opacity=1)
        .encode(size=size)
    )
    words = [
        base.transform_filter(f"datum.beside == {dy}").mark_text(fontSize=12, dy=dy, fontWeight=600, color=INK).encode(text="name:N")
        for dy in (_ABOVE, _BELOW)
    ]
    chart = dressed(alt.layer(land, vague, exact, *words).project(**_projection(box)).properties(width=WIDTH, height=HEIGHT))
    return Picture(clean(f"Map of {of.subject}"), clean(_described(of)), chart, {"land": shapes, "places": spots})


def _described(of: Places) -> str:
    """What the picture shows, for who does not see it."""
    most = ", ".join(f"{one.name} ({len(one.events)})" for one in of.spots[:5])
    counted = f"{of.located} events in {len(of.spots)} places, {len(of.nowhere)} not located"
    return f"{counted}. Most in: {most or 'none'}. The table below says the same."


def bounds(spots: Sequence[Spot]) -> Box:
    """West, south, east and north of what is shown; the whole world where it is nearly that, or nothing.

    >>> bounds([])
    (-180.0, -58.0, 180.0, 84.0)
    """
    if not spots:
        return (-180.0, -58.0, 180.0, 84.0)
    lons, lats = [one.lon for one in spots], [one.lat for one in spots]
    west, east, south, north = min(lons), max(lons), min(lats), max(lats)
    if east - west > _WORLD:
        return (-180.0, -58.0, 180.0, 84.0)
    wide, high = max((east - west) * _MARGIN, _LEAST), max((north - south) * _MARGIN, _LEAST / 2)
    return (max(west - wide, -180.0), max(south - high, -75.0), min(east + wide, 180.0), min(north + high, 82.0))


def _projection(box: Box) -> dict[str, Any]:
    """Mercator on a part of the world (its shapes look as they do on city maps), Equal Earth on the whole of it."""
    west, south, east, north = box
    if east - west >= 300:
        return {"type": "equalEarth", "scale": WIDTH / 5.6, "center": [0, 12]}
    low, high = _mercator(south), _mercator(north)
    scale = min(WIDTH / math.radians(east - west), HEIGHT / (high - low))
    middle = math.degrees(2 * math.atan(math.exp((low + high) / 2)) - math.pi / 2)
    return {"type": "mercator", "scale": scale, "center": [(west + east) / 2, middle], "clipExtent": [[0, 0], [WIDTH, HEIGHT]]}


def _pixels(lon: float, lat: float, box: Box) -> tuple[float, float]:
    """About where in the picture a place is."""
    projection = _projection(box)
    (middle_lon, middle_lat), scale = projection["center"], projection["scale"]
    up = _mercator(lat) - _mercator(middle_lat) if projection["type"] == "mercator" else math.radians(lat - middle_lat)
    return WIDTH / 2 + scale * math.radians(lon - middle_lon), HEIGHT / 2 - scale * up


def _mercator(lat: float) -> float:
    return math.log(math.tan(math.pi / 4 + math.radians(lat) / 2))


def _near(feature: dict[str, Any], box: Box) -> dict[str, Any] | None:
    """What of a country may be seen: the rings that reach into the box or a good way around it; None where there is none."""
    west, south, east, north = box
    wide, high = (east - west) * 0.5, (north - south) * 0.5
    kept = []
    for rings in feature["geometry"]["coordinates"]:
        lons, lats = [x for x, _ in rings[0]], [y for _, y in rings[0]]
        if min(lons) <= east + wide and max(lons) >= west - wide and min(lats) <= north + high and max(lats) >= south - high:
            kept.append(rings)
    return {"type": "Feature", "geometry": {"type": "MultiPolygon", "coordinates": kept}} if kept else None


def _spot(one: Spot, clean: Callable[[str], str], beside: float | None) -> dict[str, Any]:
    name = clean(one.name)
    counted = ", ".join(f"{number} {status}" for status, number in one.statuses.items())
    where = name if one.precision == "place" else f"somewhere in {name}"
    return {
        "lat": one.lat,
        "lon": one.lon,
        "events": len(one.events),
        "precision": one.precision,
        "name": short(name, _LONGEST),
        "beside": beside,
        "label": f"{where}: {counted}",
        "href": f"{SITE}/?q={quote(asked(one))}",
    }


def asked(one: Spot) -> str:
    """The query that asks for the events of a place."""
    return "id:" + ",".join(one.events[:60])
