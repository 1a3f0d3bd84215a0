"""Where the parties of a network stand: by networkx, the same network always the same."""

from __future__ import annotations

import math
from typing import Any

from memcon.analysis.network import Network

_SEED = 7


def places(of: Network) -> dict[str, tuple[float, float]]:
    """Party -> its place between -1 and 1. Groups that no contact joins stand side by side, the largest first.

    >>> places(Network("person", "", None, None, (), (), 0, ()))
    {}
    """
    import networkx as nx

    graph: Any = of.graph()
    groups = sorted((sorted(group) for group in nx.connected_components(graph)), key=lambda group: (-len(group), group[0]))
    if not groups:
        return {}
    boxes = _boxes([math.sqrt(len(group)) for group in groups])
    found: dict[str, tuple[float, float]] = {}
    for group, (left, top, side) in zip(groups, boxes, strict=True):
        for name, (x, y) in _of_group(graph.subgraph(group)).items():
            found[name] = (left + (x + 1) / 2 * side, top + (y + 1) / 2 * side)
    xs, ys = [x for x, _ in found.values()], [y for _, y in found.values()]
    return {name: (_scaled(x, min(xs), max(xs)), _scaled(y, min(ys), max(ys))) for name, (x, y) in found.items()}


def _of_group(graph: Any) -> dict[str, tuple[float, float]]:
    import networkx as nx

    number = graph.number_of_nodes()
    if number == 1:
        return {next(iter(graph)): (0.0, 0.0)}
    if number == 2:
        one, other = sorted(graph)
        return {one: (-0.6, 0.1), other: (0.6, -0.1)}
    start: dict[str, Any] = nx.circular_layout(nx.path_graph(sorted(graph)))
    laid = nx.spring_layout(graph, pos=start, k=2.2 / math.sqrt(number), iterations=150 if number <= 150 else 50, seed=_SEED, weight="")
    return {name: (float(x), float(y)) for name, (x, y) in laid.items()}


def _boxes(sides: list[float]) -> list[tuple[float, float, float]]:
    """Squares of these sides in rows, about twice as wide as high."""
    wide = max(sides[0] * 1.25, math.sqrt(sum(side * side for side in sides)) * 1.6)
    boxes: list[tuple[float, float, float]] = []
    left, top, high = 0.0, 0.0, 0.0
    for side in sides:
        if left and left + side > wide:
            left, top, high = 0.0, top + high * 1.15, 0.0
        boxes.append((left, top, side))
        left, high = left + side * 1.15, max(high, side)
    return boxes


def _scaled(value: float, low: float, high: float) -> float:
    return 0.0 if high == low else round((value - low) / (high - low) * 2 - 1, 4)
