"""Words that two have against each other are two acts: "Chad and Togo blamed each other", "traded blame", "each accused the other"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..coreference.cast import Cast
from ..grammar.dependents import is_verb
from ..grammar.parsed import Parsed
from ..grammar.syntax import objects
from ..parties.mention import Mention
from ..roles.filled import Filled
from .acts import Act

_TRADING = frozenset("trade exchange swap".split())
_BOTH = frozenset(("each", "both"))


def both_ways(p: Parsed, acts: Sequence[Act], cast: Cast) -> tuple[list[Act], list[Act]]:
    """The acts, mutual accusations of two as that of the first against the second; and those of the second against the first.

    Of 11 that are annotated with two whom the report names, test part left out, seven are two such events. Where two are not told apart
    ("each side blames the other"), the words themselves are whom it is against.
    """
    first: list[Act] = []
    back: list[Act] = []
    for act in acts:
        two = _two(p, act, first) if act.type == "ACCUSE" and _is_mutual(p, act) else []
        if len(two) != 2:
            first.append(_against_the_other(p, act, cast))
            continue
        rest = tuple(f for f in act.parties if f.role not in ("actor", "recipient"))
        one, other = two
        first.append(replace(act, parties=(replace(one, role="actor"), replace(other, role="recipient"), *rest)))
        back.append(replace(act, parties=(replace(other, role="actor"), replace(one, role="recipient"), *rest)))
    return first, back


def _against_the_other(p: Parsed, act: Act, cast: Cast) -> Act:
    """An accusation whose words say only "the other" with these words as whom it is against."""
    if act.type != "ACCUSE" or act.of_role("recipient") or not act.of_role("actor"):
        return act
    for token in (t for verb in act.trigger.tokens for t in _mutual_objects(p, verb) if p.lower[t - 1] == "the"):
        words = Mention(token, token - 1, token + 1, (token - 1, token + 1), "group", "noun", None, False, False)
        if (number := cast.plain(token, words)) is not None and number not in act.of_role("actor"):
            return replace(act, parties=(*act.parties, Filled("recipient", number, token, "obj")))
    return act


def _two(p: Parsed, act: Act, before: Sequence[Act]) -> list[Filled]:
    """The two who speak against each other: of "each", those two who did together what was told last."""
    ours = [f for f in act.parties if f.role == "actor"] or [f for f in act.parties if f.role == "recipient"]
    each = len(ours) == 1 and any(p.lower[c] == "each" for c in p.children[ours[0].token])  # "each side blamed the other"
    if not each and (ours or not any(p.lower[c] in _BOTH for c in p.children[act.trigger.head])):
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
    return bool(_mutual_objects(p, verb))


def _mutual_objects(p: Parsed, verb: int) -> list[int]:
    """The second words of "each other", "one another", "the other" that are objects of a verb."""
    held = objects(p, verb) if is_verb(p, verb) else []
    return [t for t in held if p.lower[t - 1 : t + 1] in (("each", "other"), ("one", "another"), ("the", "other"))]
