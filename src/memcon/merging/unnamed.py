"""Persons of whom too little is told to know them again: a surname alone, "the envoy", without a state and in no registry.

In one report such a name is one person; in two it is one only if the reports tell an event of his in common, one repeats the other, or
both give him the same office.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from .alike import full_name


@dataclass(frozen=True, slots=True)
class Named:
    """That a report names such a person, under `key`, in an event; `original` is the report that it repeats, or itself."""

    key: str
    report: str
    event: str
    original: str
    office: str | None = None


def is_vague(key: str, names: Iterable[str]) -> bool:
    """Whether a party's key and all its names tell too little of a person to know him in another report.

    >>> is_vague("person:kim@", ["Kim"]), is_vague("person:kim@KOR", ["Kim"]), is_vague("person:jo kim@", ["Jo Kim"])
    (True, False, False)
    """
    return key.startswith("person:") and key.endswith("@") and not any(full_name(name) for name in names)


def persons(named: Iterable[Named]) -> dict[tuple[str, str], str]:
    """(key, report) -> the key of the person who is meant there; `key#report` where several may be meant by the one key.

    >>> one, other = Named("person:kim@", "r1", "m1", "r1"), Named("person:kim@", "r2", "m2", "r2")
    >>> persons([one, other])
    {('person:kim@', 'r1'): 'person:kim@#r1', ('person:kim@', 'r2'): 'person:kim@#r2'}
    >>> sorted(set(persons([one, other, Named("person:kim@", "r2", "m1", "r2")]).values()))
    ['person:kim@']
    """
    by_key: dict[str, list[Named]] = defaultdict(list)
    for one in named:
        by_key[one.key].append(one)
    found: dict[tuple[str, str], str] = {}
    for key, ones in by_key.items():
        above = {one.report: one.report for one in ones}

        def top(report: str, above: dict[str, str] = above) -> str:
            while above[report] != report:
                report = above[report]
            return report

        first: dict[tuple[str, str], str] = {}
        for one in sorted(ones, key=lambda named: (named.report, named.event)):
            shared = (("event", one.event), ("original", one.original), *((("office", one.office),) if one.office else ()))
            for what in shared:
                a, b = sorted((top(first.setdefault(what, one.report)), top(one.report)))
                above[b] = a
        tops = {report: top(report) for report in above}
        several = len(set(tops.values())) > 1
        found |= {(key, report): f"{key}#{its}" if several else key for report, its in tops.items()}
    return found
