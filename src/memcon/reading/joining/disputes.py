"""Two accounts of one act that differ: "X said the strike was on Monday. Y said it took place on Sunday." Both are kept."""

from __future__ import annotations

from collections.abc import Sequence

from memcon.ontology.words import words

from ..acts.acts import Act
from ..grammar.dependents import is_verb
from ..grammar.parsed import Parsed
from ..grammar.syntax import support, tense


def disputed(p: Parsed, act: Act, claims: Sequence[Sequence[int]]) -> bool:
    """Whether a mention gives another day to a known act, on another's word: a definite noun that is said to have happened then.

    `claims` are those (numbers) that assert the mentions before.
    """
    head = act.trigger.head
    if is_verb(p, head) or not act.definite or not act.claims:
        return False
    verb, how = support(p, head)
    happened = verb is not None and how == "subj" and p.lemmas[verb] in words("happen_verbs") and tense(p, verb) == "past"
    return happened and not any(set(act.claims) & set(before) for before in claims)
