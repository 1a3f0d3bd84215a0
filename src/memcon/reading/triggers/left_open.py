"""What is no act of those around it: a refusal that is denied ("did not rule out talks") or puts off, a meeting beside another."""

from __future__ import annotations

from collections.abc import Sequence

from memcon.ontology.words import words

from ..grammar.dependents import child, is_verb
from ..grammar.parsed import Parsed
from .deferrals import put_off
from .triggers import Trigger

_SIDELINES = frozenset(("sideline", "margin", "fringe"))
_WITH_WHOM = frozenset(("between", "of", "with"))
_STOPPING = frozenset(("stop", "fall", "pull"))
_EXCLUDING = frozenset(("rule", "exclude", "preclude"))


def without_left_open(p: Parsed, triggers: Sequence[Trigger]) -> list[Trigger]:
    """The triggers without refusals that leave open what they are of, what somebody stops short of, unnamed meetings on whose sidelines
    others meet, and words of a body's name."""
    inside = {t: (first, end) for first, end, label in p.names if label == "ORG" and end - first > 2 for t in range(first, end)}
    triggers = [one for one in triggers if not (one.head in inside and _is_what_a_body_is_for(p, one, *inside[one.head]))]
    triggers = [one for one in triggers if not _is_stopped_short_of(p, one.head)] if "short" in p.lower else triggers
    kept = [one for one in triggers if one.entry.type != "REJECT" or not (_is_left_open(p, one.head) or put_off(p, one.head))]
    return [one for one in kept if one.entry.type != "CONSULT" or not _is_beside_it(p, one.head)]


def _is_what_a_body_is_for(p: Parsed, one: Trigger, first: int, end: int) -> bool:
    """Whether words only tell in a body's name what it is for: "the Commission for Assistance to Cuba"; not "the Conference on Aid"."""
    top = next((t for t in range(first, end) if not first <= p.heads[t] < end), one.head)
    if not all(first <= t < end and p.tags[t].startswith(("NNP", "JJ")) for t in one.tokens) or not p.words[one.head][:1].isupper():
        return False
    return top not in one.tokens and p.lemmas[top] in words("bodies_with_a_purpose")


def _is_beside_it(p: Parsed, noun: int) -> bool:
    """Whether nobody is told to have been at a meeting on whose sidelines others meet: "met him on the sidelines of a conference"."""
    link = p.heads[noun]
    beside = p.deps[noun] == "pobj" and p.lower[link] == "of" and p.lemmas[p.heads[link]] in _SIDELINES
    named = any((c < noun and p.words[c][:1].isupper()) or p.lower[c] in _WITH_WHOM for c in p.children[noun])
    return beside and p.tags[noun] == "NN" and not named


def _is_stopped_short_of(p: Parsed, head: int) -> bool:
    """Whether somebody goes not so far as to do it: "stopped short of imposing sanctions"; not what is more than he gives: "fell short of
    their demands"."""
    if p.lemmas[head] in _STOPPING and any(p.lower[c] == "short" for c in p.children[head]):
        return True
    done = head if p.deps[head] == "pcomp" or p.deps[head] not in ("dobj", "xcomp", "prt") else p.heads[head]
    short = p.heads[p.heads[done]]
    of = p.deps[done] in ("pcomp", "pobj") and p.lower[p.heads[done]] == "of" and p.lower[short] == "short"
    stopping = _STOPPING if is_verb(p, done) else _STOPPING - {"fall"}
    return of and any(p.lemmas[t] in stopping for t in p.ancestors(short))


def _is_left_open(p: Parsed, head: int) -> bool:
    """Whether a verb excludes something, and is itself negated or declined."""
    verb = p.heads[head] if p.deps[head] in ("neg", "prt") else head
    if p.lemmas[verb] not in _EXCLUDING or not is_verb(p, verb):
        return False
    if child(p, verb, "neg") is not None:
        return True
    return p.deps[verb] == "xcomp" and p.lemmas[p.heads[verb]] in ("refuse", "decline")
