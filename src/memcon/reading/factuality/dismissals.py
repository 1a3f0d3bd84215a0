"""Offices that are given and taken: "sacked his interior minister" is no act between parties (CODEBOOK 1.6)."""

from __future__ import annotations

from collections.abc import Callable

from memcon.ontology.words import words

from ..grammar.dependents import is_verb
from ..grammar.parsed import Parsed
from ..grammar.syntax import objects
from ..triggers.slots import fill
from ..triggers.triggers import Trigger
from .status import BY_ENCODER

_VERBS = frozenset("fire sack dismiss replace appoint nominate reinstate demote".split())
_HELPERS = frozenset("deputy cabinet aide adviser advisor government staff".split())
_NOUNS = frozenset("sacking firing dismissal appointment reinstatement demotion".split())


def only_of_an_office(p: Parsed, trigger: Trigger, holds: Callable[[int], bool]) -> bool:
    """Whether words that the encoder alone takes for an act tell who was given or lost an office; `holds` whether one is held at a token.

    >>> from memcon.ontology.lexicon import Entry
    >>> from memcon.reading.parse.parsing import parser
    >>> p = parser().parse("The king sacked his finance minister.")
    >>> only_of_an_office(p, Trigger(2, (2,), Entry(("sack",), "v", "ACCUSE", "", "none", (), "", BY_ENCODER)), lambda token: False)
    True
    """
    head = trigger.head
    told = p.lemmas[head] in (_VERBS if is_verb(p, head) else _NOUNS)
    if not told or trigger.entry.rule != BY_ENCODER or trigger.entry.type == "ASSAULT":
        return False
    whom = objects(p, head) if is_verb(p, head) else fill(p, head, "of")
    if any(p.deps[c] == "prep" and p.lower[c] == "as" for c in p.children[head]):
        return False  # "dismissed him as a liar"
    offices = words("office_nouns") | _HELPERS
    return any(holds(t) or any(p.lemmas[c] in offices for c in (t, *p.children[t])) for t in whom)
