"""A record's parts as rows of the store, and back."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

from memcon.actors.names import fold
from memcon.merging import Witness, party_key
from memcon.model import Event, Record, Report, When
from memcon.model.boundary import event_from_dict, from_dict
from memcon.times import interval

_LETTERS = 10


def report_id(report: Report) -> str:
    """A report's id in any store: the same text from the same outlet on the same day is the same report.

    >>> plain, renamed, other = Report("a", "Text."), Report("b", "Text."), Report("a", "Text.", outlet="X")
    >>> report_id(plain) == report_id(renamed), report_id(plain) == report_id(other)
    (True, False)
    """
    parts = (report.sha256, report.outlet or "", report.published or "")
    return "r" + hashlib.sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:_LETTERS]


def event_id(report: str, event: Event, taken: int = 0) -> str:
    """The published id of an event that this report is the first to tell; `taken` counts up where the id is another's."""
    words = [f"{t.start}", f"{t.end}"] if (t := next(iter(event.triggers), None)) else [event.id]
    parts = (report, event.type, *words, *([str(taken)] if taken else []))
    return "m" + hashlib.sha256("\n".join(parts).encode()).hexdigest()[:_LETTERS]


def mention_row(report: str, run: int, event: Event, told: Mapping[str, Any]) -> dict[str, Any]:
    """The row of `mentions` for an event; `told` is its JSON of the contract."""
    first, last = days(event.when)
    return {
        "report": report, "run": run, "local": event.id, "current": True, "type": event.type, "mode": event.mode, "status": event.status,
        "first": first, "last": last, "edtf": event.when.edtf if event.when else None,
        "country": event.where.country if event.where else None, "place": (event.where.place or event.where.name) if event.where else None,
        "position": event.triggers[0].start if event.triggers else 0, "confidence": event.confidence,
        "json": json.dumps(told, ensure_ascii=False, separators=(",", ":")),
    }  # fmt: skip


@lru_cache(maxsize=4_000)
def event_of(stored: str) -> Event:
    """The event in the JSON of a row of `mentions`; those that are shown are shown again, and an event never changes."""
    return event_from_dict(json.loads(stored))


@lru_cache(maxsize=2_000)
def gist_of(stored: str) -> Event:
    """The event in the JSON of a row of `mentions` without its evidence and codes, which are most of it and nothing to merging or search.

    Keeping a report looks at each several times; it is worked out once.
    """
    return event_from_dict({name: value for name, value in json.loads(stored).items() if name not in ("evidence", "codes", "order")})


def party_rows(mention: int, event: Event) -> list[dict[str, Any]]:
    """The rows of `parties` for an event."""
    return [
        {
            "mention": mention, "number": number, "role": p.role, "key": party_key(p), "name": p.name,
            "folded": fold(p.name), "kind": p.kind, "country": p.country,
            "sector": p.sector, "office": p.office,
        }
        for number, p in enumerate(event.participants)
    ]  # fmt: skip


def days(when: When | None) -> tuple[str | None, str | None]:
    """First and last ISO day of a time; None where open or unknown."""
    if when is None:
        return None, None
    try:
        found = interval(when.edtf.replace("?", "").replace("~", "").replace("%", ""))
    except ValueError:
        return None, None
    return found.first.isoformat() if found.first else None, found.last.isoformat() if found.last else None


def record_json(told: Mapping[str, Any]) -> str:
    """A record's JSON of the contract as it is kept with a reading: without the report's text, which stands once with the report."""
    told = {**told, "report": {key: value for key, value in told["report"].items() if key != "text"}}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def record_of(stored: str, report: Report) -> Record:
    """The record that `record_json` wrote, with its report's text again."""
    told = json.loads(stored)
    told["report"]["text"] = report.text
    return replace(from_dict(told), report=report)


def witness(row: Mapping[Any, Any]) -> Witness:
    """A report as a witness, from its row."""
    return Witness(row["id"], row["outlet"], row["published"], row["url"], row["title"], row["copy_of"])
