"""Parties that the encoder gives to two acts, though they stand in the words of one: "attacks, including a raid on Kano"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..grammar.dependents import coordinated, is_verb
from ..grammar.parsed import Parsed
from ..roles.filled import HEARD
from .acts import Act

_HARM = frozenset("death killing murder slaying wounding injury slaughter massacre".split())  # what a shelling does
_OF_FORCE = frozenset(("ASSAULT", "COERCE"))


def to_the_nearest(p: Parsed, acts: Sequence[Act]) -> list[Act]:
    """The acts; a noun of force has none of those whom only the encoder tells, and who stand in the words of another noun of its type."""
    nouns: dict[tuple[str, int], list[Act]] = {}
    for act in acts:
        if act.type in _OF_FORCE and not is_verb(p, act.trigger.head):
            nouns.setdefault((act.type, p.sentence_of[act.trigger.head]), []).append(act)
    return [_without(p, act, nouns.get((act.type, p.sentence_of[act.trigger.head]), ())) for act in acts]


def _without(p: Parsed, act: Act, nouns: Sequence[Act]) -> Act:
    if len(nouns) < 2 or is_verb(p, act.trigger.head):
        return act
    others = [o for o in nouns if o is not act and _is_beside(p, act.trigger.head, o.trigger.head)]
    theirs = {f.token for o in others for f in o.parties if o.trigger.head < f.token and f.token in p.subtree(o.trigger.head)}
    kept = tuple(f for f in act.parties if f.slot != HEARD or f.token not in theirs)
    return act if len(kept) == len(act.parties) else replace(act, parties=kept)


def _is_beside(p: Parsed, noun: int, other: int) -> bool:
    """Whether another noun stands in other words than a noun's own, behind its "and", or names one of several that it sums up."""
    if noun in p.subtree(other):
        return False
    if other in coordinated(p, noun) and p.lemmas[other] not in _HARM:  # "the shelling of a camp and the abduction of two nurses"
        return True
    return other not in p.subtree(noun) or whole_around(p, other) == noun


def whole_around(p: Parsed, head: int) -> int | None:
    """The noun of several acts of which a noun names one: "three attacks, including the bombing of a market"."""
    at = head
    while p.deps[at] == "conj" and not is_verb(p, at):
        at = p.heads[at]
    above = p.heads[at]
    return p.heads[above] if p.deps[at] == "pobj" and p.lower[above] == "including" and not is_verb(p, head) else None
