"""Who stands between others: betweenness, constraint, and the parties whom one alone connects.

Betweenness (Freeman 1977, by the algorithm of Brandes 2001) is the share of shortest paths between others that go through a party, each
tie a step of one. Constraint (Burt 1992) is how far a party's contacts are in contact with one another and so leave it little to broker:
low is much room; ties count by their weight. Two parties are *bridged* by one who is the only contact that they share while they have none
of their own; parties are *cut off* where the network falls apart without it (an articulation point).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from math import isnan
from typing import Any

from memcon.store import Store

from .acts import Act
from .contacts import contacts, node
from .network import Network, network
from .plain import Plain
from .remembered import remembered
from .subjects import Side, Subject
from .who import Actors
from .windows import Window

MOST_BRIDGED = 50


@dataclass(frozen=True, slots=True)
class Broker(Plain):
    """A party between others. `betweenness` is from 0 to 1; `constraint` None where it has no contact; `bridged` names pairs (`most` of
    them, `bridges` is their number), `apart` the groups that only it holds together."""

    id: str
    name: str
    degree: int
    contacts: int
    betweenness: float
    constraint: float | None
    bridges: int
    bridged: tuple[tuple[str, str], ...]
    apart: tuple[tuple[str, ...], ...]


def brokers(of: Network, most: int | None = None, *, drawn: int = 500) -> tuple[Broker, ...]:
    """The parties that stand between others, those with the highest betweenness first, then by pairs that they alone connect.

    Worked out over the `drawn` parties with most contacts: on more the figures cost minutes and say little.

    >>> from .network import Node, Tie
    >>> nodes = tuple(Node(one, one, "state", one, None, 1, 1) for one in ("FIN", "ISL", "NOR"))
    >>> ties = tuple(Tie("FIN", one, 1, 1, 0, 0, {"call": 1}, None, None, 1, ("m",)) for one in ("ISL", "NOR"))
    >>> found = brokers(Network("state", "", None, None, nodes, ties, 2, ()))
    >>> [(one.name, one.betweenness, one.bridged, one.apart) for one in found]
    [('FIN', 1.0, (('ISL', 'NOR'),), (('ISL',), ('NOR',)))]
    """
    import networkx as nx

    of = of.core(drawn)
    graph = of.graph()
    if not graph.number_of_edges():
        return ()
    names = {one.id: one for one in of.nodes}
    between = nx.betweenness_centrality(graph, normalized=True)
    held = _constraint(graph)
    cuts = {one: _apart(graph, one) for one in nx.articulation_points(graph)}
    bridged = _bridged(graph)
    found = []
    for one, known in names.items():
        pairs = bridged.get(one, [])
        if not between[one] and not pairs:
            continue
        found.append(
            Broker(
                one, known.name, known.degree, known.contacts, round(between[one], 4), _rounded(held.get(one)), len(pairs),
                tuple((names[a].name, names[b].name) for a, b in pairs[:MOST_BRIDGED]),
                tuple(tuple(sorted(names[n].name for n in group)) for group in cuts.get(one, [])),
            )
        )  # fmt: skip
    found.sort(key=lambda b: (-b.betweenness, -b.bridges, -b.contacts, b.id))
    return tuple(found[:most])


def _constraint(graph: Any) -> dict[str, float]:
    """Burt's constraint of every party, NaN for one without contacts: as `networkx.constraint`, whose loops take ten times as long.

    >>> import networkx as nx
    >>> triangle = nx.Graph([("a", "b"), ("b", "c"), ("a", "c")])
    >>> round(_constraint(triangle)["a"], 3), round(nx.constraint(triangle)["a"], 3)
    (1.125, 1.125)
    """
    import networkx as nx
    import numpy as np

    weights = nx.to_numpy_array(graph, weight="weight")
    mutual = weights + weights.T
    with np.errstate(invalid="ignore"):
        share = mutual / mutual.sum(axis=1, keepdims=True)
    known = np.nan_to_num(share)
    local = np.where(mutual > 0, (known + known @ known) ** 2, 0.0).sum(axis=1)
    local[mutual.sum(axis=1) == 0] = np.nan
    return dict(zip(graph, local.tolist(), strict=True))


def brokerage(store: Store, about: Subject | None = None, window: Window | None = None, *, level: str = "person") -> tuple[Broker, ...]:
    """The brokers of the network about a subject within a window, worked out once for each state of the store.

    >>> with Store.open(None) as store:
    ...     brokerage(store)
    ()
    """
    about, window = about or Subject(), window or Window()
    return remembered(store, ("brokers", about, window, level), lambda: brokers(network(store, about, window, level=level)))


@dataclass(frozen=True, slots=True)
class GoBetween(Plain):
    """A third party in contact with both of a dyad: how often with each, on which days, and how often before the two first met or spoke
    without it (`before`; all of them where they never did)."""

    id: str
    name: str
    with_a: int
    with_b: int
    first: date | None
    last: date | None
    before: int


def go_betweens(found: Sequence[Act], known: Actors, a: Side, b: Side, *, level: str = "person") -> tuple[GoBetween, ...]:
    """Who was in contact with both, those who spoke most with the one whom they spoke with less first.

    A contact counts for a side if someone of it takes part; where both take part it counts for both, and is no direct contact of theirs.
    """
    of = node(level)
    seen: dict[str, tuple[set[str], set[str], list[Act]]] = {}
    direct: list[date] = []
    for act in contacts(found):
        of_a, of_b = (any(one.has(who) for who in act.principals) for one in (a, b))
        others = [who for who in act.principals if not a.has(who) and not b.has(who)]
        if of_a and of_b and not others and act.first:
            direct.append(act.first)
        for who in others:
            mine = seen.setdefault(of(who), (set(), set(), []))
            if of_a:
                mine[0].add(act.id)
            if of_b:
                mine[1].add(act.id)
            if of_a or of_b:
                mine[2].append(act)
    start = min(direct, default=None)
    made = []
    for one, (left, right, acts) in seen.items():
        if left and right:
            days = [act.first for act in acts if act.first]
            early = len({act.id for act in acts if start is None or (act.first is not None and act.first < start)})
            made.append(GoBetween(one, known.label(one), len(left), len(right), min(days, default=None), max(days, default=None), early))
    return tuple(sorted(made, key=lambda g: (-min(g.with_a, g.with_b), -g.with_a - g.with_b, g.id)))


def _bridged(graph: Any) -> dict[str, list[tuple[str, str]]]:
    """Party -> the pairs that are not in contact and share this contact alone."""
    shared: dict[tuple[str, str], list[str]] = {}
    for one in graph:
        for a, b in combinations(sorted(graph[one]), 2):
            if not graph.has_edge(a, b):
                shared.setdefault((a, b), []).append(one)
    found: dict[str, list[tuple[str, str]]] = {}
    for pair, through in sorted(shared.items()):
        if len(through) == 1:
            found.setdefault(through[0], []).append(pair)
    return found


def _apart(graph: Any, one: str) -> list[list[str]]:
    """The groups into which what hangs together with a party falls without it, the largest first."""
    import networkx as nx

    whole = next(group for group in nx.connected_components(graph) if one in group)
    rest = graph.subgraph(whole - {one})
    return sorted((sorted(group) for group in nx.connected_components(rest)), key=lambda group: (-len(group), group))


def _rounded(value: float | None) -> float | None:
    return None if value is None or isnan(value) else round(value, 4)
