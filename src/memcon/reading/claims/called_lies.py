"""Denials that give what was told a name: "called it a fairy tale", "described the charge as baseless"."""

from __future__ import annotations

from dataclasses import replace

from memcon.ontology.words import words

from ..grammar.dependents import child
from ..grammar.parsed import Parsed
from .draft import Draft, Range

_NAMING = frozenset(("call", "label", "brand", "describe", "dub", "term", "characterise", "characterize", "denounce", "denigrate"))


def with_denial(p: Parsed, draft: Draft) -> Draft:
    """A claim that calls what was told untrue, as the denial that it is: what it denies is its content.

    >>> from memcon.ontology.cues import cues
    >>> from memcon.reading.parse.parsing import parser
    >>> parsed = parser().parse("Chad called it a fabrication.")
    >>> named = Draft((1, 2), 1, cues()["call", "v"][0], [(0, 1)], 0, [(2, 5)], "call")
    >>> with_denial(parsed, named).content
    [(2, 3)]
    """
    if draft.lemma not in _NAMING or draft.negated or not draft.source or draft.entry.denies:
        return draft
    told = _called_untrue(p, draft.head)
    return draft if told is None else replace(draft, entry=replace(draft.entry, denies=True, group="deny"), content=[told])


def _called_untrue(p: Parsed, verb: int) -> Range | None:
    """The words that point to what was told, where the verb gives it a name for what is not so."""
    held = child(p, verb, "dobj")
    name = child(p, verb, "oprd", "attr") or held
    for c in p.children[verb]:
        if p.deps[c] == "prep" and p.lower[c] == "as":
            name = child(p, c, "pobj", "amod", "acomp")
    if name is None or name < verb:
        return None
    of = child(p, name, "prep")
    heart = child(p, of, "pobj") if of is not None and p.lower[of] == "of" else None  # "a pack of lies"
    if not any(p.lemmas[t] in words("untrue") for t in (name, heart) if t is not None):
        return None
    pointing = words("accusations") | words("told_before")
    if held is None or held >= name:  # "called the charge rubbish": the parser takes both for one name
        held = next((t for t in range(verb + 1, name) if p.heads[t] == name and p.lemmas[t] in pointing), None)
    return (held, held + 1) if held is not None and p.lemmas[held] in pointing else None
