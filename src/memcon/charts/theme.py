"""Colours, signs and sizes of pictures. A status has a shape and a fill beside its colour, so that none is told by colour alone."""

from __future__ import annotations

from typing import Any

STATUS = {
    "happened": "#15632c",
    "ongoing": "#0b5f6e",
    "planned": "#1d4f91",
    "offered": "#7b2f86",
    "possible": "#6b5200",
    "denied": "#a11d22",
}
INK, FAINT, EDGE, LAND, COAST, PAPER = "#1b1c1e", "#d3d4cf", "#85888d", "#e4e5df", "#b9bbb4", "#fcfcfa"
CLASSES = {
    **{colour: f"p-{status}" for status, colour in STATUS.items()},
    INK: "p-ink",
    FAINT: "p-faint",
    EDGE: "p-edge",
    LAND: "p-land",
    COAST: "p-coast",
    PAPER: "p-paper",
}
"""Colour -> the class that a page's style sheet gives one for light and for dark."""
KINDS = {"person": "circle", "state": "square", "organisation": "diamond", "armed_group": "triangle-up"}
"""Kind of a party -> the shape of its mark."""
FONT = "system-ui, Segoe UI, Roboto, DejaVu Sans, sans-serif"


def dressed(chart: Any) -> Any:
    """A chart in the house's look."""
    return (
        chart.properties(background="transparent", padding=6)
        .configure_view(stroke=None)
        .configure_axis(
            gridColor=FAINT,
            domainColor=EDGE,
            tickColor=EDGE,
            labelColor=INK,
            titleColor=INK,
            labelFont=FONT,
            titleFont=FONT,
            labelFontSize=12,
        )
        .configure_text(font=FONT, color=INK)
    )


def short(words: str, most: int = 70) -> str:
    """Words cut to a length.

    >>> short("one two three", 8)
    'one two…'
    """
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"
