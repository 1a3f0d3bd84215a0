"""Arms that are told by what they are for: of "attack drones" and "strike aircraft" nobody has been attacked."""

from __future__ import annotations

from memcon.ontology.lexicon import lexicon
from memcon.ontology.words import words

from ..grammar.dependents import counted, is_verb
from ..grammar.parsed import Parsed


def tells_kind_of_arms(p: Parsed, token: int) -> bool:
    """Whether a noun of force only tells what sort of arms the noun behind it is, to which nothing of force is done.

    >>> from memcon.reading.parse.parsing import parser
    >>> p = parser().parse("Peru gave Chad attack drones. Peru shot down Chad's strike aircraft.")
    >>> [tells_kind_of_arms(p, p.words.index(w)) for w in ("attack", "strike")]
    [True, False]
    """
    arms = p.heads[token]
    if is_verb(p, token) or p.deps[token] not in ("compound", "amod", "nmod") or p.lemmas[arms] not in words("armament"):
        return False
    over = p.heads[p.heads[arms]]
    at = over if p.deps[arms] == "pobj" and counted(p, over) == arms else arms  # "dozens of attack drones"
    verb = p.heads[at]
    return not (p.deps[at] in ("dobj", "nsubjpass") and any(e.type == "ASSAULT" for e in lexicon().verbs.get(p.lemmas[verb], ())))
