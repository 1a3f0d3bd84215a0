"""What aid is, told behind what it costs: "$200 million in military aid" is military."""

from __future__ import annotations

from memcon.ontology.words import words

from ..grammar.dependents import child
from ..grammar.parsed import Parsed
from ..triggers.triggers import Trigger


def kind_of_aid(p: Parsed, trigger: Trigger) -> tuple[str, tuple[int, ...]]:
    """The mode of an act of aid, and the words that tell it: of the aid that a sum is given in, else its own mode and none.

    >>> from memcon.ontology.lexicon import lexicon
    >>> from memcon.reading.parse.parsing import parser
    >>> p = parser().parse("Peru gave Chad two million dollars in military aid.")
    >>> gave = next(e for e in lexicon().entries if e.words == ("give",) and e.type == "AID")
    >>> kind_of_aid(p, Trigger(1, (1,), gave))
    ('military', (7, 8))
    """
    if trigger.entry.type != "AID" or trigger.entry.mode not in ("", "economic"):
        return trigger.entry.mode, ()
    for token in p.subtree(trigger.head):
        held = child(p, token, "pobj") if p.deps[token] == "prep" and p.lower[token] in ("in", "of") else None
        if held is None or p.lemmas[held] not in words("aid_nouns"):
            continue
        for before in (c for c in p.children[held] if p.deps[c] in ("amod", "compound", "nmod", "conj")):
            for mode in ("military", "humanitarian"):
                if p.lower[before] in words(f"{mode}_aid"):
                    return mode, tuple(range(min(before, held), max(before, held) + 1))
    return trigger.entry.mode, ()
