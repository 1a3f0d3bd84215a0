"""The picture of a network: parties as marks by kind, their contacts as lines, thicker the more there were."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any
from urllib.parse import quote

from memcon.analysis.contacts import media_words
from memcon.analysis.network import Network, Node, Tie

from .labels import LINE, free_places
from .layout import places
from .svg import SITE, Picture, named
from .theme import EDGE, INK, KINDS, PAPER, STATUS, dressed, short

MOST = 499
"""So many parties are drawn; from 500 on networkx lays out with SciPy, which is not needed else."""
MOST_TIES = 1500
LABELLED = 60
_LONGEST, _GAP = 26, 4 + LINE / 2
_EDGE = 1.14
WIDTH, HEIGHT = 1180, 660
_HALO: dict[str, Any] = {"stroke": PAPER, "strokeWidth": 4, "strokeJoin": "round", "aria": False}
"""What stands behind a name, so that no line runs through it."""
_SMALL, _LARGE = 60, 900
"""Areas of the smallest and the largest mark, in square pixels."""


def network_picture(of: Network, clean: Callable[[str], str] = str) -> Picture:
    """The MOST parties with most contacts."""
    import altair as alt

    words_for = _described(of)
    of = of.core(MOST)
    at = places(of)
    names = {one.id: clean(one.name) for one in of.nodes}
    ties = [_line(tie, at, names) for tie in of.ties[:MOST_TIES]]
    fullest = max((one.contacts for one in of.nodes), default=1)
    beside = _beside(of, at, names, fullest)
    nodes = [_mark(one, at, names, beside.get(one.id)) for one in of.nodes]
    scale = alt.Scale(domain=[-_EDGE, _EDGE])
    x, y = alt.X("x:Q", axis=None, scale=scale), alt.Y("y:Q", axis=None, scale=scale)
    most = max((tie.weight for tie in of.ties), default=1)
    lines = (
        alt.Chart(named("ties"))
        .mark_rule(color=EDGE, opacity=0.75)
        .encode(
            x=x,
            y=y,
            x2="x2:Q",
            y2="y2:Q",
            href="href:N",
            description="label:N",
            strokeWidth=alt.StrokeWidth("weight:Q", legend=None, scale=alt.Scale(type="sqrt", domain=[0, max(most, 4)], range=[0.6, 9])),
        )
    )
    base = alt.Chart(named("parties")).encode(x=x, y=y, href="href:N", description="label:N")
    size = alt.Size("contacts:Q", legend=None, scale=alt.Scale(type="sqrt", domain=[0, fullest], range=[_SMALL, _LARGE]))
    marks = base.mark_point(filled=True, opacity=1, color=STATUS["planned"], stroke="#ffffff", strokeWidth=1).encode(
        size=size, shape=alt.Shape("kind:N", legend=None, scale=alt.Scale(domain=[*KINDS, "other"], range=[*KINDS.values(), "cross"]))
    )
    words = [  # what stands behind a name leads nowhere: what nobody is told of cannot be reached by keys either
        one.transform_filter("datum.labelled")
        .mark_text(fontSize=12, fontWeight=600, baseline="middle", **look)
        .encode(y=alt.Y("beside:Q", axis=None, scale=scale), text="short:N")
        for one, look in ((alt.Chart(named("parties")).encode(x=x), _HALO), (base, {"color": INK}))
    ]
    chart = dressed(alt.layer(lines, marks, *words).properties(width=WIDTH, height=HEIGHT))
    return Picture(clean(f"Contacts of {of.subject}"), clean(words_for), chart, {"ties": ties, "parties": nodes})


def _beside(of: Network, at: dict[str, tuple[float, float]], names: dict[str, str], fullest: int) -> dict[str, float]:
    """At what height the names of parties stand: of the LABELLED first those that need not lie on the name of one before them."""
    ranked = of.nodes[:LABELLED]
    pixel = 2 * _EDGE / HEIGHT
    middles = [((at[one.id][0] + _EDGE) / (2 * _EDGE) * WIDTH, (_EDGE - at[one.id][1]) / pixel) for one in ranked]
    named_ones = zip(middles, (short(names[one.id], _LONGEST) for one in ranked), strict=True)
    free = free_places(named_ones, (-_GAP, _GAP), [_radius(one, fullest) for one in ranked])
    return {one.id: at[one.id][1] - place * pixel for one, place in zip(ranked, free, strict=True) if place is not None}


def _radius(one: Node, fullest: int) -> float:
    return math.sqrt((_SMALL + (_LARGE - _SMALL) * math.sqrt(one.contacts / max(fullest, 1))) / math.pi)


def _described(of: Network) -> str:
    """What the picture shows, for who does not see it."""
    left = max(0, len(of.nodes) - MOST)
    most = ", ".join(f"{one.name} ({one.degree})" for one in of.nodes[:5])
    drawn = f" The {left} parties with fewest contacts are not drawn." if left else ""
    counted = f"{len(of.nodes)} part{'y' if len(of.nodes) == 1 else 'ies'} and {len(of.ties)} tie{'s' * (len(of.ties) != 1)}"
    return f"{counted}. With most others in contact: {most or 'nobody'}.{drawn} The table below says the same."


def _line(tie: Tie, at: dict[str, tuple[float, float]], names: dict[str, str]) -> dict[str, Any]:
    (x, y), (x2, y2) = at[tie.a], at[tie.b]
    media = media_words(tie.media)
    label = f"{names[tie.a]} and {names[tie.b]}: {tie.weight} contact{'' if tie.weight == 1 else 's'} ({media})"
    return {"x": x, "y": y, "x2": x2, "y2": y2, "weight": tie.weight, "label": label, "href": f"{SITE}/?q={quote(between(tie))}"}


def _mark(one: Node, at: dict[str, tuple[float, float]], names: dict[str, str], beside: float | None) -> dict[str, Any]:
    x, y = at[one.id]
    others, contacts = (f"{number} {word}{'s' * (number != 1)}" for number, word in ((one.degree, "other"), (one.contacts, "contact")))
    label = f"{names[one.id]}, {one.kind.replace('_', ' ')}: in contact with {others} in {contacts}"
    return {
        "x": x,
        "y": y,
        "beside": y if beside is None else beside,
        "contacts": one.contacts,
        "kind": one.kind if one.kind in KINDS else "other",
        "label": label,
        "labelled": beside is not None,
        "short": short(names[one.id], _LONGEST),
        "href": f"{SITE}/network?about={quote(one.id, safe='')}",
    }


def between(tie: Tie) -> str:
    """The query that asks for the contacts of a tie."""
    return "id:" + ",".join(tie.events[:60])
