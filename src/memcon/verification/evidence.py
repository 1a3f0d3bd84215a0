"""A value without its words is not recorded: every value has its span, or an entry in the event's `evidence`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from .problem import Problem

# Values that must be read from words of the report; identities and codes may rest on a registry or a table alone.
_FROM_WORDS = ("/type", "/mode", "/status", "/position", "/duration")
_IDENTITY = ("wikidata", "country", "sector", "office")
_PLACE = ("place", "country", "lat", "lon", "geonames")


def evidence_problems(record: Mapping[str, Any]) -> Iterator[Problem]:
    """The values in a record's JSON that stand on nothing, and the entries of `evidence` that prove nothing.

    >>> met = {"start": 0, "end": 3, "quote": "met"}
    >>> entry = {"path": "/type", "spans": [met], "by": "lexicon:meet", "p": 0.9}
    >>> event = {"type": "CONSULT", "status": "happened", "triggers": [met], "evidence": [entry]}
    >>> [str(p) for p in evidence_problems({"events": [event]})]
    ['events/0/status: no words: evidence has no entry for /status']
    """
    names = {one["id"]: [m["quote"] for m in one["mentions"]] for one in record.get("entities", ())}
    for number, event in enumerate(record["events"]):
        at = f"events/{number}"
        if not event["triggers"]:
            yield Problem(f"{at}/triggers", "no words: an event has at least one trigger")
        entries = event.get("evidence", ())
        covered = {entry["path"] for entry in entries}
        for pointer in _wanted(event, names):
            if not any(above in covered for above in _self_and_above(pointer)):
                yield Problem(f"{at}{pointer}", f"no words: evidence has no entry for {pointer}")
        for place, source in enumerate(event.get("sources", ())):
            if not source.get("source") and not source.get("cue"):
                yield Problem(f"{at}/sources/{place}", "no words: neither source nor cue has a span")
        for place, entry in enumerate(entries):
            yield from _entry_problems(f"{at}/evidence/{place}", entry, event)


def _wanted(event: Mapping[str, Any], names: Mapping[str, list[str]]) -> Iterator[str]:
    """JSON pointers, within the event, to all its values that have no span of their own."""
    yield "/type"
    if event.get("mode"):
        yield "/mode"
    yield "/status"
    for name in ("position", "duration"):
        if event.get(name) is not None:
            yield f"/{name}"
    for number, party in enumerate(event.get("participants", ())):
        if not _says(party["name"], [party["mention"]["quote"], *names.get(party.get("entity") or "", ())]):
            yield f"/participants/{number}/name"
        yield from (f"/participants/{number}/{key}" for key in _IDENTITY if party.get(key) is not None)
    where = event.get("where")
    if where:
        if not _says(where["name"], [where["span"]["quote"]]):
            yield "/where/name"
        yield from (
            f"/where/{key}"
            for key in _PLACE
            if where.get(key) is not None and not (key == "place" and _says(where[key], [where["span"]["quote"]]))
        )
    yield from (f"/codes/{scheme}" for scheme in event.get("codes", {}))


def _says(name: str, quotes: list[str]) -> bool:
    """Whether one of the quotes holds all words of the name, which may be whole where the end of a line breaks them."""
    wanted = set(re.findall(r"\w+", name.casefold())) - {"the"}
    told = (quote.casefold() for quote in quotes)
    return bool(wanted) and any(wanted <= {*re.findall(r"\w+", one), *re.findall(r"\w+", one.replace("-\n", ""))} for one in told)


def _self_and_above(pointer: str) -> Iterator[str]:
    while pointer:
        yield pointer
        pointer = pointer.rpartition("/")[0]


def _entry_problems(at: str, entry: Mapping[str, Any], event: Mapping[str, Any]) -> Iterator[Problem]:
    path = entry["path"]
    if not _leads_somewhere(path, event):
        yield Problem(f"{at}/path", f"{path!r} leads to no value of the event")
    if not entry["by"].strip():
        yield Problem(f"{at}/by", "it does not say which rule, model or table gave the value")
    if path in _FROM_WORDS and not entry.get("spans"):
        yield Problem(f"{at}/spans", f"no words: {path} must be read from the text")


def _leads_somewhere(pointer: str, event: Mapping[str, Any]) -> bool:
    """Whether a JSON pointer (RFC 6901) below the event's root leads to a value that is there."""
    if not pointer.startswith("/"):
        return False
    value: Any = event
    for raw in pointer[1:].split("/"):
        key = raw.replace("~1", "/").replace("~0", "~")
        if isinstance(value, Mapping) and key in value:
            value = value[key]
        elif isinstance(value, list) and re.fullmatch(r"0|[1-9]\d*", key) and int(key) < len(value):
            value = value[int(key)]
        else:
            return False
    return value is not None
