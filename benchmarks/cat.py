"""Documents in the XML of the annotation tool CAT, as MEANTIME has them: text put together from tokens, markables as stretches of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

_CLOSING = frozenset((",", ".", ";", ":", "!", "?", "%", ")", "]", "}", "’", "”", "''", "'s", "’s", "n't", "'re", "'ve", "'ll", "'d", "'m"))
_OPENING = frozenset(("(", "[", "{", "$", "£", "€", "“", "``", "#"))


@dataclass(frozen=True, slots=True)
class Markable:
    """An annotated stretch: code points of the text, end exclusive, the number of its sentence, its tag and attributes."""

    start: int
    end: int
    sentence: int
    tag: str
    attributes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Document:
    """A document: its text with a line a sentence, where each sentence ends, its creation day if it has one, and its markables in order."""

    name: str
    text: str
    sentence_ends: tuple[int, ...]
    published: str | None
    markables: tuple[Markable, ...]


def documents(folder: Path) -> Iterator[Document]:
    """The documents of a folder by name."""
    for path in sorted(folder.glob("*.xml")):
        yield document(path)


def document(path: Path) -> Document:
    """One document."""
    root = ElementTree.parse(path).getroot()
    text, spans, ends = _text(root)
    published = None
    found = []
    marked = root.find("Markables")
    for node in marked if marked is not None else ():
        attributes = dict(node.attrib)
        if attributes.get("functionInDocument") == "CREATION_TIME":
            published = attributes.get("value")
        own = [spans[a.get("t_id", "")] for a in node.iter("token_anchor")]
        if own:
            found.append(Markable(min(s[0] for s in own), max(s[1] for s in own), own[0][2], node.tag, attributes))
    return Document(path.name, text, ends, published, tuple(sorted(found, key=lambda m: (m.start, m.end))))


def _text(root: ElementTree.Element) -> tuple[str, dict[str, tuple[int, int, int]], tuple[int, ...]]:
    """The text, (start, end, sentence) of each token by its id, and the end of each sentence."""
    spans: dict[str, tuple[int, int, int]] = {}
    ends: list[int] = []
    text = ""
    sentence = 0
    glued = True
    for token in root.iter("token"):
        words, number = token.text or "", int(token.get("sentence", "0"))
        if number != sentence:
            ends += [len(text)] * (number - sentence)
            text += "\n"
            sentence, glued = number, True
        if not glued and words not in _CLOSING:
            text += " "
        spans[token.get("t_id", "")] = (len(text), len(text) + len(words), number)
        text += words
        glued = words in _OPENING
    return text, spans, (*ends, len(text))
