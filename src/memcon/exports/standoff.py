"""JSON lines without the words of the reports: the export of a store to be shared where the texts may not be.

Each line is a line of `jsonl` without its quotes, with the hashes of the texts that it needs; whoever has those texts gets the line of
`jsonl` back, byte for byte. What stays is what stays in a detached record (see `memcon.analysis.standoff`).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, BinaryIO

from memcon.analysis.standoff import DetachError, in_pieces, with_words, without_words
from memcon.merging import Merged
from memcon.model import Report

from . import jsonl
from .form import Written

SCHEMA = "memcon.event-detached/1"


@dataclass(frozen=True, slots=True)
class Wanted:
    """The text that a line needs of a report: the report's own name, the length and the hash."""

    name: str
    characters: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Detached:
    """A line opened: the event's id, the texts that it needs by report, and what is to be put together with them."""

    id: str
    texts: Mapping[str, Wanted]
    sha256: str
    event: Mapping[str, Any]


def write(events: Iterable[Merged], out: BinaryIO, report_of: Callable[[str], Report | None]) -> Written:
    """Write each event as a line without words. Events of which a report's text is not there are left out."""
    count, left = 0, []
    for event in events:
        try:
            out.write(detached(event, report_of).encode() + b"\n")
        except DetachError:
            left.append(event.id)
        else:
            count += 1
    return Written(count, tuple(left))


def detached(event: Merged, report_of: Callable[[str], Report | None]) -> str:
    """The line of an event without words. DetachError where a text is not there or is not what was read."""
    line = jsonl.dumps(event)
    data = json.loads(line)
    texts: dict[str, Report] = {}
    for telling in data["tellings"]:
        number = telling["witness"]["id"]
        report = texts.get(number) or report_of(number)
        if report is None or not report.text:
            raise DetachError(f"the text of report {number} is not there")
        texts[number] = report
        telling.update(without_words(telling, report.text))
    for name, value in data.get("corrected", {}).items():
        data["corrected"][name] = _corrected(value, texts)
    needed = {number: {"name": one.id, "characters": len(one.text), "sha256": one.sha256} for number, one in sorted(texts.items())}
    return jsonl.written({"schema": SCHEMA, "id": event.id, "texts": needed, "sha256": _digest(line), "event": data})


def opened(line: str) -> Detached:
    """A line that `write` wrote. DetachError where it is none."""
    try:
        data = json.loads(line)
        if not isinstance(data, dict) or data.get("schema") != SCHEMA:
            raise DetachError(f"no detached event of memcon: schema {SCHEMA!r} is wanted")
        texts = {str(number): Wanted(str(one["name"]), int(one["characters"]), str(one["sha256"])) for number, one in data["texts"].items()}
        event = data["event"]
        if not all(telling["witness"]["id"] in texts for telling in event["tellings"]):
            raise DetachError("the detached event is damaged: a text of its tellings is not named")
        return Detached(str(data["id"]), texts, str(data["sha256"]), event)
    except RecursionError as error:
        raise DetachError("the detached event is nested too deeply") from error
    except json.JSONDecodeError as error:
        raise DetachError(f"no JSON: {error.msg} at character {error.pos + 1}") from error
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        if isinstance(error, DetachError):
            raise
        raise DetachError(f"the detached event is damaged ({type(error).__name__}: {error})") from error


def attached(one: Detached, texts: Mapping[str, str]) -> str:
    """The line of `jsonl` again, from the texts by their hashes. DetachError where they do not fit."""
    try:
        data = dict(one.event)
        data["tellings"] = [with_words(telling, texts[one.texts[telling["witness"]["id"]].sha256]) for telling in data["tellings"]]
        if "corrected" in data:
            data["corrected"] = {
                name: value if isinstance(value, str) else with_words(value["words"], texts[one.texts[value["report"]].sha256])
                for name, value in data["corrected"].items()
            }
        line = jsonl.written(data)
    except (KeyError, TypeError, ValueError, IndexError) as error:
        raise DetachError(f"the detached event is damaged ({type(error).__name__}: {error})") from error
    if _digest(line) != one.sha256:
        raise DetachError("the detached event was changed: what it makes is not the event that it was made from")
    return line


def _corrected(value: str, texts: Mapping[str, Report]) -> Any:
    """A person's value as it is, or in pieces of the first text of which a stretch stands in it."""
    for number, report in texts.items():
        pieces = in_pieces(value, report.text)
        if not isinstance(pieces, str):
            return {"report": number, "words": pieces}
    return value


def _digest(line: str) -> str:
    return hashlib.sha256(line.encode()).hexdigest()
