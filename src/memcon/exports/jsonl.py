"""JSON lines: one merged event a line with all that is needed to have it back. Export, import and export again give the same bytes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from memcon.merging import Merged, Telling, Witness
from memcon.model import Event, Record, Report
from memcon.model.boundary import event_from_dict, to_dict

from .form import Written

SCHEMA = "memcon.event/1"
_SURROGATE = re.compile("[\ud800-\udfff]")
_SURROGATE_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_WITNESS = ("id", "outlet", "published", "url", "title", "copy_of")
_FIELDS = frozenset(("schema", "id", "replaced", "corrected", "judgement", "tellings"))


def write(events: Iterable[Merged], out: BinaryIO, *, raw: bool = False) -> Written:  # noqa: ARG001 (nothing here is a formula)
    """Write each event as a line of JSON: its tellings (witness and event of the contract `memcon/1`), corrections and former ids."""
    count = 0
    for event in events:
        out.write(dumps(event).encode() + b"\n")
        count += 1
    return Written(count)


def read(data: bytes | Iterable[bytes]) -> Iterator[Merged]:
    """The events that `write` wrote. ValueError names the line that is none.

    >>> next(read(b'{"schema": "memcon.event/1"}'))
    Traceback (most recent call last):
    ValueError: line 1: no event of memcon: 'id' is missing
    """
    for number, line in enumerate(data.split(b"\n") if isinstance(data, bytes) else data, 1):
        if line.strip():
            try:
                yield loads(line.decode("utf-8"))
            except ValueError as error:
                raise ValueError(f"line {number}: {error}") from error


def dumps(event: Merged) -> str:
    """One event as JSON text of one line; the same event gives the same text.

    >>> from memcon.model import Event
    >>> dumps(Merged("m1", (Telling(Witness("r"), Event("e1", "VOTE", "", "happened", ())),)))[:66]
    '{"schema": "memcon.event/1", "id": "m1", "tellings": [{"witness": '
    """
    return written(
        {
            "schema": SCHEMA,
            "id": event.id,
            **({"replaced": list(event.replaced)} if event.replaced else {}),
            **({"corrected": dict(sorted(event.corrected.items()))} if event.corrected else {}),
            **({"judgement": event.judgement} if event.judgement else {}),
            "tellings": [
                {
                    "witness": {name: getattr(t.witness, name) for name in _WITNESS if getattr(t.witness, name) is not None},
                    "event": event_json(t.event),
                }
                for t in event.tellings
            ],
        }
    )


def written(data: Any) -> str:
    """JSON data as text of one line, the same for the same data. ValueError where it holds what no file can.

    >>> written({"name": "Orléans \\ud800"})
    '{"name": "Orléans \\\\ud800"}'
    """
    text = json.dumps(data, ensure_ascii=False, allow_nan=False)
    if _SURROGATE_PAIR.search(text):
        raise ValueError("the text holds a surrogate pair as two code points: decode it as UTF-16 first")
    return _SURROGATE.sub(lambda m: f"\\u{ord(m[0]):04x}", text)


def loads(text: str) -> Merged:
    """The event in a line that `dumps` made; ValueError where it is none."""
    try:
        data = json.loads(text)
    except RecursionError as error:
        raise ValueError("not JSON that memcon can read: it is nested too deeply") from error
    if not isinstance(data, dict) or data.get("schema") != SCHEMA:
        raise ValueError(f"no event of memcon: schema {SCHEMA!r} is wanted")
    if set(data) - _FIELDS:
        raise ValueError(f"no event of memcon: unknown fields {sorted(set(data) - _FIELDS)}")
    try:
        return Merged(
            id=_text(data["id"]),
            tellings=tuple(Telling(_witness(t["witness"]), event_from_dict(t["event"])) for t in data["tellings"]),
            replaced=tuple(_text(one) for one in data.get("replaced", ())),
            corrected={_text(name): _text(value) for name, value in data.get("corrected", {}).items()},
            judgement=_text(data["judgement"]) if "judgement" in data else None,
        )
    except KeyError as error:
        raise ValueError(f"no event of memcon: {error} is missing") from error
    except (TypeError, AttributeError) as error:
        raise ValueError(f"no event of memcon: {error}") from error


def event_json(event: Event) -> dict[str, Any]:
    """One event of a report as the JSON of the contract."""
    told: dict[str, Any] = to_dict(Record(Report("", ""), events=(event,)))["events"][0]
    return told


def _witness(data: dict[str, Any]) -> Witness:
    for name, value in data.items():
        if name not in _WITNESS:
            raise ValueError(f"no event of memcon: a witness has no {name!r}")
        _text(value)
    return Witness(**data)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"a string is wanted, this is {value!r}")
    return value
