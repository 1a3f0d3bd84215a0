"""When a value of a record is the value that a person put down: names, parties, spans, places, times and sources of two events."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

Told = dict[str, Any]
"""An event, party or span as JSON has it: records and annotations come from files, by many hands."""

_STOP = frozenset(("the", "a", "an"))
_TITLES = _STOP | frozenset(
    """mr mrs ms dr sir president prime minister chancellor king queen prince sheikh ayatollah foreign defence defense state secretary
    general of former late his her its senator representative gov governor ambassador""".split()
)
_GLUE = re.compile(r"'s\b|(?<=\w)\.(?=\w)|(?<=\w)'(?=\w)")
_LONGEST_TRIGGER = 40
_LONGEST_ENDING = 80
_MUTUAL_MODES = ("meeting", "call", "multilateral", "")


@lru_cache(maxsize=20_000)
def name_words(name: str) -> tuple[str, ...]:
    """A name's words in plain lower case: no accents, articles, possessives or dots within.

    >>> name_words("The U.S. President’s Élysée")
    ('us', 'president', 'elysee')
    """
    letters = unicodedata.normalize("NFKD", name.replace("’", "'").casefold())
    plain = _GLUE.sub("", "".join(letter for letter in letters if not unicodedata.combining(letter)))
    return tuple(word for word in re.findall(r"\w+", plain) if word not in _STOP)


def same_name(one: str | None, other: str | None, person: bool = False) -> bool:
    """Whether two names are one. A person's may leave out titles, and given names or what follows the first ones.

    >>> same_name("Prime Minister Naftali Bennett", "Bennett", person=True), same_name("Naftali Bennett", "Bennett")
    (True, False)
    """
    first, second = name_words(one or ""), name_words(other or "")
    if not first or not second:
        return False
    if first == second:
        return True
    if not person:
        return False
    bare = [[word for word in words if word not in _TITLES] for words in (first, second)]
    short, full = sorted(bare, key=len)
    return bool(short) and set(short) <= set(full) and (short[-1] == full[-1] or full[: len(short)] == short)


def same_words(one: Told | None, other: Told | None) -> bool:
    """Whether two spans are of the same words: half of the longer is shared, or both end together (within 80 characters).

    >>> same_words({"start": 0, "end": 10}, {"start": 6, "end": 12}), same_words({"start": 0, "end": 30}, {"start": 25, "end": 30})
    (False, True)
    """
    if not one or not other:
        return False
    shared = min(one["end"], other["end"]) - max(one["start"], other["start"])
    longer = max(one["end"] - one["start"], other["end"] - other["start"])
    together = one["end"] == other["end"] and longer <= _LONGEST_ENDING
    return bool(shared > 0 and (together or 2 * shared >= longer))


def touches(right: Told, guess: Told) -> bool:
    """Whether a predicted trigger meets an annotated one; one of more than 40 characters names no act."""
    short = guess["end"] - guess["start"] <= _LONGEST_TRIGGER
    return bool(short and right["start"] < guess["end"] and guess["start"] < right["end"])


def same_party(right: Told, guess: Told) -> bool:
    """By Wikidata id, or by state, where both have one; else by name or by the words it was read from.

    >>> same_party({"kind": "state", "country": "USA", "name": "U.S."}, {"kind": "state", "country": "USA", "name": "Washington"})
    True
    """
    if right.get("wikidata") and guess.get("wikidata"):
        return bool(right["wikidata"] == guess["wikidata"])
    if right.get("kind") == "state" == guess.get("kind") and right.get("country") and guess.get("country"):
        return bool(right["country"] == guess["country"])
    person = right.get("kind") == "person"
    return same_name(right.get("name"), guess.get("name"), person) or same_words(right.get("mention"), guess.get("mention"))


def same_side(right: Told, guess: Told, *roles: str) -> bool:
    """Whether the two events have the same parties in these roles, all of them and no other."""
    ours, theirs = _in_roles(right, roles), _in_roles(guess, roles)
    return len(ours) == len(theirs) == _shared(ours, theirs, same_party)


def same_sides(right: Told, guess: Told) -> bool:
    """Whether actors and recipients are the same; who calls on whom is all one in a meeting, a call or a conference."""
    if same_side(right, guess, "actor") and same_side(right, guess, "recipient"):
        return True
    mutual = right["type"] == "CONSULT" and (right.get("mode") or "") in _MUTUAL_MODES
    return mutual and same_side(right, guess, "actor", "recipient")


def told_when(event: Told) -> str:
    """The event's EDTF without times of day; empty where no time is told."""
    return re.sub(r"T[^/]*", "", (event.get("when") or {}).get("edtf") or "")


def told_where(event: Told) -> str:
    """The country that the event took place in; empty where none is told."""
    return (event.get("where") or {}).get("country") or ""


def told_sources(event: Told) -> list[Told]:
    """Those on whose word the event is told."""
    return event.get("sources") or []


def same_where(right: Told, guess: Told) -> bool:
    """Whether the country is right; any is where the annotated place has none."""
    return bool(right.get("where") and not told_where(right)) or told_where(right) == told_where(guess)


def same_sources(right: Told, guess: Told) -> bool:
    """Whether at least half of all sources that either has are shared; or neither has any."""
    ours, theirs = told_sources(right), told_sources(guess)
    if not ours or not theirs:
        return not ours and not theirs
    shared = _shared(ours, theirs, _same_source)
    return 2 * shared >= len(ours) + len(theirs) - shared


FIELDS: dict[str, Callable[[Told, Told], bool]] = {
    "type": lambda right, guess: right["type"] == guess.get("type"),
    "mode": lambda right, guess: (right.get("mode") or "") == (guess.get("mode") or ""),
    "status": lambda right, guess: right["status"] == guess.get("status"),
    "actors": lambda right, guess: same_side(right, guess, "actor"),
    "recipients": lambda right, guess: same_side(right, guess, "recipient"),
    "parties": same_sides,
    "when": lambda right, guess: told_when(right) == told_when(guess),
    "where": same_where,
    "sources": same_sources,
}
"""Field -> whether a predicted event has it right."""
STATED: dict[str, Callable[[Told], object]] = {"when": told_when, "where": told_where, "sources": told_sources}
"""Fields that most events do not have -> what an event states there."""


def _in_roles(event: Told, roles: Sequence[str]) -> list[Told]:
    return [party for role in roles for party in event.get("participants") or [] if party.get("role") == role]


def _same_source(right: Told, guess: Told) -> bool:
    if right.get("stance", "asserts") != guess.get("stance", "asserts"):
        return False
    if right.get("source") is None:
        return guess.get("source") is None and right["kind"] == guess.get("kind")
    return same_words(right["source"], guess.get("source")) or same_name(right.get("name"), guess.get("name"), right["kind"] == "person")


def _shared(ours: Sequence[Told], theirs: Sequence[Told], same: Callable[[Told, Told], bool]) -> int:
    """How many of ours have one of theirs to themselves, each taking the first that is left."""
    left = list(theirs)
    for one in ours:
        at = next((place for place, other in enumerate(left) if same(one, other)), None)
        if at is not None:
            del left[at]
    return len(theirs) - len(left)
