"""Who went along: "he was accompanied by his minister", "as an interpreter in his talks" -> roles in the contact they belong to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from memcon.ontology.words import words

from ..coreference.cast import Cast
from ..grammar.dependents import child, is_verb
from ..grammar.parsed import Parsed
from ..grammar.syntax import objects, subject
from ..roles.filled import Filled
from .acts import Act

_SENTENCES_BACK = 3


def with_company(p: Parsed, acts: Sequence[Act], cast: Cast) -> list[Act]:
    """The acts, with those who went along in the role of companion or interpreter."""
    changed = list(acts)
    for verb in range(len(p)):
        if not (is_verb(p, verb) and p.lemmas[verb] in words("company_verbs")):
            continue
        leaders = [(t, n) for t in objects(p, verb) for n in cast.of(t)]
        followers = [(t, n) for t in subject(p, verb) for n in cast.of(t)]
        if not leaders or not followers or not all(cast.entities[n].kind in ("person", "group") for _, n in (*leaders, *followers)):
            continue
        number = _occasion(p, changed, verb, {n for _, n in leaders})
        if number is None:
            continue
        role = "interpreter" if _as(p, verb) in ("interpreter", "translator") else "companion"
        act = changed[number]
        gone = {n for _, n in followers}
        kept = [f for f in act.parties if f.entity not in gone]
        lead = [] if act.of_role("actor") - gone else [Filled("actor", n, t, "company") for t, n in leaders]
        changed[number] = replace(act, parties=(*lead, *kept, *(Filled(role, n, t, "company") for t, n in followers)))
    return changed


def _as(p: Parsed, verb: int) -> str:
    for c in p.children[verb]:
        if p.deps[c] == "prep" and p.lower[c] == "as":
            held = child(p, c, "pobj")
            return p.lemmas[held] if held is not None else ""
    return ""


def _occasion(p: Parsed, acts: Sequence[Act], verb: int, leaders: set[int]) -> int | None:
    """The contact that the company belongs to: one named after the verb in its sentence, else the last one of those accompanied."""
    here = p.sentence_of[verb]
    contacts = [(n, a) for n, a in enumerate(acts) if a.type == "CONSULT" and a.mode not in ("call", "message")]  # nobody goes along there
    apart = {t for c in p.children[verb] if p.deps[c] in ("agent", "nsubj", "dobj") for t in p.subtree(c)}  # "by the envoy who met rebels"
    following = [n for n, a in contacts if p.sentence_of[a.trigger.head] == here and a.trigger.head > verb and a.trigger.head not in apart]
    if following:
        return following[0]
    before = [n for n, a in contacts if a.trigger.head < verb and here - p.sentence_of[a.trigger.head] <= _SENTENCES_BACK]
    own = [n for n in before if acts[n].of_role("actor", "recipient") & leaders]
    return own[-1] if own else None
