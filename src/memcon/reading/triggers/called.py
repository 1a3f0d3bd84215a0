"""What a verb calls its object: the word that names the act beside a verb that does not."""

from __future__ import annotations

from memcon.ontology.words import words

from ..grammar.dependents import is_verb
from ..grammar.parsed import Parsed
from .slots import fill


def called(p: Parsed, verb: int) -> tuple[int, int] | None:
    """The words, first and last, that a verb of naming gives its object: "called the raid a [war crime]", "described it as a [plot]"."""
    if not is_verb(p, verb) or p.lemmas[verb] not in words("naming_verbs"):
        return None
    named = [c for c in p.children[verb] if p.deps[c] == "oprd" and p.lower[c] != "as"]
    named = named or [t for t in fill(p, verb, "as") if p.tags[t][:2] in ("NN", "JJ")]
    if not named or named[0] < verb:
        return None
    head = named[0]
    first = head
    while first - 1 > verb and p.heads[first - 1] == head and p.deps[first - 1] == "compound":
        first -= 1
    return first, head
