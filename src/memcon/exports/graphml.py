"""GraphML (http://graphml.graphdrawing.org/): the network of parties, an edge an event.

Every edge has a direction, from who did something to whom it was done to; where both did it together, `mutual` is true and the direction
means nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO
from xml.etree import ElementTree as ET

from memcon.merging import Merged

from .form import Written
from .graph import edge_values, graph, node_values, xml_text

_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
_NODE = ("name", "kind", "wikidata", "country", "sector")
_EDGE = ("event", "type", "mode", "status", "when", "country", "cameo", "quad", "summary", "mutual")


def write(events: Iterable[Merged], out: BinaryIO, *, raw: bool = False) -> Written:  # noqa: ARG001 (no table)
    """Write the network; codes are text, so that 042 keeps its zero. Events that join no two parties are left out."""
    made = graph(events)
    root = ET.Element("graphml", xmlns=_NAMESPACE)
    for domain, names in (("node", _NODE), ("edge", _EDGE)):
        for name in names:
            kind = "boolean" if name == "mutual" else "string"
            ET.SubElement(root, "key", {"id": f"{domain}_{name}", "for": domain, "attr.name": name, "attr.type": kind})
    drawn = ET.SubElement(root, "graph", edgedefault="directed")
    for key, party in made.nodes.items():
        _data(ET.SubElement(drawn, "node", id=xml_text(key)), "node", node_values(party))
    for edge in made.edges:
        ends = {"id": xml_text(edge.id), "source": xml_text(edge.source), "target": xml_text(edge.target)}
        _data(ET.SubElement(drawn, "edge", ends), "edge", edge_values(edge))
    _save(root, out)
    return Written(len({edge.one.id for edge in made.edges}), made.alone)


def _data(element: ET.Element, domain: str, values: dict[str, str]) -> None:
    for name, value in values.items():
        ET.SubElement(element, "data", key=f"{domain}_{name}").text = value


def _save(root: ET.Element, out: BinaryIO) -> None:
    ET.indent(root, " ")
    out.write(ET.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n")
