"""A refusal that is denied leaves open what it is of, and refuses nothing: "did not rule out talks", "declined to rule out a visit"."""

from __future__ import annotations

from collections.abc import Sequence

from .dependents import child, is_verb
from .parsed import Parsed
from .triggers import Trigger

_EXCLUDING = frozenset(("rule", "exclude", "preclude"))


def without_left_open(p: Parsed, triggers: Sequence[Trigger]) -> list[Trigger]:
    """The triggers without refusals whose verb excludes something and is itself negated or declined."""
    return [one for one in triggers if one.entry.type != "REJECT" or not _is_left_open(p, one.head)]


def _is_left_open(p: Parsed, head: int) -> bool:
    verb = p.heads[head] if p.deps[head] in ("neg", "prt") else head
    if p.lemmas[verb] not in _EXCLUDING or not is_verb(p, verb):
        return False
    if child(p, verb, "neg") is not None:
        return True
    return p.deps[verb] == "xcomp" and p.lemmas[p.heads[verb]] in ("refuse", "decline")
