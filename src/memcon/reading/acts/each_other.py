"""Words that two have against each other are two acts: "Chad and Togo blamed each other", "traded blame", "each accused the other"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..grammar.dependents import is_verb
from ..grammar.parsed import Parsed
from ..grammar.syntax import objects
from ..roles.filled import Filled
from .acts import Act

_TRADING = frozenset("trade exchange swap".split())
_BOTH = frozenset(("each", "both"))


def both_ways(p: Parsed, acts: Sequence[Act]) -> tuple[list[Act], list[Act]]:
    """The acts, mutual accusations of two as that of the first against the second; and those of the second against the first.

    Of 11 that are annotated with two whom the report names, test part left out, seven are two such events.
    """
    first: list[Act] = []
    back: list[Act] = []
    for act in acts:
        two = _two(p, act, first) if act.type == "ACCUSE" and _is_mutual(p, act) else []
        if len(two) != 2:
            first.append(act)
            continue
        rest = tuple(f for f in act.parties if f.role not in ("actor", "recipient"))
        one, other = two
        first.append(replace(act, parties=(replace(one, role="actor"), replace(other, role="recipient"), *rest)))
        back.append(replace(act, parties=(replace(other, role="actor"), replace(one, role="recipient"), *rest)))
    return first, back


def _two(p: Parsed, act: Act, before: Sequence[Act]) -> list[Filled]:
    """The two who speak against each other: of "each", those two who did together what was told last."""
    ours = [f for f in act.parties if f.role == "actor"] or [f for f in act.parties if f.role == "recipient"]
    if ours or not any(p.lower[c] in _BOTH for c in p.children[act.trigger.head]):
        return ours
    near = [a for a in before if 0 <= p.sentence_of[act.trigger.head] - p.sentence_of[a.trigger.head] < 2]
    pairs = [two for a in near if len(two := [f for f in a.parties if f.role == "actor"]) == 2]
    return pairs[-1] if pairs else []


def _is_mutual(p: Parsed, act: Act) -> bool:
    """Whether words are against each other.

    >>> from memcon.reading.parse.parsing import parser
    >>> p = parser().parse("Chad and Togo accused each other, and Peru blamed the other side.")
    >>> [p.words[v] for v in range(len(p)) if p.words[v] in ("accused", "blamed") and _each_other(p, v)]
    ['accused']
    """
    return any(_each_other(p, t) or (p.lemmas[t] in _TRADING and is_verb(p, t)) for t in act.trigger.tokens)


def _each_other(p: Parsed, verb: int) -> bool:
    held = objects(p, verb) if is_verb(p, verb) else []
    return any(p.lower[t - 1 : t + 1] in (("each", "other"), ("one", "another"), ("the", "other")) for t in held)
