"""What is no act of those around it: a refusal that is denied ("did not rule out talks") or puts off, a meeting beside another."""

from __future__ import annotations

from collections.abc import Sequence

from ..grammar.dependents import child, is_verb
from ..grammar.parsed import Parsed
from .deferrals import put_off
from .triggers import Trigger

_SIDELINES = frozenset(("sideline", "margin", "fringe"))
_WITH_WHOM = frozenset(("between", "of", "with"))
_EXCLUDING = frozenset(("rule", "exclude", "preclude"))


def without_left_open(p: Parsed, triggers: Sequence[Trigger]) -> list[Trigger]:
    """The triggers without refusals that leave open what they are of, and without unnamed meetings on whose sidelines others meet."""
    kept = [one for one in triggers if one.entry.type != "REJECT" or not (_is_left_open(p, one.head) or put_off(p, one.head))]
    return [one for one in kept if one.entry.type != "CONSULT" or not _is_beside_it(p, one.head)]


def _is_beside_it(p: Parsed, noun: int) -> bool:
    """Whether nobody is told to have been at a meeting on whose sidelines others meet: "met him on the sidelines of a conference"."""
    link = p.heads[noun]
    beside = p.deps[noun] == "pobj" and p.lower[link] == "of" and p.lemmas[p.heads[link]] in _SIDELINES
    named = any((c < noun and p.words[c][:1].isupper()) or p.lower[c] in _WITH_WHOM for c in p.children[noun])
    return beside and p.tags[noun] == "NN" and not named


def _is_left_open(p: Parsed, head: int) -> bool:
    """Whether a verb excludes something, and is itself negated or declined."""
    verb = p.heads[head] if p.deps[head] in ("neg", "prt") else head
    if p.lemmas[verb] not in _EXCLUDING or not is_verb(p, verb):
        return False
    if child(p, verb, "neg") is not None:
        return True
    return p.deps[verb] == "xcomp" and p.lemmas[p.heads[verb]] in ("refuse", "decline")
