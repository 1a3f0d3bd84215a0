"""Every value of a closed vocabulary is one that the codebook has, every time and duration is well formed."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import Any

from memcon.ontology.codebook import codebook

from .problem import Problem

_DURATION = re.compile(
    r"P(?=.)(\d+(\.\d+)?Y)?(\d+(\.\d+)?M)?(\d+(\.\d+)?W)?(\d+(\.\d+)?D)?(T(?=.)(\d+(\.\d+)?H)?(\d+(\.\d+)?M)?(\d+(\.\d+)?S)?)?"
)
_EDTF_PART = re.compile(
    r"(?P<year>-?\d{4}|\d{3}X|\d{2}XX)(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX)(?:T(?P<hour>\d\d)(?::[0-5]\d(?::[0-5]\d)?)?(?:Z|[+-]\d\d:\d\d)?)?)?)?[?~%]?"
)


def vocabulary_problems(record: Mapping[str, Any]) -> Iterator[Problem]:
    """The values in a record's JSON that the codebook does not have.

    >>> [str(p) for p in vocabulary_problems({"events": [{"type": "AGREE", "mode": "call", "status": "happened"}]})]
    ["events/0/mode: 'call' is no mode of AGREE: it has none"]
    """
    book = codebook()
    for number, event in enumerate(record["events"]):
        at = f"events/{number}"
        modes = book.types.get(event["type"])
        if modes is None:
            yield Problem(f"{at}/type", f"{event['type']!r} is no type of event")
        elif event.get("mode") and event["mode"] not in modes:
            wanted = f"its modes are {', '.join(modes)}" if modes else "it has none"
            yield Problem(f"{at}/mode", f"{event['mode']!r} is no mode of {event['type']}: {wanted}")
        yield from _known(f"{at}/status", event["status"], book.statuses, "status")
        if event.get("position") is not None:
            yield from _known(f"{at}/position", event["position"], book.positions, "position")
        if event.get("duration") is not None and not _DURATION.fullmatch(event["duration"]):
            yield Problem(f"{at}/duration", f"{event['duration']!r} is no ISO 8601 duration")
        for name, when in _whens(event):
            if not is_edtf(when["edtf"]):
                yield Problem(f"{at}/{name}/edtf", f"{when['edtf']!r} is no EDTF date or interval")
            if name == "when" and when.get("contradicts"):
                yield Problem(f"{at}/{name}/contradicts", "only a time beside the first can contradict it")
        for place, party in enumerate(event.get("participants", ())):
            yield from _known(f"{at}/participants/{place}/role", party["role"], book.roles, "role")
            yield from _known(f"{at}/participants/{place}/kind", party["kind"], book.kinds, "kind of party")
        for place, source in enumerate(event.get("sources", ())):
            yield from _known(f"{at}/sources/{place}/kind", source["kind"], book.source_kinds, "kind of source")
            yield from _known(f"{at}/sources/{place}/stance", source.get("stance", "asserts"), book.stances, "stance")
    for number, one in enumerate(record.get("attributions", ())):
        yield from _known(f"attributions/{number}/kind", one["kind"], book.source_kinds, "kind of source")
    for number, one in enumerate(record.get("entities", ())):
        yield from _known(f"entities/{number}/kind", one["kind"], book.kinds, "kind of party")


def is_edtf(value: str) -> bool:
    """Whether the text is a date or interval of EDTF, as far as records use it, with days that the calendar has.

    >>> [is_edtf(v) for v in ("2022-03-05", "2022-02-24/..", "../2018", "2022-03-05T04", "199X", "2022-02-30", "Saturday")]
    [True, True, True, True, True, False, False]
    """
    parts = value.split("/")
    if len(parts) > 2 or all(part in ("", "..") for part in parts):
        return False
    return all(_is_date(part) or (len(parts) == 2 and part in ("", "..")) for part in parts)


def _is_date(part: str) -> bool:
    match = _EDTF_PART.fullmatch(part)
    if match is None:
        return False
    year, month, day, hour = match.group("year", "month", "day", "hour")
    if month and month.isdigit() and not (1 <= int(month) <= 12 or (21 <= int(month) <= 24 and day is None)):
        return False
    if hour and int(hour) > 24:
        return False
    if day and year.isdigit() and month.isdigit() and day.isdigit():
        try:
            date(int(year), int(month), int(day))
        except ValueError:
            return False
    return True


def _whens(event: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    if event.get("when"):
        yield "when", event["when"]
    for number, when in enumerate(event.get("when_other", ())):
        yield f"when_other/{number}", when


def _known(path: str, value: str, vocabulary: Collection[str], what: str) -> Iterator[Problem]:
    if value not in vocabulary:
        yield Problem(path, f"{value!r} is no {what}: the codebook has {', '.join(vocabulary)}")
