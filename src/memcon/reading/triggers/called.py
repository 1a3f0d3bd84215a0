"""What a verb calls its object: the word that names the act beside a verb that does not."""

from __future__ import annotations

from memcon.ontology.words import words

from ..grammar.dependents import child, is_verb
from ..grammar.parsed import Parsed
from .slots import fill

_GIVEN = ("oprd", "prep")


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


def naming_verb(p: Parsed, noun: int) -> int | None:
    """The verb of naming that gives its object a noun, by itself or behind "of": "called it an act of [terrorism]"; None without one.

    >>> from memcon.reading.parse.parsing import parser
    >>> p = parser().parse("Chad called the raid an act of terrorism.")
    >>> p.words[naming_verb(p, p.words.index("terrorism"))]
    'called'
    """
    at = noun
    for above in p.ancestors(noun):
        if is_verb(p, above):
            named = p.deps[at] in _GIVEN or (p.deps[at] == "dobj" and child(p, above, "dobj") != at)  # "branded the raid a war crime"
            return above if p.lemmas[above] in words("naming_verbs") and at > above and named else None
        if p.deps[above] not in ("prep", "pobj", "oprd", "dobj", "conj") and not is_verb(p, p.heads[above]):
            return None
        at = above
    return None
