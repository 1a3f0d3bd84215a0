"""What refuses nothing: a refusal that is denied ("did not rule out talks"), and what is put off to another day."""

from __future__ import annotations

from collections.abc import Sequence

from ..grammar.dependents import child, is_verb
from ..grammar.parsed import Parsed
from .deferrals import put_off
from .triggers import Trigger

_EXCLUDING = frozenset(("rule", "exclude", "preclude"))


def without_left_open(p: Parsed, triggers: Sequence[Trigger]) -> list[Trigger]:
    """The triggers without refusals that leave open what they are of."""
    return [one for one in triggers if one.entry.type != "REJECT" or not (_is_left_open(p, one.head) or put_off(p, one.head))]


def _is_left_open(p: Parsed, head: int) -> bool:
    """Whether a verb excludes something, and is itself negated or declined."""
    verb = p.heads[head] if p.deps[head] in ("neg", "prt") else head
    if p.lemmas[verb] not in _EXCLUDING or not is_verb(p, verb):
        return False
    if child(p, verb, "neg") is not None:
        return True
    return p.deps[verb] == "xcomp" and p.lemmas[p.heads[verb]] in ("refuse", "decline")
