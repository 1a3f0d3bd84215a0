"""Identifiers are unique, and whatever names another part of the record names one that is there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from .problem import Problem


def reference_problems(record: Mapping[str, Any]) -> Iterator[Problem]:
    """Repeated identifiers, and references that lead nowhere, in a record's JSON.

    >>> record = {"events": [], "attributions": [{"id": "a1", "parent": "a9"}], "entities": [{"id": "n1"}, {"id": "n1"}]}
    >>> [str(p) for p in reference_problems(record)]
    ["entities/1/id: 'n1' is taken by entities/0", "attributions/0/parent: the record has no attribution 'a9'"]
    """
    known: dict[str, dict[str, int]] = {}
    for kind in ("events", "attributions", "entities"):
        seen: dict[str, int] = {}
        for number, one in enumerate(record.get(kind, ())):
            if one["id"] in seen:
                yield Problem(f"{kind}/{number}/id", f"{one['id']!r} is taken by {kind}/{seen[one['id']]}")
            seen.setdefault(one["id"], number)
        known[kind] = seen
    for number, event in enumerate(record["events"]):
        yield from _event_problems(f"events/{number}", event, known)
    yield from _parent_problems(record.get("attributions", ()))


def _event_problems(at: str, event: Mapping[str, Any], known: Mapping[str, Mapping[str, int]]) -> Iterator[Problem]:
    for number, party in enumerate(event.get("participants", ())):
        if party.get("entity") is not None and party["entity"] not in known["entities"]:
            yield Problem(f"{at}/participants/{number}/entity", f"the record has no entity {party['entity']!r}")
    for number, source in enumerate(event.get("sources", ())):
        if source.get("attribution") is not None and source["attribution"] not in known["attributions"]:
            yield Problem(f"{at}/sources/{number}/attribution", f"the record has no attribution {source['attribution']!r}")
    for number, order in enumerate(event.get("order", ())):
        if order["event"] == event["id"]:
            yield Problem(f"{at}/order/{number}/event", f"the event stands {order['relation']} itself")
        elif order["event"] not in known["events"]:
            yield Problem(f"{at}/order/{number}/event", f"the record has no event {order['event']!r}")


def _parent_problems(attributions: Any) -> Iterator[Problem]:
    parents = {one["id"]: one.get("parent") for one in attributions}
    for number, one in enumerate(attributions):
        parent = one.get("parent")
        if parent is None:
            continue
        if parent not in parents:
            yield Problem(f"attributions/{number}/parent", f"the record has no attribution {parent!r}")
            continue
        seen = {one["id"]}
        while parent is not None and parent not in seen:
            seen.add(parent)
            parent = parents.get(parent)
        if parent == one["id"]:
            yield Problem(f"attributions/{number}/parent", "the attribution stands within itself")
