"""Denials in court: "pleaded not guilty to bombing the port", "pleaded not guilty to charges that he shot the guard"."""

from __future__ import annotations

from memcon.ontology.cues import Cue
from memcon.ontology.words import words

from ..grammar.dependents import child, is_verb
from ..grammar.parsed import Parsed
from .draft import Draft, subject_spans, verb_group

_CUE = Cue("plead", "v", frozenset({"to"}), "deny", True, False, "own")


def plea(p: Parsed, token: int) -> Draft | None:
    """The claim of who pleads not guilty: that the deed was not theirs.

    >>> from memcon.reading.parse.parsing import parser
    >>> parsed = parser().parse("Fox pleaded not guilty to bombing the port.")
    >>> plea(parsed, 1).content
    [(5, 8)]
    """
    guilty = child(p, token, "acomp", "oprd")
    if p.lemmas[token] != "plead" or guilty is None or p.lower[guilty] != "guilty":
        return None
    if not any(p.lower[c] == "not" for at in (token, guilty) for c in p.children[at]):
        return None
    held = next((h for at in (token, guilty) for c in p.children[at] if p.lower[c] == "to" if (h := child(p, c, "pobj", "pcomp"))), None)
    if held is None:
        return None
    if p.lemmas[held] in words("accusations") and (told := _charge(p, held)) is not None:
        held = told
    source, speaker = subject_spans(p, token)
    if not source:
        return None
    first, end = p.edges[held]
    cue = verb_group(p, token)
    return Draft((cue[0], guilty + 1), token, _CUE, source, speaker, [(max(first, guilty + 1), end)], "plead", quoted=True)


def _charge(p: Parsed, noun: int) -> int | None:
    """The deed that a charge tells: "charges that he shot the guard", "charges of bombing the port"."""
    for c in p.children[noun]:
        if p.deps[c] in ("acl", "relcl") and is_verb(p, c):
            return c
        if p.deps[c] == "prep" and p.lower[c] == "of":
            return child(p, c, "pobj", "pcomp")
    return None
