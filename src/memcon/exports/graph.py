"""The network of parties: nodes who they are, edges what one did to or with another. What the graph formats write."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, product

from memcon.merging import Merged
from memcon.merging.settled import Settled, settled
from memcon.model import Party

from .delimited import clean
from .parties import Keys, keys

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Edge:
    """One event between two parties, by their keys; `mutual` where both are its actors, so that neither end comes first."""

    id: str
    source: str
    target: str
    mutual: bool
    one: Settled


@dataclass(frozen=True, slots=True)
class Graph:
    """Nodes by key, as first met, and edges in the order of the events. `alone` are the events that join no two parties."""

    nodes: dict[str, Party]
    edges: tuple[Edge, ...]
    alone: tuple[str, ...]


def graph(events: Iterable[Merged]) -> Graph:
    """The network of the events: actor to recipient, and actor with actor, once and mutual, where nobody is a recipient.

    All edges are written with a direction: most readers open no file that has both kinds. `mutual` says where it means nothing. A surname
    alone is a node of its own in each report, see `merging.unnamed`.
    """
    nodes: dict[str, Party] = {}
    edges: list[Edge] = []
    kept = list(events)
    stand = list(settled(kept))
    of = keys(stand)
    for one in stand:
        for party in one.event.participants:
            nodes.setdefault(of(one, party), party)
        for number, (a, b, mutual) in enumerate(_pairs(one, of)):
            edges.append(Edge(f"{one.id}.{number}" if number else one.id, a, b, mutual, one))
    joined = {edge.one.id for edge in edges}
    return Graph(nodes, tuple(edges), tuple(event.id for event in kept if event.id not in joined))


def node_values(party: Party) -> dict[str, str]:
    """What is known of a party, for a node's attributes."""
    known = {"name": party.name, "kind": party.kind, "wikidata": party.wikidata, "country": party.country, "sector": party.sector}
    return {name: xml_text(value) for name, value in known.items() if value}


def edge_values(edge: Edge) -> dict[str, str]:
    """What is known of an edge's event, for the edge's attributes."""
    event, codes = edge.one.event, edge.one.codes
    known = {
        "event": edge.one.id,
        "type": event.type,
        "mode": event.mode,
        "status": event.status,
        "when": event.when.edtf if event.when else None,
        "country": event.where.country if event.where else None,
        "cameo": codes["cameo"].value if "cameo" in codes else None,
        "quad": codes["quad"].value if "quad" in codes else None,
        "summary": event.summary,
        "mutual": "true" if edge.mutual else "false",
    }
    return {name: xml_text(value) for name, value in known.items() if value}


def xml_text(text: str) -> str:
    """The text without the characters that XML 1.0 has no way to write."""
    return _NOT_XML.sub("\ufffd", clean(text))


def _pairs(one: Settled, of: Keys) -> Iterator[tuple[str, str, bool]]:
    actors, recipients = (list(dict.fromkeys(of(one, p) for p in one.event.parties(role))) for role in ("actor", "recipient"))
    if recipients:
        yield from ((a, b, False) for a, b in product(actors, recipients) if a != b)
    else:
        yield from ((a, b, True) for a, b in combinations(actors, 2))
