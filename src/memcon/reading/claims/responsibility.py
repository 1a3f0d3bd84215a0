"""Claims of deeds: "claimed responsibility for the attack", "took credit for bombing the port", "the attack claimed by the rebels"."""

from __future__ import annotations

from memcon.ontology.cues import Cue
from memcon.ontology.words import words

from ..grammar.dependents import child
from ..grammar.parsed import Parsed
from ..grammar.syntax import agents, is_passive
from .draft import Draft, is_negated, noun_span, subject_spans, verb_group

_CUE = Cue("claim", "v", frozenset({"obj"}), "own", False, False, "own")


def deed_claims(p: Parsed, token: int) -> Draft | None:
    """The claim of who says that a deed was theirs; nobody's, where nobody does ("no group has claimed it").

    >>> from memcon.reading.parse.parsing import parser
    >>> parsed = parser().parse("The rebels claimed responsibility for the attack.")
    >>> deed_claims(parsed, 2).content
    [(5, 7)]
    """
    if p.lemmas[token] not in words("owning_verbs") or not p.tags[token].startswith("VB") or is_negated(p, token):
        return None
    passive = is_passive(p, token)
    held = child(p, token, "nsubjpass", "nsubj") if passive else child(p, token, "dobj")
    if passive and p.deps[token] in ("acl", "relcl"):
        held = p.heads[token]
    if held is None:
        return None
    if p.lemmas[held] in words("owned"):
        deed = next((d for at in (held, token) for d in _for(p, at)), None)
    else:
        deed = held if p.lemmas[token] == "claim" and p.lemmas[held] in words("owned_deeds") else None
    if deed is None:
        return None
    who = next(iter(agents(p, token)), None) if passive else None
    source, speaker = subject_spans(p, token) if not passive else ([noun_span(p, who)], who) if who is not None else ([], None)
    if speaker is None or not source or any(p.lower[c] in ("no", "nobody") for c in (speaker, *p.children[speaker])):
        return None
    first, end = p.edges[deed]
    group = verb_group(p, token)
    if deed < token:
        end = min(end, group[0], source[0][0])
    return Draft(group, token, _CUE, source, speaker, [(first, end)], "claim")


def _for(p: Parsed, token: int) -> list[int]:
    """What stands behind the "for" of a word: "responsibility for the attack"."""
    found = (child(p, c, "pobj", "pcomp") for c in p.children[token] if p.deps[c] == "prep" and p.lower[c] == "for")
    return [held for held in found if held is not None]
