"""Denials that give what was told a name: "called it a fairy tale", "described the charge as baseless", "said the report was untrue"."""

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
    if draft.negated or not draft.source or draft.entry.denies:
        return draft
    told = _called_untrue(p, draft.head) if draft.lemma in _NAMING else _said_untrue(p, draft) if draft.entry.group == "say" else None
    return draft if told is None else replace(draft, entry=replace(draft.entry, denies=True, group="deny"), content=[told])


def _said_untrue(p: Parsed, draft: Draft) -> Range | None:
    """The words that point to what was told, where a claim only says that it is not so: "the charge was baseless, Peru said"."""
    inside = [t for first, end in draft.content for t in range(first, end)]
    for verb in inside:
        if p.lemmas[verb] != "be" or p.deps[verb] in ("aux", "auxpass") or p.deps[verb] in ("relcl", "advcl", "acl", "conj"):
            continue
        subject = child(p, verb, "nsubj")
        if subject is None or subject not in inside or child(p, verb, "ccomp", "csubj", "advcl", "conj") is not None:
            continue
        if any(p.deps[k] in ("relcl", "acl", "ccomp") for c in p.children[verb] if p.deps[c] in ("attr", "acomp") for k in p.children[c]):
            continue  # "it was an invention that she met him" tells itself what is not so
        plain = p.lower[subject] in _POINTING
        known = any(p.deps[c] in ("det", "poss") and p.lower[c] not in ("a", "an", "any", "some", "no") for c in p.children[subject])
        bare = child(p, subject, "acl", "relcl", "prep", "ccomp") is None
        if not plain and not (known and bare and p.lemmas[subject] in words("accusations")):
            continue
        return (subject, subject + 1) if _is_untrue(p, verb, plain) else None
    return None


def _is_untrue(p: Parsed, verb: int, plain: bool) -> bool:
    """Whether a verb of being says that something is not so: "was a lie", "is not true", "is without foundation"."""
    negated = child(p, verb, "neg") is not None
    for c in p.children[verb]:
        if p.deps[c] == "prep" and p.lower[c] == "without":
            held = child(p, c, "pobj")
            return held is not None and p.lemmas[held] in _GROUNDS and not negated
        if p.deps[c] in ("acomp", "attr", "oprd"):
            told = (c, *(k for k in p.children[c] if p.deps[k] in ("amod", "compound")))
            if any(p.lemmas[t] in words("untrue") and not (plain and p.lemmas[t] == "wrong") for t in told):
                return not negated
            return p.lemmas[c] in words("true") and negated
    return False


_POINTING = frozenset(("this", "that", "it", "these", "those"))
_GROUNDS = frozenset("foundation basis ground grounds merit substance truth".split())


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
