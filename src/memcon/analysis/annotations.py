"""Annotations made by hand, and records to hold against them: files of one name in two folders, with the text that both speak of."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from memcon.ontology.codebook import codebook

from .likeness import Told

STANDOFF = "memcon-standoff/1"
_SPANS = ("triggers", "about", "purpose")
_SHORT = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Maj|Sgt|Capt|Sen|Rep|Gov|St|Rev|Hon|Prof|Jr|Sr|vs|No|Inc|Corp|Ltd|Co|Jan|Feb|Mar|Apr|Aug|Sept|Sep"
    r"|Oct|Nov|Dec|a\.m|p\.m)|\b[A-Z]|U\.S|U\.N|U\.K|E\.U|D\.C)\.$"
)
_STOP = re.compile(r"[.!?]+[\"'”’)\]]*\s+(?=[\"'“‘(\[]?[A-Z0-9])")


class AnnotationError(ValueError):
    """A file that is no sound annotation or record of its text; the message says which and why."""


@dataclass(frozen=True, slots=True)
class Annotated:
    """One report's events as a person put them down (`right`) and as a record or a second person has them (`guesses`)."""

    name: str
    right: list[Told]
    guesses: list[Told]
    missing: bool = False
    """There is no file of that name to hold against it."""
    second_coder: bool = False
    """It is held against another annotation, not against a record."""


def annotated(gold: Path, predicted: Path) -> Iterator[Annotated]:
    """Each annotation NAME.json of a folder with the file NAME.json of the other; where there is none, nothing was found.

    AnnotationError where a file cannot be read, a quote is not in the text, or the two speak of different texts.
    """
    for path in sorted(gold.glob("*.json")):
        data = _json(path)
        if not isinstance(data, dict) or "events" not in data:
            continue
        text, right = _annotation(path, data)
        other = predicted / path.name
        if not other.exists():
            yield Annotated(path.stem, right, [], missing=True)
            continue
        held, guesses, by_hand = _held(other)
        if held != text:
            raise AnnotationError(f"{other}: it is of another text than {path}")
        yield Annotated(path.stem, right, guesses, second_coder=by_hand)


def sentences(text: str) -> list[tuple[int, int]]:
    """The sentences that annotations number (from 1): start and end of each. A fixed rule, so that old annotations stay true.

    >>> sentences("Mr. Xi met Yu. They spoke.\\nThey parted.")
    [(0, 14), (15, 26), (27, 39)]
    """
    found = []
    for line in re.finditer(r"[^\n]+", text):
        start = line.start()
        for stop in _STOP.finditer(text, line.start(), line.end()):
            words = text[start : stop.end()].rstrip()
            if not _SHORT.search(words.rstrip("\"'”’)]")):
                found.append((start, start + len(words)))
                start = stop.end()
        rest = text[start : line.end()].rstrip()
        if rest.strip():
            found.append((start, start + len(rest)))
    return found


def placed(event: Told, text: str, bounds: list[tuple[int, int]]) -> Told:
    """An annotated event with its spans as offsets and quotes. A span is a sentence and a quote, offsets and a quote, or a pair of offsets.

    >>> event = {"id": "e1", "triggers": [{"s": 1, "quote": "met"}], "when": {"edtf": "2022", "span": [7, 11]}}
    >>> placed(event, "He met Jane.", [(0, 12)])["when"]["span"], placed(event, "He met Jane.", [(0, 12)])["triggers"]
    ({'start': 7, 'end': 11, 'quote': 'Jane'}, [{'start': 3, 'end': 6, 'quote': 'met'}])
    """

    def span(told: Any) -> Told | None:
        return None if told is None else _span(told, text, bounds)

    def parts(name: str, *fields: str) -> dict[str, Any]:
        return {name: [{**one, **{field: span(one.get(field)) for field in fields}} for one in event.get(name) or []]}

    made = {**event, **{name: [span(one) for one in event.get(name) or []] for name in _SPANS}}
    for name in ("when", "where"):
        if event.get(name):
            made[name] = {**event[name], "span": span(event[name].get("span"))}
    return made | parts("participants", "mention") | parts("sources", "source", "cue") | parts("when_other", "span")


def _span(told: Any, text: str, bounds: list[tuple[int, int]]) -> Told:
    try:
        if isinstance(told, list):
            start, end = told
            if not 0 <= start < end <= len(text):
                raise AnnotationError(f"there is no span {start}-{end} in the text")
            return {"start": start, "end": end, "quote": text[start:end]}
        quote = told["quote"]
        if "start" in told:
            if text[told["start"] : told["end"]] != quote:
                raise AnnotationError(f"the text at {told['start']}-{told['end']} is not {quote!r}")
            return {"start": told["start"], "end": told["end"], "quote": quote}
        start, end = bounds[told["s"] - 1]
        at = start - 1
        for _ in range(told.get("nth", 1)):
            at = text.find(quote, at + 1, end)
            if at < 0:
                raise AnnotationError(f"{quote!r} is not in sentence {told['s']}, or not so often")
    except (KeyError, IndexError, TypeError, ValueError) as error:
        if isinstance(error, AnnotationError):
            raise
        raise AnnotationError(f"no span: {told!r}") from error
    return {"start": at, "end": at + len(quote), "quote": quote}


def _annotation(path: Path, data: Told) -> tuple[str, list[Told]]:
    """The text of an annotation, which stands beside it, and its events."""
    report = data.get("report") or {}
    try:
        beside = path.with_name(report.get("text_file") or f"{path.stem}.txt")
    except (ValueError, TypeError) as error:
        raise AnnotationError(f"{path}: report.text_file is no file's name") from error
    try:
        text = beside.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise AnnotationError(f"{path}: its text {beside} cannot be read ({getattr(error, 'strerror', None) or error})") from error
    if data.get("format") == STANDOFF and hashlib.sha256(text.encode()).hexdigest() != data["text"]["sha256"]:
        raise AnnotationError(f"{path}: {beside} is not the annotated text (its SHA-256 differs)")
    bounds = sentences(text)
    found = []
    for number, event in enumerate(data["events"], 1):
        try:
            _check(event)
            found.append(placed(event, text, bounds))
        except (AnnotationError, AttributeError, TypeError) as error:
            name = event.get("id", number) if isinstance(event, dict) else number
            raise AnnotationError(f"{path}: event {name}: {error}") from error
    return text, found


def _check(event: Told) -> None:
    kind, mode = event.get("type"), event.get("mode") or ""
    types = codebook().types
    if kind not in types:
        raise AnnotationError(f"there is no type {kind!r}")
    if mode and mode not in types[kind]:
        raise AnnotationError(f"{kind} has no mode {mode!r}")
    if event.get("status") not in codebook().statuses:
        raise AnnotationError(f"there is no status {event.get('status')!r}")
    if not event.get("triggers"):
        raise AnnotationError("it has no trigger")
    if any(not party.get("mention") for party in event.get("participants") or []):
        raise AnnotationError("a party has no mention")
    if any("kind" not in source for source in event.get("sources") or []):
        raise AnnotationError("a source has no kind")


def _held(path: Path) -> tuple[str, list[Told], bool]:
    """The text and events of a record, or of a second coder's annotation, and whether it is the latter."""
    data = _json(path)
    if not isinstance(data, dict) or not isinstance(data.get("events"), list) or not isinstance(data.get("report"), dict):
        raise AnnotationError(f"{path}: neither a record nor an annotation")
    if "text" not in data["report"]:
        return *_annotation(path, data), True
    text = data["report"]["text"]
    try:
        for event in data["events"]:
            for span in event.get("triggers") or []:
                if text[span["start"] : span["end"]] != span["quote"]:
                    raise AnnotationError(f"{path}: event {event.get('id')}: the text at the offsets is not {span['quote']!r}")
    except (KeyError, TypeError, AttributeError) as error:
        raise AnnotationError(f"{path}: not a record as memcon read --json prints it ({error})") from error
    return text, data["events"], False


def _json(path: Path) -> Any:
    try:
        return json.loads(path.read_text("utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise AnnotationError(f"{path} cannot be read as JSON ({error})") from error
