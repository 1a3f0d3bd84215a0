"""A chart as SVG for a page: no style that a strict policy forbids, links within the site, colours that follow light and dark."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

from .theme import CLASSES

SITE = "https://site.invalid"
"""What links of a chart begin with (Vega wants whole addresses); it is taken off again."""
_SVG = "http://www.w3.org/2000/svg"
_XLINK = "{http://www.w3.org/1999/xlink}href"
_CLIP = re.compile(r"(?<=[\"#])clip\d+\b")
_DECIMALS = re.compile(r"-?\d+\.\d{3,}")
_INERT = ("style", "pointer-events", "aria-roledescription")


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart whose data stand beside it by name (Altair copies what is inside many times over), with words for who does not see it."""

    title: str
    description: str
    chart: Any
    data: Mapping[str, Sequence[Mapping[str, Any]]]

    def altair(self) -> Any:
        """The whole as an Altair chart, for notebooks."""
        made = self.chart.copy(deep=False)
        made["datasets"] = {name: [dict(row) for row in rows] for name, rows in self.data.items()}
        return made

    def svg(self, *, plain: bool = False) -> str:
        """The whole as an SVG element with title and description. `plain` keeps its colours, for where no style sheet is."""
        import vl_convert

        told = {**self.chart.to_dict(validate=False), "datasets": self.data}
        return dressed(vl_convert.vegalite_to_svg(told), self.title, self.description, plain=plain)


def named(name: str) -> Any:
    """The data of that name, for a chart."""
    import altair

    return altair.NamedData(name=name)


def dressed(told: str, title: str, description: str, *, plain: bool = False) -> str:
    """SVG as Vega makes it -> as a page shows it.

    >>> 'href="/event/m1"' in dressed('<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" '
    ...     'height="9"><a xlink:href="https://site.invalid/event/m1"><path aria-label="A" fill="#000"/></a></svg>', "T", "D")
    True
    """
    ElementTree.register_namespace("", _SVG)
    root = ElementTree.fromstring(told)
    for one in root.iter():
        _settle(one, plain)
    for name, words in (("desc", description), ("title", title)):
        head = ElementTree.Element(f"{{{_SVG}}}{name}")
        head.text = words
        root.insert(0, head)
    width, height = (root.get(name, "0") for name in ("width", "height"))
    root.attrib.update({"role": "group", "aria-label": title, "data-width": width, "data-height": height, "class": "chart"})
    made = _DECIMALS.sub(lambda m: f"{float(m[0]):.2f}", ElementTree.tostring(root, encoding="unicode"))
    counted: dict[str, str] = {}  # Vega counts on from one picture to the next
    return _CLIP.sub(lambda m: counted.setdefault(m[0], f"clip-{len(counted) + 1}"), made)


def _settle(one: ElementTree.Element, plain: bool) -> None:
    for name in _INERT:
        one.attrib.pop(name, None)
    if one.get("role") in ("graphics-object", "graphics-symbol"):
        one.set("role", "img" if one.get("aria-label") else "presentation")
    if _XLINK in one.attrib:
        one.set("href", _within(one.attrib.pop(_XLINK)))
        one.attrib.pop("target", None)
    label = one.get("aria-label")
    if label and one.tag.endswith(("}path", "}text", "}line")):
        hover = ElementTree.SubElement(one, f"{{{_SVG}}}title")
        hover.text = label
    if plain:
        return
    for name in ("fill", "stroke"):
        dress = CLASSES.get(one.get(name, ""))
        if dress is not None:
            one.set("class", f"{one.get('class', '')} {dress}".strip())
            one.set(name, "currentColor")


def _within(address: str) -> str:
    """The part of an address within the site; nowhere for any other."""
    if not address.startswith(SITE + "/"):
        return "#"
    parts = urlsplit(address)
    path = parts.path + (f"?{parts.query}" if parts.query else "") + (f"#{parts.fragment}" if parts.fragment else "")
    return path if not unquote(path).startswith("//") else "#"
