"""Dynamic GEXF 1.3 (https://gexf.net/): the network of parties in time. Each edge has its days, each node the days of its edges.

Directions and `mutual` are those of `graphml`.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import BinaryIO
from xml.etree import ElementTree as ET

from memcon.merging import Merged

from .form import Written
from .graph import Edge, edge_values, graph, node_values, xml_text

_NAMESPACE = "http://gexf.net/1.3"
_NODE = ("kind", "wikidata", "country", "sector")
_EDGE = ("event", "type", "mode", "status", "when", "country", "cameo", "quad", "summary", "mutual")
Days = tuple[date | None, date | None]


def write(events: Iterable[Merged], out: BinaryIO, *, raw: bool = False) -> Written:  # noqa: ARG001 (no table)
    """Write the network. An edge without a known time is always there; an open side of a time stays open."""
    made = graph(events)
    root = ET.Element("gexf", xmlns=_NAMESPACE, version="1.3")
    drawn = ET.SubElement(root, "graph", defaultedgetype="directed", mode="dynamic", timeformat="date", timerepresentation="interval")
    for domain, names in (("node", _NODE), ("edge", _EDGE)):
        attributes = ET.SubElement(drawn, "attributes", {"class": domain, "mode": "static"})
        for name in names:
            ET.SubElement(attributes, "attribute", id=f"{domain}_{name}", title=name, type="boolean" if name == "mutual" else "string")
    spells: dict[str, list[Days]] = {key: [] for key in made.nodes}
    for edge in made.edges:
        for key in (edge.source, edge.target):
            spells[key].append(_days(edge))
    nodes = ET.SubElement(drawn, "nodes")
    for key, party in made.nodes.items():
        node = ET.SubElement(nodes, "node", id=xml_text(key), label=xml_text(party.name))
        _values(node, "node", {name: value for name, value in node_values(party).items() if name != "name"})
        if spells[key] and all(any(days) for days in spells[key]):
            _spells(node, sorted(set(spells[key]), key=lambda days: (days[0] or date.min, days[1] or date.max)))
    edges = ET.SubElement(drawn, "edges")
    for edge in made.edges:
        ends = {"id": xml_text(edge.id), "source": xml_text(edge.source), "target": xml_text(edge.target), "label": edge.one.event.type}
        element = ET.SubElement(edges, "edge", ends)
        _values(element, "edge", edge_values(edge))
        if any(_days(edge)):
            _spells(element, [_days(edge)])
    ET.indent(root, " ")
    out.write(ET.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n")
    return Written(len({edge.one.id for edge in made.edges}), made.alone)


def _days(edge: Edge) -> Days:
    return edge.one.first_day, edge.one.last_day


def _spells(element: ET.Element, spells: list[Days]) -> None:
    inner = ET.SubElement(element, "spells")
    for first, last in spells:
        known = {"start": first.isoformat() if first else None, "end": last.isoformat() if last else None}
        ET.SubElement(inner, "spell", {name: value for name, value in known.items() if value})


def _values(element: ET.Element, domain: str, values: dict[str, str]) -> None:
    if values:
        inner = ET.SubElement(element, "attvalues")
        for name, value in values.items():
            ET.SubElement(inner, "attvalue", {"for": f"{domain}_{name}", "value": value})
