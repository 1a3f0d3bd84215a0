"""The picture of a timeline: a day is a dot, an interval a bar, what has no end an arrow; planned hollow, denied struck out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any

from memcon.analysis.timeline import Entry, Timeline

from .svg import SITE, Picture, named
from .theme import EDGE, FONT, INK, STATUS, dressed, short

MOST = 120
WIDTH, ROW = 1180, 22
_OPEN_DAYS = 7
_FEW, _FENCE, _ROOM = 12, 3, timedelta(days=60)
"""Of fewer days none is far off; else one may lie so many times as far from the middle half of all as that is long, and so far anyhow."""
Days = tuple[date, date]


def timeline_picture(of: Timeline, clean: Callable[[str], str] = str) -> Picture:
    """The dated entries of a timeline, the first MOST. `clean` makes words of reports fit to be shown."""
    import altair as alt

    dated = [one for one in of.entries if one.shape != "none"]
    held = _held(dated, of)
    drawn = [one for one in dated if not _far(one, held)][:MOST]
    first, last = _bounds(drawn, of, held)
    rows = [_row(one, number, first, last, clean) for number, one in enumerate(drawn)]
    outside = _outside(dated, held)
    base = alt.Chart(named("entries")).encode(
        y=alt.Y("row:O", axis=None, sort="ascending"),
        color=alt.Color("colour:N", scale=None, legend=None),
        href="href:N",
        description="label:N",
    )
    x = alt.X(
        "start:T",
        title=None,
        scale=alt.Scale(domain=[_ms(first), _ms(last)]),
        axis=alt.Axis(format="%-d %b %Y", labelOverlap=True, tickCount=8, orient="top"),
    )
    fill = {"fill": alt.Fill("inside:N", scale=None, legend=None), "stroke": alt.Stroke("colour:N", scale=None, legend=None)}
    bars = base.transform_filter("datum.shape != 'dot'").mark_bar(height=9, strokeWidth=1.6).encode(x=x, x2="end:T", **fill)
    ends = [
        base.transform_filter(f"datum.open == '{side}'").mark_point(shape=f"triangle-{side}", size=150, filled=True).encode(x=at)
        for side, at in (("right", "end:T"), ("left", "start:T"))
    ]
    dots = (
        base.transform_filter("datum.shape == 'dot'")
        .mark_point(shape="circle", size=90, strokeWidth=1.8, fillOpacity=1)
        .encode(x=x, **fill)
    )
    struck = base.transform_filter("datum.struck").mark_point(shape="cross", angle=45, size=170, filled=True).encode(x="middle:T")
    sides: tuple[tuple[str, Any, int, str], ...] = (("right", "left", 12, "end:T"), ("left", "right", -12, "start:T"))
    words = [
        base.transform_filter(f"datum.side == '{side}'")
        .mark_text(align=align, dx=dx, fontSize=12, color=INK)
        .encode(x=at, text="title:N", color=alt.value(INK))
        for side, align, dx, at in sides
    ]
    layers = alt.layer(bars, *ends, dots, struck, *words).properties(width=WIDTH, height=max(ROW * len(rows), ROW))
    if outside:
        layers = layers.properties(title=alt.Title(outside, anchor="start", color=INK, font=FONT, fontSize=12, fontWeight="normal"))
    words_for = " ".join(part for part in (_described(of), outside) if part)
    return Picture(clean(f"Timeline of {of.subject}"), clean(words_for), dressed(layers), {"entries": rows})


def _described(of: Timeline) -> str:
    """What the picture shows, for who does not see it."""
    dated = [one for one in of.entries if one.shape != "none"]
    counts = ", ".join(f"{number} {status}" for status, number in of.counts.items())
    undated = len(of.entries) - len(dated)
    return f"{len(of.entries)} events of {of.subject}: {counts}. {undated} without a time. The list below says the same in words."


def _row(one: Entry, number: int, first: date, last: date, clean: Callable[[str], str]) -> dict[str, Any]:
    start = max(one.first or _announced(one) or first, first)
    end = min(one.last or last, last) if one.shape != "open bar" or one.last else last
    shown = _ms(start if one.shape == "dot" else end + timedelta(days=1))
    half = _ms(first) + (_ms(last) - _ms(first)) * 0.5
    colour = STATUS.get(one.status, EDGE)
    left = (_ms(start) + shown) / 2 > half
    title = clean(one.title)
    return {
        "row": number,
        "start": _ms(start),
        "end": shown,
        "middle": (_ms(start) + shown) // 2,
        "shape": one.shape,
        "open": _open(one),
        "struck": one.fill == "struck",
        "colour": colour,
        "inside": colour if one.fill == "solid" else "transparent",
        "title": short(title, 84),
        "side": "left" if left else "right",
        "href": f"{SITE}/event/{one.id}",
        "label": f"{one.status}, {one.when or 'undated'} ({one.precision}): {title}",
    }


def _open(one: Entry) -> str:
    """On which side its time has no end."""
    return "" if one.shape != "open bar" or _announced(one) else "right" if one.last is None else "left"


def _announced(one: Entry) -> date | None:
    """From when on what is to be done by a day may be done: it was not before it was announced."""
    until = one.last if one.first is None and one.status in ("planned", "offered") else None
    return one.told if one.told and until and one.told <= until else None


def _bounds(drawn: Sequence[Entry], of: Timeline, held: Days) -> tuple[date, date]:
    days = [day for one in drawn for day in (one.first, one.last) if day and held[0] <= day <= held[1]]
    first = of.first or min(days, default=date(2000, 1, 1))
    last = of.last or max(days, default=first)
    last = max(last, first)
    if any(one.shape == "open bar" for one in drawn) and of.last is None:
        last += timedelta(days=_OPEN_DAYS) if last < date.max - timedelta(days=99) else timedelta()
    return first - timedelta(days=1), last + timedelta(days=2) if last < date.max - timedelta(days=9) else last


def _held(dated: Sequence[Entry], of: Timeline) -> Days:
    """The days that the axis may hold: all, or where the reader chose none and few events are so far off that they would press the others
    into one column, those up to Tukey's outer fences (Exploratory Data Analysis, 1977)."""
    days = sorted(day for one in dated for day in {one.first, one.last} if day)
    if len(days) < _FEW:
        return date.min, date.max
    low, high = days[len(days) // 4], days[-1 - len(days) // 4]
    room = max((high - low) * _FENCE, _ROOM)
    first = low - room if low - date.min > room and not of.first else date.min
    return first, high + room if date.max - high > room and not of.last else date.max


def _far(one: Entry, held: Days) -> int:
    """-1 for what was over before these days, 1 for what began after them, 0 for all else."""
    if one.last and one.last < held[0]:
        return -1
    return 1 if one.first and one.first > held[1] else 0


def _outside(dated: Sequence[Entry], held: Days) -> str:
    """What lies outside the axis, in words."""
    told = []
    for side, where in ((-1, f"before {held[0]:%-d %b %Y}"), (1, f"after {held[1]:%-d %b %Y}")):
        if number := sum(_far(one, held) == side for one in dated):
            told.append(f"{number} event{'s' * (number != 1)} {where}")
    return f"Not drawn, for the sake of the axis: {' and '.join(told)}; the list has them." if told else ""


def _ms(day: date) -> int:
    """The beginning of a day in milliseconds since 1970 (local to nobody: Vega renders in UTC here)."""
    return (day - date(1970, 1, 1)).days * 86_400_000
