"""A record without its report's words, to be shared where the text may not be; and put together again by whoever has the text.

Detached, every quote is left out (its offsets stay), so is the text (its hash stays), and each stretch of forty characters or more that
another value has from the text is replaced by its place there. Names, dates, codes and short words stay: they are facts. A title that does
not stand in the text stays, as it does in any bibliography.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from itertools import product
from typing import Any

from memcon.model import Report
from memcon.model.boundary import from_dict

SCHEMA = "memcon-detached/1"
STRETCH = 40
"""How many characters in a row make a stretch of the text that does not stay."""
_PIECES = "pieces"
_SURROGATE = re.compile("[\ud800-\udfff]")


class DetachError(ValueError):
    """A record that cannot be taken apart, or parts that do not make one; the message says why."""


@dataclass(frozen=True, slots=True)
class Layout:
    """How the JSON of a record was written, so that it can be written so again, byte for byte."""

    indent: int | None = None
    ascii: bool = False
    compact: bool = False
    newline: bool = False

    def write(self, data: object) -> str:
        """The data as JSON text in this layout."""
        separators = (",", ":") if self.compact else (",", ": ") if self.indent is not None else (", ", ": ")
        text = json.dumps(data, ensure_ascii=self.ascii, indent=self.indent, separators=separators)
        return _SURROGATE.sub(lambda m: f"\\u{ord(m[0]):04x}", text) + ("\n" if self.newline else "")


_LAYOUTS = [Layout(*one) for one in product((1, None, 2, 4, 3, 0), (False, True), (False, True), (True, False))]


def detach(written: str) -> str:
    """The JSON text of a record without the words of its report; `attach` undoes it. DetachError where it is no sound record.

    >>> from memcon.model import MadeBy, Record
    >>> record = Record(Report("r", "Bennett met Putin."), made_by=MadeBy("0.1.0")).to_json()
    >>> "Bennett" in detach(record), attach(detach(record), "Bennett met Putin.") == record
    (False, True)
    """
    data = _parsed(written)
    try:
        text = from_dict(data).report.text
    except ValueError as error:
        raise DetachError(str(error)) from error
    layout = next((one for one in _LAYOUTS if one.write(data) == written), None)
    if layout is None:
        raise DetachError("its JSON is laid out in a way that could not be restored; memcon read --json writes one that can")
    bare = without_words(data, text)
    bare["report"]["text"] = None
    whole = {
        "schema": SCHEMA,
        "text": {"characters": len(text), "sha256": data["report"]["sha256"]},
        "sha256": _digest(written),
        "layout": {"indent": layout.indent, "ascii": layout.ascii, "compact": layout.compact, "newline": layout.newline},
        "record": bare,
    }
    return Layout(indent=1, newline=True).write(whole)


def attach(detached: str, text: str) -> str:
    """The JSON text of the record that `detach` was given, from its detached form and the text. DetachError where they do not fit."""
    data = _opened(detached)
    if Report("", text).sha256 != data["text"]["sha256"]:
        raise DetachError("the text is another one: its SHA-256 differs")
    try:
        record = with_words(data["record"], text)
        record["report"]["text"] = text
        written = Layout(**data["layout"]).write(record)
    except (KeyError, TypeError, ValueError) as error:
        raise DetachError(f"the detached record is damaged ({type(error).__name__}: {error})") from error
    if _digest(written) != data["sha256"]:
        raise DetachError("the detached record was changed: what it makes is not the record that it was made from")
    return written


def wanted(detached: str) -> tuple[str, int]:
    """The SHA-256 and the number of characters of the text that a detached record belongs to. DetachError where it is none."""
    text = _opened(detached)["text"]
    return str(text["sha256"]), int(text["characters"])


def _opened(detached: str) -> dict[str, Any]:
    data = _parsed(detached)
    parts: dict[str, dict[str, type]] = {"text": {"characters": int, "sha256": str}, "record": {"report": dict}, "layout": {}}
    if not isinstance(data, dict) or data.get("schema") != SCHEMA:
        raise DetachError(f"it is no detached record ({SCHEMA})")
    for name, fields in parts.items():
        part = data.get(name)
        if not isinstance(part, dict) or any(not isinstance(part.get(field), kind) for field, kind in fields.items()):
            raise DetachError(f"the detached record is damaged ({name})")
    return data


def _parsed(written: str) -> Any:
    try:
        return json.loads(written)
    except (ValueError, RecursionError) as error:
        if written[:32].startswith('{"schema": "memcon.event/'):
            raise DetachError("it holds the events of a store: memcon export standoff writes them without words") from error
        raise DetachError(f"it is not JSON ({error})") from error


def _is_span(value: dict[str, Any]) -> bool:
    return type(value.get("start")) is int and type(value.get("end")) is int and "quote" in value


def without_words(value: Any, text: str) -> Any:
    """A JSON value of the contract without the words of the text. DetachError where a quote is not what stands there."""
    if isinstance(value, str):
        return in_pieces(value, text)
    if isinstance(value, list):
        return [without_words(part, text) for part in value]
    if not isinstance(value, dict):
        return value
    made = {name: without_words(part, text) for name, part in value.items()}
    if _is_span(value):
        if text[value["start"] : value["end"]] != value["quote"]:
            raise DetachError(f"the text at {value['start']}-{value['end']} is not {value['quote']!r}: see memcon verify")
        made["quote"] = None
    return made


def with_words(value: Any, text: str) -> Any:
    """What `without_words` was given, from what it gave and the text."""
    if isinstance(value, list):
        return [with_words(part, text) for part in value]
    if not isinstance(value, dict):
        return value
    pieces = value.get(_PIECES)
    if len(value) == 1 and isinstance(pieces, list):
        return "".join(piece if isinstance(piece, str) else text[piece[0] : piece[1]] for piece in pieces)
    made = {name: with_words(part, text) for name, part in value.items()}
    if _is_span(value):
        made["quote"] = text[value["start"] : value["end"]]
    return made


def in_pieces(value: str, text: str) -> str | dict[str, list[str | list[int]]]:
    """The value as it is, or in pieces where a stretch of it stands in the text: own words, and [start, end] for the text's."""
    pieces: list[str | list[int]] = []
    at = own = 0
    while at + STRETCH <= len(value):
        start = text.find(value[at : at + STRETCH])
        if start < 0:
            at += 1
            continue
        length = STRETCH
        while at + length < len(value) and text[start + length : start + length + 1] == value[at + length]:
            length += 1
        if own < at:
            pieces.append(value[own:at])
        pieces.append([start, start + length])
        at = own = at + length
    if not pieces:
        return value
    return {_PIECES: [*pieces, *([value[own:]] if own < len(value) else [])]}


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
