"""Who went along: "he was accompanied by his minister", "as an interpreter in his talks" -> roles in the contact they belong to."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from memcon.ontology.words import words

from ..coreference.cast import Cast
from ..grammar.dependents import child, coordinated, is_verb
from ..grammar.parsed import Parsed
from ..grammar.syntax import is_passive, objects, prepositional, subject
from ..roles.filled import Filled
from .acts import Act

_SENTENCES_BACK = 3
_DELEGATIONS = frozenset("delegation entourage team retinue".split())


def with_company(p: Parsed, acts: Sequence[Act], cast: Cast) -> list[Act]:
    """The acts, with those who went along in the role of companion or interpreter."""
    changed = list(acts)
    for verb in range(len(p)):
        if not (is_verb(p, verb) and p.lemmas[verb] in words("company_verbs")):
            continue
        leaders = [(t, n) for t in objects(p, verb) for n in cast.of(t)]
        followers = [(t, n) for t in subject(p, verb) or _by_behind_the_occasion(p, verb) for n in cast.of(t)]
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
    return [_with_delegations(p, act, cast) for act in changed]


def _with_delegations(p: Parsed, act: Act, cast: Cast) -> Act:
    """A contact with delegations of those in it as companions: "Fox and his delegation", "flew there with a team of ten"."""
    if act.type != "CONSULT" or act.mode in ("call", "message"):
        return act
    heads = {f.token for f in act.parties}
    beside = {f.token for f in act.parties if p.lemmas[f.token] in _DELEGATIONS and _goes_with(p, f.token, heads)}
    parties = [replace(f, role="companion") if f.token in beside else f for f in act.parties]
    if act.mode == "visit" and is_verb(p, act.trigger.head):
        held = [t for t in prepositional(p, act.trigger.head, "with") if p.lemmas[t] in _DELEGATIONS]
        new = {n: t for t in held for n in cast.of(t)}
        parties += [Filled("companion", n, t, "company") for n, t in new.items() if all(f.entity != n for f in parties)]
    return replace(act, parties=tuple(parties))


def _goes_with(p: Parsed, noun: int, heads: Collection[int]) -> bool:
    """Whether a delegation is told beside one whose it is: "and his delegation", "and the accompanying team"."""
    first = noun
    while p.deps[first] == "conj" and p.heads[first] != first:
        first = p.heads[first]
    owned = any(p.tags[c] == "PRP$" or p.lower[c] == "accompanying" for c in p.children[noun])
    return first != noun and owned and any(t != noun and t in (first, *coordinated(p, first)) for t in heads)


def _by_behind_the_occasion(p: Parsed, verb: int) -> list[int]:
    """Who joined where a parser hangs "by" on the occasion: "she was joined in the meeting by the envoy"."""
    if not is_passive(p, verb):
        return []
    occasions = [n for link in p.children[verb] if p.lower[link] in ("in", "at", "for", "during") for n in p.children[link]]
    return [t for n in occasions for held in prepositional(p, n, "by") for t in coordinated(p, held)]


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
