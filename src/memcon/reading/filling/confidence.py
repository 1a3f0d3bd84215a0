"""How likely an event is one that a careful reader of the report has too, and of its type: a linear model over what tells of it.

The weights are learned from our own annotations, by the encoder's word and by the rules alone (`training/confidence.py`); how often events
of each confidence are right is told by `benchmarks/confidence.py` (docs/decisions/0032-confidence-is-a-probability.md).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files

from memcon.coder import Happening
from memcon.coder.labels import labels
from memcon.ontology.lexicon import Entry

from ..acts.acts import Act
from ..encoder.coding import BY, is_cue, likelihood
from ..encoder.plain_words import type_is_told
from ..grammar.dependents import is_verb
from ..grammar.parsed import Parsed
from ..joining.group import Group
from ..logistic import log_odds, probability, weights

LEAST = 0.15
"""How likely an event is to be. Low, so that simple true sentences stay; decision 32 has what a higher bar gains."""
TABLE = "confidence"
_WORD, _SEEN = 0.02, 2.0  # the share of right uses of a word that no annotated text has, and how many uses it counts for
_LINE, _FIRED = 0.6, 3.0  # of a line of the lexicon that fires in none


def confident(p: Parsed, groups: Iterable[Group]) -> list[Group]:
    """The events that are likely enough, and those that rules of their own have weighed: statements, what a claim amounts to, rolls."""
    return [group for group in groups if _is_weighed(group) or confidence(p, group) >= LEAST]


def _is_weighed(group: Group) -> bool:
    return group.type == "STATEMENT" or any(a.rule.startswith("rule:") for a in group.acts)


def confidence(p: Parsed, group: Group) -> float:
    """The probability that a careful reader has such an event, of this type."""
    return probability(properties(p, group), weights(TABLE, column(group)))


def column(group: Group) -> str:
    """The column of weights, `both` or `rules`: without the encoder no act has its word."""
    return "both" if any(a.trigger.coded is not None for a in group.acts) else "rules"


def properties(p: Parsed, group: Group) -> dict[str, float]:
    """What speaks for and against an event, each 0 or 1 if nothing else is said.

    `heard`, `of_type`, `first`: log odds of an act, and of the type, by the encoder, at most and in the first mention. `line`: those of the
    share of the uses of the line of the lexicon in annotated texts that are right; `word`: where only the encoder names an act, those of
    the share of the word's uses that are such acts. `conditions`: of the line. `mentions`, and `sentences` before it, are logarithms.
    """
    acts = group.acts
    ruled = [a for a in acts if a.trigger.entry.rule != BY]
    roles = {f.role for a in acts for f in a.parties}
    told = {
        "ruled": bool(ruled),
        "several_words": any(len(a.trigger.tokens) > 1 for a in ruled),
        "dated": any(a.dates for a in acts),
        "placed": any(a.spots for a in acts),
        "known_act": all(a.definite for a in acts),
        "modifier": all(p.deps[a.trigger.head] in ("amod", "compound") for a in acts),
        "cue": all(is_cue(a.trigger) for a in acts),
        "asserted": any(a.asserted for a in acts),
        "nobody": not roles & {"actor", "recipient"},
        "both_sides": {"actor", "recipient"} <= roles,
        f"status:{group.status}": True,
        f"type:{group.type}": True,
    }
    numbers = {
        "conditions": float(max((len(a.trigger.entry.conditions) for a in ruled), default=0)),
        "mentions": math.log(len(acts)),
        "sentences": math.log1p(p.sentence_of[acts[0].trigger.head]),
        "line": max((log_odds(_right(a.trigger.entry)) for a in ruled if a.type == a.trigger.entry.type), default=0.0),
        "word": max((log_odds(_used_so(p, a.trigger.head, group.type)) for a in acts if a not in ruled), default=0.0),
    }
    return {**_heard(p, acts, group.type, bool(ruled)), **numbers, **{name: 1.0 for name, value in told.items() if value}}


def _heard(p: Parsed, acts: Sequence[Act], kind: str, ruled: bool) -> dict[str, float]:
    """What the encoder says, if it is there."""
    heard = [(a, a.trigger.coded) for a in acts if a.trigger.coded is not None]
    if not heard:
        return {}
    likely = [likelihood(one) for _, one in heard]
    of_type = [_of_type(p, act, one, kind) for act, one in heard]
    actor = max((piece.p for _, one in heard for piece in one.arguments if piece.label == "actor"), default=0.0)
    act = log_odds(max(likely))
    told = {"heard": act, "of_type": log_odds(max(of_type)), "first": log_odds(of_type[0]), "heard_actor": actor}
    return {**told, "ruled:heard": act} if ruled else told


def _of_type(p: Parsed, act: Act, heard: Happening, kind: str) -> float:
    """How likely the encoder finds an act of a type; where the claim or plain words give the type, it tells only that one is there."""
    sure = likelihood(heard)
    if act.rule.startswith("rule:") or type_is_told(p, act.trigger, heard.type):
        return sure
    return sure * heard.types[labels().types.index(kind)] if heard.types else heard.p_type * (heard.type == kind)


def _right(line: Entry) -> float:
    """The share of a line's uses in annotated texts that are acts of its type."""
    seen, right = uses_of_lines().get(f"{line.rule}:{line.type}", (0, 0))
    return (right + _LINE * _FIRED) / (seen + _FIRED)


def _used_so(p: Parsed, token: int, kind: str) -> float:
    """The share of a word's uses in annotated texts in which it names an act of a type."""
    seen, kinds = uses().get((p.lemmas[token], "v" if is_verb(p, token) else "n"), (0, {}))
    return (kinds.get(kind, 0) + _WORD) / (seen + _SEEN)


@cache
def uses() -> Mapping[tuple[str, str], tuple[int, Mapping[str, int]]]:
    """How often words, as verbs ("v") and otherwise ("n"), stand in annotated texts, and how often as acts of each type
    (`data/words_of_acts.tsv`).

    >>> seen, kinds = uses()["condemn", "v"]
    >>> kinds["ACCUSE"] / seen > 0.5
    True
    """
    found = {}
    for lemma, pos, seen, kinds in _rows("words_of_acts"):
        pairs = (one.split(":") for one in kinds.split(" "))
        found[lemma, pos] = int(seen), {kind: int(count) for kind, count in pairs}
    return found


@cache
def uses_of_lines() -> Mapping[str, tuple[int, int]]:
    """How often lines of the lexicon, by name and type, fire in annotated texts, and how often they are right (`data/lines_of_acts.tsv`).

    >>> seen, right = uses_of_lines()["lexicon:contact:meet:CONSULT"]
    >>> right / seen > 0.5
    True
    """
    return {line: (int(seen), int(right)) for line, seen, right in _rows("lines_of_acts")}


def _rows(table: str) -> list[list[str]]:
    lines = (files("memcon.reading") / "data" / f"{table}.tsv").read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")][1:]
