"""iCalendar (RFC 5545): the planned contacts as all-day entries, to be subscribed to."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from typing import BinaryIO

from memcon.merging import Merged
from memcon.merging.settled import Settled, settled, web_address

from .delimited import clean
from .form import Written

_LONGEST = 75
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_STATUS = {"planned": "CONFIRMED", "offered": "TENTATIVE"}


def write(events: Iterable[Merged], out: BinaryIO, *, raw: bool = False) -> Written:  # noqa: ARG001 (no table)
    """Write a calendar of the planned (confirmed) and offered (tentative) contacts whose time has a beginning; all else is left out.

    DTSTAMP is the day of the latest report: a file that is written again is the same file.
    """
    kept = list(events)
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//memcon//memcon//EN", "CALSCALE:GREGORIAN"]
    held = set()
    for one in settled(kept):
        if one.event.type == "CONSULT" and one.event.status in _STATUS and one.first_day:
            lines += _entry(one, one.first_day)
            held.add(one.id)
    lines.append("END:VCALENDAR")
    out.write("".join(f"{folded(line)}\r\n" for line in lines).encode())
    return Written(len(held), tuple(event.id for event in kept if event.id not in held))


def escaped(text: str) -> str:
    """Text as the value of a property (RFC 5545, 3.3.11).

    >>> escaped("talks; Paris, Bonn")
    'talks\\\\; Paris\\\\, Bonn'
    """
    text = _CONTROL.sub("", clean(text)).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return re.sub(r"\r\n?|\n", r"\\n", text)


def folded(line: str) -> str:
    """A line broken so that no part is longer than 75 bytes, between characters (RFC 5545, 3.1)."""
    parts, part, size = [], "", 0
    for character in line:
        width = len(character.encode())
        if size + width > _LONGEST:
            parts.append(part)
            part, size = " ", 1
        part, size = part + character, size + width
    return "\r\n".join([*parts, part])


def _entry(one: Settled, first: date) -> list[str]:
    event = one.event
    published = [date.fromisoformat(w.published[:10]) for w in one.witnesses if w.published]
    stamp = max(published, default=first)
    told = [*(f"{p.role.replace('_', ' ')}: {p.name}" for p in event.participants), f"when: {event.when.edtf if event.when else ''}"]
    told += [" ".join(part for part in (w.outlet or w.id, w.published, web_address(w.url)) if part) for w in one.witnesses]
    description = "\n".join(line for line in told if line)
    lines = [
        "BEGIN:VEVENT",
        f"UID:{escaped(one.id)}@memcon",
        f"DTSTAMP:{stamp:%Y%m%d}T000000Z",
        f"DTSTART;VALUE=DATE:{first:%Y%m%d}",
        f"SUMMARY:{escaped(one.title)}",
        f"DESCRIPTION:{escaped(description)}",
        f"STATUS:{_STATUS[event.status]}",
        "TRANSP:TRANSPARENT",
        "CATEGORIES:" + ",".join(escaped(part) for part in (event.type, event.mode) if part),
    ]
    if one.last_day and one.last_day < date.max:
        lines.insert(4, f"DTEND;VALUE=DATE:{one.last_day + timedelta(days=1):%Y%m%d}")
    if event.where:
        lines.append(f"LOCATION:{escaped(event.where.name)}")
        if event.where.lat is not None and event.where.lon is not None:
            lines.append(f"GEO:{event.where.lat:.6f};{event.where.lon:.6f}")
    return [*lines, "END:VEVENT"]
