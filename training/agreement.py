"""How far two readers agree: `python -m training.agreement FIRST.jsonl SECOND.jsonl --data DATA` prints JSON.

Both files are standoff annotations (`annotations/windows.jsonl`), or FIRST is `own`, our own passages as they are annotated; the passages
of SECOND are compared with the same ones of FIRST. Events are paired one to one where triggers overlap, the best fit first. `found` is
the F1 of having an event at all, `typed` of its type besides, `who-whom` of the same actors and recipients besides (of contacts: the same
parties); `status`, `mode` and `source` are shares of the paired (for mode: typed) events on which both agree, and `source_stated` the F1
over stated sources.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from benchmarks.attribution import f1
from benchmarks.events import Span, matched

from training.annotated import OWN, own, windows

NO_DIRECTION = ("meeting", "call", "multilateral", "")


def parties(event: dict[str, Any], *roles: str) -> list[tuple[str, Span]]:
    """The mentions of the parties in these roles, under one name."""
    return [("party", (one["mention"][0], one["mention"][1])) for one in event["participants"] if one["role"] in roles]


def same_parties(text: str, one: dict[str, Any], other: dict[str, Any], *roles: str) -> bool:
    """Whether both events have the same parties in these roles."""
    ours, theirs = parties(one, *roles), parties(other, *roles)
    return len(ours) == len(theirs) == len(matched(text, ours, theirs))


def who_whom(text: str, one: dict[str, Any], other: dict[str, Any], same: Callable[..., bool] = same_parties) -> bool:
    """The same actors and the same recipients; a contact without direction: the same of both together. `same` compares some roles."""
    if same(text, one, other, "actor") and same(text, one, other, "recipient"):
        return True
    contact = one["type"] == "CONSULT" and (one.get("mode") or "") in NO_DIRECTION
    return contact and same(text, one, other, "actor", "recipient")


def sources(event: dict[str, Any]) -> list[tuple[str, Span]]:
    """The spans of an event's sources by stance."""
    return [(one.get("stance", "asserts"), tuple(one["source"])) for one in event["sources"] if one["source"]]


def pair(text: str, first: list[dict[str, Any]], second: list[dict[str, Any]]) -> list[tuple[int, int]]:
    """Events whose triggers overlap, one to one, those that agree on most first."""
    weights = []
    for i, one in enumerate(first):
        for j, other in enumerate(second):
            met = sum(any(a < d and c < b for c, d in other["triggers"]) for a, b in one["triggers"])
            if met:
                agree = 4 * (one["type"] == other["type"]) + 2 * who_whom(text, one, other) + (one["status"] == other["status"])
                weights.append((agree, met, -i, -j))
    taken: tuple[set[int], set[int]] = (set(), set())
    found = []
    for _, _, i, j in sorted(weights, reverse=True):
        if -i not in taken[0] and -j not in taken[1]:
            taken[0].add(-i)
            taken[1].add(-j)
            found.append((-i, -j))
    return found


def compare(passages: Sequence[tuple[str, list[dict[str, Any]], list[dict[str, Any]]]]) -> dict[str, Any]:
    """The figures over passages of (text, events of one reader, events of the other)."""
    tally: Counter[str] = Counter()
    for text, first, second in passages:
        tally["first"] += len(first)
        tally["second"] += len(second)
        for i, j in pair(text, first, second):
            one, other = first[i], second[j]
            typed = one["type"] == other["type"]
            tally["found"] += 1
            tally["typed"] += typed
            tally["who-whom"] += typed and who_whom(text, one, other)
            tally["mode"] += typed and (one.get("mode") or "") == (other.get("mode") or "")
            tally["status"] += one["status"] == other["status"]
            ours, theirs = sources(one), sources(other)
            hits = len(matched(text, ours, theirs))
            tally["source"] += hits == len(ours) == len(theirs)
            tally["source right"] += hits
            tally["source first"] += len(ours)
            tally["source second"] += len(theirs)
    found: dict[str, Any] = {"passages": len(passages), "events": [tally["first"], tally["second"]]}
    for name in ("found", "typed", "who-whom"):
        found[name] = f1(tally[name], tally["second"], tally["first"])["f1"]
    for name, whole in (("mode", "typed"), ("status", "found"), ("source", "found")):
        found[name] = round(tally[name] / tally[whole], 3) if tally[whole] else 0.0
    found["source_stated"] = f1(tally["source right"], tally["source second"], tally["source first"])["f1"]
    return found


def main(arguments: Sequence[str] | None = None) -> None:
    """The command."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("first", type=Path, help=f"a standoff file, or {OWN}")
    options.add_argument("second", type=Path)
    options.add_argument("--data", type=Path, required=True)
    chosen = options.parse_args(arguments)
    given = own() if str(chosen.first) == OWN else windows(chosen.data, chosen.first.parent, chosen.first.name)
    first = {one.name: one for one in given}
    second = windows(chosen.data, chosen.second.parent, chosen.second.name)
    both = [(one.text, first[one.name].events or [], one.events or []) for one in second if one.name in first]
    print(json.dumps(compare(both), indent=1))


if __name__ == "__main__":
    main()
